"""Values in, YAML as a person would write it out: keys in order, lists of words on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDTH = 100
_LONGEST_ON_LINE = 80


class _Dumper(yaml.SafeDumper):
    """Writes short lists of scalars on one line, and dates without quotes."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's
        """Never write an alias: two equal lists are written twice."""
        return True


class Verbatim(str):
    """Text that is YAML already: a date, which needs no quotes."""

    __slots__ = ()


def _list(dumper: _Dumper, value: list[Any] | tuple[Any, ...]) -> yaml.Node:
    is_flat = all(isinstance(item, str | int | float) for item in value)
    is_short = is_flat and sum(len(str(item)) + 2 for item in value) < _LONGEST_ON_LINE
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=is_short)


def _verbatim(dumper: _Dumper, value: Verbatim) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", str(value))


_Dumper.add_representer(list, _list)
_Dumper.add_representer(tuple, _list)
_Dumper.add_representer(Verbatim, _verbatim)


def write_yaml(values: Mapping[str, Any] | list[Any]) -> str:
    """Return `values` as a block of YAML."""
    return str(
        yaml.dump(
            values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, indent=2
        )
    )
