"""Addresses of other sites in front matter: the original of a post, and the page that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.values import as_text
from mkdocs_blog_plugin.urls.paths import is_safe_url

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.fields import Fields

_EXPECTED = "an absolute http(s) URL"


def read_canonical_url(fields: Fields) -> str:
    """Return the URL at which a post was published first; empty without one."""
    return _web_url(fields, "canonical_url")


def read_external_url(fields: Fields) -> str:
    """Return the URL to which the title of a post leads in lists; empty for the post itself."""
    return _web_url(fields, *KEYS["external_url"])


def read_hreflang(fields: Fields) -> dict[str, str]:
    """Return the URLs of a post in other languages, by the code of the language."""
    for key, value in fields.present("hreflang"):
        if isinstance(value, Mapping):
            inner = fields.inside(key, value)
            urls = {code: _web_url(inner, code) for code in value}
            return {code: url for code, url in urls.items() if url}
        fields.report_invalid(key, value, "a map such as '{de: https://example.org/de/post/}'")
    return {}


def _web_url(fields: Fields, *keys: str) -> str:
    for key, value in fields.present(*keys):
        url = as_text(value)
        if url and url.startswith(("http://", "https://")) and is_safe_url(url):
            return url
        fields.report_invalid(key, value, _EXPECTED)
    return ""
