"""Versions of a site, deployed by mike: however many there are, they have one blog."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.sites import SITE_URL, Site, write_files, write_site

CONFIG = """
plugins:
  - mike:
      canonical_version: latest
  - blog-plugin
"""
POST = "---\ndate: 2024-0{}-01\n---\n# Post {}\n"


def command(folder: Path, *arguments: str) -> None:
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
    }
    done = subprocess.run(
        arguments, cwd=folder, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Deploy two versions, the second one as `latest`, and return what a host would serve."""
    folder = tmp_path_factory.mktemp("versions")
    write_files(folder, {"gitconfig": "[user]\n\tname = Ada\n\temail = ada@example.org\n"})
    command(folder, "git", "init", "-q", "-b", "main", ".")
    mike = (sys.executable, "-c", "from mike.driver import main; main()", "deploy")
    write_site(folder, {"index.md": "# Home\n", "blog/posts/1.md": POST.format(1, 1)}, CONFIG)
    command(folder, "git", "add", "docs", "mkdocs.yml")
    command(folder, "git", "commit", "-qm", "One")
    command(folder, *mike, "1.0")
    write_files(folder / "docs", {"blog/posts/2.md": POST.format(2, 2)})
    command(folder, *mike, "2.0", "latest")
    command(folder, "git", "worktree", "add", "-q", "pages", "gh-pages")
    return Site(folder / "pages", ())


def test_each_version_has_the_posts_that_it_was_built_with(versions: Site) -> None:
    assert versions.titles("1.0/blog") == ["Post 1"]
    assert versions.titles("2.0/blog") == ["Post 2", "Post 1"]
    assert versions.titles("latest/blog") == ["Post 2", "Post 1"]


def test_addresses_are_those_of_one_blog_in_every_version(versions: Site) -> None:
    home = f"{SITE_URL}latest/"
    for version in ("1.0", "2.0", "latest"):
        page = f"{version}/blog/2024/01/01/post-1"
        (canonical,) = versions.html(page).select('link[rel="canonical"]')
        assert canonical["href"] == f"{home}blog/2024/01/01/post-1/"
        (feed,) = versions.html(page).select('link[type="application/rss+xml"]')
        assert feed["href"] == f"{home}blog/rss.xml"
        for path in ("blog/rss.xml", "blog/atom.xml", "blog/feed.json", "sitemap.xml"):
            text = versions.read(f"{version}/{path}")
            assert f"{home}blog/2024/01/01/post-1/" in text
            assert f"{SITE_URL}1.0/" not in text
            assert f"{SITE_URL}2.0/" not in text
