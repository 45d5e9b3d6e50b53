"""The templates of themes, compiled once per process: a build would compile those of Material anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.theme import Theme

from mkdocs_blog_plugin.render.compiled_templates import CompiledTemplates

if TYPE_CHECKING:
    import pytest
    from jinja2 import Environment


def share(patch: pytest.MonkeyPatch) -> None:
    """Let the themes of all builds share what is compiled of their templates."""
    compiled, get_env = CompiledTemplates(), Theme.get_env

    def get_env_that_shares(theme: Any) -> Environment:
        environment = get_env(theme)
        environment.bytecode_cache = compiled
        return environment

    patch.setattr(Theme, "get_env", get_env_that_shares)
