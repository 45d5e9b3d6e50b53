from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.blog_fragments import fragments
from support.builders import a_post

from mkdocs_blog_plugin.posts.post import Author
from mkdocs_blog_plugin.render.locale import Locale
from mkdocs_blog_plugin.render.view_titles import ANY_TITLE, TITLES, heading, page_title

if TYPE_CHECKING:
    from mkdocs_blog_plugin.views.view import Pager

BLOG = fragments(
    a_post(
        "x",
        authors=(Author(key="kai", name="Kai"),),
        labels={"tags": ("R&D",), "categories": ("Talks",)},
    )
)
VIEWS = {view.url: view for view in BLOG.views}


def page(number: int) -> Pager:
    return replace(BLOG.views[0].pagers[0], number=number, page=number)


@pytest.mark.parametrize(
    ("url", "number", "title"),
    [
        ("blog/", 1, "Blog"),
        ("blog/", 2, "Blog – Page 2"),
        ("blog/archive/", 1, "Archive"),
        ("blog/archive/2017/", 1, "Posts from 2017"),
        ("blog/tag/", 1, "Tags"),
        ("blog/tag/rd/", 1, "Posts tagged R&D"),
        ("blog/tag/rd/", 3, "Posts tagged R&D – Page 3"),
        ("blog/category/talks/", 1, "Posts in Talks"),
        ("blog/author/kai/", 1, "Posts by Kai"),
    ],
)
def test_a_page_says_what_it_lists(url: str, number: int, title: str) -> None:
    assert page_title(VIEWS[url], page(number), Locale.named("en")) == title


def test_a_page_is_called_by_the_number_of_its_address() -> None:
    third = replace(page(2), page=3)
    assert page_title(VIEWS["blog/"], third, Locale.named("en")) == "Blog – Page 3"


def test_a_title_that_somebody_wrote_stays_as_it_is() -> None:
    written = replace(VIEWS["blog/tag/rd/"], title="What we try out")
    assert page_title(written, page(1), Locale.named("en")) == "What we try out"


def test_a_title_is_in_the_language_of_the_blog() -> None:
    title = page_title(VIEWS["blog/tag/rd/"], page(2), Locale.named("de"))
    assert title == "Beiträge mit dem Schlagwort R&D – Seite 2"


def test_a_heading_marks_the_name_in_it() -> None:
    html = '<h1>Posts tagged <span class="p-name">R&amp;D</span></h1>'
    assert heading(VIEWS["blog/tag/rd/"], Locale.named("en")) == html
    assert heading(VIEWS["blog/author/kai/"], Locale.named("en")) == "<h1>Kai</h1>"


@pytest.mark.parametrize("message", [*TITLES.values(), ANY_TITLE])
def test_every_catalog_has_the_titles(message: str) -> None:
    assert Locale.named("de").gettext(message) != message
