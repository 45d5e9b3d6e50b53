"""`mkdocs-blog export`: the site in a form that another engine can build."""

from __future__ import annotations

import logging
import time
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_blog_plugin.cli.folder import check_folder, write_folder
from mkdocs_blog_plugin.cli.progress import progress_bar
from mkdocs_blog_plugin.cli.sites import Choice, SiteError, find_config, read_site
from mkdocs_blog_plugin.cli.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_blog_plugin.cli.sites import BlogSite
    from mkdocs_blog_plugin.export.zensical import Findings
    from mkdocs_blog_plugin.site.exporting.exported_site import ExportedSite

_OVERRIDES = "overrides"
_PAUSE = 0.5
"""Seconds between two checks of the files of a site."""


@click.command("export")
@click.argument("dest", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--for",
    "engine",
    type=click.Choice(["zensical", "markdown"]),
    required=True,
    help="What builds the site: Zensical, or any engine that takes Markdown.",
)
@click.option("--watch", is_flag=True, help="Export again whenever a file of the site changes.")
@click.option("--strict", is_flag=True, help="Exit with 1 if a build would warn.")
@click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False),
    help="The site's configuration; otherwise mkdocs.yml or properdocs.yml in this folder.",
)
def command(*, dest: Path, engine: str, watch: bool, strict: bool, config_file: str | None) -> None:
    """Write the site into the folder DEST, for another engine.

    That engine needs no plugin: each post and each list becomes a Markdown file with finished
    HTML, at its address; feeds, pictures and redirects are copied; other pages stay Markdown, with
    links that lead to where posts are now.

    --for zensical adds zensical.toml and templates, and reports what Zensical cannot do. Build
    it in DEST with `zensical build --strict`. --for markdown writes the pages alone.

    DEST is new, or the folder of an earlier export: only what has changed is written.
    """
    config_file = find_config(config_file)
    warnings, paths = _export(config_file, dest, engine)
    if watch:
        for _ in changes(paths):
            try:
                _export(config_file, dest, engine)
            except click.ClickException as error:
                error.show()
    if strict and warnings:
        raise SystemExit(1)


def _export(config_file: str, dest: Path, engine: str) -> tuple[int, Sequence[Path]]:
    """Write the export; return the number of warnings, and the paths that the export is made from."""
    from mkdocs.exceptions import MkDocsException

    from mkdocs_blog_plugin.export.zensical import Findings
    from mkdocs_blog_plugin.site.exporting.exported_site import export_site

    findings = Findings()
    with read_site(Choice(config_file, None), exports=True) as found:
        config = found.site.config
        check_folder(dest, Path(config_file).parent, Path(config.docs_dir))
        try:
            exported = export_site(found.site, found.builds, progress_bar)
        except MkDocsException as error:
            raise SiteError(error, found.records) from None
        files: dict[str, bytes | Path] = {
            f"docs/{path}": content for path, content in exported.docs.items()
        }
        if engine == "zensical":
            files |= _for_zensical(exported, config, config_file, findings)
        warnings = _tell(found)
        if found.lacks_markdown:
            findings.add("the option 'markdown' of 'blog-plugin'", "its files would be pages")
    written, removed = write_folder(dest, files)
    for path in exported.moved:
        findings.add(f"the address '{path}'", "it leads to the one without '.html'")
    for line in findings.lines:
        click.echo(f"not in the export: {printable(line)}", err=True)
    click.echo(f"{dest}: {len(files)} files, {written} written, {removed} removed", err=True)
    return warnings, _sources(config, config_file)


def _for_zensical(
    exported: ExportedSite, config: MkDocsConfig, config_file: str, findings: Findings
) -> dict[str, bytes | Path]:
    """Return Zensical's configuration, and the templates beside those of its theme."""
    from mkdocs.utils.yaml import yaml_load

    from mkdocs_blog_plugin.export.zensical import configuration

    with Path(config_file).open("rb") as file:
        options = yaml_load(file)
    given = {**options, "extra_css": list(config.extra_css), "site_name": config.site_name}
    text = configuration(given, exported.nav, findings, custom_dir=_OVERRIDES)
    folder = resources.files("mkdocs_blog_plugin.export").joinpath("overrides")
    templates: dict[str, bytes | Path] = {
        name: folder.joinpath(name).read_bytes() for name in ("blog-page.html", "partials/toc.html")
    }
    if exported.sitemap:
        templates["sitemap.xml"] = f"{{% raw %}}{exported.sitemap}{{% endraw %}}".encode()
    templates = {**_own_templates(config, templates.keys(), findings), **templates}
    overrides = {f"{_OVERRIDES}/{name}": content for name, content in templates.items()}
    return {"zensical.toml": text.encode(), **overrides}


def _own_templates(
    config: MkDocsConfig, taken: Iterable[str], findings: Findings
) -> dict[str, bytes | Path]:
    """Return the site's own templates, if they are for the theme that Zensical has."""
    from mkdocs_blog_plugin.export.zensical import FAMILY

    custom_dir = config.theme.custom_dir
    if not custom_dir or config.theme.name not in FAMILY:
        if custom_dir:
            findings.add("the templates of 'custom_dir'", "they are for another theme")
        return {}
    found: dict[str, bytes | Path] = {}
    for path in sorted(Path(custom_dir).rglob("*")):
        name = path.relative_to(custom_dir).as_posix()
        if path.is_file() and not name.startswith("blog/"):
            found[name] = path
            if name in taken and name != "sitemap.xml":
                findings.add(
                    f"the template '{name}'",
                    "ours takes its place, which lists the headings of posts",
                )
    return found


def _tell(found: BlogSite) -> int:
    """Print the warnings of a build, and return their number."""
    lines = [record.getMessage() for record in found.records if record.levelno >= logging.WARNING]
    for line in lines:
        click.echo(f"{click.style('WARNING', fg='yellow')}  {printable(line)}", err=True)
    return len(lines)


def _sources(config: MkDocsConfig, config_file: str) -> list[Path]:
    """Return the files and folders that a site is made from."""
    custom_dir = [config.theme.custom_dir] if config.theme.custom_dir else []
    return [Path(path) for path in (config_file, config.docs_dir, *custom_dir, *config.watch)]


def changes(paths: Sequence[Path], pause: Callable[[float], object] = time.sleep) -> Iterator[None]:
    """Yield each time a file at or below one of `paths` has changed, until stopped."""
    before = _state(paths)
    while True:
        try:
            pause(_PAUSE)
        except KeyboardInterrupt:
            return
        now = _state(paths)
        if now != before:
            before = now
            yield


def _state(paths: Sequence[Path]) -> dict[Path, tuple[int, int]]:
    """Return the time and size of each file at or below `paths`."""
    found: dict[Path, tuple[int, int]] = {}
    for path in paths:
        for file in path.rglob("*") if path.is_dir() else [path]:
            try:
                stat = file.stat()
            except OSError:
                continue  # removed in the meantime
            found[file] = (stat.st_mtime_ns, stat.st_size)
    return found
