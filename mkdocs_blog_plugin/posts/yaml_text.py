"""YAML as people write it: one pass yields the values, the line of each key, and warnings.

Values differ from plain `yaml.safe_load` where a blog is better off with the text as written:
dates stay text (`posts.dates` reads them, impossible ones too), and a number stays one only if
it prints as the same text, so that the labels `1.10`, `007` and `no` survive. The values that the
safe loader would return come from the same pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from sys import intern
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

import yaml
from yaml.constructor import ConstructorError, SafeConstructor

from mkdocs_blog_plugin.problems import BlogError, Problem

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML was built without libyaml
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_TAG: Final = "tag:yaml.org,2002:"
_BOOLEANS: Final[Mapping[str, bool]] = {"true": True, "false": False}
_INT = re.compile(r"0|-?[1-9][0-9]{0,17}")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_OPENERS: Final = "[{-?"
"""Each level of lists and maps on one line is opened by one of these."""
_MANY_OPENERS = 1_000
"""More than most documents have, and fewer than overflow the stack of libyaml's composer."""
_MAX_NODES = 100_000
"""More than anybody writes; aliases of aliases can stand for billions, which some would print."""
_NODE = 32
"""For each so many characters, text behind an alias counts as one more node."""
MAX_DEPTH = 50
"""How deep lists and maps may be nested: others, such as PyYAML, need several calls per level."""
_TOO_DEEP: Final = "lists or maps are nested too deeply"
_KNOWN_TAGS = frozenset(_TAG + name for name in ("str", "seq", "map"))


class MalformedError(BlogError):
    """Text does not follow its notation (YAML, TOML, JSON)."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line
        """1-based line of the fault in the text."""

    def problem(self, path: str) -> Problem:
        """Return the problem of the YAML file `path`."""
        return Problem(path=path, line=self.line, message=self.message, expected="YAML")


class ParseWarning(NamedTuple):
    """Something that can be read, but hardly with the intended meaning."""

    line: int
    """1-based, in the text."""
    key: str
    message: str
    expected: str

    def problem(self, path: str, *, first_line: int = 1) -> Problem:
        """Return the problem for text that begins on `first_line` of the file `path`."""
        return Problem(
            path=path,
            line=first_line + self.line - 1,
            key=self.key,
            message=self.message,
            expected=self.expected,
        )


@dataclass(frozen=True)
class YamlText:
    """A YAML document that could be read."""

    value: object
    """`None`, text, numbers, booleans, lists, and maps whose keys are text."""
    warnings: tuple[ParseWarning, ...]
    _root: yaml.Node | None
    _has_foreign_tags: bool

    def plain(self) -> object:
        """Return the document as the safe loader of PyYAML reads it, and MkDocs with it.

        None for an empty document, and where a tag is not known here.
        """
        if self._root is None or self._has_foreign_tags:
            return None
        try:
            return SafeConstructor().construct_document(self._root)
        except Exception:  # noqa: BLE001 - it raises what `int` and `datetime` raise
            return None

    @cached_property
    def places(self) -> Places:
        """Where the keys of the document stand."""
        return Places(self._root)


@dataclass(frozen=True)
class Places:
    """Where the keys of one map stand, and those of the maps below it."""

    _node: yaml.Node | None

    @property
    def lines(self) -> dict[str, int]:
        """The 1-based line of each key; empty for anything but a map."""
        return {key: line for key, (line, _) in self._entries.items()}

    @property
    def inner_lines(self) -> dict[str, int]:
        """The 1-based line of each key of a map that is the value of a key: `date.created`."""
        return {
            f"{key}.{name}": line
            for key, (_, node) in self._entries.items()
            if isinstance(node, yaml.MappingNode)
            for name, line in Places(node).lines.items()
        }

    def below(self, key: str) -> Places:
        """Return the same for the value of `key`."""
        return Places(self._entries[key][1] if key in self._entries else None)

    @cached_property
    def _entries(self) -> dict[str, tuple[int, yaml.Node]]:
        if not isinstance(self._node, yaml.MappingNode):
            return {}
        return {str(key.value): (key.start_mark.line + 1, value) for key, value in self._node.value}


def load_yaml(text: str) -> YamlText:
    """Read `text`, one YAML document.

    Raises:
        MalformedError: the text cannot be read.
    """
    try:
        if sum(map(text.count, _OPENERS)) > _MANY_OPENERS:
            _check_nesting(text)
        loader = _Loader(text)
        root = loader.get_single_node()
        if root and "*" in text and _size(root, {}) > _MAX_NODES:
            raise MalformedError("aliases stand for too much", 1)
        value = loader.construct_document(root) if root else None
        check_depth(value)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise MalformedError(error.problem or "not valid YAML", line) from error
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        raise MalformedError("control characters are not allowed", line) from error
    except RecursionError as error:
        raise MalformedError(_TOO_DEEP, 1) from error
    return YamlText(value, tuple(loader.warnings), root, loader.has_foreign_tags)


def _check_nesting(text: str) -> None:
    """Raise `MalformedError` where lists and maps are nested too deeply, reading no further.

    Before version 0.2.6, libyaml takes a time that grows with the square of the depth, and composes
    each level within the one above it until the process dies.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_SafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            mark = event.start_mark
            raise MalformedError(_TOO_DEEP, mark.line + 1 if mark else 1)


