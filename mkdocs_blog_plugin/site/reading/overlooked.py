"""Files that look like parts of the blog, although it does not read them."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel

from mkdocs_blog_plugin.posts.misplaced import (
    foreign_post,
    is_foreign_post,
    missing_files,
    missing_place,
    overlooked_files,
    unknown_fragment,
    without_posts,
)
from mkdocs_blog_plugin.posts.recognition import is_inside
from mkdocs_blog_plugin.render.environment import fragment_names
from mkdocs_blog_plugin.site.files.files import path_of
from mkdocs_blog_plugin.site.integrations.material_blog import folders_of_material, same_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.problems import Problem, Problems
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.setup import Setup


def exclude_foreign_posts(files: Files, settings: Settings, problems: Problems) -> None:
    """Exclude posts in another markup from the site: MkDocs would copy them as they are."""
    for file in files:
        is_other = file.inclusion.is_included() and not file.is_documentation_page()
        if is_other and is_foreign_post(path_of(file), partial(_beginning, file), settings):
            file.inclusion = InclusionLevel.EXCLUDED
            problems.add(foreign_post(file.src_uri))


def _unknown_fragments(config: MkDocsConfig) -> Iterator[Problem]:
    """Yield templates of the site that look like overrides and override nothing."""
    folder = Path(config.theme.custom_dir or "", "blog")
    if config.theme.custom_dir and folder.is_dir():
        known = fragment_names()
        for path in sorted(folder.glob("*.html")):
            if path.name not in known:
                yield unknown_fragment(os.path.relpath(path, config.docs_dir), known)


def _beginning(file: File) -> str:
    try:
        return file.content_bytes[:8].decode(errors="replace")
    except OSError:
        return ""


def report_overlooked(
    pages: Sequence[File], files: Files, setup: Setup, *, has_posts: bool
) -> None:
    """Report files that options or their names seem to mean, and a blog without posts.

    Args:
        pages: All documentation pages, drafts among them.
        files: The files of the site.
        setup: Of the build.
        has_posts: Whether the blog has any.
    """
    settings, problems = setup.source_settings, setup.problems
    paths = {path_of(file) for file in files}
    folder = settings.posts.dir
    is_there = any(is_inside(path, folder) for path in paths)
    is_there = is_there or Path(setup.config.docs_dir, folder).is_dir()
    if "post_dir" in settings.written and not is_there:
        problems.add(missing_place("post_dir", f"the folder '{folder}'"))
    problems.extend(missing_files(paths, settings))
    problems.extend(overlooked_files(paths, settings))
    problems.extend(same_folder(folders_of_material(setup.config), settings.blog_dir))
    problems.extend(_unknown_fragments(setup.config))
    if has_posts:
        return
    inside = [page for page in pages if is_inside(path_of(page), folder)]
    drafts = sum(page.inclusion.is_excluded() for page in inside)
    problems.add(without_posts(len(inside), drafts, settings))
