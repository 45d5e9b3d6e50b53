"""The attributes of one author: as Material names them, or Docusaurus and Jekyll."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.networks import FEDIVERSE, NETWORKS, network_link
from mkdocs_blog_plugin.posts.post import Author, Link
from mkdocs_blog_plugin.posts.values import as_text, quoted
from mkdocs_blog_plugin.text import one_line
from mkdocs_blog_plugin.urls.paths import is_bare_host, is_safe_url, safe_slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_blog_plugin.posts.fields import Fields

AVATAR = ("avatar", "image_url", "imageURL", "picture", "image")
"""Keys of an author's picture."""
HOME = ("url", "uri", "website", "homepage")
_ORCID = re.compile(
    r"(?:https?://orcid\.org/)?(?P<id>\d{4}-\d{4}-\d{4}-\d{3}[\dX])", re.ASCII | re.IGNORECASE
)
_URL = "an http(s) or mailto URL, or a path in the site"


def read_profile(fields: Fields, *, key: str, known: bool) -> Author:
    """Return the author that a map describes, called by `key` where it has no name."""
    return Author(
        key=key,
        name=fields.text("name") or one_line(key),
        slug=fields.checked("slug", safe_slug),
        title=fields.text("title", "role"),
        description=fields.text("description", "bio"),
        avatar=fields.valid_text(
            *AVATAR, is_valid=is_safe_url, expected="the path or URL of a picture"
        ),
        url=_home(fields),
        email=_email(fields),
        fediverse=_fediverse(fields),
        orcid=_orcid(fields),
        links=tuple(dict.fromkeys((*_links(fields), *_profiles(fields)))),
        known=known,
    )


def _home(fields: Fields) -> str:
    """Return the address of the author's own page; empty without one that is valid."""
    for key, value in fields.present(*HOME):
        if url := _checked(fields, key, value):
            return url
    return ""


def _checked(fields: Fields, key: str, value: object) -> str:
    """Return the URL `value`; empty, and reported, if it is not valid or lacks its scheme."""
    url = as_text(value) or ""
    if is_bare_host(url):
        hint = f"did you mean {quoted(f'https://{url}')}"
        fields.report(key, f"{quoted(url)} has no scheme, so it is a path", hint)
    elif url and is_safe_url(url):
        return url
    else:
        fields.report_invalid(key, value, _URL)
    return ""


def _email(fields: Fields) -> str:
    """Return the e-mail address, which Docusaurus has among the profiles."""
    own = fields.text("email")
    for key, value in fields.present("socials"):
        if isinstance(value, Mapping):
            own = own or fields.inside(key, value).text("email")
    return own.removeprefix("mailto:")


def _fediverse(fields: Fields) -> str:
    account = fields.text("fediverse")
    found = FEDIVERSE.fullmatch(account)
    if account and not found:
        fields.report_invalid("fediverse", account, "an account such as '@ada@example.social'")
    return f"@{found['user']}@{found['host']}" if found else ""


def _orcid(fields: Fields) -> str:
    text = fields.text("orcid")
    found = _ORCID.fullmatch(text)
    if text and not found:
        fields.report_invalid("orcid", text, "an ORCID iD such as '0000-0002-1825-0097'")
    return found["id"].upper() if found else ""


def _links(fields: Fields) -> Iterator[Link]:
    """Yield the entries of `links`: `{label: …, url: …}` as Jekyll's themes have them, or `{Title: url}`."""
    for key, value in fields.present("links"):
        for item in value if isinstance(value, list) else [value]:
            yield from _listed(fields, key, item)


def _listed(fields: Fields, key: str, item: object) -> Iterator[Link]:
    if isinstance(item, Mapping) and "url" in item:
        title = as_text(item.get("label") or item.get("title") or item.get("name")) or ""
        pairs = [(title, item["url"])]
    else:
        pairs = list(item.items()) if isinstance(item, Mapping) else [("", item)]
    for title, target in pairs:
        if url := _checked(fields, key, target):
            yield Link(title=one_line(str(title)) or url, url=url)


def _profiles(fields: Fields) -> Iterator[Link]:
    """Yield the profiles on networks: those in a map `socials`, and those with a key of their own."""
    for key, value in fields.present("socials"):
        if isinstance(value, Mapping):
            for network, profile in value.items():
                if str(network).lower() != "email":
                    yield from _profile(fields, key, str(network), profile)
        else:
            fields.report_invalid(key, value, "a map such as '{github: USER}'")
    for network in NETWORKS:
        for key, value in fields.present(network):
            yield from _profile(fields, key, network, value)


def _profile(fields: Fields, key: str, network: str, profile: object) -> Iterator[Link]:
    text = as_text(profile)
    link = network_link(network, text) if text else None
    if link:
        yield link
    elif text != "":
        fields.report_invalid(
            key, profile, f"the URL of a profile, or a user name on {', '.join(NETWORKS)}"
        )
