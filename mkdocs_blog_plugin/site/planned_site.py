"""A site read and planned by the events of a build, without a page being written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation


@dataclass(frozen=True)
class PlannedSite:
    """A site as a build knows it before it converts the first page."""

    config: MkDocsConfig
    files: Files
    nav: Navigation


def plan_site(config: MkDocsConfig) -> PlannedSite:
    """Return the site of `config`, whose plugins have done their work up to `on_nav`.

    Raises:
        mkdocs.exceptions.PluginError: a plugin stops the build.
    """
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    return PlannedSite(config, files, nav)
