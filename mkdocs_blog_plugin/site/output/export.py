"""The catalog as a file of the site: planned with the other files, written when all is rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.feeds.export import export_catalog
from mkdocs_blog_plugin.site.files.files import fill, generate, replace_excluded

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.site.output.public_posts import Publication


def place_export(path: str, files: Files, config: MkDocsConfig) -> File:
    """Add an empty file for the catalog at `path`, and return it."""
    file = generate(config, path, b"")
    replace_excluded(files, file)
    return file


def write_export(publication: Publication, file: File) -> None:
    """Fill `file` with the catalog."""
    blog = publication.blog
    fill(file, export_catalog(blog.catalog, publication.rendered, blog.index, publication.site))
