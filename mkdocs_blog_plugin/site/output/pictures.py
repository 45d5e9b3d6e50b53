"""Pictures that the blog makes, as files of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.site.files.files import claim, generate, is_ours

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.urls.ledger import Ledger


def place_picture(path: str, name: str, ledger: Ledger, files: Files, setup: Setup) -> File | None:
    """Return the file of a picture at `path`, empty so far; None where the path has another owner.

    Another blog of the site may have placed the same picture.

    Args:
        path: Where the picture is to be in the site.
        name: What messages call it.
        ledger: The owner of each path.
        files: The files of the site, which are added to.
        setup: Its problems get a path that is taken.
    """
    file = files.src_uris.get(path)
    if file is not None and is_ours(file, setup.config):
        return file
    if not claim(path, name, ledger, setup.problems):
        return None
    file = generate(setup.config, path, b"")
    files.append(file)
    return file
