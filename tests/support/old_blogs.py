"""Old blogs, written as text inside a test, converted in memory."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml

from mkdocs_blog_plugin.convert.conversion import ConvertOptions, convert_blog
from mkdocs_blog_plugin.convert.text.flavour import Flavour
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from support.sites import files_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_blog_plugin.convert.report import Report
    from mkdocs_blog_plugin.convert.writer import Copy

JEKYLL = "-- _config.yml --\ntitle: Old\nurl: https://old.example\n"
"""The configuration of a site of Jekyll, to which further lines may be added."""
JEKYLL_POST = "_posts/2020-02-03-first-post.md"
COMMONMARK = Flavour()
KRAMDOWN = Flavour(kramdown=True)


@dataclass(frozen=True)
class Memory:
    """The files of an old blog."""

    files: Mapping[str, str | bytes]

    @property
    def paths(self) -> Sequence[str]:
        """Their paths, sorted."""
        return sorted(self.files)

    def read(self, path: str) -> bytes:
        """Return the content of a file."""
        content = self.files[path]
        return content.encode() if isinstance(content, str) else content


@dataclass(frozen=True)
class Converted:
    """What a conversion has made."""

    files: Mapping[str, str | Copy]
    report: Report

    def post(self, name: str) -> Post:
        """Return the post whose path ends with `name`."""
        (path,) = [path for path in self.files if path.endswith(name) and path.startswith("docs/")]
        text = self.files[path]
        assert isinstance(text, str)
        front_matter = parse_front_matter(text)
        return Post(path, dict(front_matter.data), front_matter.body)

    @property
    def posts(self) -> list[str]:
        """Paths of all posts below the docs."""
        return [
            path.removeprefix("docs/") for path in self.files if path.startswith("docs/blog/posts/")
        ]

    @cached_property
    def config(self) -> Any:
        """The mkdocs.yml, without what only Python can read."""
        text = self.files.get("mkdocs.yml") or self.files["mkdocs.blog.yml"]
        assert isinstance(text, str)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader

    @property
    def options(self) -> Any:
        """The options of the blog."""
        return next(p["blog-plugin"] for p in self.config["plugins"] if "blog-plugin" in p)

    @property
    def left(self) -> list[str]:
        """All that was left, as it is printed."""
        return [str(finding) for finding in self.report.left]


@dataclass(frozen=True)
class Post:
    """A converted post."""

    path: str
    meta: Mapping[str, Any]
    body: str


class _Loader(yaml.SafeLoader):
    pass


_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def convert_files(files: str | Mapping[str, str | bytes], **options: Any) -> Converted:
    """Convert a blog that is one text with `-- path --` lines, or content by path."""
    content = files_of(files) if isinstance(files, str) else files
    return Converted(*convert_blog(Memory(content), ConvertOptions(**options)))


def convert_jekyll(
    body: str = "", meta: str = "", config: str = "", more: str = "", name: str = JEKYLL_POST
) -> Converted:
    """Convert a site of Jekyll with one post, and the files of `more`."""
    return convert_files(f"{JEKYLL}{config}\n-- {name} --\n---\n{meta}\n---\n{body}\n{more}")


def page_of(path: str, meta: str, body: str = "") -> str:
    """Return a page as text of a site."""
    return f"\n-- {path} --\n---\n{meta}\n---\n{body}\n"
