"""The site around a blog: its name, and where it is served."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HTTP = re.compile(r"https?://", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Site:
    """What feeds and head tags say about the whole site."""

    name: str
    """Plain text, not escaped."""
    url: str = ""
    """Absolute URL of the root with a slash at its end; empty where `site_url` is not set."""
    description: str = ""
    author: str = ""
    language: str = "en"
    """Language tag of the blog as HTML wants it (`pt-BR`)."""

    def absolute(self, url: str) -> str:
        """Return `url`, relative to the site's root, with scheme and host; http(s) URLs as they are.

        Empty where there is no such URL: the site has none, or `url` means something else
        (`data:`, a path of the host).
        """
        if _HTTP.match(url):
            return url
        if url.startswith("//"):
            return f"https:{url}"
        return self.url + url if self.url and not _ELSEWHERE.match(url) else ""
