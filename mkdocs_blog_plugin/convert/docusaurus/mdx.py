"""MDX in, Markdown out: admonitions, tabs and pictures; other components become comments."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.convert import embeds
from mkdocs_blog_plugin.convert.docusaurus.code import highlighted
from mkdocs_blog_plugin.convert.docusaurus.modules import Modules, take_modules
from mkdocs_blog_plugin.convert.leftovers import comment
from mkdocs_blog_plugin.convert.text.fences import fence
from mkdocs_blog_plugin.convert.text.lines import line_numbers
from mkdocs_blog_plugin.convert.text.structure import DEEPEST, INDENT
from mkdocs_blog_plugin.posts.code import fenced, split_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs_blog_plugin.convert.report import Notes

_OPENING = re.compile(
    r"(?P<indent>[ \t]*)(?P<colons>:{3,})\s*(?P<kind>[a-z]+)\s*(?:\[(?P<label>.*?)\]|(?P<title>[^{\n]*?))\s*(?:\{.*\})?\s*"
)
_CLOSING = re.compile(r"[ \t]*(?P<colons>:{3,})\s*")
_QUOTE = re.compile(r"^> ?")
_KINDS: Final = {
    "caution": "warning", "danger": "danger", "important": "important", "info": "info",
    "note": "note", "secondary": "note", "success": "success", "tip": "tip", "warning": "warning",
}  # fmt: skip
_TRUNCATE = re.compile(r"\{/\*\s*truncate\s*\*/\}|<!--\s*truncate\s*-->")
_FRAGMENT = re.compile(r"^[ \t]*</?>[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"\{/\*(?:(?!\{/\*).)*?\*/\}", re.DOTALL)
_HEAD = re.compile(r"<head>(?:(?!<head>).)*?</head>", re.DOTALL)
"""Tags for the head of the page, which the body of a page must not have."""
_REQUIRE = re.compile(
    r"=\{\s*(?:require|useBaseUrl)\(\s*['\"]([^'\"]+)['\"]\s*\)(?:\.default)?\s*\}"
)
_STRING = re.compile(r"=\{\s*(?:'([^'{}]*)'|\"([^\"{}]*)\"|`([^`{}]*)`|(\d+|true|false))\s*\}")
_STYLE = re.compile(r"\s(?:style|sx|onClick)=\{\{?[^{}]*\}?\}")
_PICTURE = re.compile(r"=\{\s*(\w+)\s*\}")
_CODE_BLOCK = re.compile(
    r"<CodeBlock\b(?P<rest>[^<>{}]*)>\s*\{`(?P<code>(?:[^`\\]|\\.)*+)`\}\s*</CodeBlock>", re.DOTALL
)
_COMPONENT = re.compile(r"<(\w+)")
_MOST_IMPORTED = 200_000
"""Letters of MDX that one post can import: it may name the same file many times."""
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Z][\w.]*)(?P<rest>(?:\s(?:[^<>{}\"']++|\"[^\"]*\"|'[^']*'|\{[^{}]*\})*+)?)(?P<alone>/?)>"
)
_ATTRIBUTE = re.compile(r"""(?<![\w-])([\w-]+)=(?:"([^"]*)"|'([^']*)')""")


def convert_mdx(
    body: str,
    notes: Notes,
    path: str,
    line: int,
    maps: Mapping[str, Callable[..., str]],
    read: Callable[[str], str | None] = lambda _: None,
) -> str:
    """Return the Markdown of a post of Docusaurus.

    Args:
        body: MDX or Markdown.
        notes: Collects what was converted, and what was not.
        path: Of the post's file.
        line: 1-based line of the file on which `body` begins.
        maps: What the user writes for a component, by its name.
        read: Returns the body of the MDX at a path of the site, which posts import; None if it is not there.
    """
    text, modules = take_modules(body, notes, path, line)
    inner = dict(maps)
    left = _MOST_IMPORTED
    used = Counter(_COMPONENT.findall(text)) if modules.texts else Counter()
    for name, source in modules.texts.items():
        count = used[name]
        imported = read(source) if count else ""
        if imported is None or len(imported) * count > left:
            notes.left("MDX", f"'{source}' is not put in place of <{name} />", path)
            continue
        left -= max(len(imported) * count, 1)
        inner[name] = _text(convert_mdx(imported, notes, source, 1, maps))
    for name, picture in modules.pictures.items():
        inner[name] = _picture(picture)
    parts = []
    for part, is_code in split_code(_CODE_BLOCK.sub(_code_block, text)):
        if is_code:
            parts.append(highlighted(part))
        else:
            prose = _PICTURE.sub(lambda found: _source(found, modules), part)
            parts.append(_components(prose, notes, path, line, inner))
        line += part.count("\n")
    return "\n".join(_admonitions("".join(parts).split("\n"), notes))


def _text(imported: str) -> Callable[..., str]:
    return lambda *_: f"\n\n{imported.strip()}\n\n"


