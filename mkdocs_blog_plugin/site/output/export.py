"""The catalog as a file of the site: planned with the other files, written when all is rendered."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.feeds.export import FILE_NAME, export_catalog
from mkdocs_blog_plugin.site.files.files import fill, generate, occupied, taken_paths

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.output.public_posts import Publication


def place_export(
    files: Files, config: MkDocsConfig, settings: Settings, problems: Problems
) -> File | None:
    """Add an empty file for the catalog and return it; None where there is to be none.

    A file that the site already has at its path stays, which is told.
    """
    if not settings.export:
        return None
    path = posixpath.join(settings.blog_dir, FILE_NAME)
    if path in taken_paths(files):
        problems.add(occupied(path, "the export"))
        return None
    file = generate(config, path, b"")
    files.append(file)
    return file


def write_export(publication: Publication, file: File) -> None:
    """Fill `file` with the catalog."""
    blog = publication.blog
    fill(file, export_catalog(blog.catalog, publication.rendered, blog.index, publication.site))
