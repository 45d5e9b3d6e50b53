"""The text of WordPress' posts: paragraphs without tags, shortcodes, comments of its editor."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_blog_plugin.convert import embeds
from mkdocs_blog_plugin.convert.html_posts import convert_html_post
from mkdocs_blog_plugin.convert.leftovers import comment
from mkdocs_blog_plugin.convert.text.fences import fence
from mkdocs_blog_plugin.posts.code import change_prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from mkdocs_blog_plugin.convert.report import Notes

_BLOCK_NAMES = (
    "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|"
    "blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|"
    "footer|nav|figure|figcaption|details|menu|summary|iframe|script|video|audio"
)
"""Elements that `wpautop` of WordPress takes for blocks."""
_BEFORE_PARAGRAPHS = (
    (re.compile(rf"(<(?:{_BLOCK_NAMES})(?=[\s/>]))", re.IGNORECASE), r"\n\n\1"),
    (re.compile(rf"(</(?:{_BLOCK_NAMES})>)", re.IGNORECASE), r"\1\n\n"),
)
_TAG = rf"</?(?:{_BLOCK_NAMES})(?:\s[^<>]*)?>"
_AFTER_PARAGRAPHS = (
    (re.compile(rf"<p>\s*({_TAG})\s*</p>", re.IGNORECASE), r"\1"),
    (re.compile(r"<p>(<li\b[^\n]*?)</p>", re.IGNORECASE), r"\1"),
    (re.compile(r"<p><blockquote([^<>]*)>", re.IGNORECASE), r"<blockquote\1><p>"),
    (re.compile(r"</blockquote></p>", re.IGNORECASE), "</p></blockquote>"),
    (re.compile(rf"<p>\s*({_TAG})", re.IGNORECASE), r"\1"),
    (re.compile(rf"({_TAG})\s*</p>", re.IGNORECASE), r"\1"),
)
_PARAGRAPH = re.compile(r"<p>(?:(?!</?p>).)*</p>", re.DOTALL)
_EDITOR = re.compile(r"<!-- /?wp:(?!more)[^<>]*?(?:/)?-->\n?")
_MORE = re.compile(
    r"(?:<!-- wp:more[^>]*-->\s*)?<!--more(?:(?!<!--).)*?-->(?:\s*<!-- /wp:more -->)?", re.DOTALL
)
_WHOLE = re.compile(
    r"<(pre|script|style|textarea|svg|iframe)\b(?:(?!<\1\b).)*?</\1>", re.DOTALL | re.IGNORECASE
)
_SHORTCODE = re.compile(
    r"(?<!\[)\[(?P<name>[a-z][\w-]*)(?P<rest>(?:\s+[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\]\"']+)|\s+[^\s\[\]=]+)*)\s*/?\](?!\(|\])(?:(?P<inner>[^\[]{0,20000}(?:\[(?!/(?P=name)\])[^\[]{0,20000}){0,50})\[/(?P=name)\])?"
)
_ATTRIBUTE = re.compile(r"""([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s\]"']+))|(\S+)""")
_LANGUAGES = ("php", "python", "bash", "js", "css", "html", "xml", "java", "ruby", "sql")
"""Shortcodes for code that are called by its language."""
_CODES = ("code", "sourcecode", "source", "crayon", "cc", *_LANGUAGES)
_LINKED = re.compile(r"(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?", re.IGNORECASE)
_YOUTUBE = re.compile(
    r"^[ \t]*(https?://(?:www\.)?(?:youtube\.com/watch\?\S*v=|youtu\.be/|vimeo\.com/)[\w-]+\S*)[ \t]*$",
    re.MULTILINE,
)
_KNOWN_PLAIN: Final = (
    "embed", "video", "audio", "youtube", "vimeo", "gallery", "caption", "wp_caption", "playlist",
    "gist", "tweet", "latex", *_CODES,
)  # fmt: skip


def convert_content(
    text: str,
    notes: Notes,
    path: str,
    maps: Mapping[str, Callable[..., str]],
    attachments: Mapping[str, str],
) -> str:
    """Return the text of a post as blocks of HTML between Markdown.

    Args:
        text: What the export has, which the site put through `wpautop` and its shortcodes.
        notes: Collects what was converted, and what was not.
        path: The name of the post in messages.
        maps: What the user writes for a shortcode, by its name.
        attachments: URL of each picture by its number.
    """
    shortcodes = _Shortcodes(notes, path, maps, attachments)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _EDITOR.sub("", _MORE.sub("\n\n<!--more-->\n\n", text))
    text = change_prose(_split(text), shortcodes.replaced)
    text = _YOUTUBE.sub(lambda found: _frame_of(found[1]) or found[0], text)
    return shortcodes.put_back(convert_html_post(paragraphs(text)))


def _frame_of(url: str) -> str | None:
    kind = "vimeo" if "vimeo" in url else "youtube"
    return embeds.frame(kind, unescape(url))


def paragraphs(text: str) -> str:
    """Return `text` with paragraphs and line breaks where WordPress sees them (`wpautop`).

    A blank line ends a paragraph, any other line break is one; blocks stay as they are.
    """
    parts = (part if is_whole else _paragraphs(part) for part, is_whole in _split(text))
    return "\n\n".join(filter(None, parts))


