"""The versions of a changelog as pages in memory, from which posts are read like from any file."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.problems import Origin, Problem, Problems
from mkdocs_blog_plugin.site.files.files import generate
from mkdocs_blog_plugin.urls.paths import is_relative
from mkdocs_blog_plugin.urls.relative import relative_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.settings import Settings


def changelog_path(config: MkDocsConfig, settings: Settings) -> Path | None:
    """Return where the changelog lies whose versions are posts; None without the option."""
    name = settings.releases.file
    return Path(config.config_file_path).parent / name if name else None


def add_releases(
    files: Files, config: MkDocsConfig, settings: Settings, problems: Problems
) -> None:
    """Add a page to `files` for each dated version of the changelog.

    A file that the docs have at its path stays.
    """
    path = changelog_path(config, settings)
    if path is None:
        return
    from mkdocs_blog_plugin.posts.changelog import (  # noqa: PLC0415 - few blogs have a changelog
        read_changelog,
        to_document,
    )

    options = settings.releases
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):  # not UTF-8, or not a possible path
        problems.add(
            Problem(
                path="",
                key="releases_file",
                message=f"cannot read '{options.file}'",
                expected="the path of a changelog in UTF-8, from the folder of mkdocs.yml",
            )
        )
        return
    found = Problems()
    shown = posixpath.relpath(path.as_posix(), Path(config.docs_dir).as_posix())
    for release in read_changelog(text, shown, found):
        src_uri = posixpath.join(settings.posts.dir, "releases", f"{release.version}.md")
        if src_uri in files.src_uris:
            continue
        title = options.title.replace("{site_name}", config.site_name)
        document = to_document(
            release,
            title=title.replace("{version}", release.version),
            categories=options.categories,
            authors=options.authors,
            move=_mover(path, src_uri, config),
        )
        files.append(generate(config, src_uri, document))
        problems.origins[src_uri] = Origin(
            path=shown,
            line=release.line,
            lines=release.lines,
            first=parse_front_matter(document).body_line,
        )
    problems.extend(found)


def _mover(path: Path, src_uri: str, config: MkDocsConfig) -> Callable[[str], str]:
    """Return a function that turns a link in the changelog into one from the page `src_uri`.

    Links into the docs lead to their files, links to other files to the repository, where the
    site names one.
    """
    folder = Path(path.parent.resolve())
    docs = Path(config.docs_dir).resolve()
    root = Path(config.config_file_path).parent.resolve()
    repository = (config.repo_url or "").rstrip("/")
    blob = f"{repository}/{'-/' if 'gitlab' in repository else ''}blob/HEAD/"

    def move(link: str) -> str:
        target, mark, anchor = link.partition("#")
        if not target or not is_relative(link):
            return link
        found = Path(posixpath.normpath((folder / target).as_posix()))
        if found.is_relative_to(docs):
            return relative_url(found.relative_to(docs).as_posix(), src_uri) + mark + anchor
        if repository and found.is_relative_to(root):
            return blob + found.relative_to(root).as_posix() + mark + anchor
        return link

    return move
