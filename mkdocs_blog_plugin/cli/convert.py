"""`mkdocs-blog convert`: a blog of another system becomes one of ours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_blog_plugin.cli.progress import progress_bar
from mkdocs_blog_plugin.cli.text import print_json, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mkdocs_blog_plugin.convert.report import Report

SYSTEMS = ("docusaurus", "hugo", "jekyll", "pelican", "wordpress")
"""Names for `--from`."""
_SHOWN = 20
"""Number of findings of each kind that are shown without `--verbose`."""


@click.command("convert")
@click.argument("src", type=click.Path(exists=True, path_type=Path))
@click.argument("dest", type=click.Path(file_okay=False, path_type=Path))
@click.option("--from", "system", type=click.Choice(SYSTEMS), help="The old blog's system.")
@click.option(
    "--map",
    "templates",
    metavar="NAME=TEMPLATE",
    multiple=True,
    help="What to write for a tag or shortcode: a Jinja template, or @FILE with one.",
)
@click.option("--theme", metavar="NAME", help="Theme of a new mkdocs.yml.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Show everything that was left, not just the first twenty of a kind.",
)
def command(
    *,
    src: Path,
    dest: Path,
    system: str | None,
    templates: Sequence[str],
    theme: str | None,
    as_json: bool,
    verbose: bool,
) -> None:
    """Convert the blog in SRC into a site in DEST.

    SRC is the folder of a Docusaurus, Hugo, Jekyll or Pelican site, or an export of WordPress (WXR).
    Posts, pictures, authors and configuration go into DEST, with an mkdocs.yml that builds at once;
    if DEST has one already, mkdocs.blog.yml holds what it lacks. SRC is never changed, and nothing in
    DEST is overwritten. The exit code is 0 if the site was written, even if something was left,
    and 1 if not.

    Old addresses still work. What cannot be converted is kept as a comment in its post and listed with
    its file and line; --map says what to write in its place, with `args`, `params` and `inner`:

    \b
    mkdocs-blog convert old new --map 'alert=!!! note "{{ params.title }}"'
    """  # noqa: D301 - click keeps the lines after such a mark
    from mkdocs_blog_plugin.convert.conversion import ConvertOptions
    from mkdocs_blog_plugin.convert.disk import convert
    from mkdocs_blog_plugin.problems import BlogError

    options = ConvertOptions(
        system=system or "",
        theme=theme or _installed_theme(),
        maps=dict(_map(text) for text in templates),
        progress=progress_bar,
    )
    try:
        report = convert(src, dest, options)
    except BlogError as error:
        raise click.ClickException(printable(str(error))) from None
    if as_json:
        print_json(report.as_json())
    else:
        for line in _lines(report, dest, verbose=verbose):
            click.echo(line)


def _installed_theme() -> str:
    """Return Material where it is installed, else the theme that comes with MkDocs."""
    from importlib.util import find_spec

    return "material" if find_spec("material") else "mkdocs"


def _map(text: str) -> tuple[str, Callable[..., str]]:
    """Return name and template of `NAME=TEMPLATE`."""
    from mkdocs_blog_plugin.convert.mapping import MappingError, compile_template

    name, equals, template = text.partition("=")
    if not equals or not name.strip():
        raise click.BadParameter(f"'{text}' does not begin with NAME=", param_hint="--map")
    try:
        if template.startswith("@"):
            template = Path(template[1:]).read_text(encoding="utf-8")
        return name.strip(), compile_template(template)
    except (MappingError, OSError, UnicodeError) as error:
        raise click.BadParameter(f"'{name}': {error}", param_hint="--map") from None


def _lines(report: Report, dest: Path, *, verbose: bool) -> Iterator[str]:
    """Yield the lines of the report for a person to read."""
    numbers = {"post": report.posts, "page": report.pages, "file": report.files}
    counted = (f"{count} {noun}{'' if count == 1 else 's'}" for noun, count in numbers.items())
    yield f"{report.system}: {', '.join(counted)}"
    if report.converted:
        counts = ", ".join(f"{kind}: {count}" for kind, count in report.converted.items())
        yield f"converted: {printable(counts)}"
    for kind, count in report.kinds.items():
        yield click.style(f"left: {printable(kind)}: {count}", fg="yellow")
        found = [finding for finding in report.left if finding.kind == kind]
        yield from (f"  {printable(str(one))}" for one in (found if verbose else found[:_SHOWN]))
        if count > _SHOWN and not verbose:
            yield f"  … and {count - _SHOWN} more; -v shows all"
    if report.advice:
        yield report.advice
    yield f"next: cd {printable(str(dest))} && mkdocs serve"
