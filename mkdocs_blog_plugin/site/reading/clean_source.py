"""What MkDocs reads of the blog's pages: it knows neither TOML nor JSON, and prints broken YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from mkdocs_blog_plugin.posts.front_matter import clean_source, parse_front_matter
from mkdocs_blog_plugin.posts.recognition import is_inside
from mkdocs_blog_plugin.site.files.documents import read_text
from mkdocs_blog_plugin.site.files.files import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import Settings
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


def clean_sources(files: Files, blog: Blog, settings: Settings, problems: Problems) -> None:
    """Let MkDocs read the front matter of posts, and of the blog's other pages, as it was meant.

    `problems` gets what is wrong with that of other pages; posts have been read before. A file of
    another plugin's own class, such as a notebook of mkdocs-jupyter, stays that.
    """
    posts = {post.src_uri: post.source for post in blog.posts.values()}
    for src_uri, text in [*posts.items(), *_cleaned_pages(files, blog, settings, problems)]:
        file = files.src_uris[src_uri]
        if text is not None and type(file) in (File, CleanFile):
            files.remove(file)
            files.append(CleanFile.of(file, text))


def _cleaned_pages(
    files: Files, blog: Blog, settings: Settings, problems: Problems
) -> Iterator[tuple[str, str | None]]:
    """Yield the pages that stand among the posts or introduce a view, with what to read of them."""
    introductions = {view.introduction for view in blog.views}
    folders = [folder for folder in (settings.blog_dir, settings.posts.dir) if folder]
    for file in files.documentation_pages():
        src_uri = file.src_uri
        is_near = any(is_inside(path_of(file), folder) for folder in folders)
        is_ours = is_near or src_uri in introductions
        text = read_text(file, problems) if is_ours and src_uri not in blog.posts else None
        if text:
            front_matter = parse_front_matter(text, src_uri)
            clean = clean_source(front_matter)
            if clean is not None and (src_uri in introductions or src_uri not in blog.pagers):
                problems.extend(front_matter.problems)
            yield src_uri, clean
