"""The blog of our documentation as a reader knows it: pages, and what can be done on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

_OUTLINE = "element => getComputedStyle(element).outlineStyle"
_OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"


@dataclass(frozen=True)
class Screen:
    """Whatever page of the site is open."""

    page: Page

    @property
    def heading(self) -> Locator:
        """The heading of the page."""
        return self.page.locator("h1:visible")

    @property
    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate(_OVERFLOW))

    @property
    def background(self) -> str:
        """The colour behind the text."""
        return str(self.page.evaluate(_BACKGROUND))

    def tab_to(self, target: Locator) -> None:
        """Press Tab until `target` has the focus; fail after a whole round of the page."""
        for _ in range(self.page.locator("a, input, button, [tabindex]").count()):
            self.page.keyboard.press("Tab")
            if target.evaluate("element => element === document.activeElement"):
                return
        expect(target).to_be_focused()


class PostPage(Screen):
    """A post."""

    @property
    def content(self) -> Locator:
        """What its author wrote."""
        return self.page.locator(".blog-post .e-content")

    def tag(self, name: str) -> TermPage:
        """Follow the chip of a tag."""
        self.page.locator(".blog-terms").get_by_role("link", name=name, exact=True).click()
        return TermPage(self.page)

    def author(self, name: str) -> AuthorPage:
        """Follow the name in the byline."""
        self.page.locator(".blog-byline").get_by_role("link", name=name).click()
        return AuthorPage(self.page)


class ListPage(Screen):
    """A page that lists posts."""

    @property
    def links(self) -> Locator:
        """The titles, which lead to the posts."""
        return self.page.locator(".blog-list .blog-title a")

    @property
    def titles(self) -> list[str]:
        """The titles, in order."""
        return self.links.all_inner_texts()

    def title(self, name: str) -> Locator:
        """Return the title `name`."""
        return self.links.filter(has_text=name)

    def read(self, name: str) -> PostPage:
        """Open the post with the title `name`."""
        self.title(name).click()
        return PostPage(self.page)


class BlogIndex(ListPage):
    """The blog's index, page by page."""

    def open(self) -> BlogIndex:
        """Go to the first page."""
        self.page.goto("blog/")
        return self

    @property
    def number(self) -> Locator:
        """The number of the current page, in the pager."""
        return self.page.locator(".blog-pager [aria-current=page]")

    def older(self) -> None:
        """Turn to the next page."""
        self.page.locator(".blog-pager").get_by_role("link", name="Older").click()

    def newer(self) -> None:
        """Turn to the previous page."""
        self.page.locator(".blog-pager").get_by_role("link", name="Newer").click()


class TermPage(ListPage):
    """The posts of a tag."""


class AuthorPage(ListPage):
    """An author, and their posts."""

    @property
    def profile(self) -> Locator:
        """The card of the author."""
        return self.page.locator(".blog-profile")


class Search(Screen):
    """The search of Material."""

    def find(self, words: str) -> list[str]:
        """Return the addresses of the pages found; parts of a page count as the page."""
        query = self.page.get_by_role("textbox", name="Search")
        query.click()
        query.fill(words)
        query.press("End")  # Material asks when a key is let go: once, for all the words
        results = self.page.locator(".md-search-result__item > .md-search-result__link")
        results.first.wait_for()
        links = results.evaluate_all("links => links.map(link => link.href)")
        return [urldefrag(link).url for link in links]


def outline_style(target: Locator) -> str:
    """Return how the outline of `target` is drawn: `none` where nothing shows the focus."""
    return str(target.evaluate(_OUTLINE))
