"""The templates of themes, compiled once per process: a build would compile those of Material anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache
from mkdocs.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Hashable
    from types import CodeType

    import pytest
    from jinja2 import Environment
    from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Code by path and text of its template, and by what the environment makes of a text."""

    def __init__(self) -> None:
        self._codes: dict[Hashable, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get(_key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        self._codes[_key(bucket)] = bucket.code


def _key(bucket: Bucket) -> Hashable:
    environment = bucket.environment
    extensions = frozenset(environment.extensions)
    return bucket.key, bucket.checksum, environment.autoescape, extensions


def share(patch: pytest.MonkeyPatch) -> None:
    """Let the themes of all builds share what is compiled of their templates."""
    compiled, get_env = CompiledTemplates(), Theme.get_env

    def get_env_that_shares(theme: Any) -> Environment:
        environment = get_env(theme)
        environment.bytecode_cache = compiled
        return environment

    patch.setattr(Theme, "get_env", get_env_that_shares)
