"""Keys of front matter that themes read.

Posts and pages from other systems have the same keys with values of another kind. A theme that gets
one of those ends the build with a traceback; so it is taken out of the page's meta, and reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinja2 import TemplateNotFound

from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.problems import Severity, at_key
from mkdocs_blog_plugin.site.integrations.themes import MATERIAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, MutableMapping

    from mkdocs.structure.files import File
    from mkdocs.theme import Theme

    from mkdocs_blog_plugin.problems import HasKeys, Problem

MATERIAL_TEMPLATES: Final = frozenset({"blog.html", "blog-post.html"})
"""Templates that only Material's own blog plugin can fill."""

MATERIAL_KEYS: Final[Mapping[str, tuple[type, str]]] = {
    "hide": (list, "a list such as [toc]"),
    "search": (dict, "a map such as {exclude: true}"),
}
"""The type of value that Material needs for a key, and its description."""


class Introduction(NamedTuple):
    """The hand-written page that introduces a view; its front matter is read when a line is needed."""

    file: File

    @property
    def src_uri(self) -> str:
        """The file."""
        return self.file.src_uri

    @property
    def lines(self) -> Mapping[str, int]:
        """1-based line of each key, keys in lower case."""
        text = self.file.content_bytes.decode("utf-8", errors="replace")
        return parse_front_matter(text).lines


def check_theme_keys(
    meta: MutableMapping[str, Any], source: HasKeys, theme: Theme, kind: str = "blog posts"
) -> Iterator[Problem]:
    """Take the values that `theme` cannot use out of the meta of a page; yield the problems.

    Args:
        meta: The meta of the page of a post or view.
        source: The post, or the introduction of the view.
        theme: The theme of the site.
        kind: What such pages are called in messages.
    """
    yield from _check_template(meta, source, theme, kind)
    if theme.name in MATERIAL:
        yield from _check_material_keys(meta, source)
        yield from _check_icon(meta, source, theme)


def _check_template(
    meta: MutableMapping[str, Any], source: HasKeys, theme: Theme, kind: str
) -> Iterator[Problem]:
    name = meta.get("template")
    if isinstance(name, str) and name not in MATERIAL_TEMPLATES and _has_template(theme, name):
        return
    meta.pop("template", None)  # MkDocs would look for whatever stands there, even None
    if name:
        yield at_key(
            source,
            ["template"],
            f"there is no template {name!r} for {kind} in this theme",
            "a template of the theme or of custom_dir; the theme's default serves",
        )


def _has_template(theme: Theme, name: str) -> bool:
    """Return whether a page can name `name` as its template: MkDocs would find it, and it is text."""
    environment = theme.get_env()
    assert environment.loader is not None
    try:
        environment.loader.get_source(environment, name)
    except (TemplateNotFound, UnicodeDecodeError):
        return False
    return True


def _check_material_keys(meta: MutableMapping[str, Any], source: HasKeys) -> Iterator[Problem]:
    if isinstance(wanted := meta.get("search"), bool):  # as themes of Jekyll have it
        meta["search"] = {"exclude": not wanted}
    for key, (kind, expected) in MATERIAL_KEYS.items():
        value = meta.get(key, kind())
        if isinstance(value, kind):
            continue
        del meta[key]
        if value is not None:
            yield _unusable(source, key, value, expected)


def _check_icon(meta: MutableMapping[str, Any], source: HasKeys, theme: Theme) -> Iterator[Problem]:
    """Take away an icon that the theme lacks: it includes the file wherever the page is in a nav."""
    icon = meta.get("icon")
    if icon and not _has_template(theme, f".icons/{icon}.svg"):
        del meta["icon"]
        yield _unusable(source, "icon", icon, "the name of an icon such as material/home")


def _unusable(source: HasKeys, key: str, value: object, expected: str) -> Problem:
    message = f"Material cannot use the value {value!r}"
    return at_key(source, [key], message, expected, Severity.INFO)
