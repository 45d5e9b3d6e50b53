"""The locations of a blog's views, each at a path of its own."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, TypeVar

from mkdocs_blog_plugin.problems import Problem
from mkdocs_blog_plugin.urls.ledger import Ledger
from mkdocs_blog_plugin.urls.location import Location

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.urls.permalink import Pattern

V = TypeVar("V")


class Addresses:
    """Claims the paths of views, in the order in which they ask, and reports those that are taken.

    Args:
        settings: The blog's settings.
        problems: Collects views whose path is already used.
        ledger: The paths that are already used.
        pages: `src_uri` of each hand-written page by `dest_uri`; the view at its path is
            introduced by it.
    """

    def __init__(
        self,
        settings: Settings,
        problems: Problems,
        ledger: Ledger | None = None,
        pages: Mapping[str, str] | None = None,
    ) -> None:
        self._folder = settings.blog_dir
        self._directory_urls = settings.directory_urls
        self._ledger = ledger or Ledger({})
        self.pages = pages or {}
        self._problems = problems

    def overview(self, folder: str, name: str) -> Location:
        """Return where the overview in `folder` of the blog is, the index for an empty `folder`."""
        path = posixpath.join(self._folder, folder, "index")
        return self.claim(Location.of_page(path, directory_urls=self._directory_urls), name)

    def view(self, pattern: Pattern[V], values: V, name: str) -> Location:
        """Return where the view is whose path `pattern` makes from `values`."""
        wanted = pattern.location(values, folder=self._folder, directory_urls=self._directory_urls)
        return self.claim(wanted, name)

    def claim(self, wanted: Location, name: str) -> Location:
        """Return the location that a page of a view gets; problems call it `name`."""
        page = self.pages.get(wanted.dest_uri, "")
        owner = self._ledger.owner(wanted.dest_uri)
        location = self._ledger.claim(wanted, name, instead_of=page)
        if location != wanted:
            message = (
                f"{name} wants the path '{wanted.dest_uri}' of {owner}, "
                f"so it is written to '{location.dest_uri}'"
            )
            self._problems.add(
                Problem(path="", message=message, expected="a URL format or slug of its own")
            )
        return location
