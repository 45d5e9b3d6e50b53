"""The small part of Go's templates that shortcodes of blogs are made of.

A template that needs more raises: then nobody pretends to know what it would have printed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs_blog_plugin.problems import BlogError

_ACTION = re.compile(
    r"\{\{(?P<left>-?)(?P<body>\s*/\*.*?\*/\s*|(?:\"(?:[^\"\\]|\\.)*\"|`[^`]*`|[^`\"}]|\}(?!\}))*?)(?P<right>-?)\}\}",
    re.DOTALL,
)
_WORD = re.compile(
    r"\s*(?:(?P<string>\"(?:[^\"\\]|\\.)*\")|(?P<raw>`[^`]*`)|(?P<symbol>:=|=|\||\(|\)|,)"
    r"|(?P<number>-?\d+(?:\.\d+)?)(?![\w.])|(?P<name>\$?[\w]*(?:\.[\w]+)*\.?))"
)
_MOST_ACTIONS = 500
_RESIZING = ("Resize", "Fit", "Fill", "Crop")


class UnsupportedError(BlogError):
    """A template uses a feature that is not supported here."""


@dataclass(frozen=True)
class Resource:
    """A file of a page, as shortcodes get it."""

    path: str

    def attribute(self, name: str) -> Any:
        """Return the fields that a template may use."""
        if name in ("RelPermalink", "Permalink", "Name", "Title", "Key"):
            return self.path
        if name in ("Resize", "Fit", "Fill", "Crop", "Filter", "Process"):
            return self
        if name in ("Width", "Height"):
            return ""
        raise UnsupportedError(f".{name} of a resource")


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a template sees."""

    args: Sequence[str]
    params: Mapping[str, Any]
    inner: str
    markdown: Callable[[str], str]
    """Makes HTML of Markdown."""
    page: Mapping[str, Any]
    """`Title` and the front matter, `Params`."""
    site: Mapping[str, Any]
    """`Params`, `Title`, `BaseURL`."""
    link: Callable[[str], str]
    """Returns the address of a page that `ref` or `relref` names."""
    variables: dict[str, Any] = field(default_factory=dict)


def render(template: str, scope: Scope) -> str:
    """Return the output of `template`.

    Raises:
        UnsupportedError: it needs more of Go's templates than is here.
    """
    try:
        nodes, rest = _parse(_tokens(template), 0, nested=False)
        assert rest >= 0
        return _run(nodes, scope, None)
    except (RecursionError, IndexError, KeyError, TypeError, ValueError) as error:
        raise UnsupportedError(f"something ({error})") from error


def _tokens(template: str) -> list[tuple[str, str]]:
    """Return text and actions in turn, white space trimmed where the actions ask for it."""
    tokens: list[tuple[str, str]] = []
    done = 0
    trim = False
    for found in _ACTION.finditer(template):
        text = template[done : found.start()]
        text = text.lstrip() if trim else text
        tokens.append(("text", text.rstrip() if found["left"] else text))
        tokens.append(("action", found["body"].strip()))
        done, trim = found.end(), bool(found["right"])
    rest = template[done:]
    tokens.append(("text", rest.lstrip() if trim else rest))
    if len(tokens) > 2 * _MOST_ACTIONS:
        raise UnsupportedError(f"more than {_MOST_ACTIONS} actions")
    return tokens


@dataclass(frozen=True)
class _Branch:
    """`if` or `with`, and what it chooses between."""

    keyword: str
    condition: str
    then: list[Any]
    otherwise: list[Any]


def _parse(tokens: list[tuple[str, str]], place: int, *, nested: bool) -> tuple[list[Any], int]:
    """Return the nodes up to `end` or `else`, and the index of that token."""
    nodes: list[Any] = []
    while place < len(tokens):
        kind, text = tokens[place]
        word, _, rest = text.partition(" ")
        if kind == "text":
            nodes.append(("text", text))
        elif text.startswith("/*"):
            pass
        elif word in ("end", "else"):
            return nodes, place
        elif word in ("if", "with"):
            branch, place = _parse_branch(tokens, place, word, rest)
            nodes.append(branch)
        elif word in ("range", "define", "block", "template", "partial", "partialCached", "return"):
            raise UnsupportedError(f"'{word}'")
        else:
            nodes.append(("action", text))
        place += 1
    if nested:
        raise UnsupportedError("a missing 'end'")
    return nodes, place


