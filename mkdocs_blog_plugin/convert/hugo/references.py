"""What `ref` and `relref` of Hugo lead to."""

from __future__ import annotations

import posixpath
from itertools import product
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.convert.hugo.blog import HugoBlog
    from mkdocs_blog_plugin.convert.hugo.content import HugoPage


def references(blog: HugoBlog) -> dict[str, dict[str, str]]:
    """Return the address of each page by its language and each name that a reference may use for it, in lower case."""
    found: dict[str, dict[str, str]] = {page.language: {} for page in blog.pages}
    for page in blog.pages:
        bare = posixpath.splitext(page.relative)[0]
        short = bare.removesuffix("/index").removesuffix("/_index")
        folder, file = posixpath.split(page.relative)
        as_written = posixpath.basename(page.path)
        names = (
            page.relative,
            posixpath.join(folder, as_written),
            as_written,
            bare,
            short,
            file,
            posixpath.basename(short),
        )
        for name in names:
            found[page.language].setdefault(name.lower(), blog.addresses[page.path])
    return found


def resolve(target: str, page: HugoPage, known: Mapping[str, Mapping[str, str]]) -> str | None:
    """Return the address of what a reference on `page` names, with its fragment; None if unknown.

    A page in its own language comes before others of that name.
    """
    path, mark, anchor = unquote(target.strip()).partition("#")
    if not path:
        return mark + anchor
    names = [path.strip("/"), path.rstrip("/").removesuffix(".md")]
    if not path.startswith("/"):
        folder = posixpath.dirname(page.relative)
        names.insert(0, posixpath.normpath(posixpath.join(folder, path)))
    languages = [known.get(page.language, {}), *known.values()]
    for pages, name in product(languages, names):
        address = pages.get(name.strip("/").lower())
        if address:
            return address + mark + anchor
    return None
