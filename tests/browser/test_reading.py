"""What a reader sees: everything fits, has enough contrast, and works without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.measures import LONG, faults, overflowing
from support.sites import build_site
from support.web_server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser")

BODY = f"""
Some text to begin with, and a word of no mean length: {LONG}.

| a | b | c |
|---|---|---|
| {LONG} | {LONG} | 3 |

```python
print("a line of code that is a good deal longer than any telephone is wide, and then some")
```

## A section

More.
"""
POSTS = {
    f"blog/posts/{n}.md": (
        f"---\ndate: 2024-01-{n:02}\nupdated: 2024-02-01\ntags: [Spark, {LONG}, t{n}]\n"
        f"categories: [Talks]\nauthors: [Ada Lovelace, Charles Babbage]\n---\n"
        f"# Post {n}{f' {LONG}' if n in (3, 12) else ''}\n{BODY}"
    )
    for n in range(1, 13)
}
AUTHORS = {"blog/.authors.yml": "authors:\n  ada: {name: Ada Lovelace, title: Countess}\n"}
LISTINGS = {
    f"{layout}.md": f"# All\n\n<!-- blog:posts layout={layout} -->\n\nWords below the list.\n"
    for layout in ("list", "cards", "compact")
}
CONFIG = "theme: {theme}\nmarkdown_extensions: [fenced_code, tables]"
MATERIAL = "{name: material, font: false, palette: {scheme: %s}}"
THEMES = {
    "mkdocs": "mkdocs",
    "mkdocs dark": "{name: mkdocs, color_mode: dark}",
    "readthedocs": "readthedocs",
    "material": MATERIAL % "default",
    "material dark": MATERIAL % "slate",
}
PAGES = ("blog/", "blog/page/2/", "blog/2024/01/05/post-5/", "blog/tag/", "blog/archive/")


@pytest.fixture(scope="module", params=THEMES)
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve one small blog on each theme."""
    folder = tmp_path_factory.mktemp("site")
    config = CONFIG.format(theme=THEMES[request.param])
    site = build_site(folder, {"index.md": "# Home\n", **POSTS, **AUTHORS, **LISTINGS}, config)
    with serve(site.folder) as url:
        yield url


