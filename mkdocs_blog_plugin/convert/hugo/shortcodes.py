"""What Hugo's shortcodes are in Markdown and HTML: those built in, those of themes, a site's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert import embeds
from mkdocs_blog_plugin.convert.hugo.go_syntax import UnsupportedError
from mkdocs_blog_plugin.convert.hugo.go_template import Scope, render
from mkdocs_blog_plugin.convert.hugo.shortcode_text import Shortcode, replace_shortcodes
from mkdocs_blog_plugin.convert.leftovers import comment
from mkdocs_blog_plugin.convert.mapping import MappingError
from mkdocs_blog_plugin.convert.text.fences import fence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_blog_plugin.convert.report import Notes

_KINDS: Final[Mapping[str, str]] = {
    "attention": "warning", "caution": "warning", "danger": "danger", "error": "danger",
    "green": "tip", "hint": "tip", "important": "important", "info": "info", "note": "note",
    "orange": "warning", "primary": "note", "question": "question", "red": "danger",
    "secondary": "note", "success": "success", "tip": "tip", "warn": "warning",
    "warning": "warning", "bug": "bug", "example": "example", "quote": "quote",
    "abstract": "abstract", "failure": "failure", "light": "note", "dark": "note",
}  # fmt: skip
_BOXES = ("admonition", "alert", "callout", "hint", "notice", "notification", "box", "pageinfo")
_PLAIN = (
    "rawhtml", "raw", "html", "raw-html", "unsafe", "md", "markdown", "tabs", "tabpane", "steps",
    "columns", "column", "row", "center", "div", "text", "lead", "cards", "cardpane", "blocks/section",
)  # fmt: skip
"""Shortcodes whose content is what readers need of them."""
_PICTURES = (
    "figure",
    "img",
    "image",
    "imgproc",
    "picture",
    "photo",
    "lightbox",
    "bundle-image",
    "fig",
    "imgcap",
)
_CODES = ("highlight", "code", "codeblock")
_NOTHING = ("toc", "clear", "more", "clearfix")


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
        text: body of a page.
        site: what they need to know.
        notes: get what was converted, and what was not.
        path: of the page's file.
        line: 1-based line of the file on which `text` begins.
    """

    def write(call: Shortcode) -> str:
        written, reason = _written(call, site)
        if written is not None:
            notes.converted[call.name] += 1
            return _placed(call, written)
        message = f"{call.text}{f': {reason}' if reason else ''}"
        notes.left("shortcode", message, path, line + call.line - 1)
        left = comment("shortcode", call.text)
        return f"{left}\n\n{call.inner.strip()}\n" if call.inner.strip() else left

    return replace_shortcodes(text, write)


def _placed(call: Shortcode, written: str) -> str:
    """Return the replacement of a shortcode, indented as it was, and blocks on lines of their own."""
    if not call.indent:
        return written
    return re.sub(r"\n(?=[^\n])", f"\n{call.indent}", written)


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
        fallback = _fallback(call)
    except MappingError as error:
        return _fallback(call), str(error)
    except UnsupportedError as error:
        return _fallback(call), f"its template has {error}, which is not run here"
    return fallback, ""


def _with_resource(call: Shortcode, site: ShortcodeSite) -> Shortcode:
    """Return a picture that is named by the beginning of its file's name alone, as Docsy allows it."""
    name = call.args[0] if call.args else ""
    if call.name not in _PICTURES or not name or "." in name:
        return call
    found = next((path for path in site.resources if name in path), name)
    return replace(call, args=(found,))


def _known(call: Shortcode, site: ShortcodeSite) -> str | None:
    """Return a shortcode that Hugo has, or whose meaning is its name's, whoever wrote it."""
    name = call.name.lower()
    if name in ("ref", "relref"):
        return site.link(call.first("path"))
    if name == "param":
        value = _param(call.first(), site)
        return None if value is None else str(value)
    if name == "figure" and name in site.templates:
        return None
    write = _OPEN.get(name) or (_CLOSED.get(name, _box) if call.has_end else None)
    return write(call) if write else None


def _gist(call: Shortcode) -> str:
    user, number, file = (*call.args, "", "", "")[:3]
    return embeds.gist(f"{user}/{number}", file)


def _mermaid(call: Shortcode) -> str:
    return "\n" + "\n".join(fence(call.inner.strip("\n"), "mermaid")) + "\n"


def _frame(call: Shortcode) -> str | None:
    return embeds.frame(call.name, call.first("id"), call.get("title"))


def _tweet(call: Shortcode) -> str:
    return embeds.tweet(call.first("id"), call.get("user"))


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


