"""The documentation tells the truth: it builds, its links hold, and every option is in it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import meta, nodes
from mkdocs.commands.build import build as build_docs
from mkdocs.config import load_config
from support.import_graph import with_pictures
from support.sites import Site, write_files
from support.zensical import build_with_zensical, export, roots

from mkdocs_blog_plugin.cli.schema import NAMES, schema_of
from mkdocs_blog_plugin.config.options import BlogOptions
from mkdocs_blog_plugin.plugin import BlogPlugin
from mkdocs_blog_plugin.render.environment import Templates, make_environment
from mkdocs_blog_plugin.render.locale import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.xdist_group("docs")

ROOT = Path(__file__).parents[1]
FAMILY = {"categories", "tags", "series"}


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build our own documentation, strictly."""
    folder = tmp_path_factory.mktemp("docs")
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command="build", dirty=False)
    build_docs(config)
    return Site(folder, ())


def test_every_link_of_the_documentation_holds(docs: Site) -> None:
    assert docs.broken_links() == []


def test_the_documentation_has_a_blog_of_its_own(docs: Site) -> None:
    titles = docs.titles("blog/index.html")
    assert len(titles) >= 4
    assert {"What has changed?", "mkdocs-blog-plugin 0.1.0"} <= set(titles)


def test_the_documentation_serves_the_schemas(docs: Site) -> None:
    for name in NAMES:
        assert json.loads(docs.read(f"schemas/{name}.json")) == schema_of(name)


def test_zensical_builds_the_same_documentation(docs: Site, tmp_path: Path) -> None:
    said = export(ROOT, tmp_path / "out", "--strict")
    assert said.count("not in the export") == said.count("the option 'hooks'") == 1
    zensical = build_with_zensical(tmp_path / "out")
    assert zensical.broken_links() == []
    assert zensical.pages == docs.pages
    for page in docs.pages:
        assert roots(zensical, page) == roots(docs, page), page


def test_the_table_of_events_has_every_event_and_no_other() -> None:
    text = (ROOT / "docs/how-it-works.md").read_text(encoding="utf-8")
    events = {name for name in vars(BlogPlugin) if name.startswith("on_")}
    assert set(re.findall(r"^\| `(on_\w+)` \|", text, re.MULTILINE)) == events


def test_the_modules_that_the_tables_name_are_there() -> None:
    text = (ROOT / "docs/how-it-works.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `on_\w+` .* \| ([^|]*) \|$", text, re.MULTILINE)
    package = ROOT / "mkdocs_blog_plugin"
    assert named
    for path in re.findall(r"`([\w/]+)`", " ".join(named)):
        places = (folder / path for folder in (package / "site", package))
        assert any(place.is_dir() or place.with_suffix(".py").is_file() for place in places), path


def test_the_pictures_of_the_imports_are_those_of_the_code() -> None:
    text = (ROOT / "docs/how-it-works.md").read_text(encoding="utf-8")
    assert text == with_pictures(text), "run 'make imports', or tests/support/import_graph.py"


def documented() -> dict[str, str]:
    """Return the default by option, as the headings of the reference have them."""
    text = (ROOT / "docs/options.md").read_text(encoding="utf-8")
    entry = (
        r"^### (`.+?`) \{ #\w+ \}\n\n(?:<span .+></span>)?[^·\n]+ · default: ([^·\n]+) · since \d"
    )
    return dict(_named(re.findall(entry, text, re.MULTILINE)))


