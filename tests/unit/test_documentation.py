"""What the documentation shows is what the code takes: no site is built here, so it is quick."""

from __future__ import annotations

import ast
import re
import textwrap
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
import yaml
from jinja2 import meta
from mkdocs.config.defaults import MkDocsConfig
from support.reference import examples, sections

from mkdocs_blog_plugin.catalog.terms_file import read_terms
from mkdocs_blog_plugin.cli.main import COMMANDS, main
from mkdocs_blog_plugin.cli.schema import NAMES
from mkdocs_blog_plugin.config.options import BlogOptions
from mkdocs_blog_plugin.config.to_settings import to_settings
from mkdocs_blog_plugin.posts.authors import KnownAuthors, read_authors
from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.networks import NETWORKS
from mkdocs_blog_plugin.posts.post import Post
from mkdocs_blog_plugin.posts.reader import Verdict, read_document
from mkdocs_blog_plugin.posts.schema import _PROFILE, LABEL_KEYS, TERM_KEYS
from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.render.environment import Templates, make_environment
from mkdocs_blog_plugin.render.locale import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TEMPLATES = ROOT / "mkdocs_blog_plugin/templates/blog"
PAGES = [ROOT / "README.md", *sorted(set(DOCS.rglob("*.md")) - set(DOCS.glob("blog/**/*.md")))]
_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<language>\w+)(?: title=\"(?P<title>[^\"]+)\")?[^\n]*\n(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """A block of code on a page of the documentation."""

    page: str
    line: int
    language: str
    title: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def _blocks() -> Iterator[Block]:
    for path in PAGES:
        page = path.read_text(encoding="utf-8")
        for found in _BLOCK.finditer(page):
            yield Block(
                page=path.relative_to(ROOT).as_posix(),
                line=page.count("\n", 0, found.start()) + 1,
                language=found["language"],
                title=found["title"] or "",
                text=textwrap.dedent(found["text"]),
            )


BLOCKS = list(_blocks())
REFERENCE = ("options.md", "front-matter.md", "authors.md", "terms.md", "templates.md", "looks.md")
YAML = [block for block in BLOCKS if block.language == "yaml"]


def _some_function(*_: object) -> str:
    """Stand in for the functions that examples name."""
    return "text"


class _Loader(yaml.SafeLoader):
    """YAML as MkDocs reads it, but that nothing is imported or asked of the environment."""


for _tag in ("name:", "object/apply:"):  # any function will do
    _Loader.add_multi_constructor(f"tag:yaml.org,2002:python/{_tag}", lambda *_: _some_function)
_Loader.add_constructor("!ENV", lambda _, node: str(node.value))


def load(text: str) -> Any:
    """Return what a block holds; front matter may stand between its lines."""
    inner = text.removeprefix("---\n").removesuffix("---\n")
    return yaml.load(inner, Loader=_Loader)  # noqa: S506 - a safe loader


def blogs_in(configuration: Any) -> Iterator[dict[str, Any]]:
    """Yield what stands below each `blog-plugin` of a configuration."""
    plugins = configuration.get("plugins") if isinstance(configuration, dict) else None
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        if isinstance(entry, dict) and isinstance(entry.get("blog-plugin"), dict):
            yield entry["blog-plugin"]


def option_problems(options: dict[str, Any]) -> list[Any]:
    """Return the errors and warnings of a configuration."""
    config = BlogOptions()
    config.load_dict(options)
    errors, warnings = config.validate()
    return [*errors, *warnings]


def test_the_documentation_has_as_many_blocks_as_these_tests_expect() -> None:
    assert len(BLOCKS) > 100
    assert len(FRONT_MATTER) > 20
    assert sum(1 for block in YAML for _ in blogs_in(load(block.text))) > 20


@pytest.mark.parametrize("block", YAML, ids=str)
def test_yaml_is_yaml_and_options_are_valid(block: Block) -> None:
    found = load(block.text)
    for options in blogs_in(found):
        assert option_problems(options) == []
    names = {key for key, _ in BlogOptions._schema} - KEYS.keys() - LABEL_KEYS.keys()
    if block.title in ("mkdocs.yml", "mkdocs.preview.yml"):
        assert found.keys() <= {key for key, _ in MkDocsConfig._schema} | {"INHERIT"}
    elif isinstance(found, dict) and found.keys() <= names:
        assert option_problems(found) == []


@pytest.mark.parametrize("name", REFERENCE)
def test_every_section_of_the_reference_has_an_example_and_its_effect(name: str) -> None:
    found = examples(name)
    assert [example.name for example in found] == list(sections(name))
    assert [example.name for example in found if not re.search(r"[.?]\*?$", example.effect)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_row_of_a_table_stands_in_its_table(page: Path) -> None:
    text = _BLOCK.sub("", page.read_text(encoding="utf-8"))
    blocks = [block for block in text.split("\n\n") if re.search(r"^ *\|", block, re.MULTILINE)]
    assert [block for block in blocks if not re.match(r"\s*\|.*\n *\|[-:| ]+\n", block)] == []


@pytest.fixture(scope="module")
def authors() -> KnownAuthors:
    """Return the authors file of the page about authors."""
    (block,) = (block for block in YAML if block.title == "docs/blog/.authors.yml")
    problems = Problems()
    found = read_authors(block.text, path=".authors.yml", problems=problems)
    assert list(problems) == []
    assert set(found) == {"ada", "charles"}
    return KnownAuthors(found)


def read(text: str, authors: KnownAuthors) -> tuple[Post | Verdict, list[str]]:
    """Return a post, and what is said about it, under the options that a blog has by default."""
    options = BlogOptions()
    options.load_dict({"draft": True})
    options.validate()
    settings = to_settings(options, now=datetime(2026, 1, 1, tzinfo=UTC), locale=Locale.named("en"))
    problems = Problems()
    document = Document(src_uri="blog/posts/x.md", text=text)
    found = read_document(document, settings=settings, authors=authors, problems=problems)
    return found, [problem.message for problem in problems]


@pytest.mark.parametrize(
    "block", [block for block in BLOCKS if block.title.startswith("docs/blog/posts/")], ids=str
)
def test_posts_are_posts_without_a_problem(block: Block, authors: KnownAuthors) -> None:
    post, reported = read(block.text, authors)
    assert isinstance(post, Post)
    assert reported == []


def test_dates_are_read_in_the_forms_that_are_listed(authors: KnownAuthors) -> None:
    table = page("writing.md").partition("These forms are read")[2].partition("A date without")[0]
    forms = re.findall(r"`([^`]+)`", table)
    assert len(forms) > 10
    for form in forms:
        is_zone = len(form) < len("2017-1-3")
        date = f"2017-11-03 10:31:52 {form}" if is_zone else form
        post, reported = read(f"---\ndate: {date}\n---\n# Title\n", authors)
        assert isinstance(post, Post), form
        assert post.published.strftime("%Y-%m-%d") == (
            "2017-01-03" if form == "2017-1-3" else "2017-11-03"
        )
        assert reported == []


def is_front_matter(value: object) -> bool:
    """Return whether all keys of a map mean something for a post."""
    names = {name for synonyms in (*KEYS.values(), *LABEL_KEYS.values()) for name in synonyms}
    return isinstance(value, dict) and value.keys() <= names


OF_TERMS = {example.code for example in examples("terms.md")}
FRONT_MATTER = [
    block
    for block in YAML
    if not block.title
    and block.text not in OF_TERMS
    and (value := load(block.text))
    and is_front_matter(value)
]


@pytest.mark.parametrize("block", FRONT_MATTER, ids=str)
def test_parts_of_front_matter_are_read_without_a_problem(
    block: Block, authors: KnownAuthors
) -> None:
    date = "" if "date" in load(block.text) else "date: 2026-01-01\n"
    inner = block.text.removeprefix("---\n").removesuffix("---\n")
    _, reported = read(f"---\n{date}{inner}---\n# Title\n", authors)
    assert reported == []


def test_the_terms_file_is_read_without_a_problem() -> None:
    (block,) = (block for block in YAML if block.title == "docs/blog/.terms.yml")
    problems = Problems()
    read_terms(block.text, path=".terms.yml", problems=problems)
    assert list(problems) == []


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def headings(name: str) -> list[str]:
    """Return the names that have a heading of their own on a page, each with its anchor."""
    found = re.findall(r"^### `(?:--)?([\w-]+)` \{ #([\w-]+) \}$", page(name), re.MULTILINE)
    assert found
    assert all(name == anchor for name, anchor in found)
    return [name for name, _ in found]


def test_every_key_of_front_matter_has_a_heading_with_its_other_names() -> None:
    expected = {**KEYS, **LABEL_KEYS}
    assert sorted(headings("front-matter.md")) == sorted({"date", *expected})
    entries = re.findall(
        r"^### `(\w+)` .*\n\n(?:also (.+?) · )?.+ · since \d\.\d\.\d$",
        page("front-matter.md"),
        re.MULTILINE,
    )
    documented = {key: {key, *re.findall(r"`(\w+)`", also)} for key, also in entries}
    assert documented == {key: set(names) for key, names in expected.items()}


def test_every_key_of_the_authors_file_is_documented() -> None:
    section = page("authors.md").partition("## All keys of the authors file")[2]
    section = section.partition("\n## ")[0]
    documented = set(headings("authors.md"))
    for line in re.findall(r"^Also (.+?)\. ", section, re.MULTILINE):
        documented |= set(re.findall(r"`(\w+)`", line))
    assert documented | set(NETWORKS) == set(_PROFILE) - {"imageURL"}
    assert set(NETWORKS) <= set(re.findall(r"`(\w+)`", section))


def test_every_key_of_the_terms_file_is_documented() -> None:
    assert headings("terms.md") == list(TERM_KEYS)


def test_commands_that_are_shown_exist_with_their_options() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    shown = re.findall(r"mkdocs-blog (\w+)((?:[ \t]+(?!#)[^\s`|)]+)*)", text)
    assert {name for name, _ in shown} >= set(COMMANDS)
    context = click.Context(main)
    for name, rest in (entry for entry in shown if entry[0] != "COMMAND"):
        command = main.get_command(context, name)
        assert command is not None, name
        known = {option for parameter in command.params for option in parameter.opts}
        used = set(re.findall(r"(?<!\S)(--[\w-]+)", rest)) - {"--help"}
        assert used <= known, (name, rest)


def test_every_command_has_a_section_with_an_example() -> None:
    found = re.findall(
        r"^## (\w+): .*\n\n```console\n\$ mkdocs-blog (\w+) ", page("cli.md"), re.MULTILINE
    )
    assert found == [(name, name) for name, _ in found]
    assert {name for name, _ in found} | {"list", "check"} == set(COMMANDS)


def test_lines_for_editors_name_schemas_that_there_are() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in [*PAGES, ROOT / "mkdocs.yml"])
    named = re.findall(r"yaml-language-server: \$schema=\S*?(\w+)(?:\.schema)?\.json", text)
    assert set(named) == {"mkdocs", "post"}
    assert set(named) <= set(NAMES)


def test_filters_print_what_their_example_says() -> None:
    (block,) = (
        block
        for block in BLOCKS
        if block.page == "docs/templates.md" and "javascript:" in block.text
    )
    environment = make_environment(Templates([]), Locale.named("en"), "long")
    for line in block.text.splitlines():
        template, printed = line.rsplit(":", 1)
        made = environment.from_string(template).render(
            post={"published": datetime(2026, 11, 22, tzinfo=UTC)}
        )
        assert made == printed.strip()


def test_every_variable_of_the_stylesheet_is_documented() -> None:
    css = (ROOT / "mkdocs_blog_plugin/assets/blog.css").read_text(encoding="utf-8")
    block = re.search(r"^\.blog-root \{\n(.*?)^\}", css, re.MULTILINE | re.DOTALL)
    assert block is not None
    assert headings("looks.md") == re.findall(r"^  --([\w-]+):", block[1], re.MULTILINE)


def test_every_class_is_documented() -> None:
    templates = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES.iterdir())
    classes = set(re.findall(r"(?<![\w/-])blog-[a-z-]*[a-z]", templates)) - {"blog-size"}
    table = page("looks.md").partition("## Classes")[2].partition("\n## ")[0]
    documented = set(re.findall(r"`(blog-[a-z-]+)`", table))
    assert documented == classes


@pytest.mark.parametrize(
    "block", [block for block in BLOCKS if block.title.startswith("overrides/blog/")], ids=str
)
def test_fragments_compile_and_use_what_they_see(block: Block) -> None:
    environment = make_environment(Templates([]), Locale.named("en"), "long")
    environment.from_string(block.text)
    name = block.title.removeprefix("overrides/blog/")
    own = TEMPLATES / ("post.html" if name == "comments.html" else name)
    seen = meta.find_undeclared_variables(environment.parse(own.read_text(encoding="utf-8")))
    assert meta.find_undeclared_variables(environment.parse(block.text)) <= seen


@pytest.mark.parametrize(
    "block", [block for block in BLOCKS if block.title == "hooks/posts.py"], ids=str
)
def test_hooks_change_posts(block: Block, authors: KnownAuthors) -> None:
    hook: dict[str, Any] = {}
    exec(block.text, hook)  # noqa: S102 - our own documentation
    texts = ("tags: [security]\nteam: web", "tags: [news]\nteam: ops")
    posts = [read(f"---\ndate: 2025-01-01\n{text}\n---\n# T\n", authors)[0] for text in texts]
    changed = hook["on_blog_posts"](posts, config=None)
    assert changed != posts
    assert all(isinstance(post, Post) for post in changed)


def messages() -> str:
    """Return all texts of the code, one per line, with … in the place of values."""
    lines = []
    for path in (ROOT / "mkdocs_blog_plugin").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = node.values if isinstance(node, ast.JoinedStr) else [node]
            texts = [part.value if isinstance(part, ast.Constant) else "…" for part in parts]
            lines.append("".join(map(str, texts)).replace("'…'", "…").replace("\n", " "))
    return "\n".join(lines)


def test_the_messages_that_the_documentation_lists_are_those_of_the_code() -> None:
    page = (DOCS / "problems.md").read_text(encoding="utf-8")
    first = "\n".join(re.findall(r"^\| (.*?) \|", page, re.MULTILINE))
    shown = [text for text in re.findall(r"`([^`]+)`", first) if " " in text and ": " not in text]
    known = messages().replace("'---'", "…")
    assert len(shown) > 40
    assert [text for text in shown if text.replace("'---'", "…") not in known] == []


def test_what_the_readme_compares_is_in_the_longer_table() -> None:
    rows = re.findall(r"^\|.+\|.+\|.+\|.+\|.+\|$", PAGES[0].read_text("utf-8"), re.MULTILINE)
    assert len(rows) > 8
    longer = page("compare.md").splitlines()
    assert [row for row in rows[2:] if row not in longer] == []