def check_depth(value: object, room: int = MAX_DEPTH) -> None:
    """Raise `MalformedError` where lists and maps of `value` are nested more than `room` deep."""
    if not isinstance(value, list | dict):
        return
    if not room:
        raise MalformedError(_TOO_DEEP, 1)
    for item in value.values() if isinstance(value, dict) else value:
        check_depth(item, room - 1)


def _size(node: yaml.Node, known: dict[int, int]) -> int:
    """Return the number of nodes below and with `node`, those that aliases stand for each time."""
    if isinstance(node, yaml.ScalarNode):
        return 1 + len(node.value) // _NODE
    if id(node) not in known:
        known[id(node)] = 0  # a list that holds itself is refused later
        is_map = isinstance(node, yaml.MappingNode)
        children = chain.from_iterable(node.value) if is_map else node.value
        known[id(node)] = 1 + sum(_size(child, known) for child in children)
    return known[id(node)]


def _text(node: yaml.Node) -> str:
    """Return the text of a scalar: one object for the keys and labels that many documents share."""
    text: str = intern(node.value)
    node.value = text
    return text


class _Loader(_SafeLoader):
    """The safe loader, with the differences that the module names."""

    yaml_constructors: ClassVar[dict[str | None, Any]] = {}

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.warnings: list[ParseWarning] = []
        self.has_foreign_tags = False

    def construct_any(self, node: yaml.Node) -> object:
        """Return the value of `node`; a tag that says more than the kind of node is reported."""
        if isinstance(node, yaml.ScalarNode) and node.tag in _SCALARS:
            return _SCALARS[node.tag](self, node)
        if node.tag not in _KNOWN_TAGS:
            self.has_foreign_tags = True
            self._note(node, "", f"the YAML tag '{node.tag}' is not known here", "a plain value")
        if isinstance(node, yaml.MappingNode):
            return self._map(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._inner(item) for item in node.value]
        return _text(node)

    def _inner(self, node: yaml.Node) -> object:
        """Return the value of `node` inside of a list or a map; a scalar cannot hold itself."""
        if isinstance(node, yaml.ScalarNode):
            return self.construct_any(node)
        return self.construct_object(node, deep=True)

    def construct_boolean(self, node: yaml.ScalarNode) -> object:
        """Return true or false, or the text of anything else that may mean one: `no`, `on`."""
        return _BOOLEANS.get(node.value.lower(), node.value)

    def construct_int(self, node: yaml.ScalarNode) -> object:
        """Return a number whose text is the one in the document, else that text."""
        return int(node.value) if _INT.fullmatch(node.value) else node.value

    def construct_float(self, node: yaml.ScalarNode) -> object:
        """Return a number whose text is the one in the document, else that text."""
        number = float(node.value) if _FLOAT.fullmatch(node.value) else None
        return number if str(number) == node.value else node.value

    def construct_date(self, node: yaml.ScalarNode) -> object:
        """Return the text of a date, which PyYAML may refuse."""
        return node.value

    def _map(self, node: yaml.MappingNode) -> dict[str, object]:
        self._note_doubles(node)
        self.flatten_mapping(node)
        return {self._key(key): self._inner(value) for key, value in node.value}

    def _key(self, node: yaml.Node) -> str:
        if isinstance(node, yaml.ScalarNode):
            return _text(node)
        raise ConstructorError(None, None, "a key is a list or a map", node.start_mark)

    def _note_doubles(self, node: yaml.MappingNode) -> None:
        seen: set[object] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen and key.tag != f"{_TAG}merge":
                hint = "each key once; the last one counts"
                self._note(key, key.value, "the key is there twice", hint)
            seen.add(key.value)

    def _note(self, node: yaml.Node, key: str, message: str, expected: str) -> None:
        self.warnings.append(ParseWarning(node.start_mark.line + 1, key, message, expected))


_SCALARS: Final[Mapping[str, Any]] = {
    f"{_TAG}null": lambda *_: None,
    f"{_TAG}bool": _Loader.construct_boolean,
    f"{_TAG}int": _Loader.construct_int,
    f"{_TAG}float": _Loader.construct_float,
    f"{_TAG}timestamp": _Loader.construct_date,
}
_Loader.add_constructor(None, _Loader.construct_any)