def _named(entries: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for names, default in entries:
        for name in re.findall(r"`(.+?)`", names):
            prefixes = FAMILY if name.startswith("*") else {""}
            yield from ((prefix + name.lstrip("*"), default) for prefix in prefixes)


def test_every_option_can_be_linked_to() -> None:
    text = (ROOT / "docs/options.md").read_text(encoding="utf-8")
    anchors = re.findall(r'(?:^### .+ \{ #|<span id=")(\w+)', text, re.MULTILINE)
    assert sorted(anchors) == sorted(documented())


def test_the_reference_has_every_option_and_no_other() -> None:
    options = {key for key, _ in BlogOptions._schema} - {"pagination_template"}
    assert set(documented()) == options


def test_the_reference_has_the_defaults_of_the_code() -> None:
    options = BlogOptions()
    options.validate()
    documentation = documented()
    wrong = {
        key: value
        for key, value in options.items()
        if isinstance(value, bool | int | str) and f"`{value}`" not in _yaml(documentation, key)
    }
    assert wrong == {}


def _yaml(documentation: dict[str, str], key: str) -> str:
    """Return the documented default with the booleans of YAML spelt as Python's."""
    return documentation.get(key, "").replace("`true`", "`True`").replace("`false`", "`False`")


TEMPLATES = ROOT / "mkdocs_blog_plugin/templates/blog"
EVERYWHERE = {"settings", "has_anchors", "_", "gettext", "ngettext"}


def told_of_templates() -> dict[str, str]:
    """Return what the reference says that each fragment sees."""
    text = (ROOT / "docs/templates.md").read_text(encoding="utf-8")
    entry = r"^### `([\w-]+\.html)` \{ #\1 \}\n\nsees (.+) · since \d\.\d\.\d$"
    return dict(re.findall(entry, text, re.MULTILINE))


def names_in(documentation: dict[str, str], template: str) -> set[str]:
    names = set(re.findall(r"`(\w+)`", documentation[template]))
    return names.union(
        *(
            names_in(documentation, other)
            for other in re.findall(r"`(\S+html)`", documentation[template])
        )
    )


def test_the_reference_has_every_template_and_no_other() -> None:
    assert set(told_of_templates()) == {path.name for path in TEMPLATES.iterdir()}


@pytest.mark.parametrize("path", sorted(TEMPLATES.iterdir()), ids=lambda path: path.name)
def test_the_reference_has_what_a_template_sees(path: Path) -> None:
    environment = make_environment(Templates([]), Locale.named("en"), "long")
    parsed = environment.parse(path.read_text(encoding="utf-8"))
    own = {name.name for name in parsed.find_all(nodes.Name) if name.ctx == "store"}
    seen = meta.find_undeclared_variables(parsed) - EVERYWHERE - own
    assert seen <= names_in(told_of_templates(), path.name)


def files_in(page: str) -> dict[str, str]:
    """Return the files that a page of the documentation shows, by their titles."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return dict(re.findall(r'^```\w+ title="(.+?)"\n(.+?)^```$', text, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        (".github/workflows/site.yml", "vendor.github-workflows"),
        (".gitlab-ci.yml", "vendor.gitlab-ci"),
        (".readthedocs.yaml", "vendor.readthedocs"),
    ],
)
def test_files_for_services_are_what_the_services_accept(
    tmp_path: Path, name: str, schema: str
) -> None:
    path = tmp_path / Path(name).name
    path.write_text(files_in("hosting.md")[name], encoding="utf-8")
    command = ["-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_preview_shows_drafts_and_the_site_does_not(tmp_path: Path) -> None:
    plugins = "site_name: Site\nplugins: {search: {}, blog-plugin: {}}\n"
    files = {
        "mkdocs.yml": plugins,
        "mkdocs.preview.yml": files_in("hosting.md")["mkdocs.preview.yml"],
        "docs/blog/posts/a.md": "---\ndate: 2024-01-31\ndraft: true\n---\n# A draft\n",
    }
    write_files(tmp_path, files)
    for name, has_draft in (("mkdocs.yml", False), ("mkdocs.preview.yml", True)):
        config = load_config(str(tmp_path / name))
        build_docs(config)
        assert Site(tmp_path / "site", ()).exists("blog/2024/01/31/a-draft/index.html") is has_draft


def test_the_configuration_for_netlify_is_toml() -> None:
    build = tomllib.loads(files_in("hosting.md")["netlify.toml"])["build"]
    assert build["publish"] == "site"
