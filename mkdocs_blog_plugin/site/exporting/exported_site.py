"""A whole site as another engine reads it: Markdown, files, navigation and sitemap."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs.commands.build import _build_template
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from mkdocs_blog_plugin.export.finished_page import as_markdown
from mkdocs_blog_plugin.site.exporting.finished import FinishedPages, convert_all
from mkdocs_blog_plugin.site.exporting.ordinary import OrdinaryPages
from mkdocs_blog_plugin.site.exporting.paths import Paths
from mkdocs_blog_plugin.urls.relative import relative_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import jinja2
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation

    from mkdocs_blog_plugin.site.build import Build
    from mkdocs_blog_plugin.site.exporting.finished import Progress
    from mkdocs_blog_plugin.site.planned_site import PlannedSite

_REDIRECT = """\
<!doctype html>
<html><head><meta charset="utf-8"><title>{url}</title>
<link rel="canonical" href="{url}"><meta http-equiv="refresh" content="0; url={url}">
<meta name="robots" content="noindex"></head><body><a href="{url}">{url}</a></body></html>
"""


@dataclass(frozen=True, kw_only=True)
class ExportedSite:
    """The files, navigation and sitemap of an export."""

    docs: Mapping[str, bytes | Path]
    """The content of each file below the docs folder, or the file to copy, by path."""
    nav: Sequence[object]
    """The navigation, in the form of MkDocs' `nav`."""
    sitemap: str
    """The finished sitemap; empty where the theme has none."""
    moved: Sequence[str]
    """Old addresses, from the site's root, of the pages that get another one."""


def export_site(site: PlannedSite, builds: Sequence[Build], progress: Progress) -> ExportedSite:
    """Return a planned site in the form that other engines read.

    Args:
        site: The site.
        builds: The builds of all its blogs, which `site` was planned with.
        progress: Shows the progress of the work.
    """
    own = {src_uri for build in builds for src_uri in (*build.blog.posts, *build.blog.pagers)}
    paths = Paths(frozenset(own))
    env = convert_all(site, progress)
    moved = paths.moved(site.files)
    sitemap = _sitemap(site, env, moved)  # before pages have the canonical URLs of their originals
    finished = FinishedPages(site, env, paths).of(builds)
    docs: dict[str, bytes | Path] = {page.path: as_markdown(page).encode() for page in finished}
    ordinary = OrdinaryPages(site, builds, paths)
    files = [file for file in site.files if _is_wanted(file, site)]
    for file in files:
        if not file.is_documentation_page():
            docs[paths.path_of(file)] = _content(file)
        elif file.src_uri not in own:
            docs[paths.path_of(file)] = ordinary.text_of(file).encode()
    docs |= {unquote(old): _redirect(new, old) for old, new in moved.items()}
    return ExportedSite(
        docs=docs,
        nav=list(_entries(site.nav, paths)),
        sitemap=sitemap,
        moved=[unquote(old) for old in moved],
    )


def _is_wanted(file: File, site: PlannedSite) -> bool:
    """Return whether a file belongs to the site itself, and not to its theme."""
    return file.inclusion.is_included() and file.src_dir not in site.config.theme.dirs


def _content(file: File) -> bytes | Path:
    is_on_disk = file.generated_by is None and file.abs_src_path is not None
    return Path(file.abs_src_path or "") if is_on_disk else file.content_bytes


def _redirect(new: str, old: str) -> bytes:
    url = escape(relative_url(new, old))
    return _REDIRECT.format(url=url).encode()


def _entries(nav: Navigation | Iterable[object], paths: Paths) -> Iterator[object]:
    """Yield the entries of the navigation, all with their titles: HTML, as themes print them."""
    for item in nav:
        if isinstance(item, Section):
            yield {item.title: list(_entries(item.children, paths))}
        elif isinstance(item, Page):
            yield {str(item.title): paths.path_of(item.file)}
        elif isinstance(item, Link):
            yield {item.title: item.url}


def _sitemap(site: PlannedSite, env: jinja2.Environment, moved: Mapping[str, str]) -> str:
    name = "sitemap.xml"
    if name not in site.config.theme.static_templates:
        return ""
    text = _build_template(name, env.get_template(name), site.files, site.config, site.nav)
    for old, new in moved.items():
        text = text.replace(f"/{old}<", f"/{new}<")
    return text
