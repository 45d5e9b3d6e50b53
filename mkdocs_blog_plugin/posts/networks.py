"""Social networks on which a user name alone identifies the profile of an author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from mkdocs_blog_plugin.posts.post import Link
from mkdocs_blog_plugin.urls.paths import is_safe_url

if TYPE_CHECKING:
    from collections.abc import Mapping

NETWORKS: Final[Mapping[str, tuple[str, str]]] = {
    "bluesky": ("Bluesky", "https://bsky.app/profile/{}"),
    "codeberg": ("Codeberg", "https://codeberg.org/{}"),
    "github": ("GitHub", "https://github.com/{}"),
    "gitlab": ("GitLab", "https://gitlab.com/{}"),
    "instagram": ("Instagram", "https://www.instagram.com/{}/"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/in/{}/"),
    "mastodon": ("Mastodon", "https://mastodon.social/@{}"),
    "stackoverflow": ("Stack Overflow", "https://stackoverflow.com/users/{}"),
    "threads": ("Threads", "https://www.threads.net/@{}"),
    "twitch": ("Twitch", "https://www.twitch.tv/{}"),
    "twitter": ("Twitter", "https://twitter.com/{}"),
    "x": ("X", "https://x.com/{}"),
    "youtube": ("YouTube", "https://www.youtube.com/@{}"),
}
"""By key in the authors file: the name to print, and the URL of a user's profile."""

FEDIVERSE = re.compile(r"@?(?P<user>[\w.-]+)@(?P<host>[\w.-]+)")
"""An account in a federated network: `@user@host`, or `user@host`."""


def network_link(network: str, profile: str) -> Link | None:
    """Return the link to `profile`, a URL or a user name; None where the network is not known."""
    title, pattern = NETWORKS.get(network.lower(), (network, ""))
    if profile.startswith(("http://", "https://")):
        return Link(title=title, url=profile) if is_safe_url(profile) else None
    if federated := FEDIVERSE.fullmatch(profile):
        return Link(title=title, url=f"https://{federated['host']}/@{federated['user']}")
    return Link(title=title, url=pattern.format(quote(profile.lstrip("@")))) if pattern else None
