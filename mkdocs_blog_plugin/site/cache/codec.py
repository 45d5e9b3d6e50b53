"""Values to JSON and back, by the annotations of their classes; any other shape is refused.

A dataclass or a named tuple is the list of its fields, bytes inside are hexadecimal, a date is ISO
8601 with the name of its zone. Nothing is made but the classes that annotations name.
"""

from __future__ import annotations

import enum
import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache, cached_property
from operator import attrgetter
from sys import intern
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    NamedTuple,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)
from zoneinfo import ZoneInfo

from mkdocs_blog_plugin.posts.field_types import FOR_TYPE_CHECKERS

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_TAG: Final = ""
"""Key of the map that stands for a date among plain values."""
_INSTEAD: Final = b"\0"
"""Stands for the end of a line in bytes that are kept as they are."""
_JSON: Final = json.JSONEncoder(allow_nan=False, separators=(",", ":"))
"""Writes ASCII, which takes half the time of any other text."""


class ShapeError(ValueError):
    """A value does not have the shape that its annotation says, or JSON cannot keep it."""


class _Codec(NamedTuple):
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]
    plain: type | None = None
    """Type of values that are JSON as they are, which most values are."""


def encode(kind: type[T], value: T) -> bytes:
    """Return `value`, a `kind`, as one line: of JSON in ASCII, or of the bytes that it is.

    Raises:
        ShapeError: it would not come back as it is.
    """
    if isinstance(value, bytes):
        return _line_of(value)
    try:
        return _JSON.encode(_codec(kind).encode(value)).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise ShapeError(str(error)) from error


def decode(kind: type[T], line: bytes) -> T:
    """Return the `kind` that `line` is.

    Raises:
        ShapeError: it is not a `kind`.
    """
    if kind is bytes:
        return cast("T", line.replace(_INSTEAD, b"\n"))
    try:
        found: T = _codec(kind).decode(json.loads(line.decode()))
    except (TypeError, ValueError, KeyError, OverflowError, RecursionError) as error:
        raise ShapeError(str(error)) from error
    return found


def _line_of(value: bytes) -> bytes:
    if _INSTEAD in value:
        raise ShapeError("a null byte")
    return value.replace(b"\n", _INSTEAD)


def _codec(kind: Any) -> _Codec:
    """Return how to write and read the type `kind`, as `get_type_hints` gives it."""
    return _codec_of(kind)  # mypy takes no `type[T]` for hashable, as `cache` asks


@cache
def _codec_of(kind: Any) -> _Codec:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in _SCALARS:
        return _SCALARS[kind]
    if origin in (Union, types.UnionType):
        (some,) = [argument for argument in arguments if argument is not types.NoneType]
        return _optional(_codec(some))
    if origin is Mapping:
        return _mapping(_codec(arguments[1]))
    if origin in (tuple, frozenset, list):
        return _collection(origin, _codec(arguments[0]))
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return _Codec(lambda value: value.name, lambda name: kind[_text(name)])
    record = _Record(kind)
    return _Codec(record.encode, record.decode)


class _Record:
    """A dataclass or a named tuple, field by field; one may hold others of its own kind."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind

    @cached_property
    def _fields(self) -> list[tuple[str, _Codec]]:
        kind = self._kind
        names = [field.name for field in fields(kind)] if is_dataclass(kind) else kind._fields
        hints = get_type_hints(kind, localns=dict(FOR_TYPE_CHECKERS))
        return [(name, _codec(hints[name])) for name in names]

    @cached_property
    def _values(self) -> Callable[[object], tuple[Any, ...]]:
        return attrgetter(*(name for name, _ in self._fields))

    def encode(self, value: object) -> list[Any]:
        pairs = zip(self._fields, self._values(value), strict=True)
        return [
            item if type(item) is codec.plain else codec.encode(item) for (_, codec), item in pairs
        ]

    def decode(self, plain: object) -> object:
        pairs = zip(self._fields, _list(plain), strict=True)
        return self._kind(
            **{
                name: item if type(item) is codec.plain else codec.decode(item)
                for (name, codec), item in pairs
            }
        )


def _optional(some: _Codec) -> _Codec:
    return _Codec(
        lambda value: None if value is None else some.encode(value),
        lambda plain: None if plain is None else some.decode(plain),
        some.plain,
    )


def _mapping(value: _Codec) -> _Codec:
    def encode_map(found: Mapping[str, Any]) -> dict[str, Any]:
        return {
            _text(key): item if type(item) is value.plain else value.encode(item)
            for key, item in found.items()
        }

    def decode_map(plain: object) -> dict[str, Any]:
        if not isinstance(plain, dict):
            raise ShapeError("not a map")
        return {intern(key): value.decode(item) for key, item in plain.items()}

    return _Codec(encode_map, decode_map)


def _collection(kind: Any, item: _Codec) -> _Codec:
    return _Codec(
        lambda found: [
            value if type(value) is item.plain else item.encode(value) for value in found
        ],
        lambda plain: kind(map(item.decode, _list(plain))),
    )


def _list(plain: object) -> list[Any]:
    if not isinstance(plain, list):
        raise ShapeError("not a list")
    return plain


def _text(value: object) -> str:
    if type(value) is str:
        return value
    if not isinstance(value, str):
        raise ShapeError("not a text")
    return str(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ShapeError("neither true nor false")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ShapeError("not a whole number")
    return value


def _from_bytes(value: bytes) -> str:
    return value.hex()


def _from_datetime(value: datetime) -> str:
    """Return `value` with its zone: by name, or as the distance from UTC."""
    zone = value.tzinfo
    if zone is UTC and not value.fold:  # most dates
        return value.isoformat()
    text = value.replace(tzinfo=None).isoformat()
    if isinstance(zone, ZoneInfo) and zone.key:
        text = f"{text}[{zone.key}]"
    elif zone is not None:
        text = value.isoformat()
    if value.fold or repr(_to_datetime(text)) != repr(value):
        raise ShapeError("the date cannot be kept")
    return text


def _to_datetime(plain: object) -> datetime:
    text, _, zone = _text(plain).partition("[")
    found = datetime.fromisoformat(text)
    return found.replace(tzinfo=ZoneInfo(zone.removesuffix("]"))) if zone else found


def _from_plain(value: object) -> object:
    """Return a value of front matter for JSON; dates are maps with one key."""
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, list):
        return [_from_plain(item) for item in value]
    if isinstance(value, dict) and _TAG not in value:
        return {_text(key): _from_plain(item) for key, item in value.items()}
    if isinstance(value, datetime):
        return {_TAG: _from_datetime(value)}
    if isinstance(value, date):
        return {_TAG: value.isoformat()}
    raise ShapeError(f"{type(value)} cannot be kept")


def _to_plain(plain: object) -> object:
    if isinstance(plain, list):
        return [_to_plain(item) for item in plain]
    if not isinstance(plain, dict):
        return plain
    if _TAG not in plain:
        return {intern(key): _to_plain(item) for key, item in plain.items()}
    text = _text(plain[_TAG])
    return _to_datetime(text) if "T" in text else date.fromisoformat(text)


_PLAIN: Final = _Codec(_from_plain, _to_plain)
_SCALARS: Final[Mapping[Any, _Codec]] = {
    str: _Codec(_text, _text, str),
    bool: _Codec(_flag, _flag, bool),
    int: _Codec(_number, _number, int),
    bytes: _Codec(_from_bytes, lambda plain: bytes.fromhex(_text(plain))),
    datetime: _Codec(_from_datetime, _to_datetime),
    object: _PLAIN,
    Any: _PLAIN,
}
