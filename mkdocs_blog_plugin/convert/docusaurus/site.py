"""What the configuration of a Docusaurus site says: read as text, because it is a program."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.addresses import is_site_path, split_site
from mkdocs_blog_plugin.convert.blog import OldSite
from mkdocs_blog_plugin.convert.sources import text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_blog_plugin.convert.sources import Sources

CONFIGS = tuple(f"docusaurus.config.{end}" for end in ("js", "ts", "mjs", "cjs", "mts"))
_BLOG = re.compile(r"(?:\bblog\s*:|plugin-content-blog['\"]\s*\)?\s*,)\s*\(?\s*\{")
_COMMENT = re.compile(
    r"(?P<text>'(?:[^'\\\n]|\\.)*+'?|\"(?:[^\"\\\n]|\\.)*+\"?|`[^`]*+`?)|/\*.*?\*/|(?<![:'\"\w])//[^\n]*",
    re.DOTALL,
)
"""A comment, or a text, in which `/*` begins none: `**/*.md`."""
_PLAIN = r"""\b{}\s*:\s*(?:'([^'\n]*)'|"([^"\n]*)"|`([^`$]*)`|(\w+))"""


@dataclass(frozen=True, kw_only=True)
class DocusaurusBlog:
    """One blog of a site."""

    path: str
    """Folder of its posts."""
    route: str
    """Path of its index, without slashes at its ends; empty for the root."""
    per_page: int
    """Number of posts on a page of a list; 0 where all are on one."""
    tags: str
    """Path of the tags below the index, without slashes at its ends."""
    authors: str
    """The same of the authors."""
    authors_file: str = "authors.yml"
    """Path of the authors file in the folder of the posts."""
    tags_file: str = "tags.yml"
    """The same of the tags file."""
    archive: str = "archive"
    """Path of the archive below the index."""
    pager: str = "page"
    """Path of further pages below a list."""
    excluded: tuple[str, ...] = ()
    """Patterns of the paths in that folder that are not posts."""
    separator: str = ""
    """Its own comment that ends an excerpt; empty for the usual ones."""
    is_ascending: bool = False
    """Whether the oldest post comes first."""
    language: str = ""
    """Its language, if it has translations of another blog's posts."""
    title: str = ""
    """What its index is called; empty for the usual words."""
    description: str = ""
    """A sentence about it."""


@dataclass(frozen=True)
class DocusaurusSite:
    """The configuration of a site."""

    sources: Sources
    text: str
    """The configuration without comments."""

    @classmethod
    def read(cls, sources: Sources) -> DocusaurusSite:
        """Return the site in `sources` with its configuration."""
        path = next((path for path in CONFIGS if path in sources.paths), "")
        return cls(sources, _without_comments(text_at(sources, path)) if path else "")

    @property
    def base(self) -> str:
        """`baseUrl` with a leading slash and none at its end; empty for the root."""
        base = _value(self.text, "baseUrl").strip("/")
        return f"/{base}" if base else ""

    @property
    def has_slash(self) -> bool:
        """Whether pages are folders, as they are unless `trailingSlash` is false."""
        return _value(self.text, "trailingSlash") != "false"

    @property
    def site(self) -> OldSite:
        """The site as our model has it."""
        return OldSite(
            name=_value(self.text, "title") or "Blog",
            url=split_site(_value(self.text, "url"))[0],
            base=self.base,
            description=_value(self.text, "tagline"),
            language=_value(self.text, "defaultLocale"),
        )

    @property
    def blogs(self) -> list[DocusaurusBlog]:
        """The blogs whose folders are there, the one in `blog` first."""
        found: dict[str, DocusaurusBlog] = {}
        for text in [*self._objects(), ""]:
            blog = _blog(text)
            if any(name.startswith(f"{blog.path}/") for name in self.sources.paths):
                found.setdefault(blog.path, blog)
        blogs = sorted(found.values(), key=lambda blog: blog.path != "blog")
        return [*blogs, *(self._translations(blogs[0]) if blogs else ())]

    def _translations(self, blog: DocusaurusBlog) -> Iterator[DocusaurusBlog]:
        """Yield a blog for each other language in which there are posts."""
        pattern = re.compile(r"i18n/([\w-]+)/docusaurus-plugin-content-blog/.+\.mdx?")
        matches = (pattern.fullmatch(name) for name in self.sources.paths)
        for language in sorted({match[1] for match in matches if match}):
            if language != self.site.language:
                path = f"i18n/{language}/docusaurus-plugin-content-blog"
                route = f"{language}/{blog.route}".strip("/")
                yield replace(
                    blog, path=path, route=route, language=language, title="", description=""
                )

    def _objects(self) -> Iterator[str]:
        """Yield the text of each blog's options."""
        for found in _BLOG.finditer(self.text):
            depth = 0
            for end in range(found.end() - 1, len(self.text)):
                depth += {"{": 1, "}": -1}.get(self.text[end], 0)
                if not depth:
                    yield self.text[found.end() : end]
                    break


