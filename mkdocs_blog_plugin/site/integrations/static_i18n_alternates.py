"""The same page in other languages: what static-i18n's language switcher and sitemap lead to.

It notes the versions of a page as files in `alternates`, at the paths that MkDocs gives them. Posts
go elsewhere, and pages of views it does not know at all.
"""

from __future__ import annotations

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
    from collections.abc import Callable, Iterator, Sequence

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
) -> None:
    """Let each page of the blog know where its versions in other languages are.

    Args:
        blog: The blog in the language that is built.
        files: All files of that language.
        config: MkDocs' configuration.
        language: The language that is built.
        settings_in: Returns the settings under which the posts of another language are read.
    """
    for src_uri in blog.pagers:
        _introduce(files.src_uris[src_uri], language)
    posts = [files.src_uris[src_uri] for src_uri in blog.posts]
    others = [code for code in translator_of(config).build_languages if code != language.code]
    for code in others:
        other = language_called(code, config)
        _link_index(files.src_uris[blog.index.pagers[0].src_uri], config, language, other)
        _link_posts(posts, files, config, other, settings_in(code))


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
    location = other.place(Location.of_file(path, directory_urls=index.use_directory_urls))
    _alternates(index).setdefault(other.code, generate(config, index.src_uri, "", location))


def _link_posts(
    posts: Sequence[File], files: Files, config: MkDocsConfig, other: Language, settings: Settings
) -> None:
    """Move the versions of `posts` in `other` to where its build puts them; forget those of drafts."""
    versions = [found[other.code] for file in posts if other.code in (found := _alternates(file))]
    locations = dict(_locations(versions, files, config, settings))
    for file in posts:
        alternates = _alternates(file)
        if other.code in alternates:
            location = locations.get(alternates[other.code].src_uri)
            if location is None:
                del alternates[other.code]
            else:
                move(alternates[other.code], other.place(location))


def _locations(
    versions: Sequence[File], files: Files, config: MkDocsConfig, settings: Settings
) -> Iterator[tuple[str, Location]]:
    for file, document in read_documents(versions, files, config, settings, Problems()):
        post = read_document(
            document, settings=settings, authors=KnownAuthors(), problems=Problems()
        )
        if isinstance(post, Post) and (settings.drafts.show_all or not post.state.is_draft):
            yield file.src_uri, post.location


def _alternates(file: File) -> dict[str, File]:
    found: dict[str, File] = vars(file)["alternates"]
    return found


def update_sitemap(context: TemplateContext, config: MkDocsConfig) -> None:
    """Let static-i18n's sitemap list those pages of this build that MkDocs' own would list."""
    if translator := translator_of(config):
        translator.i18n_files_per_language[translator.current_language] = context["pages"]
