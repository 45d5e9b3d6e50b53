"""Unit tests of `site.theme.nav_facts`: whatever differs in a nav differs in its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from mkdocs_blog_plugin.site.theme.facts import NotPlainError, text_of
from mkdocs_blog_plugin.site.theme.nav_facts import NavFacts

if TYPE_CHECKING:
    from collections.abc import Callable


def page(path: str) -> Page:
    """Return the page of the file `path`, read as if it had only a title."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Site", "docs_dir": ".", "site_dir": "site"})
    return Page(path, File(path, "docs", "site", use_directory_urls=True), config)


def nav() -> Navigation:
    """Return a nav of a page, a section with a page, and a link."""
    home, inner = page("index.md"), page("part.md")
    section = Section("Part", [inner])
    inner.parent = section
    return Navigation([home, section, Link("Out", "https://example.org")], [home, inner])


def facts(made: Navigation) -> str:
    return text_of(NavFacts(made).all())


def test_the_same_nav_has_the_same_facts() -> None:
    assert facts(nav()) == facts(nav())


def _be_an_index(made: Navigation) -> None:
    made.pages[1].file = page("part/index.md").file


def _have_another_parent(made: Navigation) -> None:
    made.items[2].parent = made.items[1]


def _belong_to_a_page(made: Navigation) -> None:
    made.items[2].parent = page("else.md")


CHANGES: list[Callable[[Any], object]] = [
    lambda made: made.items.reverse(),
    lambda made: made.pages.reverse(),
    lambda made: made.pages.append(page("other.md")),
    lambda made: setattr(made, "homepage", made.pages[1]),
    lambda made: setattr(made, "homepage", None),
    lambda made: setattr(made, "word", "x"),
    lambda made: setattr(made.items[0], "title", "x"),
    lambda made: setattr(made.items[1], "title", "x"),
    lambda made: setattr(made.items[1], "word", "x"),
    lambda made: setattr(made.items[2], "url", "x"),
    lambda made: made.pages[1].meta.update(icon="x"),
    lambda made: made.items[1].children.clear(),
    _be_an_index,
    _have_another_parent,
    _belong_to_a_page,
]


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_of_a_nav_changes_its_facts(change: Callable[[Navigation], object]) -> None:
    made = nav()
    change(made)
    assert facts(made) != facts(nav())


def test_pages_that_the_nav_has_beside_its_items_count_with_their_meta() -> None:
    one, other = nav(), nav()
    for made, word in ((one, "x"), (other, "y")):
        hidden = page("other.md")
        hidden.meta = {"word": word}
        made.pages.append(hidden)
    assert facts(one) != facts(other)


def test_a_section_outside_the_nav_is_not_known() -> None:
    made = nav()
    made.items[0].parent = Section("Elsewhere", [])
    with pytest.raises(NotPlainError):
        facts(made)


def test_items_of_another_kind_are_not_known() -> None:
    class Other(Link):
        pass

    made = nav()
    made.items.append(Other("a", "b"))
    with pytest.raises(NotPlainError):
        facts(made)


def test_a_page_is_told_by_its_place() -> None:
    made = nav()
    known = NavFacts(made)
    post, other = page("post.md"), page("post.md")
    assert known.of_page(post) == known.of_page(other)
    post.parent = made.pages[0]  # type: ignore[assignment]
    other.parent = made.pages[1]  # type: ignore[assignment]
    assert known.of_page(post) != known.of_page(other)
