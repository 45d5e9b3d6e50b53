"""What a shortcode is in Markdown and HTML, by its name alone: those of Hugo, and those of themes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.convert import embeds
from mkdocs_blog_plugin.convert.text.fences import fence, fence_content

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
    "accordion", "badge", "gallery", "keyword", "keywordlist", "ltr", "rtl", "tabgroup", "timeline",
    "typeit",
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
    "intextimg",
)
"""Shortcodes that are a picture."""
_CODES = ("highlight", "code", "codeblock")
_NOTHING = ("toc", "clear", "more", "clearfix", "icon", "katex", "math", "mathjax")
_FOLDED = ("accordion-item", "accordionitem", "collapse", "spoiler")
_FORMULAS = ("katex", "math", "mathjax")


def written_as_named(call: Shortcode) -> str | None:
    """Return the replacement of a shortcode of Hugo's own, or of one whose name says what it is."""
    name = call.name.lower()
    write = _OPEN.get(name) or (_CLOSED.get(name, _box) if call.has_end else None)
    return write(call) if write else None


def written_as_guessed(call: Shortcode) -> str | None:
    """Return a likely replacement of a shortcode that may mean something else on its site."""
    name = call.name.lower()
    around = _GUESSED_AROUND.get(name) if call.has_end else None
    write = around or _GUESSED.get(name)
    return write(call) if write else None


def _gist(call: Shortcode) -> str:
    user, number, file = (*call.args, "", "", "")[:3]
    return embeds.gist(f"{user}/{number}", file)


def _mermaid(call: Shortcode) -> str:
    return "\n" + "\n".join(fence(call.inner.strip("\n"), "mermaid")) + "\n"


def _frame(call: Shortcode) -> str | None:
    kind = "youtube" if call.name.lower().startswith("youtube") else call.name
    return embeds.frame(kind, call.first("id", "src"), call.get("title", "label"))


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
    return fence_content(call.inner, info, call.indent)


def _details(call: Shortcode) -> str:
    return embeds.details(call.first("summary", "title"), call.inner)


def _figure(call: Shortcode) -> str | None:
    src = call.first("src", "image", "image_path", "url", "path", "source", "href")
    if not src:
        return None
    width = re.sub(r"(?:px|%)$", "", call.get("width"))
    caption = call.get("caption") or (call.inner.strip() if call.has_end else "")
    credit, link = call.get("attr"), call.get("attrlink")
    caption = f"{caption} {f'[{credit}]({link})' if credit and link else credit}".strip()
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
    if name == "quote" and call.get("author", "by", "source", "cite"):
        return _quote(call)
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
    title = call.first("title", "name", "header", "label")
    heading = f"**{title}**\n\n" if title else ""
    return f"\n{heading}{call.inner.strip()}\n"


def _anchor(call: Shortcode) -> str | None:
    first, second = (*call.args, "", "")[:2]
    url = call.get("href", "url", "link", "relref") or first
    text = call.inner.strip() or call.get("text", "title", "label") or second or url
    return f"[{text}]({url})" if url else None


def _quote(call: Shortcode) -> str:
    lines = call.inner.strip().split("\n")
    source, url = call.get("source", "cite"), call.get("url", "link")
    parts = (call.get("author", "by"), f"[{source or url}]({url})" if url else source)
    if signed := ", ".join(filter(None, parts)):
        lines += ["", f"— {signed}"]
    return "\n" + "\n".join(f"> {line}".rstrip() for line in lines) + "\n"


def _link_to(address: str) -> Callable[[Shortcode], str | None]:
    """Return the function that writes a link to a page elsewhere, by what identifies it there."""

    def write(call: Shortcode) -> str | None:
        name = call.first("id", "repo", "url").strip("/")
        if name.startswith(("http://", "https://")):
            return f"<{name}>"
        return f"[{address}{name}]({address}{name})" if name else None

    return write


def _player(call: Shortcode) -> str | None:
    source = call.first("src", "url", "webm", "mp4")
    return (
        embeds.player(call.name.lower(), source, call.get("title", "caption")) if source else None
    )


def _pictures(call: Shortcode) -> str | None:
    """Return the pictures of a carousel: `images="{a.jpg, b.jpg}"`."""
    names = [name.strip() for name in call.first("images").strip("{}").split(",")]
    if not all(names) or any("*" in name for name in names):
        return None
    return embeds.gallery([embeds.figure(name) for name in names], call.get("caption"))


def _labelled(call: Shortcode) -> str | None:
    """Return a badge that is nothing but its arguments."""
    return " ".join(filter(None, (call.first("title", "text"), call.get("value")))) or None


def _card(call: Shortcode) -> str:
    """Return a card: what stands above its text, the text, and what stands below it."""
    title = call.get("header", "title")
    heading = title if title.startswith("*") or not title else f"**{title}**"
    parts = filter(None, (heading, call.get("subtitle"), call.inner.strip(), call.get("footer")))
    return "\n" + "\n\n".join(parts) + "\n"


def _event(call: Shortcode) -> str:
    """Return an item of a timeline: its headings above its text."""
    header, badge, below = call.get("header"), call.get("badge"), call.get("subheader")
    first = " ".join(filter(None, (header and f"**{header}**", badge and f"({badge})")))
    parts = filter(None, (first, below and f"*{below}*", call.inner.strip()))
    return "\n" + "\n\n".join(parts) + "\n"


def _formula(call: Shortcode) -> str:
    text = call.inner.strip()
    if "display" in (*call.args, *call.params) or "\n" in text:
        return f"\n$$\n{text}\n$$\n"
    return f"\\({text}\\)"


def _content(call: Shortcode) -> str:
    return f"\n{call.inner.strip()}\n"


_OPEN: Final[Mapping[str, Callable[[Shortcode], str | None]]] = {
    "bilibili": _frame, "details": _details, "figure": _figure, "gist": _gist,
    "instagram": _link_to("https://www.instagram.com/p/"), "tweet": _tweet,
    "twitter": _tweet, "twitter_simple": _tweet, "vimeo": _frame, "x": _tweet, "x_simple": _tweet,
    "youtube": _frame,
}  # fmt: skip
_CLOSED: Final[Mapping[str, Callable[[Shortcode], str | None]]] = {
    **dict.fromkeys(_CODES, _highlight), "expand": _details, "mermaid": _mermaid,
}  # fmt: skip
_GUESSED: Final[Mapping[str, Callable[[Shortcode], str | None]]] = {
    **dict.fromkeys(PICTURES, _figure),
    **dict.fromkeys(_NOTHING, lambda _: ""),
    **dict.fromkeys(("article", "link", "button", "btn"), _anchor),
    **dict.fromkeys(("youtubelite", "youtube-lite", "tencent"), _frame),
    **dict.fromkeys(("audio", "video"), _player),
    "badge": _labelled,
    "carousel": _pictures,
    "github": _link_to("https://github.com/"),
    "gitlab": _link_to("https://gitlab.com/-/snippets/"),
}
_GUESSED_AROUND: Final[Mapping[str, Callable[[Shortcode], str | None]]] = {
    **dict.fromkeys(_PLAIN, _content),
    **dict.fromkeys(_FOLDED, _details),
    **dict.fromkeys(_FORMULAS, _formula),
    "card": _card,
    **dict.fromkeys(("timelineitem", "timeline-item"), _event),
    **dict.fromkeys(("tab", "step"), _tab),
    **dict.fromkeys(("quote", "blockquote"), _quote),
}