def _split(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of `text`, and whether each is an element that stays as it is."""
    position = 0
    for found in _WHOLE.finditer(text):
        yield text[position : found.start()], False
        yield found[0], True
        position = found.end()
    yield text[position:], False


def _paragraphs(text: str) -> str:
    """Return text between whole elements with its paragraphs, by the rules of `wpautop` in its order."""
    for pattern, written in _BEFORE_PARAGRAPHS:
        text = pattern.sub(written, text)
    chunks = (chunk.strip() for chunk in re.split(r"\n\s*\n", text))
    text = "\n".join(
        chunk if chunk.startswith("<!--") else f"<p>{chunk}</p>" for chunk in chunks if chunk
    )
    for pattern, written in _AFTER_PARAGRAPHS:
        text = pattern.sub(written, text)
    return _PARAGRAPH.sub(lambda found: found[0].replace("\n", "<br>\n"), text)


class _Call(NamedTuple):
    """A shortcode as it stands in a text."""

    name: str
    words: Sequence[str]
    """Its arguments without names."""
    params: Mapping[str, str]
    """Its arguments with names, in lower case."""
    inner: str | None
    """What stands between it and its end; None without one."""

    @classmethod
    def of(cls, found: re.Match[str]) -> _Call:
        """Return the call that `found`, a match of `_SHORTCODE`, is."""
        words: list[str] = []
        params: dict[str, str] = {}
        for key, double, single, bare, word in _ATTRIBUTE.findall(found["rest"] or ""):
            if key:
                params[key.lower()] = unescape(double or single or bare)
            else:
                words.append(word)
        return cls(found["name"], words, params, found["inner"])

    def first(self, *names: str) -> str:
        """Return the first of the named arguments that is there; empty without any."""
        return next((self.params[name] for name in names if self.params.get(name)), "")


@dataclass(frozen=True)
class _Shortcodes:
    """The shortcodes of one post; see `convert_content` for its fields."""

    notes: Notes
    path: str
    maps: Mapping[str, Callable[..., str]]
    attachments: Mapping[str, str]
    _kept: list[str] = field(default_factory=list)
    """Blocks that are finished, and must not get paragraphs: `put_back` puts them into the text."""

    def replaced(self, text: str) -> str:
        """Return `text` with its shortcodes replaced."""
        return _SHORTCODE.sub(self._replacement, text)

    def put_back(self, body: str) -> str:
        """Return `body` with the finished blocks in their places."""
        return re.sub(r"<pre data-kept=(\d+)></pre>", lambda found: self._kept[int(found[1])], body)

    def _keep(self, block: str) -> str:
        """Return the place that is kept for a finished block."""
        self._kept.append(block)
        return f"\n\n<pre data-kept={len(self._kept) - 1}></pre>\n\n"

    def _replacement(self, found: re.Match[str]) -> str:
        """Return the replacement of a shortcode; other text in brackets stays as it is."""
        call = _Call.of(found)
        written = self._mapped(call) if call.name in self.maps else self._written(call)
        if written is not None:
            self.notes.converted[call.name] += 1
            return written
        if call.name not in _KNOWN_PLAIN and call.inner is None and not call.params:
            return found[0]
        opening = found[0][: found[0].find("]") + 1]
        self.notes.left("shortcode", opening, self.path)
        return f"{comment('shortcode', opening.strip('[]'))}{call.inner or ''}"

    def _mapped(self, call: _Call) -> str:
        """Return the user's own replacement for a shortcode."""
        return self._keep(self.maps[call.name](call.words, call.params, call.inner or ""))

    def _written(self, call: _Call) -> str | None:
        """Return our replacement for a shortcode; None if we do not know it."""
        name, inner = call.name, call.inner
        if name in ("caption", "wp_caption") and inner is not None:
            return self._caption(call, inner)
        if name in _CODES and inner is not None:
            language = call.first("language", "lang") or next(iter(call.words), "")
            language = language or (name if name in _LANGUAGES else "")
            return self._keep("\n".join(fence(unescape(inner).strip("\n"), language)))
        if name == "gallery":
            return self._gallery(call)
        if name in ("embed", "youtube", "vimeo"):
            url = inner or call.first("id", "url") or next(iter(call.words), "")
            return _embedded(name, url.strip())
        if name in ("video", "audio"):
            src = call.first("src", "mp4", "webm", "m4v", "ogv", "mp3", "ogg", "wav", "m4a")
            return f'<{name} controls src="{escape(src)}"></{name}>' if src else None
        return None

    def _caption(self, call: _Call, inner: str) -> str:
        picture = _LINKED.search(inner)
        if not picture:
            return inner
        text = call.first("caption") or inner[picture.end() :].strip()
        return self._keep(f"<figure>{picture[0]}<figcaption>{text}</figcaption></figure>")

    def _gallery(self, call: _Call) -> str | None:
        numbers = [number.strip() for number in call.first("ids", "include").split(",")]
        urls = [self.attachments[number] for number in numbers if number in self.attachments]
        if not urls:
            return None
        pictures = "".join(f'<img src="{escape(url)}" alt="" loading="lazy">' for url in urls)
        return f'\n\n<div class="gallery">{pictures}</div>\n\n'


def _embedded(name: str, url: str) -> str | None:
    """Return the player of a video, by its URL or number, else a link to what is at the URL."""
    frame = None
    if name != "embed":
        frame = embeds.frame(name, url)
    elif "youtu" in url or "vimeo" in url:
        frame = _frame_of(url)
    if frame or not url.startswith("http"):
        return frame
    return f'<a href="{escape(url)}">{escape(url)}</a>'
