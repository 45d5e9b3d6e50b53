"""Sites in several languages: the plugin static-i18n builds such a site once for each of them.

In `on_files`, at priority -100, it keeps the files of one language, gives them their paths in the
site, and drops pages that other plugins have made: a blog of that language is read after it. Posts are
recognised and addressed by their path within the language, `blog/posts/x.md` for
`blog/posts/x.de.md` as well as for `de/blog/posts/x.md`; all that is written goes below the folder
that the language has in the site.
"""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.settings import Settings


class Language(NamedTuple):
    """The language of a build; all fields are empty for a site with only one."""

    code: str = ""
    """As static-i18n spells it (`pt-BR`)."""
    root: str = ""
    """Folder of the site with the pages of this language; empty for the default language."""
    source_root: str = ""
    """Folder of the docs with the pages of this language; empty where it is in the names of files."""

    def in_site(self, settings: Settings) -> Settings:
        """Return `settings` with the paths that they mean below the folder of this language."""
        paths = settings.feeds.formats.items()
        formats = {key: path and posixpath.join(self.root, path) for key, path in paths}
        return replace(
            settings,
            blog_dir=posixpath.join(self.root, settings.blog_dir).rstrip("/"),
            feeds=replace(settings.feeds, formats=formats),
        )

    def adopt(self, document: Document, file: File) -> Document:
        """Return `document`, the text of `file`, as the page of this language that it becomes."""
        if not self.code:
            return document
        locale = vars(file)["locale"]
        return replace(
            document,
            file=file.src_uri,
            root=self.root,
            stands_in_from=locale if locale != self.code else "",
        )

    def source_of(self, stem: str) -> str:
        """Return the `src_uri`, without suffix, of a page that the site has at `stem`.

        By names among this language's files static-i18n finds what links and the nav ask for.
        """
        return posixpath.join(self.source_root, stem.removeprefix(f"{self.root}/"))


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
