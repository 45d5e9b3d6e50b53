"""The group of all commands; the module of a command is imported when it is called.

Modules of commands import nothing but click at their top. What does the work, MkDocs for one, is
imported by the function that needs it, so that help and completion answer at once.
"""

from __future__ import annotations

import errno
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from mkdocs_blog_plugin import __version__
from mkdocs_blog_plugin.cli.text import print_every_character, printable

if TYPE_CHECKING:
    from typing import ClassVar

COMMANDS = ("check", "convert", "export", "list", "new", "schema")
"""Names of the commands; each is the object `command` in the module of the same name."""


class Commands(click.Group):
    """A group that knows its commands by name."""

    names: ClassVar[tuple[str, ...]] = COMMANDS

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands."""
        return sorted(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command called `cmd_name`, None where there is none."""
        if cmd_name not in self.names:
            return None
        module = import_module(f"mkdocs_blog_plugin.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a file that cannot be read or written ends it with a message."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # click ends in silence where nobody reads on
            place = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(printable(f"{place}{error.strerror or error}")) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mkdocs-blog")
def main() -> None:
    """Write, list, check and move the posts of a blog that mkdocs-blog-plugin builds.

    Run a command in the folder of mkdocs.yml or properdocs.yml, or name that file with -f.
    `mkdocs-blog COMMAND --help` explains a command.

    \b
    Exit codes: 0 all is well, 1 there are problems, 2 the command was called wrongly.
    """  # noqa: D301 - click keeps the lines after such a mark
    print_every_character()
