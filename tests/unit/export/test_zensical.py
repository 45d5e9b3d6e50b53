"""What Zensical makes of its configuration is asked of Zensical, in `integration/test_zensical.py`."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load
from zensical import config as zensical

from mkdocs_blog_plugin.export.zensical import PLUGINS, Findings, configuration

SITE = """
site_name: Site
site_url: https://example.org/
strict: true
hooks: [hook.py]
nav: [index.md]
theme:
  name: material
  custom_dir: theme
  language: de
  features: [navigation.top]
  include_search_page: false
plugins:
  - search: {lang: de}
  - material/tags
  - blog-plugin: {timezone: UTC}
  - gen-files: {scripts: [a.py]}
  - minify
extra:
  social: [{icon: fontawesome/brands/mastodon, link: https://example.org/}]
  nothing:
  date: 2024-01-31
markdown_extensions:
  - admonition
  - pymdownx.snippets: {check_paths: true}
  - toc:
      permalink: true
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:pymdownx.emoji.to_svg
      odd: !!python/object:collections.OrderedDict {}
"""


def made(text: str, findings: Findings) -> Any:
    options = yaml_load(text)
    return tomllib.loads(configuration(options, [{"Home": "index.md"}], findings))["project"]


def test_settings_that_zensical_has_too_are_carried_over() -> None:
    project = made(SITE, Findings())
    assert project["site_url"] == "https://example.org/"
    assert project["nav"] == [{"Home": "index.md"}]
    assert project["theme"] == {
        "variant": "classic",
        "language": "de",
        "features": ["navigation.top"],
    }
    assert project["plugins"] == {"search": {"lang": "de"}, "tags": {}, "minify": {}}
    assert project["extra"]["social"][0]["link"] == "https://example.org/"
    assert project["markdown_extensions"][0] == "admonition"
    assert "strict" not in project


def test_functions_are_named_as_zensical_finds_them() -> None:
    extensions = made(SITE, Findings())["markdown_extensions"]
    assert extensions[1]["toc"]["slugify"]["object"] == "pymdownx.slugs.slugify"
    assert extensions[1]["toc"]["slugify"]["kwds"]["case"] == "lower"
    assert extensions[2]["pymdownx.emoji"]["emoji_index"] == "zensical.extensions.emoji.twemoji"
    assert extensions[2]["pymdownx.emoji"]["emoji_generator"] == "pymdownx.emoji.to_svg"


def test_plugins_that_zensical_lacks_are_reported_by_name() -> None:
    findings = Findings()
    made(SITE, findings)
    names = [line.partition(":")[0] for line in findings.lines]
    assert names == [
        "the option 'hooks'",
        "the option 'theme.include_search_page'",
        "the plugin 'gen-files'",
    ]


@pytest.mark.parametrize("theme", ["theme: readthedocs", "", "theme: {name: mkdocs, locale: fr}"])
def test_another_theme_is_reported(theme: str) -> None:
    findings = Findings()
    project = made(f"site_name: Site\n{theme}", findings)
    assert project["theme"] == ({"language": "fr"} if "fr" in theme else {})
    assert "the theme" in findings.lines[0]
    assert project["plugins"] == {"search": {}}


def test_zensical_knows_the_plugins_that_it_is_handed() -> None:
    assert zensical._PLUGIN_UNSUPPORTED_OPTIONS.keys() >= PLUGINS