def _parse_branch(
    tokens: list[tuple[str, str]], place: int, keyword: str, condition: str
) -> tuple[_Branch, int]:
    then, place = _parse(tokens, place + 1, nested=True)
    otherwise: list[Any] = []
    text = tokens[place][1]
    if text.startswith("else"):
        word, _, rest = text.removeprefix("else").strip().partition(" ")
        if word in ("if", "with"):
            inner, place = _parse_branch(tokens, place, word, rest)
            otherwise = [inner]
        else:
            otherwise, place = _parse(tokens, place + 1, nested=True)
    return _Branch(keyword, condition, then, otherwise), place


def _run(nodes: list[Any], scope: Scope, dot: Any) -> str:
    parts = []
    for node in nodes:
        if isinstance(node, _Branch):
            value = _pipeline(node.condition, scope, dot)
            chosen = node.then if _is_true(value) else node.otherwise
            inner = value if node.keyword == "with" and _is_true(value) else dot
            parts.append(_run(chosen, scope, inner))
        elif node[0] == "text":
            parts.append(node[1])
        else:
            parts.append(_printed(_pipeline(node[1], scope, dot)))
    return "".join(parts)


def _is_true(value: Any) -> bool:
    return value not in (None, "", False, 0, [], {})


class _Safe(str):
    """Text that is HTML already."""

    __slots__ = ()


def _printed(value: Any) -> str:
    if isinstance(value, Resource | Mapping | list):
        raise UnsupportedError("a value that is not text")
    if value is None:
        return ""
    return str(value) if isinstance(value, _Safe) else html.escape(str(value))


def _words(text: str) -> list[tuple[str, str]]:
    words: list[tuple[str, str]] = []
    place = 0
    while place < len(text.rstrip()):
        found = _WORD.match(text, place)
        if not found or found.end() == place:
            raise UnsupportedError(f"'{text}'")
        kind = found.lastgroup or ""
        words.append((kind, found[kind]))
        place = found.end()
    return words


def _pipeline(text: str, scope: Scope, dot: Any) -> Any:
    words = _words(text)
    if len(words) > 1 and words[0][1].startswith("$") and words[1][1] in (":=", "="):
        value, _ = _pipe(words, 2, scope, dot)
        scope.variables[words[0][1]] = value
        return _Safe("")
    value, place = _pipe(words, 0, scope, dot)
    if place < len(words):
        raise UnsupportedError(f"'{text}'")
    return value


def _pipe(words: list[tuple[str, str]], place: int, scope: Scope, dot: Any) -> tuple[Any, int]:
    """Return the value of commands with `|` between them, and the index after them."""
    value, place = _command(words, place, scope, dot, [])
    while place < len(words) and words[place][1] == "|":
        value, place = _command(words, place + 1, scope, dot, [value])
    return value, place


def _command(
    words: list[tuple[str, str]], place: int, scope: Scope, dot: Any, piped: list[Any]
) -> tuple[Any, int]:
    """Return the value of a function with its arguments, or of a lone operand."""
    kind, word = words[place]
    head: Any = None
    is_function = (kind == "name" and not word.startswith((".", "$"))) or _is_method(word)
    if not is_function:
        head, place = _operand(words, place, scope, dot)
        if isinstance(head, _Method):
            return _arguments(words, place, scope, dot, piped, head)
        return head, place
    return _arguments(words, place + 1, scope, dot, piped, _function(word, scope, dot))


def _is_method(word: str) -> bool:
    return word.rpartition(".")[2] in ("Get", "GetMatch", "Ref", "RelRef", *_RESIZING)


