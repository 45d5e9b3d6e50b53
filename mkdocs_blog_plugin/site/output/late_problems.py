"""The problems that are known only when all pages are converted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.site.links.pictures import missing_recordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.problems import Problem
    from mkdocs_blog_plugin.site.output.listings import Markers


def late_problems(catalog: Catalog, markers: Markers, files: Files) -> Iterator[Problem]:
    """Yield the problems of markers on pages, and of ids and recordings of posts."""
    for file in files.documentation_pages():
        if file.page and file.page.content is not None:
            yield from markers.check(file)
    yield from catalog.guid_problems()
    yield from missing_recordings(catalog.posts, files)
