"""A page shows fragments only while it is written."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from mkdocs_blog_plugin.site.output.unwritten import Unwritten


def a_page(content: str) -> Any:
    return SimpleNamespace(
        content=content, meta={"title": "A"}, file=SimpleNamespace(src_uri="a.md")
    )


def test_a_written_page_has_its_own_content_and_meta_again() -> None:
    unwritten, page = Unwritten(), a_page("own")
    with unwritten.changed(page):
        page.content, page.meta = "fragments", {"title": "B"}
    assert page.content == "fragments"
    unwritten.drop(page)
    assert (page.content, page.meta) == ("own", {"title": "A"})


def test_changes_of_other_plugins_to_a_page_without_fragments_stay() -> None:
    unwritten, page = Unwritten(), a_page("own")
    with unwritten.changed(page):
        pass
    page.content = "theirs"
    unwritten.drop(page)
    assert page.content == "theirs"


def test_the_facts_about_a_post_are_made_once_until_its_page_is_written() -> None:
    unwritten, page = Unwritten(), a_page("own")
    made: list[Any] = []

    def make() -> Any:
        made.append(object())
        return made[-1]

    first = unwritten.public_post("a.md", make)
    assert unwritten.public_post("a.md", make) is first
    unwritten.drop(page)
    assert unwritten.public_post("a.md", make) is not first
    assert len(made) == 2