def _blog(text: str) -> DocusaurusBlog:
    """Return the blog that the text of its options describes; an empty one for the defaults."""
    return DocusaurusBlog(
        path=(_value(text, "path") or "blog").removeprefix("./").strip("/"),
        route=_value(text, "routeBasePath").strip("/") if "routeBasePath" in text else "blog",
        per_page=_per_page(text),
        tags=_folder(text, "tagsBasePath", "tags"),
        authors=_folder(text, "authorsBasePath", "authors"),
        authors_file=_file(text, "authorsMapPath", "authors.yml"),
        tags_file=_file(text, "tags", "tags.yml"),
        archive=_folder(text, "archiveBasePath", "archive"),
        pager=_folder(text, "pageBasePath", "page"),
        excluded=_patterns(text),
        separator=_separator(text),
        is_ascending=_value(text, "sortPosts") == "ascending",
        title=_value(text, "blogTitle"),
        description=_value(text, "blogDescription"),
    )


def _per_page(text: str) -> int:
    found = _value(text, "postsPerPage")
    if found == "ALL":
        return 0
    return int(found) if found.isdecimal() else 10


def _folder(text: str, key: str, default: str) -> str:
    """Return a path below the index of a blog."""
    path = _value(text, key).strip("/")
    return path if path and is_site_path(f"/{path}") and "{" not in path else default


def _without_comments(text: str) -> str:
    return _COMMENT.sub(lambda found: found["text"] or "", text)


def _patterns(text: str) -> tuple[str, ...]:
    """Return the patterns of `exclude`, each with one of its alternatives in braces."""
    found = re.search(r"\bexclude\s*:\s*\[([^\[\]]*)\]", text)
    patterns = re.findall(r"['\"]([^'\"\n]+)['\"]", found[1]) if found else []
    return tuple(one for pattern in patterns for one in _alternatives(pattern))


def _alternatives(pattern: str) -> list[str]:
    before, brace, rest = pattern.partition("{")
    inner, end, after = rest.partition("}")
    return [f"{before}{one}{after}" for one in inner.split(",")] if brace and end else [pattern]


def _separator(text: str) -> str:
    """Return the comment that `truncateMarker` describes, if it is one comment and nothing else."""
    found = re.search(r"\btruncateMarker\s*:\s*/((?:\\.|[^/\\\n])+)/", text)
    marker = re.sub(r"\\s[*+]?", " ", found[1]).replace("\\", "") if found else ""
    return marker if re.fullmatch(r"<!--[\w -]+-->", marker) else ""


def _file(text: str, key: str, default: str) -> str:
    """Return the path of a file with YAML or JSON."""
    path = _value(text, key).removeprefix("./")
    return (
        path if path.endswith((".yml", ".yaml", ".json")) and is_site_path(f"/{path}") else default
    )


def _value(text: str, key: str) -> str:
    found = re.search(_PLAIN.format(key), text)
    return next((group for group in found.groups() if group is not None), "") if found else ""
