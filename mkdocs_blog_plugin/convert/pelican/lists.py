"""The lists of a Pelican site: where they were, and the slugs of terms that ours would not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.urls.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_blog_plugin.convert.blog import OldPost
    from mkdocs_blog_plugin.convert.pelican.site import PelicanSite

KINDS: Final = {"tag": "tags", "category": "categories", "author": "authors"}
"""What Pelican makes lists of, with our key of front matter."""


def url_format(site: PelicanSite, kind: str) -> str:
    """Return our pattern for the addresses of a kind of lists; empty if ours stays as it is."""
    pattern = site.text(f"{kind.upper()}_URL", f"{kind}/{{slug}}.html").strip("/")
    return pattern if "{slug}" in pattern and pattern.count("{") == 1 else ""


def address_of_term(site: PelicanSite, kind: str, name: str) -> str:
    """Return the address of the list of a tag, category or author, with a leading slash."""
    pattern = url_format(site, kind) or f"{kind}/{{slug}}/"
    return "/" + pattern.replace("{slug}", site.slug(name))


def names(posts: Iterable[OldPost], kind: str) -> list[str]:
    """Return the names that posts have in a kind of lists, sorted."""
    return sorted({name for post in posts for name in post.meta.get(KINDS[kind], [])})


def terms_of(site: PelicanSite, posts: Iterable[OldPost]) -> dict[str, dict[str, dict[str, str]]]:
    """Return the slugs of those tags and categories that Pelican writes differently: `eleve`, ours is `élève`."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for kind in ("tag", "category"):
        for name in names(posts, kind):
            slug = site.slug(name)
            if slug and slug != slugify(name):
                found.setdefault(KINDS[kind], {})[name] = {"slug": slug}
    return found


def authors_of(site: PelicanSite, posts: Iterable[OldPost]) -> Mapping[str, Mapping[str, Any]]:
    """Return the authors whose slug Pelican writes differently, by that slug, which is their id here."""
    return {
        slug: {"name": name}
        for name in reversed(names(posts, "author"))
        if (slug := site.slug(name)) and slug != slugify(name)
    }
