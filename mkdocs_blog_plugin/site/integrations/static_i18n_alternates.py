"""The same page in other languages: what static-i18n's language switcher and sitemap lead to.

It notes the versions of a page as files in `alternates`, at the paths that MkDocs gives them. Posts
go elsewhere, and pages of views it does not know at all.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.authors import KnownAuthors
from mkdocs_blog_plugin.posts.post import Post
from mkdocs_blog_plugin.posts.reader import read_document
from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.site.files.documents import read_documents
from mkdocs_blog_plugin.site.files.files import generate, move
from mkdocs_blog_plugin.site.integrations.static_i18n import language_called, translator_of
from mkdocs_blog_plugin.urls.location import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.integrations.static_i18n import Language
    from mkdocs_blog_plugin.views.blog import Blog


def link_translations(
    blog: Blog,
    files: Files,
    config: MkDocsConfig,
    language: Language,
    settings_in: Callable[[str], Settings],
    commits: Mapping[str, datetime],
) -> frozenset[str]:
    """Let each page of the blog know where its versions in other languages are.

    Args:
        blog: The blog in the language that is built.
        files: All files of that language.
        config: MkDocs' configuration.
        language: The language that is built.
        settings_in: Returns the settings under which the posts of another language are read.
        commits: When files were first committed, by `src_uri`, where that is to count.

    Returns:
        The `dest_uri` of each version of a post that search engines should not find: unlisted ones,
        and those that only stand in for a missing translation.
    """
    for src_uri in blog.pagers:
        _introduce(files.src_uris[src_uri], language)
    posts = [files.src_uris[src_uri] for src_uri in blog.posts]
    others = [code for code in translator_of(config).build_languages if code != language.code]
    hidden: set[str] = set()
    for code in others:
        other = language_called(code, config)
        _link_index(files.src_uris[blog.index.pagers[0].src_uri], config, language, other)
        hidden |= _link_posts(posts, files, config, other, settings_in(code), commits)
    return frozenset(hidden)


def _introduce(file: File, language: Language) -> None:
    """Give the page of a view what static-i18n expects of each page."""
    if "alternates" not in vars(file):
        vars(file).update(
            locale=language.code,
            locale_alternate_of=language.code,
            localization=language.code,
            norm_src_uri=file.src_uri,
            alternates={language.code: file},
        )


def _link_index(index: File, config: MkDocsConfig, language: Language, other: Language) -> None:
    """Note the index of `other`: each language has one."""
    path = index.dest_uri.removeprefix(f"{language.root}/") if language.root else index.dest_uri
    here = Location.of_file(path, directory_urls=index.use_directory_urls)
    location = here.below(other.root)
    _alternates(index).setdefault(other.code, generate(config, index.src_uri, "", location))


def _link_posts(
    posts: Sequence[File],
    files: Files,
    config: MkDocsConfig,
    other: Language,
    settings: Settings,
    commits: Mapping[str, datetime],
) -> set[str]:
    """Move the versions of `posts` in `other` to where its build puts them; forget those of drafts.

    Returns:
        The `dest_uri` of each version that search engines should not find.
    """
    versions = [found[other.code] for file in posts if other.code in (found := _alternates(file))]
    built = dict(_built(versions, files, config, settings, commits))
    hidden = set()
    for file in posts:
        version = _alternates(file).get(other.code)
        if version is None:
            continue
        post = built.get(version.src_uri)
        if post is None:
            del _alternates(file)[other.code]
            continue
        move(version, post.location.below(other.root))
        if not post.is_listed or vars(version)["locale"] != other.code:
            hidden.add(version.dest_uri)
    return hidden


def _built(
    versions: Sequence[File],
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    commits: Mapping[str, datetime],
) -> Iterator[tuple[str, Post]]:
    """Yield those of `versions` that the build of their language makes posts of."""
    for file, document in read_documents(versions, files, config, commits, Problems()):
        post = read_document(
            document, settings=settings, authors=KnownAuthors(), problems=Problems()
        )
        if isinstance(post, Post) and (settings.drafts.show_all or not post.state.is_draft):
            yield file.src_uri, post


def _alternates(file: File) -> dict[str, File]:
    found: dict[str, File] = vars(file)["alternates"]
    return found


def update_sitemap(context: TemplateContext, config: MkDocsConfig, hidden: Collection[str]) -> None:
    """Let static-i18n's sitemap list those pages of this build that MkDocs' own would list.

    Args:
        context: What the sitemap is made of.
        config: MkDocs' configuration.
        hidden: The `dest_uri` of each version of a page that the sitemap must not lead to.
    """
    if translator := translator_of(config):
        pages = [_without(hidden, file) for file in context["pages"]]
        translator.i18n_files_per_language[translator.current_language] = pages


def _without(hidden: Collection[str], file: File) -> File:
    """Return a copy of `file` that knows none of the versions of it that are `hidden`.

    The language switcher, which is made of the file itself, still leads to them.
    """
    shown = copy(file)
    versions = _alternates(file).items()
    vars(shown)["alternates"] = {k: v for k, v in versions if v.dest_uri not in hidden}
    return shown
