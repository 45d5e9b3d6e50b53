"""Fenced code: its information string, and fences that are long enough."""

from __future__ import annotations

import re

from mkdocs_blog_plugin.convert.text.lines import dedented

_OPENING = re.compile(r"(?P<fence>`{3,}|~{3,})\s*(?P<info>.*)")
_RUNS = re.compile(r"^[ \t]*(`{3,}|~{3,})", re.MULTILINE)
_LANGUAGE = re.compile(r"[\w#.+-]+")
_HIGHLIGHTED = re.compile(r"""(?:hl_lines|hl-lines)\s*=\s*(?:\[([^\]]*)\]|"([^"]*)"|'([^']*)')""")
_RANGES = re.compile(r"(?<!\S)\{([\d,\s-]+)\}")
_TITLE = re.compile(r"""(?:title|filename|name)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NUMBERS = re.compile(r"\b(?:linenos|linenums|showLineNumbers|numberLines)\b(?!\s*=\s*\"?false)")
_START = re.compile(r"""(?:linenostart|linenos_start|start)\s*=\s*["']?(\d+)""")
_PLAIN = ("nohighlight", "no-highlight", "plain", "none", "plaintext", "text")


def fence(code: str, info: str = "") -> list[str]:
    """Return the lines of `code` between fences that are longer than any in it."""
    longest = max((len(found[1]) for found in _RUNS.finditer(code)), default=2)
    mark = "`" * max(3, longest + 1)
    return [f"{mark}{convert_info(info)}", *code.split("\n"), mark]


def fence_content(content: str, info: str, indent: str) -> str:
    """Return the content of a tag as fenced code.

    Args:
        content: What stands between the tag and its end.
        info: The information string.
        indent: What stands before the tag on its line, which code in it is indented by as well.
    """
    lines = content.strip("\n").rstrip().split("\n")
    width = len(indent)
    code = "\n".join(line[width:] if not line[:width].strip() else line for line in lines)
    return "\n" + "\n".join(fence(code, info)) + "\n"


def convert_info(info: str) -> str:
    """Return an information string as pymdownx.superfences reads it.

    Language, title, highlighted lines and line numbers stay, in whichever notation they are; all
    else is cut, because superfences would take the fence for text.
    """
    info = info.strip().strip("`")
    if info.startswith("{") and not _RANGES.match(info):
        info = info.strip("{} ").lstrip(".")
    language = _LANGUAGE.match(info.removeprefix("language-"))
    words = [_language(language[0]) if language else ""]
    title = _TITLE.search(info)
    if title:
        words.append('title="' + (title[1] or title[2] or "").replace('"', "'") + '"')
    highlighted = _HIGHLIGHTED.search(info) or _RANGES.search(info)
    if highlighted:
        lines = next(filter(None, highlighted.groups()), "")
        numbers = " ".join(re.findall(r"\d+(?:-\d+)?", lines))
        words += [f'hl_lines="{numbers}"'] if numbers else []
    if _NUMBERS.search(info):
        start = _START.search(info)
        words.append(f'linenums="{start[1] if start else 1}"')
    joined = " ".join(filter(None, words))
    return joined if words[0] or not joined else f"text {joined}"


def _language(name: str) -> str:
    """Return a language by the name that superfences and Pygments have."""
    name = name.split(":", maxsplit=1)[0].strip("{}.,")
    return "text" if name.lower() in _PLAIN else name


def convert_fence(lines: list[str]) -> list[str]:
    """Return a fenced block, given from its opening line on, closed where it was not."""
    opening = _OPENING.match(lines[0].strip())
    assert opening is not None
    mark = opening["fence"]
    closing = re.compile(rf"\s*{re.escape(mark)}{re.escape(mark[0])}*\s*")
    has_end = len(lines) > 1 and closing.fullmatch(lines[-1])
    indent = len(lines[0]) - len(lines[0].lstrip())
    code = [dedented(line, indent) for line in (lines[1:-1] if has_end else lines[1:])]
    return [f"{mark}{convert_info(opening['info'])}", *code, mark]
