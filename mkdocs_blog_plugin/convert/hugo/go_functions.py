"""The functions of Go's templates that work on values alone."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import Any


class Safe(str):
    """Text that is HTML already."""

    __slots__ = ()


def is_true(value: Any) -> bool:
    """Return whether `if` takes a value for true."""
    return value not in (None, "", False, 0, [], {})


def _default(fallback: Any, value: Any = None) -> Any:
    return value if is_true(value) else fallback


def _printf(pattern: Any, *values: Any) -> str:
    return re.sub(r"%[svd]", "%s", str(pattern)) % tuple("" if v is None else v for v in values)


def _safe(value: Any) -> str:
    return Safe("" if value is None else str(value))


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "default": _default,
    "cond": lambda test, one, other: one if is_true(test) else other,
    "eq": lambda one, *others: any(str(one) == str(other) for other in others),
    "ne": lambda one, other: str(one) != str(other),
    "and": lambda *values: next((v for v in values if not is_true(v)), values[-1]),
    "or": lambda *values: next((v for v in values if is_true(v)), values[-1]),
    "not": lambda value: not is_true(value),
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
    "htmlEscape": lambda value: Safe(html.escape(str(value))),
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
    "string": str,
}
"""By name."""


def _same(value: Any, text: str) -> str:
    """Return `text`, HTML if `value` was."""
    return Safe(text) if isinstance(value, Safe) else text
