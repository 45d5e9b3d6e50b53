"""The small part of Go's templates that shortcodes of blogs are made of.

A template that needs more raises an error: to report it is better than to guess what it prints.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs_blog_plugin.convert.hugo.go_functions import FUNCTIONS, Safe, is_true
from mkdocs_blog_plugin.convert.hugo.go_syntax import Branch, UnsupportedError, parse, words_of

_RESIZING = ("Resize", "Fit", "Fill", "Crop")
"""Methods that make another size of a picture, which stays the file that it is."""
_METHODS = ("Get", "GetMatch", "Ref", "RelRef", "RenderString", *_RESIZING)


@dataclass(frozen=True)
class Resource:
    """A file of a page, as shortcodes get it."""

    path: str

    def attribute(self, name: str) -> Any:
        """Return the fields that a template may use."""
        if name in ("RelPermalink", "Permalink", "Name", "Title", "Key"):
            return self.path
        if name in (*_RESIZING, "Filter", "Process"):
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
        UnsupportedError: it needs more of Go's templates than that.
    """
    try:
        return _run(parse(template), scope, None)
    except (RecursionError, IndexError, KeyError, TypeError, ValueError) as error:
        raise UnsupportedError(f"something ({error})") from error


def _run(nodes: list[Any], scope: Scope, dot: Any) -> str:
    parts = []
    for node in nodes:
        if isinstance(node, Branch):
            value = _pipeline(node.condition, scope, dot)
            chosen = node.then if is_true(value) else node.otherwise
            inner = value if node.keyword == "with" and is_true(value) else dot
            parts.append(_run(chosen, scope, inner))
        elif node[0] == "text":
            parts.append(node[1])
        else:
            parts.append(_printed(_pipeline(node[1], scope, dot)))
    return "".join(parts)


def _printed(value: Any) -> str:
    if isinstance(value, Resource | Mapping | list):
        raise UnsupportedError("a value that is not text")
    if value is None:
        return ""
    return str(value) if isinstance(value, Safe) else html.escape(str(value))


def _pipeline(text: str, scope: Scope, dot: Any) -> Any:
    words = words_of(text)
    if len(words) > 1 and words[0][1].startswith("$") and words[1][1] in (":=", "="):
        value, _ = _pipe(words, 2, scope, dot)
        scope.variables[words[0][1]] = value
        return Safe("")
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
    is_function = (kind == "name" and not word.startswith((".", "$"))) or _is_method(word)
    if not is_function and piped:
        raise UnsupportedError(f"'{word}' behind a '|'")
    if not is_function:
        return _operand(words, place, scope, dot)
    return _arguments(words, place + 1, scope, dot, piped, _function(word, scope, dot))


def _is_method(word: str) -> bool:
    return word.rpartition(".")[2] in _METHODS


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
        return _fields(scope.params, rest) if rest else (list(scope.args) or dict(scope.params))
    if first.lower() in ("page", "site"):
        return _of_page(rest, scope) if first.lower() == "page" else _known(scope.site, rest)
    plain = {"Inner": Safe(scope.inner), "IsNamedParams": bool(scope.params), "Ordinal": 0}
    plain["InnerDeindent"] = plain["Inner"]
    if first not in plain:
        raise UnsupportedError(f"'.{path}'")
    return plain[first]


def _of_page(rest: str, scope: Scope) -> Any:
    if rest.startswith("Site."):
        return _known(scope.site, rest.removeprefix("Site."))
    return _known(scope.page, rest) if rest else scope.page


def _known(values: Mapping[str, Any], path: str) -> Any:
    """Return a field of the page or the site, of which only a few are known here."""
    if path.partition(".")[0] not in values:
        raise UnsupportedError(f"'{path}'")
    return _fields(values, path)


def _function(word: str, scope: Scope, dot: Any) -> Callable[..., Any]:
    """Return the function that a name stands for."""
    base, _, method = word.rpartition(".")
    if method in ("GetMatch", "Get") and "resources" in base.lower():
        method = "GetMatch"
    elif method == "Get" and base not in ("", "$"):
        method = ""  # of something else than the shortcode
    methods: Mapping[str, Callable[..., Any]] = {
        "Get": lambda key: _argument(scope, key),
        "GetMatch": lambda path: Resource(str(path)) if path else None,
        **dict.fromkeys(_RESIZING, lambda *_: scope.variables.get(base, dot)),
        **dict.fromkeys(
            ("Ref", "RelRef", "ref", "relref"), lambda *found: Safe(scope.link(str(found[-1])))
        ),
        **dict.fromkeys(
            ("markdownify", "RenderString"), lambda text: Safe(scope.markdown(str(text or "")))
        ),
    }
    found = FUNCTIONS.get(word) or methods.get(method)
    if found is None:
        raise UnsupportedError(f"'{word}'")
    return found


def _argument(scope: Scope, key: Any) -> Any:
    if isinstance(key, int):
        return scope.args[key] if key < len(scope.args) else ""
    return scope.params.get(str(key).lower(), "")
