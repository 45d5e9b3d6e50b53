"""Files of the site that are in no list of files: MkDocs and other plugins write them at the end.

Whatever stood at their paths would be overwritten in silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

SEARCH = frozenset({"search", "material/search", "materialx/search"})
"""Names of the plugin search."""
SEARCH_INDEX = "search/search_index.json"


def written_later(config: MkDocsConfig) -> dict[str, str]:
    """Return the owner of each path, as messages call it, by `dest_uri`."""
    return dict(_written_later(config))


def _written_later(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    for template in config.theme.static_templates:
        yield template, "the theme"
        if template == "sitemap.xml":
            yield f"{template}.gz", "MkDocs"
    if not SEARCH.isdisjoint(config.plugins):
        yield SEARCH_INDEX, "the search"
    redirects: Any = config.plugins.get("redirects")
    for page in redirects.config["redirect_maps"] if redirects else ():
        file = File(page, "", config.site_dir, config.use_directory_urls)
        yield file.dest_uri, "the plugin redirects"
