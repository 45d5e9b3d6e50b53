"""The code of templates, kept in memory: the builds of one server need the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from types import CodeType
    from typing import TypeAlias

    from jinja2 import Environment
    from jinja2.bccache import Bucket

Key: TypeAlias = "tuple[str, str]"


class CompiledTemplates(BytecodeCache):
    """What templates were compiled to, as long as their text is the same."""

    def __init__(self) -> None:
        self._compiled: dict[Key, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code to `bucket`, if it is known."""
        checksum, code = self._compiled.get(_key(bucket), ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of `bucket`."""
        if bucket.code:
            self._compiled[_key(bucket)] = bucket.checksum, bucket.code


def _key(bucket: Bucket) -> Key:
    """Return the key of a template: its name and file, and the settings that it is compiled with."""
    return bucket.key, _manner(bucket.environment)


def _manner(environment: Environment) -> str:
    kinds = [type(environment).__qualname__, environment.code_generator_class.__qualname__]
    values = [environment.autoescape, environment.optimized, environment.finalize]
    space = [environment.trim_blocks, environment.lstrip_blocks, environment.keep_trailing_newline]
    return repr([*kinds, *values, *space, sorted(environment.extensions)])
