"""Pages and files that look like parts of the blog, although it does not read them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.dates import date_in_name
from mkdocs_blog_plugin.posts.recognition import (
    has_folder,
    is_inside,
    is_own,
    is_section,
    post_name,
)
from mkdocs_blog_plugin.posts.state import written_date
from mkdocs_blog_plugin.problems import Problem, Severity, Summary, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from mkdocs_blog_plugin.posts.fields import Fields
    from mkdocs_blog_plugin.settings import Settings

_FOLDERS = ("posts", "post", "_posts", "blog", "news")
"""Usual names for folders of posts."""
_YAML = ("yml", "yaml")
_NOT_MARKDOWN = (".adoc", ".asciidoc", ".htm", ".html", ".mdx", ".org", ".rst", ".textile")
"""Suffixes of files that are posts in other systems."""
_MARKDOWN = (".markdown", ".md")
"""Suffixes that MkDocs takes for Markdown in small letters only."""


def may_be_misplaced(src_uri: str, settings: Settings) -> bool:
    """Return whether a page lies where posts would be looked for, if it were dated."""
    is_near = is_inside(src_uri, settings.blog_dir)
    is_named = any(has_folder(src_uri, name) for name in _FOLDERS)
    return (is_near or is_named) and is_own(src_uri, settings)


def report_misplaced(fields: Fields, settings: Settings) -> None:
    """Report a page that is not a post although it has a date, in its front matter or its name."""
    path = fields.path
    folder = posixpath.dirname(path)
    is_index = folder == settings.blog_dir and is_section(path, settings)
    key = written_date(fields, settings)
    if is_index or not (key or date_in_name(post_name(path, settings))):
        return
    fields.problems.add(
        Problem(
            path=path,
            line=fields.lines.get(key.lower()),
            key=key,
            message="the page has a date, but is not in a folder of posts",
            expected=f"move it to '{settings.posts.dir or '.'}', or set 'blog: true'; "
            "'blog: false' if it is an ordinary page",
            severity=Severity.INFO,
            summary=Summary(folder, "{count} pages have a date, but are not in a folder of posts"),
        )
    )


def is_foreign_post(src_uri: str, beginning: Callable[[], str], settings: Settings) -> bool:
    """Return whether a file is a post in another markup: it lies among the posts, with front matter.

    Args:
        src_uri: Path of a file that is not Markdown.
        beginning: Returns the first characters of its text.
        settings: Of the blog.
    """
    if not src_uri.lower().endswith((*_NOT_MARKDOWN, *_MARKDOWN)):
        return False
    is_among = is_inside(src_uri, settings.posts.dir) or (
        has_folder(src_uri, "_posts") and is_own(src_uri, settings)
    )
    return is_among and beginning().lstrip("\ufeff").startswith(("---\n", "---\r", "+++"))


def foreign_post(src_uri: str) -> Problem:
    """Return the problem of a post that MkDocs does not take for Markdown, so that it is not published."""
    ending = posixpath.splitext(src_uri)[1]
    is_markdown = ending.lower() in _MARKDOWN
    cure = f"the ending '{ending.lower()}'" if is_markdown else "convert it to Markdown"
    return Problem(
        path=src_uri,
        message=f"'{ending}' is not Markdown, so the file is neither a post nor published",
        expected=f"{cure}, or take away its front matter",
        summary=Summary(
            posixpath.dirname(src_uri),
            f"{{count}} '{ending}' files are not Markdown, so they are neither posts nor published",
        ),
    )


def without_posts(count: int, drafts: int, settings: Settings) -> Problem:
    """Return the problem of a blog without posts.

    Args:
        count: Markdown files in the folder of the posts.
        drafts: How many of them are drafts.
        settings: Of the blog.
    """
    folder = settings.posts.dir or "."
    kept = f", {drafts} of them drafts" if drafts else ""
    return Problem(
        path="",
        key="post_dir",
        message=f"the blog '{settings.blog_dir or '.'}' has no posts; Markdown files in '{folder}': "
        f"{count}{kept}",
        expected="give a page there a date, or set 'post_dir' or 'post_include'",
        severity=Severity.INFO,
    )


def overlooked_files(paths: Collection[str], settings: Settings) -> Iterator[Problem]:
    """Yield the problems of files whose names resemble those of the authors file or the terms file.

    Args:
        paths: All files of the docs folder.
        settings: Of the blog.
    """
    for option, wanted, names in (
        ("authors_file", settings.authors_file, ("authors",)),
        ("terms_file", settings.terms_file, ("terms", "tags")),
    ):
        folder, file = posixpath.split(wanted)
        for name in (f"{dot}{name}.{end}" for name in names for dot in ("", ".") for end in _YAML):
            path = posixpath.join(folder, name)
            if path in paths and path != wanted:
                yield Problem(
                    path=path,
                    message="the blog does not read this file",
                    expected=f"call it '{file}', or set '{option}'",
                    severity=Severity.INFO,
                )


def unknown_fragment(path: str, known: Collection[str]) -> Problem:
    """Return the problem of a template in `blog/` whose name is not that of a fragment.

    Args:
        path: Of the template, from the docs folder.
        known: Names of all fragments.
    """
    return Problem(
        path=path,
        message="no fragment of the blog has this name, so the template replaces nothing",
        expected=nearest(posixpath.basename(path), known),
        severity=Severity.INFO,
    )


def missing_files(paths: Collection[str], settings: Settings) -> Iterator[Problem]:
    """Yield the problems of options that name a file that does not exist."""
    for option, path in (
        ("authors_file", settings.authors_file),
        ("terms_file", settings.terms_file),
    ):
        if option in settings.written and path not in paths:
            yield missing_place(option, f"the file '{path}'")


def missing_place(option: str, what: str) -> Problem:
    """Return the problem of an option that names a file or folder that does not exist."""
    return Problem(
        path="",
        key=option,
        message=f"{what} does not exist",
        expected="a path from the docs folder",
    )


def claimed_earlier(fields: Fields) -> None:
    """Report a page that is a post of an earlier blog of the site, too."""
    message = "two blogs claim the page; the first one in mkdocs.yml keeps it"
    fields.report("", message, "'post_dir' and 'post_include' without common pages")
