"""Takes the pictures of the gallery in the documentation: `make gallery`."""

from __future__ import annotations

import base64
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import sync_playwright
from support.chromium import launch, stay_here
from support.goals import read_goal
from support.sites import build_site
from support.web_server import serve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/gallery"
QUALITY = 80

COVER = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="{}" d="M0 0h16v9H0z"/>'
    '<circle cx="12" cy="3" r="1.4" fill="{}"/><path fill="{}" d="M0 9V6l4-3 5 4 3-2 4 3v1z"/></svg>'
)
FILES = {
    "index.md": """# Acme

A tool that does one thing.

## News

<!-- blog:posts limit=4 layout=cards -->

## Topics

<!-- blog:tags -->
""",
    "guide.md": "# Guide\n\nFirst do this.\n\n## Then that\n\nAnd no more.\n",
    "blog/index.md": "# News\n\nWhat we build, what broke, and what we learnt from it.\n",
    "blog/.authors.yml": """
authors:
  ada:
    name: Ada Lovelace
    description: Writes about engines, and what they may do one day.
    url: https://example.org/ada
  charles:
    name: Charles Babbage
    description: Builds things that turn.
""",
    "blog/posts/dawn.svg": COVER.format("#f6d8a8", "#fff3d6", "#4a6274"),
    "blog/posts/sea.svg": COVER.format("#a9cfe6", "#ffffff", "#1f4e6b"),
    "blog/posts/slow.md": """---
date: 2026-11-03
updated: 2026-11-10
authors: [ada, charles]
tags: [Performance, Engines]
categories: [Workshop]
series: Faster jobs
cover: dawn.svg
description: How a job of four minutes became one of forty, and what we did about it.
pin: true
---

# A slow job, and how we found out why

An engine that nobody watches is an engine that nobody understands. We began to look at ours more closely in
spring, when a job that used to take four minutes took forty.

!!! note "What you need"
    An engine with a log, and patience.

<!-- more -->

## The search

```python title="job.py"
engine = Engine("difference", columns=7)
for card in cards:
    engine.turn(card)  # this one took forty minutes
```

| Run | Cards | Minutes |
|----:|------:|--------:|
|   1 |   200 |      40 |
|   2 |   400 |       4 |

It was the order of the cards.[^1]

[^1]: It always is.
""",
    "blog/posts/plan.md": """---
date: 2026-10-12
author: ada
tags: [Engines]
categories: [Workshop]
series: Faster jobs
---

# Reading a plan without tears

A plan says what an engine will do before it does it. Most of it can be skipped. This is the part that cannot.

Begin at the end.
""",
    "blog/posts/meeting.md": """---
date: 2026-09-20
author: charles
tags: [Meetings]
cover: sea.svg
---

# Notes from the meeting by the sea

Forty people, nine talks and one storm. The slides are below, and so are the answers that we owed.

All of them.
""",
    "blog/posts/release.md": """---
date: 2026-08-01
author: charles
tags: [Releases, Performance]
---

# Version 2 turns faster

The wheels are brass now. Nothing else has changed, and yet everything takes half of the time.

Enjoy.
""",
}
CONFIG = """
site_name: Acme
theme: {theme}
nav: [Home: index.md, Guide: guide.md, Blog: blog/index.md]
plugins: [search, blog-plugin: {{series: true, blog_toc: true}}]
markdown_extensions:
  [admonition, footnotes, tables, pymdownx.superfences, pymdownx.highlight, toc: {{permalink: false}}]
"""
INDEX, HOME, AUTHOR, FEED = "blog/", "", "blog/author/ada/", "blog/rss.xml"
POST = "blog/2026/11/03/a-slow-job-and-how-we-found-out-why/"


@dataclass(frozen=True)
class Picture:
    """One picture of the gallery."""

    name: str
    theme: str
    """As in mkdocs.yml."""
    path: str
    width: int = 1280
    height: int = 860
    is_dark: bool = False
    """Whether the reader's system is dark."""


PICTURES = (
    Picture("material-list", "{name: material, font: false}", INDEX),
    Picture("material-post", "{name: material, font: false, palette: {scheme: slate}}", POST),
    Picture("material-cards", "{name: material, font: false}", HOME),
    Picture("mkdocs-post", "mkdocs", POST),
    Picture("mkdocs-author", "{name: mkdocs, color_mode: dark}", AUTHOR, width=400),
    Picture("readthedocs-list", "readthedocs", INDEX),
    Picture("shadcn-list", "shadcn", INDEX),
    Picture("terminal-list", "{name: terminal, palette: dark}", INDEX),
    Picture("simple-blog-list", "simple-blog", INDEX, width=400),
    Picture("primer-post", "primer", POST),
    Picture("feed", "mkdocs", FEED, width=760, height=440),
    Picture("own-look", "mkdocs\nextra_css: [blog.css]", INDEX),
)
OWN_PICTURES = (
    Picture("own-blog", "", INDEX),
    Picture("own-author", "", "blog/author/maintainers/", height=700),
    Picture("own-post", "", "blog/2026/11/23/one-line-per-mistake/", width=400, is_dark=True),
)
"""Those of the blog in our documentation."""


