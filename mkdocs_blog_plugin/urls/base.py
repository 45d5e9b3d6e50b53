"""The site around a blog: its name, and where it is served."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote

from mkdocs_blog_plugin.urls.paths import is_relative

_HTTP = re.compile(r"https?://", re.IGNORECASE)
_NOT_IN_URLS = re.compile(r"""[^!#-;=?-\[\]_a-z~]""")
_HOST = re.compile(r"(?P<before>[a-z]+://(?:[^/?#@]*@)?)(?P<host>[^/?#@:]+)", re.IGNORECASE)


class Site(NamedTuple):
    """The facts about the whole site that feeds and head tags print."""

    name: str
    """Plain text, not escaped."""
    url: str = ""
    """Absolute URL of the root with a slash at its end; empty where `site_url` is not set."""
    description: str = ""
    author: str = ""
    language: str = "en"
    """Language tag of the blog as HTML wants it (`pt-BR`)."""
    webmention: str = ""
    """Endpoint that takes webmentions (https://www.w3.org/TR/webmention/); empty for none."""
    micropub: str = ""
    """Endpoint of https://www.w3.org/TR/micropub/; empty for none."""

    def absolute(self, url: str) -> str:
        """Return `url`, relative to the site's root, with scheme and host.

        http(s) URLs stay, in the form of `valid_url`. Empty if the site has no URL, or if `url` is
        not relative to its root (`data:`, a path of the host).
        """
        if url.startswith("//"):
            url = f"https:{url}"
        if not _HTTP.match(url):
            url = self.url + url if self.url and is_relative(url) else ""
        return valid_url(url)


def valid_url(url: str) -> str:
    """Return `url` in ASCII, as RFC 3986 has it: letters of other scripts, spaces and the like are quoted."""
    if not url.isascii() and (found := _HOST.match(url)):
        url = found["before"] + _ascii_host(found["host"]) + url[found.end() :]
    return _NOT_IN_URLS.sub(lambda found: quote(found[0], errors="replace"), url)


def _ascii_host(host: str) -> str:
    """Return `host` as it is asked for in the DNS; where the older IDNA would change it (`ß`), as it is."""
    try:
        name = host.encode("idna").decode()
        is_same = name.encode().decode("idna") == host.lower()
    except UnicodeError:
        return host
    return name if is_same else host
