"""Sites in several languages: the plugin static-i18n builds such a site once for each of them.

In `on_files`, at priority -100, it keeps the files of one language, gives them their paths in the
site, and drops pages that others have made: a blog of that language is read after it. Posts are
recognised and addressed by their path within the language, `blog/posts/x.md` for
`blog/posts/x.de.md` as well as for `de/blog/posts/x.md`; all that is written goes below the folder
that the language has in the site.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mkdocs_blog_plugin.posts.post import State
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.urls.paths import PathError, safe_path

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.view import View


@dataclass(frozen=True, kw_only=True)
class Language:
    """What a build has to know about its language; all is empty where the site has only one."""

    code: str = ""
    """As static-i18n spells it (`pt-BR`)."""
    root: str = ""
    """Folder of the site with the pages of this language; empty for the default language."""
    source_root: str = ""
    """Folder of the docs with the pages of this language; empty where file names tell it."""

    def in_site(self, settings: Settings) -> Settings:
        """Return `settings` with the paths that they mean below the folder of this language."""
        paths = settings.feeds.formats.items()
        formats = {key: path and posixpath.join(self.root, path) for key, path in paths}
        return replace(
            settings,
            blog_dir=posixpath.join(self.root, settings.blog_dir).rstrip("/"),
            feeds=replace(settings.feeds, formats=formats),
        )

    def place(self, location: Location) -> Location:
        """Return `location` below the folder of this language."""
        if not self.root:
            return location
        return Location(
            posixpath.join(self.root, location.dest_uri),
            posixpath.join(quote(self.root), location.url),
        )

    def adopt(self, post: Post, file: File) -> Post:
        """Return `post`, read under its path within the language, as the page that `file` becomes.

        A post that only stands in for a missing translation is in no list.
        """
        if not self.code:
            return post
        adopted = replace(
            post,
            src_uri=file.src_uri,
            location=self.place(post.location),
            aliases=tuple(map(self._alias, post.aliases)),
        )
        locale = vars(file)["locale"]
        if locale == self.code:
            return adopted
        return replace(adopted, state=State.UNLISTED, lang=post.lang or locale)

    def _alias(self, alias: str) -> str:
        try:
            return f"/{posixpath.join(self.root, safe_path(alias))}"
        except PathError:
            return alias  # told with the other redirects

    def name_sources(self, blog: Blog, files: Files) -> Blog:
        """Return `blog` with generated pages named as if they stood among this language's files.

        By such names static-i18n finds what links and the nav ask for.
        """
        if not self.code:
            return blog
        return replace(blog, views=tuple(self._name_sources(view, files) for view in blog.views))

    def _name_sources(self, view: View, files: Files) -> View:
        pagers = (
            pager
            if pager.src_uri in files.src_uris
            else replace(pager, src_uri=self._source(pager.src_uri))
            for pager in view.pagers
        )
        return replace(view, pagers=tuple(pagers))

    def _source(self, path: str) -> str:
        inside = path.removeprefix(f"{self.root}/") if self.root else path
        return posixpath.join(self.source_root, inside)


def translator_of(config: MkDocsConfig) -> Any:
    """Return the plugin static-i18n, None where the site does without."""
    plugin = config.plugins.get("i18n")
    return plugin if hasattr(plugin, "current_language") else None


def current_language(config: MkDocsConfig) -> Language:
    """Return the language that is built now."""
    translator = translator_of(config)
    if translator is None:
        return Language()
    return language_called(translator.current_language or translator.default_language, config)


def language_called(code: str, config: MkDocsConfig) -> Language:
    """Return the language that static-i18n calls `code`."""
    translator = translator_of(config)
    return Language(
        code=code,
        root="" if code == translator.default_language else code,
        source_root=code if translator.config.docs_structure == "folder" else "",
    )
