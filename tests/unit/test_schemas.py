"""The schemas accept what the readers take, and complain of what these complain of.

They are tried on every configuration and all front matter in the documentation and in the tests.
"""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from mkdocs.utils.yaml import get_yaml_loader

from mkdocs_blog_plugin.catalog.terms_file import TermAnnotation, read_terms
from mkdocs_blog_plugin.config.options import BlogOptions
from mkdocs_blog_plugin.config.schema import mkdocs_schema, options_schema
from mkdocs_blog_plugin.config.to_settings import to_settings
from mkdocs_blog_plugin.posts.authors import KnownAuthors, read_authors
from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.profile import read_profile
from mkdocs_blog_plugin.posts.reader import read_document
from mkdocs_blog_plugin.posts.schema import (
    _POST,
    _PROFILE,
    TERM_KEYS,
    authors_schema,
    post_schema,
    terms_schema,
)
from mkdocs_blog_plugin.problems import Problems, Severity
from mkdocs_blog_plugin.render.locale import Locale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_blog_plugin.problems import Problem

ROOT = Path(__file__).parents[2]
SCHEMAS = {
    "options": options_schema(),
    "post": post_schema(),
    "authors": authors_schema(),
    "terms": terms_schema(),
    "mkdocs": mkdocs_schema(),
}


def errors(name: str, value: object) -> list[str]:
    """Return what the schema `name` says against `value`, dates as the text that they were."""
    return [
        error.message for error in Draft202012Validator(SCHEMAS[name]).iter_errors(plain(value))
    ]


