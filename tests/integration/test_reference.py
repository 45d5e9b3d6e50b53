"""The examples of the reference do what the sentence below them says, on one small blog."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import MkDocsException
from reference import CHANGELOG, FILES, THEME, Example, claims, examples
from sites import build_site, write_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COMMENTS = "overrides/blog/comments.html"
OPTIONS = examples("options.md")
SEEN_ELSEWHERE = {
    "cache",  # how fast a build is
    "cards_draw",  # needs a module
    "cards_font",  # needs a font
    "draft_on_serve",  # needs a server
    "post_date_from_git",  # needs a repository
}
"""Options whose effect does not show in the files of a build; they have tests of their own."""


def made(folder: Path, files: Mapping[str, str | bytes], options: str = "") -> dict[str, str]:
    """Build the blog of the reference; return all texts of the site, and its warnings."""
    write_files(folder, {"overrides/main.html": THEME, "CHANGELOG.md": CHANGELOG})
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


@pytest.mark.parametrize(
    "example", [entry for entry in OPTIONS if entry.name not in SEEN_ELSEWHERE], ids=str
)
def test_options_do_what_their_examples_say(
    example: Example, plain: dict[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = made(tmp_path, FILES, example.code) | {"messages": caplog.text}
    sources = [example.code, str(FILES), *(f"docs/{path}" for path in FILES), CHANGELOG, COMMENTS]
    assert {**site, "messages": ""} != {**plain, "messages": ""}
    assert untrue(example, site, "\n".join(sources)) == []
