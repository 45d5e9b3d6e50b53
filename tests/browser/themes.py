"""The blog on each theme that the documentation names, measured: `make themes`.

The themes are many, and most of them rarely change, so that `make test` leaves them out.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.measures import LONG, faults, overflowing, width
from playwright.sync_api import expect
from support.chromium import stay_here
from support.sites import write_site
from support.web_server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext

MATERIALX = Path(sys.prefix) / "materialx"
"""The theme materialx with all that it needs: its package has the same name as Material's."""

SLATE = "{name: %s, font: false, palette: {scheme: slate}}"
THEMES = {
    "mkdocs": "mkdocs",
    "mkdocs dark": "{name: mkdocs, color_mode: dark}",
    "readthedocs": "readthedocs",
    "material": "{name: material, font: false}",
    "material dark": SLATE % "material",
    "material white": "{name: material, font: false, palette: {primary: white}}",
    "materialx": "{name: materialx, font: false}",
    "materialx dark": SLATE % "materialx",
    "terminal": "terminal",
    "terminal dark": "{name: terminal, palette: dark}",
    "flatly": "flatly",
    "darkly": "darkly",
    **{
        name: name
        for name in (
            *("cinder", "ivory", "windmill", "gitbook", "dracula", "simple-blog"),
            *("rtd-dropdown", "nature", "bootstrap", "primer", "shadcn"),
        )
    },
}

TEXT = "A post of ordinary words. " * 20
LONG_TEXT = f"A post with a word of no mean length: {LONG}. {TEXT}"
CODE = (
    '```python\nprint("a line of code that is a good deal longer than any telephone is wide")\n```'
)
POSTS = {
    f"blog/posts/{n}.md": (
        f"---\nslug: post-{n}\ndate: 2024-01-{n:02}\nupdated: 2024-02-01\nauthors: [ada, charles, grace, linus]\n"
        f"tags: [Spark, Café, {LONG}, t{n}]\ncategories: [Talks]\nseries: Faster jobs\n"
        f"pin: {str(n == 3).lower()}\n{'cover: plot.svg' if n % 2 else ''}\n---\n"
        f"# Post {n} {LONG if n in (4, 8) else 'about engines'}\n\n{CODE if n % 4 == 0 else LONG_TEXT if n > 5 else TEXT}\n\n"
        f"<!-- more -->\n\n{TEXT}\n"
    )
    for n in range(1, 13)
}
FILES = {
    **POSTS,
    "index.md": "# Home\n\n<!-- blog:posts limit=5 layout=cards -->\n\n<!-- blog:tags -->\n",
    "all.md": "# All\n\n<!-- blog:posts layout=compact -->\n",
    "plain.md": "# Plain\n\nAn ordinary page.\n",
    "blog/index.md": "# News\n\nWhat we build.\n",
    "blog/posts/arabic.md": "---\ndate: 2023-01-01\nlang: ar\nslug: arabic\n---\n# مرحبا بالعالم\n\nهذا نص قصير.\n",
    "blog/posts/link.md": "---\ndate: 2023-01-02\nexternal_url: https://example.org/a\n---\n# A link\n",
    "blog/posts/plot.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#fff" d="M0 0h16v9H0z"/></svg>'
    ),
    "blog/.authors.yml": (
        "authors:\n  ada: {name: Ada Lovelace, title: Countess, description: Writes about engines.}\n"
        "  charles: {name: Charles Babbage}\n  grace: {name: Grace Hopper}\n  linus: {name: Linus}\n"
    ),
}
CONFIG = """
theme: {theme}
nav: [Home: index.md, Plain: plain.md, All: all.md, Blog: [blog/index.md]]
plugins: [search, blog-plugin: {{series: true, nav_recent: 3, post_words: true}}]
markdown_extensions: [fenced_code, tables]
"""
LISTS = (
    *("", "all/", "blog/", "blog/page/2/", "blog/archive/", "blog/tag/", "blog/tag/spark/"),
    *("blog/author/", "blog/author/ada/", "blog/series/faster-jobs/"),
)
POST = "blog/2024/01/05/post-5/"
PAGES = (*LISTS, POST, "blog/2023/01/01/arabic/")


@pytest.fixture(scope="module", params=THEMES)
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve one small blog on each theme."""
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, FILES, CONFIG.format(theme=THEMES[request.param]))
    path = str(MATERIALX) if request.param.startswith("materialx") else ""
    variables = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env=variables, check=True)
    if request.param == "windmill":  # it puts each page into a frame, where nothing is measured
        (folder / "site/js/base.js").unlink()
    with serve(folder / "site") as url:
        yield url


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Open a window of the browser."""
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    context.route("**/*", stay_here)
    yield context
    context.close()


@pytest.mark.parametrize("window", [360, 1280])
def test_nothing_of_ours_is_wider_than_other_pages(context: BrowserContext, window: int) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": window, "height": 800})
    page.goto("plain/")
    limit = width(page)
    wide = {}
    for path in PAGES:
        page.goto(path)
        wide[path] = overflowing(page, limit)
    assert {path: found for path, found in wide.items() if found} == {}


def test_our_markup_has_no_fault_that_axe_knows(context: BrowserContext) -> None:
    page = context.new_page()
    found = {}
    for path in PAGES:
        page.goto(path)
        found[path] = faults(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_each_page_has_one_title_and_a_way_to_the_blog(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("plain/")
    usual = page.locator("h1:visible").count()  # two on shadcn and simple-blog
    for path in PAGES[2:]:
        page.goto(path)
        assert 1 <= page.locator("h1:visible").count() <= usual, path
    page.goto(POST)
    page.locator(".blog-footer > .blog-links a").click()
    ways = page.locator(".blog-view > .blog-links")
    for name in ("Archive", "Tags", "Authors"):
        expect(ways.get_by_role("link", name=name)).to_have_count(1)
    assert page.url.endswith("/blog/")
