"""JSON-LD in the vocabulary of schema.org: what search engines read about posts and views."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_blog_plugin.feeds.public_post import Person, PublicPost
    from mkdocs_blog_plugin.posts.media import Picture
    from mkdocs_blog_plugin.urls.base import Site

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPES: Final[Mapping[str, str]] = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def script(thing: Mapping[str, object]) -> str:
    """Return the element that holds `thing`; nothing in it can end the element or open a comment."""
    text = _ENCODER.encode({"@context": "https://schema.org", **thing})
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return f'<script type="application/ld+json">{text}</script>'


def blog_posting(post: PublicPost, site: Site) -> dict[str, object]:
    """Return https://schema.org/BlogPosting for `post`."""
    return _thing(
        "BlogPosting",
        headline=post.title,
        description=post.description,
        url=post.url,
        mainEntityOfPage=_thing("WebPage", **{"@id": post.canonical_url}) if post.url else None,
        datePublished=post.published.isoformat(timespec="seconds"),
        dateModified=post.modified.isoformat(timespec="seconds"),
        author=[_person(person) for person in post.authors],
        keywords=[category.label for category in post.categories],
        image=_image(post.picture) if post.picture else None,
        inLanguage=post.language or site.language,
    )


def blog(name: str, url: str, description: str, site: Site) -> dict[str, object]:
    """Return https://schema.org/Blog for the index."""
    return _thing("Blog", name=name, url=url, description=description, inLanguage=site.language)


def breadcrumbs(trail: Sequence[tuple[str, str]]) -> dict[str, object]:
    """Return https://schema.org/BreadcrumbList for names and absolute URLs, outermost first."""
    items = [
        _thing("ListItem", position=position, name=name, item=url)
        for position, (name, url) in enumerate(trail, start=1)
    ]
    return _thing("BreadcrumbList", itemListElement=items)


def _thing(kind: str, **properties: object) -> dict[str, object]:
    """Return a thing with those of `properties` that are not empty."""
    present = {name: value for name, value in properties.items() if value}
    return {"@type": kind, **present}


def _person(person: Person) -> dict[str, object]:
    identity = f"https://orcid.org/{person.orcid}" if person.orcid else ""
    return _thing("Person", name=person.name, url=person.url, sameAs=identity)


def _image(picture: Picture) -> dict[str, object]:
    return _thing("ImageObject", url=picture.url, width=picture.width, height=picture.height)
