"""The configuration of a site for Zensical, and findings about the options that Zensical lacks.

Zensical reads TOML, in which a Python object is written as the name of what makes it. What this
module knows of Zensical holds for the versions 0.0.73 to 0.1.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import tomli_w

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SITE_OPTIONS = (
    "site_name",
    "site_url",
    "site_description",
    "site_author",
    "copyright",
    "repo_url",
    "repo_name",
    "edit_uri",
    "edit_uri_template",
    "use_directory_urls",
    "remote_branch",
    "remote_name",
    "extra_css",
    "extra_javascript",
    "validation",
    "extra",
)
"""Options of MkDocs that Zensical also has."""

_WITHOUT_MEANING = frozenset(
    [
        "config_file_path",
        "docs_dir",
        "site_dir",
        "nav",
        "theme",
        "plugins",
        "markdown_extensions",
        "strict",
        "dev_addr",
        "watch",
        "exclude_docs",
        "draft_docs",
        "not_in_nav",
        "INHERIT",
    ]
)
"""Options that are carried over in another way, or that have done their work already."""

_THEME_OPTIONS = ("language", "direction", "features", "palette", "font", "logo", "favicon", "icon")
FAMILY = ("material", "materialx")

PLUGINS = frozenset(
    [
        "api-autonav",
        "autorefs",
        "awesome-nav",
        "callouts",
        "exclude",
        "gh-admonitions",
        "glightbox",
        "include-markdown",
        "literate-nav",
        "llmstxt",
        "macros",
        "markdown-exec",
        "markdownextradata",
        "mike",
        "minify",
        "mkdocs-audio",
        "mkdocs-autoapi",
        "mkdocs-nav-weight",
        "mkdocs-video",
        "mkdocstrings",
        "offline",
        "privacy",
        "redirects",
        "search",
        "table-reader",
        "tags",
    ]
)
"""Plugins for which Zensical has something of the same name."""

_DONE = frozenset({"blog-plugin", "meta"})
"""Plugins whose work the export does."""
_INLINED = "pymdownx.snippets"
"""The extension whose work is done before pages are written: its files stay where they are."""


@dataclass
class Findings:
    """Features that Zensical lacks, each a line for the user."""

    lines: list[str] = field(default_factory=list)

    def add(self, what: str, why: str) -> None:
        """Note that `what`, a part of the configuration, is left out, and why."""
        line = f"{what}: {why}"
        if line not in self.lines:
            self.lines.append(line)


def configuration(
    options: Mapping[str, Any], nav: Sequence[object], findings: Findings, *, custom_dir: str = ""
) -> str:
    """Return the text of zensical.toml.

    Args:
        options: The site's configuration as read from YAML, in which functions are functions.
        nav: The whole navigation, in the form of MkDocs' `nav`.
        findings: Collects features that Zensical lacks.
        custom_dir: The folder of templates, from that of zensical.toml.
    """
    project = {key: options[key] for key in SITE_OPTIONS if options.get(key) is not None}
    for key in sorted(options.keys() - {*SITE_OPTIONS, *_WITHOUT_MEANING}):
        findings.add(f"the option '{key}'", "Zensical has no equivalent")
    project["nav"] = nav
    project["theme"] = _theme(options.get("theme"), findings)
    if custom_dir:
        project["theme"]["custom_dir"] = custom_dir
    project["plugins"] = dict(_plugins(options.get("plugins"), findings))
    extensions = _pairs(options.get("markdown_extensions"))
    project["markdown_extensions"] = [
        {name: values} if values else name for name, values in extensions if name != _INLINED
    ]
    return tomli_w.dumps({"project": _plain(project, "", findings)})


def _theme(theme: object, findings: Findings) -> dict[str, Any]:
    given = {"name": theme} if isinstance(theme, str) else dict(theme or {})  # type: ignore[call-overload]
    name = given.pop("name", None)
    given.pop("custom_dir", None)
    if name not in FAMILY:
        findings.add(f"the theme '{name or 'mkdocs'}'", "Zensical has only its own theme")
        locale = given.get("locale")
        return {"language": locale} if isinstance(locale, str) else {}
    for key in sorted(given.keys() - {*_THEME_OPTIONS}):
        findings.add(f"the option 'theme.{key}'", "Zensical has no equivalent")
    return {"variant": "classic", **{key: given[key] for key in _THEME_OPTIONS if key in given}}


def _plugins(plugins: object, findings: Findings) -> list[tuple[str, object]]:
    """Return the plugins that Zensical has, with their options, in order."""
    found: list[tuple[str, object]] = [("search", {})] if plugins is None else []
    for written, values in _pairs(plugins):
        name = written.removeprefix("material/").removeprefix("materialx/")
        if name in PLUGINS:
            found.append((name, values))
        elif name not in _DONE:
            findings.add(
                f"the plugin '{name}'",
                "the posts are as it left them, but Zensical does not have it",
            )
    return found


def _pairs(value: object) -> list[tuple[str, Any]]:
    """Return the names with their options, from any of the forms of `plugins` and extensions."""
    if isinstance(value, Mapping):
        return [(str(name), options or {}) for name, options in value.items()]
    pairs: list[tuple[str, Any]] = []
    for item in value if isinstance(value, list) else ():
        pairs += _pairs(item) if isinstance(item, Mapping) else [(str(item), {})]
    return pairs


def _plain(value: object, place: str, findings: Findings) -> Any:
    """Return `value` as TOML can hold it: without null, and with functions by their names."""
    if isinstance(value, Mapping):
        pairs = ((str(key), item, f"{place}.{key}".strip(".")) for key, item in value.items())
        plain = {key: _plain(item, path, findings) for key, item, path in pairs}
        return {key: item for key, item in plain.items() if item is not None}
    if isinstance(value, list | tuple):
        return [found for item in value if (found := _plain(item, place, findings)) is not None]
    if value is None or isinstance(value, str | bool | int | float | date):
        return value
    named = _named(value)
    if named is None:
        findings.add(f"a value of '{place}'", "a Python object that TOML cannot name")
    return named


_EMOJI: Final[Mapping[str, str]] = {
    f"{module}.{name}": f"zensical.extensions.emoji.{name}"
    for module in ("material.extensions.emoji", "materialx.emoji")
    for name in ("twemoji", "to_svg")
}


def _named(value: object) -> object:
    """Return how Zensical names a function, or what makes it; None where it cannot be named."""
    if isinstance(value, partial):
        maker = _maker(value.func)
        return {"object": maker, "kwds": dict(value.keywords)} if maker and not value.args else None
    name = getattr(value, "__qualname__", "")
    if not callable(value) or not name.isidentifier():
        return None
    path = f"{getattr(value, '__module__', '')}.{name}"
    return _EMOJI.get(path, path)


def _maker(function: Callable[..., object]) -> str:
    """Return the factory of a function with options: `pymdownx.slugs.slugify` for those of that module."""
    module = getattr(function, "__module__", "")
    return "pymdownx.slugs.slugify" if module == "pymdownx.slugs" else ""