def _arguments(
    words: list[tuple[str, str]],
    place: int,
    scope: Scope,
    dot: Any,
    piped: list[Any],
    function: Callable[..., Any],
) -> tuple[Any, int]:
    arguments = []
    while place < len(words) and words[place][1] not in ("|", ")"):
        value, place = _operand(words, place, scope, dot)
        arguments.append(value)
    return function(*arguments, *piped), place


class _Method:
    """A function that a field is."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function

    def __call__(self, *arguments: Any) -> Any:
        """Return its value."""
        return self._function(*arguments)


def _operand(words: list[tuple[str, str]], place: int, scope: Scope, dot: Any) -> tuple[Any, int]:
    kind, word = words[place]
    if word == "(":
        value, place = _pipe(words, place + 1, scope, dot)
        if place >= len(words) or words[place][1] != ")":
            raise UnsupportedError("a missing ')'")
        place += 1
        if place < len(words) and words[place][1].startswith(".") and words[place][1] != ".":
            return _fields(value, words[place][1]), place + 1
        return value, place
    if kind == "string":
        return re.sub(r"\\(.)", r"\1", word[1:-1]), place + 1
    if kind == "raw":
        return word[1:-1], place + 1
    if kind == "number":
        return (float(word) if "." in word else int(word)), place + 1
    if kind != "name":
        raise UnsupportedError(f"'{word}'")
    return _name(word, scope, dot), place + 1


_CONSTANTS: Mapping[str, Any] = {"true": True, "false": False, "nil": None}


def _name(word: str, scope: Scope, dot: Any) -> Any:
    """Return the value of a name: a constant, the dot, a variable, a field, or a function's value."""
    if word in _CONSTANTS or word == ".":
        return dot if word == "." else _CONSTANTS[word]
    is_root = word.startswith("$") and (word == "$" or word.startswith("$."))
    if word.startswith("$") and not is_root:
        name, point, rest = word.partition(".")
        return _fields(scope.variables[name], f".{rest}") if point else scope.variables[name]
    path = word.removeprefix("$")
    if path.startswith(".") and isinstance(dot, Resource | Mapping) and not is_root:
        return _fields(dot, path)
    if path.startswith((".", "site", "page")):
        return _own(path.lstrip("."), scope)
    return _function(word, scope, dot)()


def _fields(value: Any, path: str) -> Any:
    for name in path.strip(".").split("."):
        if isinstance(value, Resource):
            value = value.attribute(name)
        elif isinstance(value, Mapping):
            value = value.get(name, value.get(name.lower()))
        else:
            raise UnsupportedError(f"'{path}'")
    return value


def _own(path: str, scope: Scope) -> Any:
    """Return a field of the shortcode itself."""
    first, _, rest = path.partition(".")
    if first == "Params":
        return _fields(scope.params, rest) if rest else dict(scope.params)
    if first.lower() in ("page", "site"):
        return _of_page(rest, scope) if first.lower() == "page" else _fields(scope.site, rest)
    plain = {"Inner": _Safe(scope.inner), "IsNamedParams": bool(scope.params), "Ordinal": 0}
    plain["InnerDeindent"] = plain["Inner"]
    if first not in plain:
        raise UnsupportedError(f"'.{path}'")
    return plain[first]


def _of_page(rest: str, scope: Scope) -> Any:
    if rest.startswith("Site."):
        return _fields(scope.site, rest.removeprefix("Site."))
    if not rest:
        return scope.page
    return _fields(scope.page, rest)


def _function(word: str, scope: Scope, dot: Any) -> Callable[..., Any]:
    """Return the function that a name stands for."""
    base, _, method = word.rpartition(".")
    if method in ("GetMatch", "Get") and "esources" in base:
        method = "GetMatch"
    elif method == "Get" and base not in ("", "$"):
        method = ""
    methods: Mapping[str, Callable[..., Any]] = {
        "Get": lambda key: _argument(scope, key),
        "GetMatch": lambda path: Resource(str(path)) if path else None,
        **dict.fromkeys(_RESIZING, lambda *_: scope.variables.get(base, dot)),
        **dict.fromkeys(
            ("Ref", "RelRef", "ref", "relref"), lambda *found: _Safe(scope.link(str(found[-1])))
        ),
        **dict.fromkeys(
            ("markdownify", "RenderString"), lambda text: _Safe(scope.markdown(str(text or "")))
        ),
    }
    found = _FUNCTIONS.get(word) or methods.get(method)
    if found is None:
        raise UnsupportedError(f"'{word}'")
    return found


