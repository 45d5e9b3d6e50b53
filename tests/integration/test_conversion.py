"""Posts converted by a converter that serves all of them: the same, byte for byte, as by one each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_blog_plugin.site.cache.disk_cache import DiskCache
from mkdocs_blog_plugin.site.conversion.converter import Converter
from mkdocs_blog_plugin.site.files.offers import Offers
from mkdocs_blog_plugin.site.links.lookups import Lookups

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from support.sites import Build

PYTHON_MARKDOWN = [
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes"),
    *("md_in_html", "nl2br", "sane_lists", "smarty", "tables", "toc"),
]
PYMDOWN = [
    *("pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.details"),
    *("pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys"),
    *("pymdownx.magiclink", "pymdownx.mark", "pymdownx.smartsymbols", "pymdownx.snippets"),
    *("pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde"),
]
MATERIAL = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", *PYMDOWN]

FRAGMENTS = (
    "# Title {#own .big}",
    "## Same\n\n## Same",
    "[TOC]",
    "a [TOC] b",
    "[to the other](other.md#same) ![picture](none.png) [absolute](/x) [up](../y.md)",
    "[ref]: other.md 'Title'",
    "[ref] and [ref][] and [text][ref] and [other ref]",
    "*[HTML]: Hyper Text",
    "HTML and CSS. *[CSS]: no definition",
    "A note[^1], again[^1], missing[^2].\n\n[^1]: Note one\n\n    more of it",
    "[^2]: Note two, [^1] inside",
    "!!! note\n    inside\n\n    more",
    '!!! warning "open"',
    "??? tip\n    folded\n\n    ```python\n    x = 1\n    ```",
    '=== "One"\n    1\n\n=== "Two"\n    2',
    '=== "Lonely"',
    "```python\nprint('a')\n```",
    "```{.python #code title=x}\nprint('b')\n```",
    "``` open fence\nnever closed",
    "~~~\ntildes",
    "    :::python\n    indented = code",
    "- [ ] to do\n- [x] done\n    - deeper\n\n        code",
    "1. one\n1. two\n\n7. seven",
    "Term\n:   definition\n\n    more",
    "a | b\n--|--\n1 | 2",
    "<div markdown='1'>\n*inside*\n\n<p id='raw'>raw\n</div>",
    "<div>never closed",
    "<!-- comment",
    "<!-- more -->",
    "&amp; &copy; <b>bold</b> <span id='in-line'>x</span> <a name='old'></a>",
    "*em **strong* mixed** ~~gone~~ ^sup^ ==mark== H~2~O ++ctrl+c++ :smile: :nope:",
    "**never closed, *neither, `nor this",
    "$x^2$ and \\(y\\)\n\n$$\nz\n$$",
    "https://example.org/ me@example.org <https://example.net> @user",
    "(c) -> +/- 1/2 -- ... 'single' \"double\"",
    "> quote\n> # heading in it\n\nlazy\n  \nline  \nbreak",
    "`#!python x = 1` and `#!nolang y`",
    '--8<-- "none.md"',
    "Text\n===\n\nText\n---\n{ #setext }",
    "\\*escaped\\* \x02wzxhzdk:0\x03 \x02amp\x03",
    "",
    "   \n",
)

documents = st.lists(
    st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("\n\n".join), min_size=2, max_size=6
)


def configured(
    folder: Path, extensions: Sequence[str], options: Mapping[str, Any] | None = None
) -> MkDocsConfig:
    """Return a configuration with `extensions` beside those that MkDocs always has."""
    (folder / "docs").mkdir(exist_ok=True)
    settings = options or {}
    return load_config(
        str(folder / "mkdocs.yml"),
        site_name="Site",
        docs_dir=str(folder / "docs"),
        plugins=[],
        markdown_extensions=[
            {name: settings[name]} if name in settings else name for name in extensions
        ],
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site without any file."""
    path = tmp_path_factory.mktemp("site")
    (path / "mkdocs.yml").write_text("site_name: Site\n")
    return path


def page_of(text: str, config: MkDocsConfig, files: Files) -> Page:
    """Return a page that holds `text`, ready to be converted."""
    page = Page(None, files.src_uris["post.md"], config)
    page.markdown = text
    return page


