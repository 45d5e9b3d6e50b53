"""A hook of our documentation: it serves the JSON Schemas that editors ask for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from mkdocs_blog_plugin.cli.schema import NAMES, schema_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add `schemas/options.json` and its like to the site."""
    for name in NAMES:
        text = json.dumps(schema_of(name), indent=1)
        files.append(File.generated(config, f"schemas/{name}.json", content=text))
    return files