@pytest.fixture(params=[360, 1280])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """Open an empty page as wide as a telephone, or as a desk."""
    context = browser.new_context(
        base_url=address, viewport={"width": request.param, "height": 800}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_of_ours_is_wider_than_the_window(page: Page, path: str) -> None:
    page.goto(path)
    assert overflowing(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_our_markup_has_no_fault_that_axe_knows(page: Page, path: str) -> None:
    page.goto(path)
    assert faults(page) == []


def test_a_filter_narrows_the_archive_as_one_types(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.goto("blog/archive/")
    shown = page.locator(".blog-archive li:visible")
    everything = shown.count()
    page.get_by_label("Filter posts").fill("  POST 3 kapitans ")
    assert shown.all_inner_texts() == [text for text in shown.all_inner_texts() if "Post 3" in text]
    assert shown.count() == 1
    page.get_by_label("Filter posts").fill("nothing like it")
    assert page.get_by_text("No posts found.").is_visible()
    assert page.locator(".blog-archive h2:visible").count() == 0
    page.get_by_label("Filter posts").fill("")
    assert shown.count() == everything == 12
    page.close()


@pytest.mark.parametrize("layout", ["list", "cards", "compact"])
def test_a_filter_narrows_a_list_of_all_posts_on_any_page(
    browser: Browser, address: str, layout: str
) -> None:
    page = browser.new_page(base_url=address)
    page.goto(f"{layout}/")
    titles = page.locator(".blog-listing :is(.blog-title, .blog-compact) a:visible")
    everything = titles.all_inner_texts()
    assert len(everything) == 12
    page.get_by_label("Filter posts").fill("POST 12 kapitans")
    assert [title.split()[:2] for title in titles.all_inner_texts()] == [["Post", "12"]]
    page.get_by_label("Filter posts").fill("Words below the list")
    assert titles.all_inner_texts() == []
    assert page.get_by_text("No posts found.").is_visible()
    assert page.get_by_text("Words below the list").is_visible()
    page.get_by_label("Filter posts").fill("")
    assert titles.all_inner_texts() == everything
    assert page.get_by_text("No posts found.").is_hidden()
    page.close()


def test_everything_can_be_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("blog/")
    assert page.locator(".blog-title .p-name").count() == 10
    page.locator(".blog-pager [rel~=next]").click()
    assert page.url.endswith("/blog/page/2/")
    page.locator(".blog-title .p-name").first.click()
    assert page.locator("h1:visible").count() == 1
    assert page.locator(".e-content").inner_text()
    context.close()


BASELINES = """
() => [...document.querySelectorAll('.blog-compact li')].map(item => {
    const [time, title] = ['time', 'a'].map(name => {
        const mark = document.createElement('span');
        mark.style.cssText = 'display: inline-block; width: 1px; height: 0';
        item.querySelector(name).prepend(mark);
        return mark.getBoundingClientRect().bottom;
    });
    return Math.round(10 * Math.abs(time - title)) / 10;
})
"""
"""Returns by how many pixels the baselines of date and title differ, for each line of a list."""


def test_dates_and_titles_stand_on_one_line(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 800})
    for path in ("blog/archive/", "blog/2024/01/05/post-5/"):
        page.goto(path)
        assert set(page.evaluate(BASELINES)) == {0}
    page.close()


DOTS = """
() => [...document.querySelectorAll('.blog-meta, .blog-byline')].flatMap(line => {
    const left = line.getBoundingClientRect().left;
    const clip = parseFloat(getComputedStyle(line).clipPath.match(/([\\d.]+)px\\)$/)[1]);
    return [...line.children]
        .filter(child => !child.matches('data, .blog-author, .blog-badge'))
        .filter(child => child.getBoundingClientRect().left < left + 1)
        .map(child => parseFloat(getComputedStyle(child, '::before').width) * 0.65 < clip);
})
"""
"""Returns of each first thing of a line whether the dot before it is cut off."""


def test_no_line_begins_or_ends_with_a_dot(page: Page) -> None:
    for path in ("blog/", "blog/2024/01/05/post-5/"):
        page.goto(path)
        cut_off = page.evaluate(DOTS)
        assert all(cut_off)
        assert cut_off or path != "blog/"


SIZES = """
() => {
    const size = name => parseFloat(getComputedStyle(document.querySelector(name)).fontSize);
    return {h1: size('h1'), title: size('.blog-title'), initials: size('span.blog-avatar')};
}
"""


def test_type_is_neither_too_small_nor_too_large(page: Page) -> None:
    page.goto("blog/")
    sizes = page.evaluate(SIZES)
    assert sizes["initials"] >= 10
    assert sizes["title"] <= 0.7 * sizes["h1"]


ARABIC = """
---
date: 2024-01-01
---
# مرحبا

نص قصير مع `code.f():` في السطر.

```python
for job in queue:
```
"""
LEFT = """
name => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(name));
    const box = document.querySelector('.e-content').getBoundingClientRect();
    return range.getBoundingClientRect().left - box.left < box.width / 2;
}
"""
"""Returns whether an element's text begins in the left half of the post."""


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_blog_in_arabic_is_written_from_the_right_and_code_from_the_left(
    browser: Browser, tmp_path: Path, theme: str
) -> None:
    key = "language" if theme == "material" else "locale"
    files = {"index.md": "# Home\n", "blog/posts/a.md": ARABIC.lstrip()}
    config = f"theme: {{name: {theme}, {key}: ar}}\nmarkdown_extensions: [fenced_code]"
    with serve(build_site(tmp_path, files, config).folder) as url:
        page = browser.new_page(base_url=url, viewport={"width": 1280, "height": 800})
        page.goto("blog/2024/01/01/مرحبا/")
        assert not page.evaluate(LEFT, "h1")
        assert not page.evaluate(LEFT, ".blog-byline time")
        assert page.evaluate(LEFT, ".e-content pre code")
        page.close()


def test_paper_has_no_ways_to_other_pages(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.emulate_media(media="print")
    for path in ("blog/", "blog/archive/", "blog/2024/01/05/post-5/"):
        page.goto(path)
        assert page.locator(".blog-root").is_visible()
        for name in (".blog-links", ".blog-filter", ".blog-pager", ".blog-more"):
            assert page.locator(f"{name}:visible").count() == 0
    page.close()
