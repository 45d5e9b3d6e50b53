"""A JSON Schema (2020-12) of the options, made of their types: every option, and no other."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any, Final

from mkdocs.config import config_options as opt

from mkdocs_blog_plugin.catalog.sorting import SORT_KEYS
from mkdocs_blog_plugin.config.meanings import meaning_in_taxonomy, meaning_of
from mkdocs_blog_plugin.config.option_types import (
    Color,
    Function,
    Language,
    Number,
    SortKey,
    Texts,
    TimeZone,
)
from mkdocs_blog_plugin.config.options import BlogOptions
from mkdocs_blog_plugin.posts.schema import DIALECT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.config.base import BaseConfigOption, Config

    from mkdocs_blog_plugin.posts.schema import Schema


_TYPES: Final[Mapping[type, str]] = {
    bool: "boolean",
    dict: "object",
    float: "number",
    int: "integer",
    list: "array",
    str: "string",
}


def options_schema() -> Schema:
    """Return the schema of what stands under `blog-plugin:`."""
    return {"$schema": DIALECT, "title": "Options of mkdocs-blog-plugin", **_options()}


def mkdocs_schema() -> Schema:
    """Return the schema of a whole mkdocs.yml, of which it knows nothing but these options."""
    entry = {"type": "object", "properties": {"blog-plugin": {"$ref": "#/$defs/options"}}}
    return {
        "$schema": DIALECT,
        "title": "Configuration of a site with mkdocs-blog-plugin",
        "$defs": {"options": _options()},
        "type": "object",
        "properties": {
            "plugins": {
                "anyOf": [entry, {"type": "array", "items": {"anyOf": [{"type": "string"}, entry]}}]
            }
        },
    }


def _options() -> Schema:
    return {**_config(BlogOptions, meaning_of), "type": ["object", "null"]}


def _config(options: type[Config], meaning_of: Callable[[str], str]) -> Schema:
    properties = {}
    for name, option in options._schema:  # noqa: SLF001 - MkDocs has no other way to ask
        if isinstance(option, opt.Deprecated):
            meaning = f"Now called '{option.moved_to}'"
        else:
            meaning = meaning_of(name)
        properties[name] = {"description": meaning, **_with_default(_schema_of(option), option)}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _with_default(schema: Schema, option: BaseConfigOption[Any]) -> Schema:
    """Return `schema` with the option's default, which may be written as well: nothing, for one."""
    default = getattr(option, "default", None)
    if isinstance(option, opt.SubConfig | opt.Deprecated) or not _is_plain(default):
        return schema
    if default is None:
        return {"anyOf": [schema, {"type": "null"}]}
    return {**schema, "default": default}


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, bool | int | float | str) or value == {}


@singledispatch
def _schema_of(option: BaseConfigOption[Any]) -> Schema:
    """Return the schema of the values of an option; any value, if the type does not limit them."""
    del option
    return {}


@_schema_of.register(opt.Type)
def _(option: opt.Type) -> Schema:  # type: ignore[type-arg]
    types = option._type if isinstance(option._type, tuple) else (option._type,)  # noqa: SLF001
    names = [_TYPES[found] for found in types]
    return {"type": names if len(names) > 1 else names[0]}


@_schema_of.register(opt.Choice)
def _(option: opt.Choice) -> Schema:  # type: ignore[type-arg]
    return {"enum": list(option.choices)}


@_schema_of.register(opt.Optional)
def _(option: opt.Optional) -> Schema:  # type: ignore[type-arg]
    return _schema_of(option.option)


@_schema_of.register(opt.ListOfItems)
def _(option: opt.ListOfItems) -> Schema:  # type: ignore[type-arg]
    return {"type": "array", "items": _schema_of(option.option_type)}


@_schema_of.register(opt.DictOfItems)
def _(option: opt.DictOfItems) -> Schema:  # type: ignore[type-arg]
    return {"type": "object", "additionalProperties": _schema_of(option.option_type)}


@_schema_of.register(opt.SubConfig)
def _(option: opt.SubConfig) -> Schema:  # type: ignore[type-arg]
    return _config(option.config_class, meaning_in_taxonomy)


@_schema_of.register(opt.Deprecated)
def _(option: opt.Deprecated) -> Schema:
    del option
    return {"deprecated": True}


@_schema_of.register(Number)
def _(option: Number) -> Schema:
    return {"type": "integer", "minimum": option.minimum}


@_schema_of.register(Texts)
def _(option: Texts) -> Schema:
    del option
    return {"type": ["string", "array"], "items": {"type": "string"}}


@_schema_of.register(opt.URL)
@_schema_of.register(Color)
@_schema_of.register(Language)
@_schema_of.register(TimeZone)
def _(option: BaseConfigOption[Any]) -> Schema:
    del option
    return {"type": "string"}


@_schema_of.register(SortKey)
def _(option: SortKey) -> Schema:
    del option
    return {"anyOf": [{"enum": list(SORT_KEYS)}, {"not": {"type": "string"}}]}


@_schema_of.register(Function)
def _(option: Function) -> Schema:
    del option
    return {"not": {"type": "boolean"}}
