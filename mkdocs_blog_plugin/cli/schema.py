"""`mkdocs-blog schema`: JSON Schemas by which editors complete and check YAML."""

from __future__ import annotations

from typing import Any

import click

from mkdocs_blog_plugin.cli.text import print_json

NAMES = ("options", "post", "authors", "terms", "mkdocs")
"""The kinds of schemas."""


@click.command("schema")
@click.argument("name", type=click.Choice(NAMES))
def command(*, name: str) -> None:
    """Print a JSON Schema, for editors that check YAML.

    Editors also complete keys with it, and say what each is for. It is of the draft 2020-12.

    \b
    options  the options of the plugin
    post     the front matter of a post
    authors  the authors file
    terms    the terms file
    mkdocs   mkdocs.yml; only the options of the plugin are checked
    """  # noqa: D301 - click keeps the lines after such a mark
    print_json(schema_of(name))


def schema_of(name: str) -> dict[str, Any]:
    """Return the schema called `name`."""
    from mkdocs_blog_plugin.config.schema import mkdocs_schema, options_schema
    from mkdocs_blog_plugin.posts.schema import authors_schema, post_schema, terms_schema

    schemas = {
        "options": options_schema,
        "post": post_schema,
        "authors": authors_schema,
        "terms": terms_schema,
        "mkdocs": mkdocs_schema,
    }
    return schemas[name]()
