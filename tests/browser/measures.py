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
() => [...document.querySelectorAll('[class^="blog-"], [class*=" blog-"]')]
    .filter(element => element.getClientRects().length)
    .filter(element => !element.parentElement.closest('.h-entry[dir]'))  // is clipped
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1
        || (element.matches('.blog-excerpt, .blog-name, .blog-title, .p-summary')
            && element.scrollWidth > element.clientWidth + 1))
    .map(element => element.className)
"""


def overflowing(page: Page) -> list[str]:
    """Return the classes of what is wider than the window, or holds words wider than itself."""
    found: list[str] = page.evaluate(_OVERFLOWING)
    return found


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong with our markup.

    Links are exempt from the test of contrast: they have the theme's own colour.
    """
    found = Axe().run(page, context={"include": [[".blog-root"]]}, options=_RULES)
    return [
        f"{violation['id']}: {node['html']} {node['failureSummary']}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
        if violation["id"] != "color-contrast" or not node["html"].startswith("<a ")
    ]