def plain(value: object) -> Any:
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_a_valid_json_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def texts() -> Iterator[str]:
    """Yield each Markdown and YAML text of the documentation, and each text in the tests."""
    for path in sorted((ROOT / "docs").rglob("*")):
        if path.suffix in (".md", ".yml"):
            text = path.read_text(encoding="utf-8")
            yield text
            yield from re.findall(r"^ *```ya?ml.*?\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
            yield from re.findall(r"^```markdown.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    yield (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from re.split(r"^-- .+ --\n", node.value, flags=re.MULTILINE)


TEXTS = sorted(set(texts()))


def loaded(text: str) -> Any:
    """Return `text` as MkDocs reads a configuration; None for what is none."""
    try:
        return yaml.load(text, Loader=get_yaml_loader())  # noqa: S506 - our own texts
    except Exception:  # noqa: BLE001 - tests have texts that are broken in every way
        return None


def options_in(value: object) -> Iterator[dict[str, Any]]:
    """Yield all that stands under `blog-plugin:` in a configuration."""
    plugins = value.get("plugins") if isinstance(value, dict) else None
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        if isinstance(entry, dict) and isinstance(entry.get("blog-plugin"), dict):
            yield entry["blog-plugin"]


def test_every_configuration_is_accepted_or_not_as_by_the_plugin() -> None:
    tried = 0
    for options in (
        found for text in TEXTS if "blog-plugin" in text for found in options_in(loaded(text))
    ):
        complaints = errors("options", options)  # before the plugin puts objects into them
        config = BlogOptions()
        config.load_dict(options)
        reported, warnings = config.validate()
        assert not complaints or reported or warnings, options
        tried += 1
    assert tried >= 30


def test_all_front_matter_is_accepted_or_not_as_by_the_reader(
    read_post: Callable[[str], list[Problem]],
) -> None:
    tried = 0
    for text in TEXTS:
        if not text.startswith("---\n") or "\n---" not in text[4:]:
            continue
        problems = read_post(text)
        found = errors("post", dict(parse_front_matter(text).data))
        assert not found or problems, (text, found)
        tried += 1
    assert tried >= 100


@pytest.fixture(scope="module")
def read_post() -> Callable[[str], list[Problem]]:
    """Return what reads a text as a post of a blog with default options, and tells its problems."""
    options = BlogOptions()
    options.validate()
    settings = to_settings(options, now=datetime(2026, 1, 1, tzinfo=UTC), locale=Locale.named("en"))

    def read(text: str) -> list[Problem]:
        problems = Problems()
        document = Document(src_uri="blog/posts/x.md", text=text)
        read_document(document, settings=settings, authors=KnownAuthors(), problems=problems)
        return list(problems)

    return read


VALUES = """
x|'1'|0|2|-1|1.5|true|false|null|''|'  '|[]|{}|[x]|[[x]]|[{}]|[{a: b}]|{a: b}|{a: [b]}|[null]|[1]
yes|'Maybe'|2024-01-31|'2024-01-31'|20240131|'3 Nov. 2017'|'Fri, 3 November 2017'
'Nov 3, 2017'|'31.1.2024'|{created: 2024-01-31}|{Created: x}|{updated: 2024-01-31}|{created: 1.5}
http://x.org/|'http://x.org/ü b'|'https://'|HTTP://x.org|mailto:a@x.org|/x/|/x.html|../x|'..'|'.'|'javascript:x'
//h/x|a.png|pictures/|{path: a.png}|{Path: a.png}|{alt: x}|[a.png]|[false]|'a?b'|'a#b'|'a\\b'|'{slug}'|/:year/:title/
{name: Ada}|{Name: Ada}|[Ada, {name: Grace}]|{key: ada}|de|pt_BR|'de-'|'*'|draft|hidden|12345678901
[{Title: a.md}]|[{Title: [a.md, {Sub: b.md}]}]|[{Title: {Sub: [[a.md]]}}]|{de: 'http://x.org'}|{pt_BR: 'http://x.org'}
{de: x}|{'a b': 'http://x.org'}|{de: null}
"""
"""Values of front matter, of every type and form that some key has or somebody might try."""
WITH_MEANINGS_ELSEWHERE = ("enclosure", "audio", "video", "status")
"""Keys that other systems use for other things, so that any value may be meant."""
TOO_LATE_FOR_A_READER = ("redirect_from", "aliases")
"""Keys with faults that are found when all addresses are known."""


@pytest.mark.parametrize("key", [name for names in KEYS.values() for name in names] + ["tags"])
def test_each_value_is_accepted_or_not_as_by_the_reader(
    key: str, read_post: Callable[[str], list[Problem]]
) -> None:
    date_of_post = "" if key in (*KEYS["date"], *KEYS["published"]) else "date: 2024-01-31\n"
    for value in VALUES.strip().replace("\n", "|").split("|"):
        text = f"---\n{date_of_post}{key}: {value}\n---\n# Title\n"
        warnings = [found for found in read_post(text) if found.severity > Severity.INFO]
        complaints = errors("post", dict(parse_front_matter(text).data))
        is_flag = key in KEYS["published"] and value in ("'1'", "0", "true", "false", "yes")
        if not is_flag and key not in (*WITH_MEANINGS_ELSEWHERE, *TOO_LATE_FOR_A_READER):
            assert bool(warnings) == bool(complaints), (text, warnings, complaints)


def maps_in(text: str) -> Iterator[dict[str, Any]]:
    """Yield the YAML of a whole text, if it is a map."""
    value = loaded(text)
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        yield value


def test_every_authors_file_is_accepted_or_not_as_by_the_reader() -> None:
    tried = 0
    for text in TEXTS:
        for value in (
            maps_in(text) if re.search(r"^ *name: |: \{name: ", text, re.MULTILINE) else ()
        ):
            problems = Problems()
            read_authors(text, path="a.yml", problems=problems)
            assert not errors("authors", value) or problems, text
            tried += 1
    assert tried >= 10


def test_every_terms_file_is_accepted_or_not_as_by_the_reader() -> None:
    tried = 0
    for text in TEXTS:
        for value in maps_in(text) if re.match(r"(tags|categories):\n  ", text) else ():
            problems = Problems()
            read_terms(text, path="t.yml", problems=problems)
            assert not errors("terms", value) or problems, text
            tried += 1
    assert tried >= 5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("options", {"related": "many"}),
        ("options", {"relatde": 3}),
        ("options", {"pagination_per_page": 0}),
        ("options", {"post_excerpt": "sometimes"}),
        ("options", {"taxonomies": {"languages": {"singluar": "language"}}}),
        ("options", {"tags_sort_by": "size"}),
        ("post", {"draft": "perhaps"}),
        ("post", {"title": ["a"]}),
        ("post", {"tags": {"a": 1}}),
        ("post", {"date": ["2024-01-31"]}),
        ("post", {"canonical_url": "page.md"}),
        ("authors", {"ada": {"name": ["Ada"]}}),
        ("authors", {"authors": {"ada": 1}}),
        ("authors", {"ada": {"name": "Ada", "slug": "../ada"}}),
        ("authors", {"ada": {"name": "Ada", "url": "javascript:alert(1)"}}),
        ("authors", {"ada": {"name": "Ada", "avatar": "//host/ada.png"}}),
        ("authors", {"ada": {"name": "Ada", "fediverse": "ada"}}),
        ("authors", {"ada": {"name": "Ada", "orcid": "0000-0002"}}),
        ("terms", {"tags": {"Spark": {"slug": "https://example.org/spark"}}}),
        ("terms", {"tags": {"Spark": {"labels": "x"}}}),
        ("terms", {"tags": ["Spark"]}),
        ("mkdocs", {"plugins": ["search", {"blog-plugin": {"feeds": "yes"}}]}),
    ],
)
def test_misspelt_keys_do_not_pass_the_schema(name: str, value: object) -> None:
    assert errors(name, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("options", None),
        ("options", {"locale": None, "related": 0, "feeds_formats": {"rss": "feed.xml"}}),
        ("post", {"draft": "True", "date": "2024-01-31", "tags": ["a", 1, None], "other": [{}]}),
        ("authors", {"authors": {"ada": "Ada", "grace": None, "alan": {"name": "Alan", "x": []}}}),
        ("terms", {"tags": {"Spark": {"aliases": ["s"], "hidden": "true"}, "x": None}}),
        ("mkdocs", {"site_name": "Site", "plugins": {"blog-plugin": {"feeds": True}}}),
    ],
)
def test_what_readers_take_is_accepted(name: str, value: object) -> None:
    assert errors(name, value) == []


