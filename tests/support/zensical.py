"""Sites exported for Zensical, built by Zensical itself, and read back beside MkDocs' own."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from support.command_line import run
from support.sites import Site

if TYPE_CHECKING:
    from pathlib import Path


def export(folder: Path, dest: Path, *arguments: str) -> str:
    """Export the site in `folder` for Zensical, and return what is said of it."""
    result = run(folder, "export", str(dest), "--for", "zensical", *arguments)
    assert result.exit_code == 0, result.output
    return result.stderr


def build_with_zensical(folder: Path) -> Site:
    """Build the export in `folder` strictly."""
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(folder / "site", ())


def roots(site: Site, page: str) -> str:
    """Return the microformats of the blog on a page.

    How white space is written does not matter, nor whether a heading has its id by itself.
    """
    items = site.mf2(page)["items"]
    blog = [item for item in items if {"h-entry", "h-feed"} & set(item["type"])]
    text = re.sub(r"(\s|\\n)+", " ", str(blog))
    return re.sub(r'(<h1[^>]*) id="([^"]*)">', r'\1><span id="\2"></span>', text)


def head_of(site: Site, page: str) -> list[str]:
    """Return what the tags in the head of a page are about, sorted.

    Files of the theme are left out, and the neighbours of pages in the navigation, which Zensical
    has from there.
    """
    found = []
    for tag in site.html(page).head.find_all(["meta", "link"]):
        relations = " ".join(tag.get("rel") or [])
        if relations not in ("stylesheet", "icon", "prev", "next"):
            name = tag.get("property") or tag.get("name") or relations
            found.append(f"{name} {tag.get('type') or ''}".strip())
    return sorted(found)


def value_of(site: Site, page: str, name: str) -> Any:
    """Return the content of the only meta tag called `name` on a page."""
    (tag,) = site.html(page).head.find_all("meta", attrs={"name": name})
    return tag["content"]
