"""The examples of the reference do what the sentence below them says, on one small blog."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import MkDocsException
from support.reference import CHANGELOG, EXAMPLE, FILES, THEME, Example, claims, examples
from support.sites import build_site, write_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COMMENTS = "overrides/blog/comments.html"
SEEN_ELSEWHERE = {
    "cache",  # how fast a build is
    "cards_draw",  # needs a module
    "cards_font",  # needs a font
    "draft_on_serve",  # needs a server
    "post_cover_widths",  # needs a large picture
    "post_date_from_git",  # needs a repository
}
"""Options whose effect does not show in the files of a build; they have tests of their own."""


def made(folder: Path, files: Mapping[str, str | bytes], options: str = "") -> dict[str, str]:
    """Build the blog of the reference; return all texts of the site, and its warnings."""
    write_files(folder, {"overrides/main.html": THEME, "CHANGELOG.md": CHANGELOG})
    if not (folder / COMMENTS).exists():
        write_files(folder, {COMMENTS: "<p>Your comment</p>"})
    lines = textwrap.indent(options, "      ") or "      {}"
    theme = "theme: {name: null, custom_dir: overrides, locale: en, include_search_page: true}"
    config = f"{theme}\nplugins:\n  - search\n  - blog-plugin:\n{lines}"
    try:
        site = build_site(folder, files, config)
    except MkDocsException:
        return {}
    texts = {
        path: (site.folder / path).read_text(encoding="utf-8", errors="replace")
        for path in site.paths
    }
    return texts | {"warnings": "\n".join(site.warnings)}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Build the blog as it is by default."""
    with pytest.MonkeyPatch.context() as context:
        context.setenv("SOURCE_DATE_EPOCH", "1767225600")
        return made(tmp_path_factory.mktemp("plain"), FILES)


def untrue(example: Example, site: Mapping[str, str], sources: str) -> list[str]:
    """Return what the effect of an example says that is not so."""
    texts = "\n".join(site.values())
    wrong = []
    for claim in claims(example.effect):
        if claim.is_address:
            path = claim.text[1:]
            found = path in site or f"{path}index.html" in site
        else:
            found = claim.text in texts or (not claim.denied and claim.text in sources)
        if found is claim.denied:
            wrong.append(claim.text)
    return wrong


def compare(
    example: Example,
    plain: Mapping[str, str],
    site: Mapping[str, str],
    messages: str = "",
) -> None:
    """Assert that an example changes the site, and that its effect is true."""
    assert site != plain
    sources = [example.code, str(FILES), *(f"docs/{path}" for path in FILES), CHANGELOG, COMMENTS]
    assert untrue(example, {**site, "messages": messages}, "\n".join(sources)) == []


@pytest.mark.parametrize(
    "example",
    [entry for entry in examples("options.md") if entry.name not in SEEN_ELSEWHERE],
    ids=str,
)
def test_options_do_what_their_examples_say(
    example: Example, plain: dict[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    compare(example, plain, made(tmp_path, FILES, example.code), caplog.text)


def post_with(lines: str) -> str:
    """Return a post with these lines of front matter, and a date."""
    date = "" if lines.startswith("date:") else "date: 2026-11-25\n"
    return f"---\n{date}{lines}---\n{EXAMPLE}"


@pytest.fixture(scope="module")
def plain_post(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Build the blog with one more post, which has nothing but a date."""
    with pytest.MonkeyPatch.context() as context:
        context.setenv("SOURCE_DATE_EPOCH", "1767225600")
        files = {**FILES, "blog/posts/example.md": post_with("")}
        return made(tmp_path_factory.mktemp("plain_post"), files)


@pytest.mark.parametrize("example", examples("front-matter.md"), ids=str)
def test_keys_of_front_matter_do_what_their_examples_say(
    example: Example, plain_post: dict[str, str], tmp_path: Path
) -> None:
    files = {**FILES, "blog/posts/example.md": post_with(example.code)}
    compare(example, plain_post, made(tmp_path, files))


NEEDED = {
    "card.html": "layout: cards",
    "comments.html": "comments: true",
    "compact.html": "layout: compact",
    "mentioned-in.html": "mentions: true",
    "silent-byline.html": "post_byline: false",
}
"""Options without which a fragment is not printed."""


@pytest.mark.parametrize(
    "example",
    [entry for entry in examples("templates.md") if entry.name != "empty.html"],  # needs a server
    ids=str,
)
def test_fragments_print_what_their_examples_say(
    example: Example, plain: dict[str, str], tmp_path: Path
) -> None:
    write_files(tmp_path, {f"overrides/blog/{example.name}": example.code})
    options = NEEDED.get(example.name, "")
    without = made(tmp_path / "without", FILES, options) if options else plain
    compare(example, without, made(tmp_path, FILES, options))


@pytest.mark.parametrize("example", examples("authors.md"), ids=str)
def test_keys_of_the_authors_file_do_what_their_examples_say(
    example: Example, tmp_path: Path
) -> None:
    name, options = "blog/.authors.yml", "authors_email: true"
    without = made(tmp_path / "without", {**FILES, name: "ada: {}\n"}, options)
    compare(example, without, made(tmp_path, {**FILES, name: example.code}, options))


@pytest.mark.parametrize("example", examples("terms.md"), ids=str)
def test_keys_of_the_terms_file_do_what_their_examples_say(
    example: Example, plain: dict[str, str], tmp_path: Path
) -> None:
    compare(example, plain, made(tmp_path, {**FILES, "blog/.terms.yml": example.code}))