def described(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each key that `schema` knows, at any depth, with its description."""
    for key, found in schema.get("properties", {}).items():
        yield key, found.get("description", "")
        yield from described(found.get("additionalProperties") or {})
    for found in schema.get("$defs", {}).values():
        for body in found.get("anyOf", [found]):
            yield from described(body)


@pytest.mark.parametrize("name", ["options", "post", "authors", "terms"])
def test_a_schema_says_what_each_key_is_for(name: str) -> None:
    meanings = list(described(SCHEMAS[name]))
    assert meanings
    assert [key for key, meaning in meanings if not meaning] == []


def reference() -> dict[str, str]:
    """Return the beginning of what the reference says of each option, without marks of Markdown."""
    text = (ROOT / "docs/options.md").read_text(encoding="utf-8")
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    entries = re.findall(r"^### (.+) \{ #\w+ \}\n\n.+\n\n((?:.+\n)+)", text, re.MULTILINE)
    assert entries
    return {
        name.removeprefix("*"): meaning.replace("`", "'").replace("\n", " ")
        for names, meaning in entries
        for name in re.findall(r"`(.+?)`", names)
    }


def test_options_are_described_as_in_the_reference() -> None:
    meanings = reference()
    wrong = {
        key: found["description"]
        for key, found in options_schema()["properties"].items()
        if "deprecated" not in found
        and not re.match(
            rf"{re.escape(found['description'])}[.;:]",
            meanings.get(key) or meanings[key[key.index("_") :]],
        )
    }
    assert wrong == {}


def test_the_schema_of_posts_has_every_key() -> None:
    assert _POST.keys() == KEYS.keys()


def test_the_schema_of_authors_has_every_key() -> None:
    asked: set[str] = set()

    class Asked(dict[str, Any]):
        def get(self, key: str, default: Any = None) -> Any:
            asked.add(key)
            return default

    profile = Fields(path="a.yml", entries=Asked(), lines={}, problems=Problems())
    read_profile(profile, key="ada", known=True)
    assert asked == {key.lower() for key in _PROFILE}


def test_every_key_of_the_schema_of_terms_is_read() -> None:
    problems = Problems()
    values = {**dict.fromkeys(TERM_KEYS, "x"), "hidden": "true"}
    text = yaml.safe_dump({"tags": {"a": values}})
    found = read_terms(text, path="t.yml", problems=problems).of("tags")["a"]
    assert list(problems) == []
    expected = TermAnnotation(
        label="x", slug="x", description="x", icon="x", aliases=("x",), hidden=True
    )
    assert found == expected
    attributes = {field.name for field in fields(TermAnnotation)} - {"line"}
    assert attributes == TERM_KEYS.keys()