@dataclass(frozen=True)
class Typed:
    """A picture of what a page of the documentation asks its reader to type."""

    picture: Picture
    page: str
    """From the docs folder."""
    number: int = 0
    """Which of the configurations on the page."""
    command: Literal["build", "serve"] = "build"


TYPED = (
    Typed(
        Picture("first-post", "", "blog/2026/11/29/the-spring-release/", 1280, 520),
        "getting-started.md",
    ),
    Typed(
        Picture("two-authors", "mkdocs", "blog/2026/11/23/two-engines/", 1000, 420), "authors.md"
    ),
    Typed(
        Picture("terms", "mkdocs", "blog/2026/11/25/what-is-in-the-index/", 1000, 480), "terms.md"
    ),
    Typed(
        Picture("comments", "", "blog/2026/11/27/why-our-gears-are-brass/", 1000, 560),
        "comments.md",
    ),
    Typed(Picture("drafts", "material", INDEX, 760, 560), "drafts.md", command="serve"),
    Typed(Picture("two-blogs", "", "engineering/", 1000, 480), "several-blogs.md"),
    Typed(Picture("german", "", "blog/2026/11/20/willkommen/", 760, 460), "languages.md"),
    Typed(Picture("blog-only", "", "", 760, 460), "blog-only.md"),
    Typed(Picture("pinned", "mkdocs", INDEX, 1000, 480), "hooks.md"),
    Typed(Picture("release", "mkdocs", "blog/2026/11/29/1.1.0/", 1000, 480), "releases.md"),
)
PORTRAIT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><path fill="#c9a27a" d="M0 0h200v200H0z"/>'
    '<circle cx="100" cy="80" r="42" fill="#f6ddc4"/><circle cx="100" cy="200" r="75" fill="#35506b"/></svg>'
)


def _take(browser: Browser, picture: Picture) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = {**FILES, "blog.css": _own_look()}
        site = build_site(Path(folder), files, CONFIG.format(theme=picture.theme))
        with serve(site.folder) as url:
            _shoot(browser, picture, url)


def _take_typed(browser: Browser, typed: Typed) -> None:
    goal = read_goal(typed.page)
    config = goal.configurations[typed.number] if goal.configurations else ""
    files = {**goal.files, "images/ada.png": _portrait(browser)}
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(
            Path(folder), files, config, theme=typed.picture.theme, command=typed.command
        )
        with serve(site.folder) as url:
            _shoot(browser, typed.picture, url)


def _portrait(browser: Browser) -> bytes:
    page = browser.new_page(viewport={"width": 200, "height": 200})
    page.set_content(f'<body style="margin: 0">{PORTRAIT}</body>')
    try:
        return page.screenshot(type="png")
    finally:
        page.close()


def _own_look() -> str:
    """Return the small theme that the page about looks shows."""
    text = (ROOT / "docs/looks.md").read_text(encoding="utf-8")
    *_, theme = re.findall(r"^```css .+?\n(.+?)^```$", text, re.MULTILINE | re.DOTALL)
    return str(theme)


def _take_own(browser: Browser, pictures: Sequence[Picture]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=folder, strict=False)
        build(config)  # not strict: a picture may be taken for the first time
        with serve(Path(folder)) as url:
            for picture in pictures:
                _shoot(browser, picture, url)


def _shoot(browser: Browser, picture: Picture, url: str) -> None:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.is_dark else "light",
    )
    page.route("**/*", stay_here)
    answer = page.goto(url + picture.path, wait_until="networkidle")
    assert answer is not None
    assert answer.ok, picture
    (FOLDER / f"{picture.name}.webp").write_bytes(_webp(page))
    page.close()


def _webp(page: Page) -> bytes:
    """Return what the window shows; Playwright's own screenshots are of larger formats."""
    session = page.context.new_cdp_session(page)
    shot = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    return base64.b64decode(shot["data"])


def main(*names: str) -> None:
    """Take the pictures that are named, or all."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for picture in PICTURES:
            if picture.name in names or not names:
                _take(browser, picture)
        for typed in TYPED:
            if typed.picture.name in names or not names:
                _take_typed(browser, typed)
        if own := [picture for picture in OWN_PICTURES if picture.name in names or not names]:
            _take_own(browser, own)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
