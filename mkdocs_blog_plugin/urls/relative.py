"""From one page of the site to another.

All URLs in here are relative to the site's root, quoted and without a leading slash, as
`Location.url` has them; the root itself is the empty string.
"""

from __future__ import annotations

import re

from mkdocs_blog_plugin.urls.paths import is_relative


def root_prefix(url: str) -> str:
    """Return the relative URL of the site's root on the page at `url`: `../../`, or `./` at the top.

    Never empty, because an empty href links to the current page.
    """
    return "../" * len(_folders(url)) or "./"


def relative_url(target: str, base: str) -> str:
    """Return the link that leads from the page at `base` to `target`, never empty.

    A query or fragment of `target` stays; `target` may begin with `../` as `resolve` returns it.
    """
    path, suffix = _split(target)
    there, here = _folders(path), _folders(base)
    shared = _shared(there, here)
    ups = [".."] * (len(here) - shared)
    link = "/".join([*ups, *there[shared:], path.rpartition("/")[2]])
    if not link or ":" in link.partition("/")[0]:
        link = f"./{link}"
    return link + suffix


def resolve(base_url: str, href: str) -> str | None:
    """Return the URL that `href` means on the page at `base_url`, its quoting untouched.

    None for links with a scheme, a host or a leading slash, which mean the same on every page.
    A link that climbs above the site's root begins with `../`.
    """
    href = href.strip()
    if not is_relative(href):
        return None
    path, suffix = _split(href)
    if not path:
        return _split(base_url)[0] + suffix
    return _normal([*_folders(base_url), *path.split("/")]) + suffix


def _split(url: str) -> tuple[str, str]:
    """Return the path of `url`, and its query and fragment as they stand."""
    path = re.split(r"[?#]", url, maxsplit=1)[0]
    return path, url[len(path) :]


def _folders(url: str) -> list[str]:
    """Return the folders that the page at `url` lies in."""
    return [part for part in _split(url)[0].split("/")[:-1] if part != "."]


def _shared(left: list[str], right: list[str]) -> int:
    """Return how many folders both paths have in common at their beginning."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other or one == "..":
            break
        count += 1
    return count


def _normal(parts: list[str]) -> str:
    """Return `parts` as a path without `.` and, but at its beginning, without `..`."""
    kept: list[str] = []
    for part in parts:
        if part == ".." and kept and kept[-1] != "..":
            kept.pop()
        elif part != ".":
            kept.append(part)
    ends_in_folder = parts[-1] in (".", "..")
    return "/".join([*kept, ""]) if ends_in_folder and kept else "/".join(kept)
