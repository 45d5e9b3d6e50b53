"""MDX in, Markdown out: admonitions, tabs and pictures; other components become comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.convert import embeds
from mkdocs_blog_plugin.convert.leftovers import comment
from mkdocs_blog_plugin.convert.text.lines import line_numbers
from mkdocs_blog_plugin.convert.text.structure import DEEPEST, INDENT
from mkdocs_blog_plugin.posts.code import fenced, split_code

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_blog_plugin.convert.report import Notes

_MODULE = re.compile(r"(?:import\s+(?:['\"]|[\w*{])|export\s+(?:const|default|function|let|\{))")
_OPENING = re.compile(
    r"(?P<indent>[ \t]*)(?P<colons>:{3,})\s*(?P<kind>[a-z]+)\s*(?:\[(?P<label>.*?)\]|(?P<title>[^{\[\n]*?))\s*(?:\{.*\})?\s*"
)
_CLOSING = re.compile(r"[ \t]*(?P<colons>:{3,})\s*")
_KINDS: Final = {
    "caution": "warning", "danger": "danger", "important": "important", "info": "info",
    "note": "note", "secondary": "note", "success": "success", "tip": "tip", "warning": "warning",
}  # fmt: skip
_TRUNCATE = re.compile(r"\{/\*\s*truncate\s*\*/\}|<!--\s*truncate\s*-->")
_COMMENT = re.compile(r"\{/\*(?:(?!\{/\*).)*?\*/\}", re.DOTALL)
_REQUIRE = re.compile(
    r"=\{\s*(?:require|useBaseUrl)\(\s*['\"]([^'\"]+)['\"]\s*\)(?:\.default)?\s*\}"
)
_STRING = re.compile(r"=\{\s*(?:'([^'{}]*)'|\"([^\"{}]*)\"|`([^`{}]*)`|(\d+|true|false))\s*\}")
_STYLE = re.compile(r"\s(?:style|sx|onClick)=\{\{?[^{}]*\}?\}")
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Z][\w.]*)(?P<rest>(?:\s(?:[^<>{}\"']++|\"[^\"]*\"|'[^']*'|\{[^{}]*\})*+)?)(?P<alone>/?)>"
)
_ATTRIBUTE = re.compile(r"""(?<![\w-])([\w-]+)=(?:"([^"]*)"|'([^']*)')""")


def convert_mdx(
    body: str, notes: Notes, path: str, line: int, maps: Mapping[str, Callable[..., str]]
) -> str:
    """Return the Markdown of a post of Docusaurus.

    Args:
        body: MDX or Markdown.
        notes: collects what was converted, and what was not.
        path: of the post's file.
        line: 1-based line of the file on which `body` begins.
        maps: what the user writes for a component, by its name.
    """
    parts = []
    for part, is_code in split_code(_without_modules(body, notes, path, line)):
        parts.append(part if is_code else _components(part, notes, path, line, maps))
        line += part.count("\n")
    return _admonitions("".join(parts), notes)


def _without_modules(body: str, notes: Notes, path: str, line: int) -> str:
    """Return `body` with blank lines for what it imports and exports."""
    lines = []
    for number, (text, in_code) in enumerate(fenced(body.split("\n")), start=line):
        is_module = not in_code and _MODULE.match(text)
        if is_module and "@theme/" not in text and "@docusaurus/" not in text:
            notes.left("MDX", text.strip()[:80], path, number)
        lines.append("" if is_module else text)
    return "\n".join(lines)


def _components(
    text: str, notes: Notes, path: str, line: int, maps: Mapping[str, Callable[..., str]]
) -> str:
    text = _TRUNCATE.sub("<!-- truncate -->", text)
    text = _COMMENT.sub("", text)
    text = _REQUIRE.sub(r'="\1"', text)
    text = _STRING.sub(lambda found: f'="{next(filter(None, found.groups()), "")}"', text)
    text = _STYLE.sub("", text).replace(" className=", " class=").replace("@site/static/", "/")
    line_of = line_numbers(text)

    def write(found: re.Match[str]) -> str:
        attributes = {name: one or other for name, one, other in _ATTRIBUTE.findall(found["rest"])}
        name = found["name"]
        if name in maps:
            notes.converted[name] += 1
            return "" if found["end"] else maps[name]((), attributes, "")
        if name in _WRITERS:
            notes.converted[name] += 1
            return "" if found["end"] and name != "Link" else _WRITERS[name](attributes, found)
        if not found["end"]:
            notes.left("component", found[0], path, line + line_of(found.start()) - 1)
            return comment("component", found[0])
        return ""

    return _TAG.sub(write, text)


def _link(attributes: Mapping[str, str], found: re.Match[str]) -> str:
    return (
        "</a>"
        if found["end"]
        else f'<a href="{attributes.get("to") or attributes.get("href", "")}">'
    )


def _tab(attributes: Mapping[str, str], _: re.Match[str]) -> str:
    return f"\n\n**{attributes.get('label') or attributes.get('value', '')}**\n\n"


def _video(attributes: Mapping[str, str], _: re.Match[str]) -> str:
    return embeds.frame("youtube", attributes.get("id") or attributes.get("videoId", "")) or ""


_WRITERS: Mapping[str, Callable[[Mapping[str, str], re.Match[str]], str]] = {
    "BrowserWindow": lambda *_: "\n\n",
    "CodeBlock": lambda *_: "\n\n",
    "Link": _link,
    "LiteYouTubeEmbed": _video,
    "TOCInline": lambda *_: "[TOC]",
    "TabItem": _tab,
    "Tabs": lambda *_: "\n\n",
    "YouTube": _video,
}


def _admonitions(body: str, notes: Notes) -> str:
    """Return `body` with `:::note` blocks as admonitions, nested ones indented."""
    result: list[str] = []
    open_: list[tuple[int, str]] = []
    for line, in_code in fenced(body.split("\n")):
        opening = None if in_code else _OPENING.fullmatch(line)
        closing = None if in_code else _CLOSING.fullmatch(line)
        prefix = INDENT * min(len(open_), DEEPEST)
        if opening and opening["kind"] in _KINDS:
            notes.converted["admonition"] += 1
            title = (opening["label"] or opening["title"] or "").strip()
            heading = f' "{title.replace(chr(34), chr(39))}"' if title else ""
            result += ["", f"{prefix}{opening['indent']}!!! {_KINDS[opening['kind']]}{heading}", ""]
            open_.append((len(opening["colons"]), opening["indent"]))
        elif closing and open_ and not opening:
            open_.pop()
            result.append("")
        else:
            result.append(f"{prefix}{line}" if line else line)
    return "\n".join(result)