def _highlight(call: Shortcode) -> str:
    words = " ".join([*call.args, *(f"{key}={value}" for key, value in call.params.items())])
    language = call.args[0] if call.args else call.get("lang", "language", default="text")
    options = words.removeprefix(language)
    lines = re.search(r"hl_lines\s*=\s*[\[\"]?([\d\s,-]+)", options)
    info = language + (f' hl_lines="{lines[1].replace(",", " ").strip()}"' if lines else "")
    if re.search(r"lineno[s]?\s*=\s*[\"']?(?:true|table|inline|1)", options, re.IGNORECASE):
        start = re.search(r"linenostart\s*=\s*(\d+)", options)
        info += f" linenums start={start[1] if start else 1}"
    lines_of_code = call.inner.strip("\n").split("\n")
    width = len(call.indent)
    code = "\n".join(part[width:] if not part[:width].strip() else part for part in lines_of_code)
    return "\n" + "\n".join(fence(code.rstrip(), info)) + "\n"


def _details(call: Shortcode) -> str:
    summary = call.first("summary", "title") or "Details"
    return f'\n<details markdown="1">\n<summary>{summary}</summary>\n\n{call.inner.strip()}\n\n</details>\n'


def _figure(call: Shortcode) -> str | None:
    src = call.first("src", "image", "image_path", "url", "path", "source", "href")
    if not src:
        return None
    width = re.sub(r"(?:px|%)$", "", call.get("width"))
    caption = call.get("caption", "attr") or (call.inner.strip() if call.has_end else "")
    title = call.get("title")
    if title and call.name == "figure":
        caption = f"**{title}** {caption}".strip()
        title = ""
    alt = call.get("alt") or (call.args[1] if len(call.args) > 1 else "")
    return embeds.figure(
        src,
        alt=alt,
        caption=caption,
        title=title,
        link=call.get("link"),
        attributes=f"width={width}" if width.isdigit() and "%" not in call.get("width") else "",
    )


def _box(call: Shortcode) -> str | None:
    """Return an admonition for a shortcode that is one: `notice warning`, `tip`, `alert`."""
    name = call.name.lower()
    words = [
        call.get("type", "style", "color", "icon", "context").lower(),
        *map(str.lower, call.args),
    ]
    if name in _KINDS:
        kind = _KINDS[name]
    elif name in _BOXES:
        kind = next((_KINDS[word] for word in words if word in _KINDS), "note")
    else:
        return None
    texts = [arg for arg in call.args if arg.lower() not in _KINDS]
    title = call.get("title", "heading", "header") or (texts[0] if texts else "")
    return embeds.admonition(kind, title, call.inner)


def _own(call: Shortcode, site: ShortcodeSite) -> str:
    """Return the output of the site's own template for a shortcode."""
    scope = Scope(
        args=call.args,
        params=call.params,
        inner=call.inner,
        markdown=site.markdown,
        page={"Title": site.title, "Params": site.page, "RelPermalink": "", "Resources": {}},
        site={"Params": site.params, "BaseURL": f"{site.base_url}/", "Title": "", "Data": {}},
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


def _tab(call: Shortcode) -> str:
    title = call.first("title", "name", "header")
    heading = f"**{title}**\n\n" if title else ""
    return f"\n{heading}{call.inner.strip()}\n"


def _anchor(call: Shortcode) -> str | None:
    first, second = (*call.args, "", "")[:2]
    url = call.get("href", "url", "link", "relref") or first
    text = call.inner.strip() or call.get("text", "title", "label") or second or url
    return f"[{text}]({url})" if url else None


def _quote(call: Shortcode) -> str:
    return "\n" + "\n".join(f"> {line}" for line in call.inner.strip().split("\n")) + "\n"


def _content(call: Shortcode) -> str:
    return f"\n{call.inner.strip()}\n"


_OPEN: Final[Mapping[str, Callable[[Shortcode], str | None]]] = {
    "bilibili": _frame, "details": _details, "figure": _figure, "gist": _gist, "tweet": _tweet,
    "twitter": _tweet, "twitter_simple": _tweet, "vimeo": _frame, "x": _tweet, "x_simple": _tweet,
    "youtube": _frame,
}  # fmt: skip
_CLOSED: Final[Mapping[str, Callable[[Shortcode], str | None]]] = {
    **dict.fromkeys(_CODES, _highlight), "expand": _details, "mermaid": _mermaid,
}  # fmt: skip
_HOPED: Final[Mapping[str, Callable[[Shortcode], str | None]]] = {
    **dict.fromkeys(_PICTURES, _figure),
    **dict.fromkeys(_NOTHING, lambda _: ""),
    **dict.fromkeys(("link", "button", "btn"), _anchor),
}
_HOPED_AROUND: Final[Mapping[str, Callable[[Shortcode], str | None]]] = {
    **dict.fromkeys(_PLAIN, _content),
    **dict.fromkeys(("tab", "step"), _tab),
    **dict.fromkeys(("quote", "blockquote"), _quote),
}


def _fallback(call: Shortcode) -> str | None:
    """Return a guess at a shortcode from its name."""
    name = call.name.lower()
    write = _HOPED.get(name) or (_HOPED_AROUND.get(name) if call.has_end else None)
    return write(call) if write else None
