"""What a shortcode is in Markdown and HTML, by its name alone: those of Hugo, and those of themes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.convert import embeds
from mkdocs_blog_plugin.convert.text.fences import fence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_blog_plugin.convert.hugo.shortcode_text import Shortcode

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
"""Shortcodes of which only the content matters."""
PICTURES = (
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
"""Shortcodes that are a picture."""
_CODES = ("highlight", "code", "codeblock")
_NOTHING = ("toc", "clear", "more", "clearfix")


def written_as_named(call: Shortcode) -> str | None:
    """Return the replacement of a shortcode of Hugo's own, or of one whose name says what it is."""
    name = call.name.lower()
    write = _OPEN.get(name) or (_CLOSED.get(name, _box) if call.has_end else None)
    return write(call) if write else None


def written_as_guessed(call: Shortcode) -> str | None:
    """Return a likely replacement of a shortcode that may mean something else on its site."""
    name = call.name.lower()
    write = _GUESSED.get(name) or (_GUESSED_AROUND.get(name) if call.has_end else None)
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
_GUESSED: Final[Mapping[str, Callable[[Shortcode], str | None]]] = {
    **dict.fromkeys(PICTURES, _figure),
    **dict.fromkeys(_NOTHING, lambda _: ""),
    **dict.fromkeys(("link", "button", "btn"), _anchor),
}
_GUESSED_AROUND: Final[Mapping[str, Callable[[Shortcode], str | None]]] = {
    **dict.fromkeys(_PLAIN, _content),
    **dict.fromkeys(("tab", "step"), _tab),
    **dict.fromkeys(("quote", "blockquote"), _quote),
}