def outcome(page: Page) -> object:
    """Return all that a conversion sets."""
    links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
    toc = [item for entry in page.toc for item in str(entry).splitlines()]
    return page.content, toc, page.title, page.present_anchor_ids, links


def check(config: MkDocsConfig, texts: Sequence[str]) -> None:
    """Compare each of `texts` converted by one converter with what MkDocs makes of it alone.

    What the converter has kept of it, as a file, yields the same.
    """
    names = ("post.md", "other.md")
    files = Files([File(name, None, config.site_dir, use_directory_urls=True) for name in names])
    cache = DiskCache(Path(config.site_dir).parent / "cache")
    converter = Converter(config, files, Lookups(files), Offers(), cache, keeps_markdown=True)
    for text in texts:
        ours, alone = page_of(text, config, files), page_of(text, config, files)
        assert converter.render(ours)
        alone.render(config, files)
        assert outcome(ours) == outcome(alone)
        again = page_of(text, config, files)
        assert converter.render(again)
        assert outcome(again) == outcome(alone)


@pytest.mark.parametrize("extensions", [(), PYTHON_MARKDOWN, MATERIAL], ids=["none", "own", "all"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=documents)
def test_nothing_of_a_post_is_left_in_the_next(
    folder: Path, extensions: Sequence[str], texts: Sequence[str]
) -> None:
    check(configured(folder, extensions), texts)


@pytest.mark.parametrize("extension", [*PYTHON_MARKDOWN, "extra", *PYMDOWN])
def test_each_extension_forgets_each_fragment(folder: Path, extension: str) -> None:
    others = () if extension == "pymdownx.superfences" else ("pymdownx.superfences",)
    everything = "\n\n".join(FRAGMENTS)
    check(configured(folder, (*others, extension)), [everything, *FRAGMENTS, everything])


CODE = (
    '```python title="a.py" hl_lines="2" linenums="1"\nimport os\nx: int = 0x1F  # hex\n```',
    "```html\n<p class='a'>&amp;</p><script>let x = `1`;</script>\n```",
    "```diff\n- a\n+ b\n```\n\n```console\n$ ls -l\n```\n\n```nolang\nx\n```",
    "``` { .css .extra #id linenums=3 }\na { color: #fff }\n```\n\n    :::sql\n    SELECT 1;",
    "`#!js let x = 1;` and `#!python def f(): ...`",
)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"noclasses": True, "pygments_style": "monokai"},
        {"pygments_style": "monokai", "linenums": True},
        {"linenums": True, "linenums_style": "inline", "linenums_special": 2},
        {"linenums": True, "linenums_style": "pymdownx-inline", "anchor_linenums": True},
        {"line_spans": "__span", "auto_title": True, "stripnl": False, "css_class": "code"},
        {"use_pygments": False},
    ],
)
def test_code_looks_as_the_options_of_highlight_want_it(
    folder: Path, options: Mapping[str, Any]
) -> None:
    named = ("attr_list", "pymdownx.superfences", "pymdownx.inlinehilite", "pymdownx.highlight")
    check(configured(folder, named, {"pymdownx.highlight": options}), CODE)


HOOK = """
def on_page_markdown(markdown, *, page, **_):
    return markdown.replace("Written", "Changed")

def on_post_page(output, *, page, **_):
    return f"{output}<!-- {page.title}: {page.markdown.strip()} -->" if page.markdown else output
"""


def test_plugins_find_markdown_and_title_of_a_post_when_its_page_is_written(
    build: Build, tmp_path: Path
) -> None:
    (tmp_path / "hook.py").write_text(HOOK)
    files = {
        "blog/posts/a.md": "---\ndate: 2024-01-31\n---\n\n# One\n\nRead.\n",
        "blog/posts/b.md": "---\ndate: 2024-01-30\ntitle: Two\n---\nWritten.\n",
        "blog/posts/c.md": "+++\ndate = 2024-01-29\n+++\n\nText.\n",
    }
    site = build(files, "plugins: [blog-plugin]\nhooks: [hook.py]")
    assert site.read("blog/2024/01/31/one").endswith("<!-- One: # One\n\nRead. -->")
    assert site.read("blog/2024/01/30/two").endswith("<!-- Two: Changed. -->")
    assert site.read("blog/2024/01/29/c").endswith("<!-- C: Text. -->")
