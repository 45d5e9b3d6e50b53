"""What a person sees who opens a feed in a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.sites import SITE_URL, build_site
from support.web_server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

POSTS = {
    f"blog/posts/{n}.md": f"---\ndate: 2024-01-0{n}\n---\n# Post {n}\n\nThe text of {n}.\n"
    for n in (1, 2)
}
CONFIG = """site_description: What we build
plugins: [search, {blog-plugin: {feeds_length: 1, feeds_content: CONTENT}}]"""


VISIBLE = """
() => [...document.querySelectorAll('*')]
    .filter(element => element.getClientRects().length && element.firstChild)
    .map(element => element.firstChild.nodeValue ?? '')
    .filter(text => text.trim())
"""
"""Returns the texts that the window shows."""


@pytest.fixture(params=["full", "excerpt"])
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Open an empty page beside a blog with feeds."""
    site = build_site(tmp_path, POSTS, CONFIG.replace("CONTENT", request.param))
    with serve(site.folder) as url:
        context = browser.new_context(
            base_url=url,
            viewport={"width": 360, "height": 800},
            permissions=["clipboard-read", "clipboard-write"],
        )
        yield context.new_page()
        context.close()


@pytest.mark.parametrize(
    ("path", "number", "day"),
    [
        ("blog/rss.xml", 2, "Tue, 02 Jan 2024"),
        ("blog/atom.xml", 2, "2024-01-02"),
        ("blog/atom-1.xml", 1, "2024-01-01"),
    ],
)
def test_a_feed_reads_like_a_page(page: Page, path: str, number: int, day: str) -> None:
    page.goto(path)
    shown = page.evaluate(VISIBLE)
    address = f"{SITE_URL}{re.sub(r'-1', '', path)}"
    for text in ("What we build", "Site – Blog", f"Post {number}", address, "Copy address"):
        assert shown.count(text) == 1
    assert [text for text in shown if text.startswith(day)]
    assert [text for text in shown if text.startswith("This is a feed.")]
    assert not [text for text in shown if "<p>" in text or "mkdocs-blog-plugin" in text]
    assert [link.get_attribute("href") for link in page.locator("a").all()] == [
        f"{SITE_URL}blog/",
        f"{SITE_URL}blog/2024/01/0{number}/post-{number}/",
    ]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_button_copies_the_address_of_a_feed(page: Page) -> None:
    page.goto("blog/rss.xml")
    page.locator("button").click()
    page.get_by_text("✓").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{SITE_URL}blog/rss.xml"


def test_a_feed_says_nothing_twice_where_the_site_has_no_description(
    browser: Browser, tmp_path: Path
) -> None:
    site = build_site(tmp_path, POSTS)
    with serve(site.folder) as url:
        page = browser.new_page(base_url=url)
        page.goto("blog/rss.xml")
        shown = page.evaluate(VISIBLE)
        assert sorted(shown) == sorted(set(shown))
        page.close()
