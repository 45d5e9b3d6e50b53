"""Kramdown's attribute lists and extensions: `{: .note #id}`, `{:toc}`, `{::comment}`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINE = re.compile(r"\s*(?:\{:(?![:/])[^{}\n]*\}\s*)+")
_LIST = re.compile(r"\{:(?![:/])\s*([^{}\n]*?)\s*\}")
_DEFINITION = re.compile(r"^ {0,3}\{:([\w-]+):\s*([^{}\n]*)\}[ \t]*(?:\n|\Z)", re.MULTILINE)
_CLASS = re.compile(r"\.([\w-]+)")
_FILE = re.compile(r"""(?<![\w-])(?:file|title)=(?:"([^"]*)"|'([^']*)')""")
_EXTENSION = re.compile(
    r"\{::(comment|nomarkdown)[^{}\n]*\}((?:(?!\{::(?:comment|nomarkdown)).)*?)\{:/(?:\1)?\}",
    re.DOTALL,
)
_OPTIONS = re.compile(r"\{::(?:options|nomarkdown|comment)?[^{}\n]*/?\}|\{:/[a-z]*\}")
_ADJACENT = re.compile(r"(\{:[^{}\n]*)\}\{:(?![:/])\s*")
_PROMPTS = re.compile(r"(?:prompt-|notice--|alert-|admonition-)?(\w+)")
_ADMONITIONS: Mapping[str, str] = {
    "attention": "warning", "caution": "warning", "danger": "danger", "error": "danger",
    "important": "important", "info": "info", "note": "note", "notice": "note", "primary": "note",
    "success": "success", "tip": "tip", "hint": "tip", "warning": "warning",
}  # fmt: skip


@dataclass(frozen=True)
class Attributes:
    """An attribute list of a block."""

    text: str
    """What stands between the braces, without the colon."""

    @property
    def is_toc(self) -> bool:
        """Whether it makes a table of contents of its list."""
        return self.text.split()[:1] == ["toc"]

    @property
    def classes(self) -> list[str]:
        """Names of its classes."""
        return _CLASS.findall(self.text)

    @property
    def language(self) -> str:
        """The language that it gives to code."""
        names = (name for name in self.classes if name.startswith("language-"))
        return next(names, "").removeprefix("language-")

    @property
    def file(self) -> str:
        """The name of the file that it says code is from."""
        found = _FILE.search(self.text)
        return (found[1] or found[2] or "") if found else ""

    @property
    def admonition(self) -> str:
        """The kind of admonition that it makes of a quote, as themes for Jekyll have it."""
        return next(filter(None, (admonition(name) for name in self.classes)), "")

    def __str__(self) -> str:
        return f"{{: {self.text} }}"


def admonition(name: str) -> str:
    """Return the admonition that a class stands for (`prompt-tip` is `tip`), empty without one."""
    found = _PROMPTS.fullmatch(name.lower())
    return _ADMONITIONS.get(found[1], "") if found else ""


def attributes_of(line: str) -> Attributes | None:
    """Return the attribute list that is all of `line`; several are one."""
    if not _LINE.fullmatch(line):
        return None
    return Attributes(" ".join(found.strip() for found in _LIST.findall(line)).strip())


def convert_extensions(body: str) -> str:
    """Return a body with kramdown's extensions and references to attributes resolved."""
    if "{:" not in body:
        return body
    defined = {name: text.strip() for name, text in _DEFINITION.findall(body)}
    body = _DEFINITION.sub("", body)
    body = _EXTENSION.sub(_extension, body)
    body = _ADJACENT.sub(r"\1 ", _OPTIONS.sub("", body))
    return _LIST.sub(lambda found: _expanded(found, defined), body) if defined else body


def _extension(found: re.Match[str]) -> str:
    if found[1] == "nomarkdown":
        return found[2]
    return f"<!-- {found[2].strip().replace('--', '- -')} -->"


def _expanded(found: re.Match[str], defined: Mapping[str, str]) -> str:
    words = [defined.get(word, word) for word in found[1].split()]
    return f"{{: {' '.join(words)} }}"
