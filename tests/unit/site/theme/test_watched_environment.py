"""Unit tests of `site.theme.watched_environment`: what a template asks for beyond its page is noticed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from jinja2.sandbox import SandboxedEnvironment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, PluginCollection
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_blog_plugin.render.compiled_templates import CompiledTemplates
from mkdocs_blog_plugin.render.quick_environment import quicken
from mkdocs_blog_plugin.site.theme.watch import Watch
from mkdocs_blog_plugin.site.theme.watched_environment import see_more, watch_templates


def own_function() -> str:
    """Stand for a function of the site's own, or of another plugin."""
    return "own"


def names() -> dict[str, Any]:
    """Return the context of a page in the middle of a nav, with a post beside it."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Site", "docs_dir": ".", "site_dir": "site"})
    plugins = PluginCollection()
    plugins |= {"search": BasePlugin(), "other": BasePlugin()}
    config.plugins = plugins
    files = [File(f"{name}.md", "docs", "site", use_directory_urls=True) for name in "abcp"]
    for file in files:
        file.content_string = "Text."
    before, page, after, post = (Page(file.name, file, config) for file in files)
    page.previous_page, page.next_page, page.parent = before, after, None
    return {
        "page": page,
        "pages": Files(files),
        "nav": Navigation([before, page, after], [before, page, after]),
        "config": config,
        "post": post,
        "own": own_function,
        "text": "text",
        "day": date(2024, 1, 1),
        "clock": datetime.now,
        "map": {"content": "c", "page": "p"},
    }


def watched(**templates: str) -> tuple[Environment, Watch]:
    """Return an environment with `templates` by name, and what watches it."""
    environment = Environment(loader=DictLoader(templates))  # noqa: S701 - nothing here is HTML
    watch = Watch()
    quicken(environment, CompiledTemplates())
    watch_templates(environment, watch, lambda _, names, render: render(names))
    return environment, watch


def seen(text: str) -> Watch:
    """Render the template `text`, and return what the watch has noticed."""
    environment, watch = watched()
    context = names()
    watch.begin(context["page"], {id(page): page.toc for page in context["nav"].pages})
    environment.from_string(text).render(context)
    return watch


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.title }}{{ page.content }}{{ page.toc }}{{ page.meta.tags }}{{ page['content'] }}",
        "{{ page.file.src_uri }}{{ page.next_page.title }}{{ page.previous_page.url }}",
        "{% for item in nav %}{{ item.title }}{{ item.meta.icon }}{{ item.url }}{% endfor %}",
        "{% for item in nav.pages if item == page %}{{ item.toc }}{% endfor %}",
        "{{ config.site_name }}{{ config.extra.none }}{{ 'search' in config.plugins }}",
        "{{ config.plugins.mike }}{{ config.plugins['search'].config }}{{ config.plugins['none'] }}",
        "{{ map.content }}{{ map.page }}{{ map.get('content') }}{{ text.upper() }}{{ range(2)|list }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(page.title) }}{{ namespace(a=1).a }}",
        "{{ page.meta.get('a') }}{{ '{}'.format(page.url) }}{% set pages_of_mine = 1 %}",
        "{{ config.plugins.get('mike') }}{{ config.plugins.get('search').config }}",
        "{{ page.canonical_url }}{{ config.plugins['materialx/search'] }}{{ day.strftime('%Y') }}",
    ],
)
def test_facts_about_the_page_and_its_place_are_expected(text: str) -> None:
    assert not seen(text).has_seen_more


@pytest.mark.parametrize(
    "text",
    [
        "{{ pages }}",
        "{% for file in pages %}{{ file.src_uri }}{% endfor %}",
        "{{ page.update_date }}",
        "{{ page.markdown }}",
        "{{ page.file.content_string }}",
        "{{ page.file.page.title }}",
        "{{ page.next_page.content }}",
        "{{ page.next_page['content'] }}",
        "{{ page.next_page|attr('content') }}",
        "{{ post.toc }}",
        "{{ page.previous_page.previous_page.title }}",
        "{{ nav.pages|map(attribute='content')|join }}",
        "{{ nav.pages|sort(attribute='file.src_uri')|length }}",
        "{{ post.meta.tags }}",
        "{{ own() }}",
        "{{ lipsum(1) }}",
        "{{ [1, 2]|random }}",
        "{{ clock() }}",
        "{{ clock.__self__.today() }}",
        "{{ page.next_page.canonical_url }}",
        "{{ nav.pages|map(attribute='canonical_url')|join }}",
        "{{ page.next_page.__dict__ }}",
        "{{ config.strict }}{{ config['dev_addr'] }}",
        "{{ config.hooks }}",
        "{{ config.plugins.events }}",
        "{{ page.meta.__setitem__('a', 1) }}",
        "{{ page.meta.update(a=1) }}",
        "{{ config.plugins.other }}",
        "{{ config.plugins['other'] }}",
        "{{ config.plugins.get('other') }}",
        "{% for name, plugin in config.plugins.items() %}{{ name }}{% endfor %}",
        "{% macro m() %}{{ pages }}{% endmacro %}{{ m() }}",
        "{% macro m(page) %}{{ page.content }}{% endmacro %}{{ m(post) }}",
        "{% set page = page.next_page %}{{ page.content }}",
    ],
)
def test_whatever_else_a_template_asks_for_is_noticed(text: str) -> None:
    assert seen(text).has_seen_more


def test_headings_of_other_pages_in_the_nav_are_told_apart() -> None:
    others = seen("{% for item in nav %}{{ item.toc }}{% endfor %}")
    assert (others.has_seen_more, others.has_seen_headings) == (False, True)
    own = seen("{% for item in nav if item == page %}{{ item.toc }}{% endfor %}")
    assert (own.has_seen_more, own.has_seen_headings) == (False, False)


def test_each_page_begins_anew_and_others_may_say_that_it_shows_more() -> None:
    environment, watch = watched()
    see_more(environment)
    assert watch.has_seen_more
    watch.begin(names()["page"], {})
    assert not watch.has_seen_more


def test_a_template_that_is_imported_once_for_all_pages_counts_for_all_of_them() -> None:
    part = "{% set x = own() %}"
    page = "{% import 'part' as p %}{{ p.x }}"
    environment, watch = watched(page=page, other="x", part=part)
    environment.globals["own"] = own_function
    for template, is_more in (("other", False), ("page", True), ("page", True), ("other", True)):
        watch.begin(names()["page"], {})
        environment.get_template(template).render(names())
        assert watch.has_seen_more is is_more


SHARED = [
    "{% set n = namespace(a=0) %}{% macro m() %}{% set n.a = n.a + 1 %}{{ n.a }}{% endmacro %}",
    "{% set c = cycler('a', 'b') %}{% macro m() %}{{ c.next() }}{% endmacro %}",
    "{% set _l = [] %}{% macro m() %}{{ _l.append(1) }}{% endmacro %}",
    "{% set l = {'a': []} %}{% macro m() %}{{ l.a.append(1) }}{% endmacro %}",
]


@pytest.mark.parametrize("part", SHARED)
def test_a_page_that_changes_what_others_have_counts_for_all_that_follow(part: str) -> None:
    environment, watch = watched(page="{% import 'part' as p %}{{ p.m() }}", part=part)
    watch.begin(names()["page"], {})
    environment.get_template("page").render(names())
    assert watch.sees_more_always


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ("config.extra.update(a=1)", True),
        ("config.extra.list.append(1)", True),
        ("config.extra.inner.list.append(1)", True),
        ("[].append(1)", False),
        ("{}.update(a=1)", False),
        ("config.extra.list|list", False),
    ],
)
def test_what_all_pages_have_is_told_from_a_list_of_the_page(*, change: str, counts: bool) -> None:
    environment, watch = watched()
    context = names()
    extra: dict[str, Any] = {"list": [], "inner": {"list": []}}
    extra["self"] = extra
    context["config"].extra = extra
    watch.share([context["config"]])
    watch.begin(context["page"], {})
    environment.from_string(f"{{{{ {change} }}}}").render(context)
    assert watch.sees_more_always is counts


def test_a_page_that_renders_another_on_its_way_is_still_noticed() -> None:
    environment, watch = watched()
    other = lambda: watch.begin(names()["page"], {})  # noqa: E731 - stands for the whole of it
    environment.from_string("{{ other() }}").render(other=other)
    assert watch.has_seen_more


def test_an_environment_of_another_class_is_left_alone() -> None:
    environment = SandboxedEnvironment()
    quicken(environment, CompiledTemplates())
    watch_templates(environment, Watch(), lambda _, names, render: render(names))
    see_more(environment)
    assert type(environment) is SandboxedEnvironment