def _picture(source: str) -> Callable[..., str]:
    """Return the function that writes a picture used as a component, as drawings are."""

    def write(_: object, attributes: Mapping[str, str], __: str) -> str:
        label = attributes.get("title") or attributes.get("alt", "")
        return f'<img src="{_quoted(source)}" alt="{_quoted(label)}">'

    return write


def _source(found: re.Match[str], modules: Modules) -> str:
    """Return an attribute with the path of an imported picture."""
    source = modules.pictures.get(found[1])
    return f'="{_quoted(source)}"' if source else found[0]


def _quoted(text: str) -> str:
    return text.replace('"', "&quot;")


def _code_block(found: re.Match[str]) -> str:
    """Return a code block that is written as a component as fenced code."""
    own = {name: one or other for name, one, other in _ATTRIBUTE.findall(found["rest"])}
    title = f' title="{own["title"]}"' if own.get("title") else ""
    code = found["code"].strip("\n").replace("\\`", "`")
    return "\n\n" + "\n".join(fence(code, f"{own.get('language', '')}{title}")) + "\n\n"


def _components(
    text: str, notes: Notes, path: str, line: int, maps: Mapping[str, Callable[..., str]]
) -> str:
    text = _TRUNCATE.sub("<!-- truncate -->", _without_heads(text, notes, path, line))
    text = _FRAGMENT.sub("", _COMMENT.sub("", text))
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
            has_end = name in ("Admonition", "Link")
            return "" if found["end"] and not has_end else _WRITERS[name](attributes, found)
        if not found["end"]:
            notes.left("component", found[0], path, line + line_of(found.start()) - 1)
            return comment("component", found[0])
        return ""

    return _TAG.sub(write, text)


def _without_heads(text: str, notes: Notes, path: str, line: int) -> str:
    """Return `text`, with as many lines, without tags for the head of the page."""
    line_of = line_numbers(text)

    def left(found: re.Match[str]) -> str:
        notes.left("component", found[0], path, line + line_of(found.start()) - 1)
        return comment("component", found[0]) + "\n" * found[0].count("\n")

    return _HEAD.sub(left, text)


def _admonition(attributes: Mapping[str, str], found: re.Match[str]) -> str:
    """Return an admonition that is written as a component in colons, which are read next."""
    if found["end"]:
        return "\n\n:::\n\n"
    kind, title = attributes.get("type", "note"), attributes.get("title", "")
    return f"\n\n:::{kind}[{title}]\n\n" if title else f"\n\n:::{kind}\n\n"


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
    "Admonition": _admonition,
    "BrowserWindow": lambda *_: "\n\n",
    "CodeBlock": lambda *_: "\n\n",
    "Link": _link,
    "LiteYouTubeEmbed": _video,
    "TOCInline": lambda *_: "[TOC]",
    "TabItem": _tab,
    "Tabs": lambda *_: "\n\n",
    "YouTube": _video,
}


def _admonitions(lines: Iterable[str], notes: Notes, depth: int = 0) -> list[str]:
    """Return `lines` with `:::note` blocks as admonitions, nested ones indented, also inside of quotes."""
    result: list[str] = []
    open_: list[tuple[int, str]] = []
    if depth < DEEPEST:
        lines = _in_quotes(lines, notes, depth)
    for line, in_code in fenced(lines):
        opening = None if in_code else _OPENING.fullmatch(line)
        closing = None if in_code else _CLOSING.fullmatch(line)
        prefix = INDENT * min(len(open_), DEEPEST)
        if opening:
            notes.converted["admonition"] += 1
            kind = _KINDS.get(opening["kind"], opening["kind"])
            title = (opening["label"] or opening["title"] or "").strip().replace('"', "'")
            heading = f' "{title}"' if title else ""
            result += ["", f"{prefix}{opening['indent']}!!! {kind}{heading}", ""]
            open_.append((len(opening["colons"]), opening["indent"]))
        elif closing and open_:
            open_.pop()
            result.append("")
        else:
            result.append(f"{prefix}{line}" if line else line)
    return result


def _in_quotes(lines: Iterable[str], notes: Notes, depth: int) -> Iterator[str]:
    """Yield `lines`, those of quotes with admonitions in place of `:::note` blocks."""
    for is_quote, run in groupby(_quoted_lines(lines), key=itemgetter(1)):
        found = [line for line, _ in run]
        if is_quote and any(":::" in line for line in found):
            inner = _admonitions([_QUOTE.sub("", line) for line in found], notes, depth + 1)
            yield from (f"> {line}".rstrip() for line in inner)
        else:
            yield from found


def _quoted_lines(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line, and whether it is in a quote: in code, only if that is in a quote, too."""
    is_quoted = False
    for line, in_code in fenced(lines):
        is_quoted = line.startswith(">") and (is_quoted or not in_code)
        yield line, is_quoted
