"""Measures of what a reader sees, for any page with something of the blog on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
"""A word that is wider than a telephone."""

_RULES = {"rules": {"scrollable-region-focusable": {"enabled": False}}}
"""Tables and code scroll as the theme lets them."""

_OVERFLOWING = """
limit => [...document.querySelectorAll('[class^="blog-"], [class*=" blog-"]')]
    .filter(element => element.getClientRects().length)
    .filter(element => !element.parentElement.closest('.blog-root .h-entry[dir]'))  // is clipped
    .filter(element => element.getBoundingClientRect().right > Math.max(innerWidth, limit) + 1
        || (element.matches('.blog-excerpt, .blog-name, .blog-title, .p-summary')
            && !element.querySelector('.md-typeset__scrollwrap')  // reaches the window's edges
            && element.scrollWidth > element.clientWidth + 1))
    .map(element => element.className)
"""


def overflowing(page: Page, limit: int = 0) -> list[str]:
    """Return the classes of what is wider than the window, or holds words wider than itself.

    `limit` is the width in pixels that a page has on this theme, where it is wider than the window.
    """
    found: list[str] = page.evaluate(_OVERFLOWING, limit)
    return found


def width(page: Page) -> int:
    """Return how wide a page is in pixels, which may be more than its window is."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong with our markup.

    Links are exempt from the test of contrast: they have the theme's own colour.
    """
    found = Axe().run(page, context={"include": [[".blog-root"]]}, options=_RULES)
    return [
        f"{violation['id']}: {node['html']} {node['failureSummary']}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
        if violation["id"] != "color-contrast" or not _is_link(page, node["target"][0])
    ]


def _is_link(page: Page, selector: str) -> bool:
    """Return whether an element is a link, or a part of one."""
    return bool(page.locator(selector).first.evaluate("element => !!element.closest('a')"))
