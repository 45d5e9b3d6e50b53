"""`mkdocs-blog new`: a file for a new post, named as those of the blog's other posts are."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mkdocs_blog_plugin.cli.sites import Choice, read_site, relative_path, site_options
from mkdocs_blog_plugin.cli.text import printable

if TYPE_CHECKING:
    from datetime import date, datetime

    from mkdocs_blog_plugin.cli.sites import BlogSite
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.build import Build

TEMPLATE = ".post.md"
"""Name of the file in the blog's folder that new posts begin as copies of."""


@click.command("new")
@click.argument("title")
@click.option("--draft", is_flag=True, help="Keep the post out of builds until it is done.")
@click.option("--date", "when", metavar="DATE", help="When it is published.  [default: today]")
@click.option("--slug", help="Last part of its address.  [default: made from the title]")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag; repeatable.")
@click.option(
    "--category", "categories", multiple=True, metavar="CATEGORY", help="A category; repeatable."
)
@click.option(
    "--author",
    "authors",
    multiple=True,
    metavar="AUTHOR",
    help="Id or name of an author; repeatable.  [default: the user of git]",
)
@site_options
def command(*, title: str, config_file: str | None, blog: str | None, **given: Any) -> None:
    """Write a file for a new post, and print its path.

    The file goes where most posts of the blog are, and is named as they are: with or without the
    date, as a file or as a folder with an index.md. If the blog's folder has a file .post.md, the
    new post begins as a copy of it. An existing file is never overwritten.
    """
    from mkdocs_blog_plugin.posts.new_post import has_author, new_post
    from mkdocs_blog_plugin.urls.slug import one_part

    title = printable(title).strip()
    if not title:
        raise click.BadParameter("the title is empty", param_hint="TITLE")
    with read_site(Choice(config_file, blog), drafts=True) as site:
        build = _only(site)
        settings = build.setup.source_settings
        moment = _moment(given["when"], settings)
        slug = _slug(given["slug"])
        template = _template(site, build)
        authors = list(given["authors"])
        if not authors and not has_author(template):
            authors = _git_author(site, settings)
        values = {
            "title": title,
            "date": moment,
            "slug": slug,
            "authors": authors,
            "categories": list(given["categories"]),
            "tags": list(given["tags"]),
            "draft": given["draft"],
        }
        name = one_part(slug) or _slugified(build, title)
        path = Path(site.site.config.docs_dir, _path(build, name, moment))
        given_values = {key: value for key, value in values.items() if value}
        _write(path, new_post(given_values, template, name))
    click.echo(relative_path(str(path)))


def _only(site: BlogSite) -> Build:
    """Return the blog that the post is for."""
    if len(site.builds) > 1:
        folders = ", ".join(
            f"'{build.setup.source_settings.blog_dir or '.'}'" for build in site.builds
        )
        raise click.UsageError(
            f"the site has several blogs; name one of them with --blog: {folders}"
        )
    return site.builds[0]


def _moment(text: str | None, settings: Settings) -> date | datetime:
    """Return the date to write: without a time of day if none is given."""
    from mkdocs_blog_plugin.posts.dates import DateError, parse_date

    if text is None:
        return settings.drafts.now.astimezone(settings.timezone).date()
    try:
        moment = parse_date(text, settings.timezone)
    except DateError as error:
        raise click.BadParameter(str(error), param_hint="--date") from None
    return moment if ":" in text else moment.date()


def _slug(text: str | None) -> str:
    from mkdocs_blog_plugin.urls.paths import PathError, safe_slug

    try:
        return safe_slug(text) if text else ""
    except PathError as error:
        raise click.BadParameter(str(error), param_hint="--slug") from None


def _git_author(site: BlogSite, settings: Settings) -> list[str]:
    """Return the user of git: the id in the authors file, else the name; empty without one."""
    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.site.reading.read_blog import read_known_authors

    if not settings.authors:
        return []
    command = ["git", "-C", site.site.config.docs_dir, "config", "user.name"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")  # noqa: S603
    except OSError:
        return []
    name = done.stdout.strip()
    known = read_known_authors(site.site.files, settings, Problems()).find(name)
    return [known.key if known else name] if name else []


def _slugified(build: Build, title: str) -> str:
    from mkdocs_blog_plugin.urls.slug import slug_or_name

    settings = build.setup.source_settings.posts
    return slug_or_name(title, settings.slugify, settings.slugify_separator)


def _path(build: Build, name: str, moment: date) -> str:
    """Return the path of the post from the docs folder."""
    from mkdocs_blog_plugin.posts.naming import naming_of

    folder = build.setup.source_settings.posts.dir
    return naming_of(build.blog.catalog.posts, folder).path(name, moment)


def _template(site: BlogSite, build: Build) -> str:
    path = Path(site.site.config.docs_dir, build.setup.source_settings.blog_dir, TEMPLATE)
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except UnicodeDecodeError:
        raise click.ClickException(f"{relative_path(str(path))} is not UTF-8 text") from None


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise click.ClickException(
            f"{relative_path(str(path))} exists already; choose another title or --slug"
        ) from None