def _argument(scope: Scope, key: Any) -> Any:
    if isinstance(key, int):
        return scope.args[key] if key < len(scope.args) else ""
    return scope.params.get(str(key).lower(), "")


def _default(fallback: Any, value: Any = None) -> Any:
    return value if _is_true(value) else fallback


def _printf(pattern: Any, *values: Any) -> str:
    return re.sub(r"%[svd]", "%s", str(pattern)) % tuple("" if v is None else v for v in values)


def _safe(value: Any) -> str:
    return _Safe("" if value is None else str(value))


_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "default": _default,
    "cond": lambda test, one, other: one if _is_true(test) else other,
    "eq": lambda one, *others: any(str(one) == str(other) for other in others),
    "ne": lambda one, other: str(one) != str(other),
    "and": lambda *values: next((v for v in values if not _is_true(v)), values[-1]),
    "or": lambda *values: next((v for v in values if _is_true(v)), values[-1]),
    "not": lambda value: not _is_true(value),
    "isset": lambda values, key: (
        key < len(values) if isinstance(values, list) else str(key).lower() in values
    ),
    "len": lambda value: len(value or ""),
    "gt": lambda one, other: float(one) > float(other),
    "lt": lambda one, other: float(one) < float(other),
    "index": lambda values, key: (
        values.get(str(key).lower()) if isinstance(values, Mapping) else values[int(key)]
    ),
    "in": lambda values, item: item in values,
    "printf": _printf,
    "print": lambda *values: "".join(map(str, values)),
    "safeHTML": _safe,
    "safeURL": _safe,
    "safeHTMLAttr": _safe,
    "safeCSS": _safe,
    "safeJS": _safe,
    "htmlUnescape": lambda value: html.unescape(str(value)),
    "htmlEscape": lambda value: _Safe(html.escape(str(value))),
    "plainify": lambda value: re.sub(r"<[^<>]*>", "", str(value)),
    "relURL": lambda value: "/" + str(value).lstrip("/") if "://" not in str(value) else value,
    "absURL": lambda value: "/" + str(value).lstrip("/") if "://" not in str(value) else value,
    "relLangURL": lambda value: "/" + str(value).lstrip("/"),
    "absLangURL": lambda value: "/" + str(value).lstrip("/"),
    "lower": lambda value: str(value).lower(),
    "upper": lambda value: str(value).upper(),
    "title": lambda value: str(value).title(),
    "strings.TrimSpace": lambda value: _same(value, str(value).strip()),
    "trim": lambda value, cut: _same(value, str(value).strip(str(cut))),
    "strings.Trim": lambda value, cut: _same(value, str(value).strip(str(cut))),
    "replace": lambda value, old, new: _same(value, str(value).replace(str(old), str(new))),
    "urlize": lambda value: re.sub(r"\s+", "-", str(value).lower()),
    "anchorize": lambda value: re.sub(r"\s+", "-", str(value).lower()),
    "emojify": lambda value: value,
    "slice": lambda *values: list(values),
    "dict": lambda *values: dict(zip(values[::2], values[1::2], strict=False)),
    "hasPrefix": lambda value, start: str(value).startswith(str(start)),
    "strings.HasPrefix": lambda value, start: str(value).startswith(str(start)),
    "chomp": lambda value: _same(value, str(value).rstrip("\n")),
    "int": int,
    "add": lambda one, other: one + other,
    "sub": lambda one, other: one - other,
    "now": lambda: (_ for _ in ()).throw(UnsupportedError("'now'")),
    "string": str,
}


def _same(value: Any, text: str) -> str:
    """Return `text`, HTML if `value` was."""
    return _Safe(text) if isinstance(value, _Safe) else text
