"""What readers do on our own documentation: read, page through, filter, search, by any means."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser.pages import BlogIndex, PostPage, Search, outline_style
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import expect
from support.web_server import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser")

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
PER_PAGE = 3
POSTS = len(list(CONFIG.parent.glob("docs/blog/posts/*.md")))
TITLE = "Moving a blog, and what breaks on the way"
ADDRESS = "moving-a-blog-and-what-breaks-on-the-way/"


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the documentation with a short index, and serve it."""
    folder = tmp_path_factory.mktemp("docs")
    with serve(folder) as url:
        config = load_config(str(CONFIG), site_dir=str(folder), site_url=url)
        config.plugins["blog-plugin"].config["pagination_per_page"] = PER_PAGE
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
        yield url


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open an empty page, in a window with the given properties."""
    contexts = []

    def opened(**options: Any) -> Page:
        context = browser.new_context(base_url=address, reduced_motion="reduce", **options)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def test_a_post_is_read_from_the_index(visit: Callable[..., Page]) -> None:
    post = BlogIndex(visit()).open().read(TITLE)
    expect(post.heading).to_contain_text(TITLE)
    expect(post.content).to_contain_text("We wanted to know how true that is")


def test_all_posts_are_reached_page_by_page(visit: Callable[..., Page]) -> None:
    index = BlogIndex(visit()).open()
    newest = index.titles
    index.older()
    expect(index.number).to_have_text("2")
    assert len(newest) == PER_PAGE
    assert len(index.titles) == min(PER_PAGE, POSTS - PER_PAGE)
    assert not set(newest) & set(index.titles)
    index.newer()
    expect(index.number).to_have_text("1")
    assert index.titles == newest


def test_a_tag_leads_to_its_posts_alone(visit: Callable[..., Page]) -> None:
    term = BlogIndex(visit()).open().read(TITLE).tag("Migration")
    expect(term.heading).to_contain_text("Migration")
    assert term.titles == [TITLE]


def test_the_byline_leads_to_the_author(visit: Callable[..., Page]) -> None:
    author = BlogIndex(visit()).open().read(TITLE).author("The maintainers")
    expect(author.heading).to_contain_text("The maintainers")
    expect(author.profile).to_contain_text("write and mend this plugin")
    assert TITLE in author.titles


def test_search_finds_the_post_once_and_no_view(visit: Callable[..., Page]) -> None:
    page = visit()
    BlogIndex(page).open()
    in_blog = [url for url in Search(page).find(TITLE) if "/blog/" in url]
    assert sum(url.endswith(ADDRESS) for url in in_blog) == 1
    assert [url for url in in_blog if not re.search(r"/blog/\d{4}/\d\d/\d\d/", url)] == []


def test_the_keyboard_alone_opens_a_post(visit: Callable[..., Page]) -> None:
    page = visit()
    title = BlogIndex(page).open().title(TITLE)
    assert outline_style(title) == "none"
    BlogIndex(page).tab_to(title)
    assert outline_style(title) != "none"
    page.keyboard.press("Enter")
    expect(PostPage(page).heading).to_contain_text(TITLE)


def test_pages_are_dark_for_readers_who_prefer_that(visit: Callable[..., Page]) -> None:
    light = BlogIndex(visit(color_scheme="light")).open()
    dark = BlogIndex(visit(color_scheme="dark")).open()
    expect(dark.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert dark.background != light.background
    assert dark.titles == light.titles


def test_nothing_is_wider_than_a_telephone(visit: Callable[..., Page]) -> None:
    index = BlogIndex(visit(viewport={"width": 360, "height": 740})).open()
    assert index.overflow == 0
    post = index.read(TITLE)
    expect(post.heading).to_contain_text(TITLE)
    assert post.overflow == 0
    term = post.tag("Migration")
    expect(term.heading).to_contain_text("Migration")
    assert term.overflow == 0


def test_the_journey_needs_no_scripts(visit: Callable[..., Page]) -> None:
    index = BlogIndex(visit(java_script_enabled=False)).open()
    index.older()
    expect(index.number).to_have_text("2")
    index.newer()
    post = index.read(TITLE)
    expect(post.content).to_be_visible()
    term = post.tag("Migration")
    expect(term.heading).to_contain_text("Migration")
    expect(term.links).to_have_text([TITLE])
