"""Jinja without the work that cannot change anything; templates render the same.

Themes ask for much that is not there, such as options that nobody has set, include many templates,
and call macros for each entry of the nav. Jinja raises an error for the first, copies all globals
one by one for the second, and finds out at each call what the macro wants to be told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from jinja2.runtime import Context, Macro
from jinja2.utils import missing

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from jinja2 import BytecodeCache


class QuickContext(Context):
    """The names that a template knows."""

    def call(self, function: Any, /, *arguments: Any, **named: Any) -> Any:
        """Call `function` for a template; a macro wants to know whether it has to escape, nothing else."""
        if type(function) is not Macro:
            return self.call_python(function, *arguments, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return function(self.eval_ctx, *arguments, **named)

    def call_python(self, function: Any, /, *arguments: Any, **named: Any) -> Any:
        """Call a function that is not a macro, for a template."""
        return super().call(function, *arguments, **named)


class QuickEnvironment(Environment):
    """Jinja's environment, for templates and globals that stay as they are while it is in use."""

    context_class = QuickContext

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the attribute or the item of that name, which `{{ obj.attribute }}` means."""
        found = getattr(obj, attribute, missing)
        return self.item(obj, attribute) if found is missing else found

    def item(self, obj: Any, name: str) -> Any:
        """Return the item of that name of an object that has no such attribute."""
        try:
            return obj[name]
        except (TypeError, LookupError, AttributeError):
            return self.undefined(obj=obj, name=name)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template: those of the environment itself, if it has none of its own."""
        return super().make_globals(d) if d else self.globals


def quicken(environment: Environment, compiled: BytecodeCache) -> None:
    """Let `environment`, which somebody else has made, do less for the same result.

    Args:
        environment: Any environment of Jinja.
        compiled: The templates that an earlier build has compiled, unless somebody keeps them already.
    """
    environment.bytecode_cache = environment.bytecode_cache or compiled
    environment.auto_reload = False  # asks for the time of each template on each page, in vain
    environment.optimized = False  # templates have few constants, and looking for them takes longer
    environment.cache = {}  # templates are few: sorting them by their last use takes longer than all else
    if type(environment) is Environment:
        environment.__class__ = QuickEnvironment
