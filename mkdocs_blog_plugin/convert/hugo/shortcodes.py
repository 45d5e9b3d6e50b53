"""Hugo's shortcodes to Markdown and HTML: mapped by the user, known by name, or run from the site's own templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.hugo.go_syntax import UnsupportedError
from mkdocs_blog_plugin.convert.hugo.go_template import Scope, render
from mkdocs_blog_plugin.convert.hugo.shortcode_names import (
    PICTURES,
    written_as_guessed,
    written_as_named,
)
from mkdocs_blog_plugin.convert.hugo.shortcode_text import Shortcode, replace_shortcodes
from mkdocs_blog_plugin.convert.leftovers import comment
from mkdocs_blog_plugin.convert.mapping import MappingError
from mkdocs_blog_plugin.convert.text.lines import indented

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs_blog_plugin.convert.report import Notes


@dataclass(frozen=True, kw_only=True)
class ShortcodeSite:
    """What shortcodes need to know of the site and of the page they are on."""

    templates: Mapping[str, str]
    """The site's own shortcodes by name."""
    params: Mapping[str, Any]
    """`params` of the configuration."""
    page: Mapping[str, Any]
    """Front matter of the page."""
    title: str
    site_title: str
    base_url: str
    resources: Sequence[str]
    """Names of the files beside the page, in its bundle."""
    link: Callable[[str], str | None]
    """The address of the page that `ref` names, None where there is none."""
    markdown: Callable[[str], str]
    maps: Mapping[str, Callable[..., str]]


def convert_shortcodes(text: str, site: ShortcodeSite, notes: Notes, path: str, line: int) -> str:
    """Return `text` without shortcodes.

    Args:
        text: Body of a page.
        site: What they need to know.
        notes: Collects what was converted, and what was not.
        path: Of the page's file.
        line: 1-based line of the file on which `text` begins.
    """

    def write(call: Shortcode) -> str:
        written, reason = _written(call, site)
        if written is not None:
            notes.converted[call.name] += 1
            return indented(written, call.indent)
        message = f"{call.text}{f': {reason}' if reason else ''}"
        notes.left("shortcode", message, path, line + call.line - 1)
        left = comment("shortcode", call.text)
        return f"{left}\n\n{call.inner.strip()}\n" if call.inner.strip() else left

    return replace_shortcodes(text, write)


def _written(call: Shortcode, site: ShortcodeSite) -> tuple[str | None, str]:
    """Return the replacement of a shortcode, or None with the reason why there is none."""
    call = _with_resource(call, site)
    try:
        if call.name in site.maps:
            return site.maps[call.name](call.args, call.params, call.inner), ""
        known = _known(call, site)
        if known is not None:
            return known, ""
        if call.name in site.templates:
            return _own(call, site), ""
        fallback = written_as_guessed(call)
    except MappingError as error:
        return written_as_guessed(call), str(error)
    except UnsupportedError as error:
        return written_as_guessed(call), f"its template has {error}, which is not supported"
    return fallback, ""


def _with_resource(call: Shortcode, site: ShortcodeSite) -> Shortcode:
    """Return the call with the full name of its picture: Docsy allows a part of it."""
    name = call.args[0] if call.args else ""
    if call.name not in PICTURES or not name or "." in name:
        return call
    found = next((path for path in site.resources if name in path), name)
    return replace(call, args=(found,))


def _known(call: Shortcode, site: ShortcodeSite) -> str | None:
    """Return the replacement of a shortcode that asks the site for something, or whose name says what it is."""
    name = call.name.lower()
    if name in ("ref", "relref"):
        return site.link(call.first("path"))
    if name == "param":
        value = _param(call.first(), site)
        return None if value is None else str(value)
    if name == "figure" and name in site.templates:
        return None
    return written_as_named(call)


def _param(name: str, site: ShortcodeSite) -> object:
    for values in (site.page, site.params):
        value: Any = values
        for part in name.lower().split("."):
            lowered = (
                {str(k).lower(): v for k, v in value.items()} if isinstance(value, Mapping) else {}
            )
            value = lowered.get(part)
        if isinstance(value, str | int | float):
            return value
    return None


def _own(call: Shortcode, site: ShortcodeSite) -> str:
    """Return the output of the site's own template for a shortcode."""
    scope = Scope(
        args=call.args,
        params=call.params,
        inner=call.inner,
        markdown=site.markdown,
        page={"Title": site.title, "Params": site.page, "RelPermalink": "", "Resources": {}},
        site={"Params": site.params, "BaseURL": f"{site.base_url}/", "Title": site.site_title},
        link=lambda target: site.link(target) or "#",
    )
    written = render(site.templates[call.name], scope).strip()
    if "<pre" not in written.lower():
        written = re.sub(r"\n[ \t]*(?:\n[ \t]*)*", "\n", written)
    is_block = re.match(
        r"<(?:div|figure|p|section|table|ul|ol|blockquote|details|iframe|video|script|style|center|h\d)\b",
        written,
        re.IGNORECASE,
    )
    return f"\n{written}\n" if is_block else written
