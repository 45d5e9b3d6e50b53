"""Clean sources for MkDocs: it reads neither TOML nor JSON front matter, and prints broken YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from mkdocs_blog_plugin.posts.front_matter import clean_source
from mkdocs_blog_plugin.posts.recognition import is_inside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.reading.read_blog import Sources
    from mkdocs_blog_plugin.views.blog import Blog


class CleanFile(File):
    """A file that shows MkDocs another text than it has; bytes and times are those on disk.

    A handler of `on_page_read_source` would do the same, but only one plugin of a site may have one.
    """

    _text: str

    @classmethod
    def of(cls, file: File, text: str) -> CleanFile:
        """Return `file` with `text` for MkDocs to read."""
        clean = cls(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls)
        vars(clean).update(vars(file))
        clean.content_string = text
        return clean

    @property
    def content_string(self) -> str:
        """The text to convert, with YAML as its front matter."""
        return self._text

    @content_string.setter
    def content_string(self, value: str) -> None:
        self._text = value


def clean_texts(
    sources: Sources, blog: Blog, settings: Settings, problems: Problems
) -> dict[str, str]:
    """Return the texts that MkDocs reads in place of pages of the blog, by `src_uri`.

    Args:
        sources: Posts and pages as they were read.
        blog: The blog that they make.
        settings: The settings of the blog.
        problems: Collects problems with the front matter of those other pages: they stand
            among the posts, or introduce a view.
    """
    texts = {src_uri: read_post.clean_text for src_uri, read_post in sources.read_posts.items()}
    introductions = {view.introduction for view in blog.views}
    folders = [folder for folder in (settings.blog_dir, settings.posts.dir) if folder]
    for src_uri, document in sources.pages.items():
        is_near = any(is_inside(document.src_uri, folder) for folder in folders)
        if document.text and (is_near or src_uri in introductions):
            texts[src_uri] = clean = clean_source(document.front_matter)
            if clean is not None:
                problems.extend(document.front_matter.problems)
    return {src_uri: text for src_uri, text in texts.items() if text is not None}


def replace_sources(texts: Mapping[str, str], files: Files) -> None:
    """Let MkDocs read `texts`; a file of another plugin's own class, a notebook say, stays that."""
    for src_uri, text in texts.items():
        file = files.src_uris[src_uri]
        if type(file) in (File, CleanFile):
            files.remove(file)
            files.append(CleanFile.of(file, text))
