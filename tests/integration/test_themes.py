"""What themes print of their own: nothing stands on a page twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme
from support.sites import write_files

from mkdocs_blog_plugin.render.post_facts import PrintedByTheme
from mkdocs_blog_plugin.site.integrations import themes

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build


def theme_called(name: str, base: str = "material", **options: Any) -> Theme:
    """Return a theme with the name and options of one that need not be installed."""
    theme = Theme(name=base)
    theme.name = name
    for key, value in options.items():
        theme[key] = value
    return theme


@pytest.mark.parametrize(
    ("theme", "printed"),
    [
        (theme_called("mkdocs", "mkdocs"), PrintedByTheme(neighbours=True)),
        (theme_called("flatly", "mkdocs"), PrintedByTheme(neighbours=True)),
        (theme_called("cinder"), PrintedByTheme(neighbours=True)),
        (theme_called("gitbook"), PrintedByTheme()),
        (theme_called("material"), PrintedByTheme()),
        (
            theme_called("materialx", features=["navigation.footer"]),
            PrintedByTheme(neighbours=True),
        ),
        (theme_called("terminal"), PrintedByTheme()),
        (theme_called("terminal", features=["footer.prev_next"]), PrintedByTheme(neighbours=True)),
        (theme_called("simple-blog"), PrintedByTheme(title=True, neighbours=True)),
        (theme_called("shadcn"), PrintedByTheme(title=True, neighbours=True)),
        (
            theme_called("primer", show_metadata=True, show_metadata_reading_time=True),
            PrintedByTheme(neighbours=True, reading_time=True),
        ),
        (
            theme_called("primer", show_metadata=True, show_metadata_reading_time=False),
            PrintedByTheme(neighbours=True),
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Theme) else "",
)
def test_what_each_theme_prints_by_itself_is_what_we_expect(
    theme: Theme, printed: PrintedByTheme
) -> None:
    config = MkDocsConfig()
    config.theme = theme
    config.plugins = {}  # type: ignore[assignment]
    assert themes.printed_by(config) == printed


def test_a_theme_that_copies_sources_does_not_copy_those_of_pages_that_moved() -> None:
    shadcn, other = theme_called("shadcn"), theme_called("cinder")
    themes.adapt(shadcn)
    themes.adapt(other)
    assert shadcn["hide_source_files"]
    assert "hide_source_files" not in other


def test_a_theme_that_prints_dates_is_not_given_them() -> None:
    facts: dict[str, object] = {"date": 1, "updated": 2, "title": 3}
    themes.drop_dates_the_theme_prints(theme_called("cinder"), facts)
    assert len(facts) == 3
    themes.drop_dates_the_theme_prints(theme_called("simple-blog"), facts)
    assert facts == {"title": 3}


TEMPLATE = "<html><head><title>x</title></head><body><h1>{{ page.title }}</h1>{{ page.content }}"


def test_a_theme_that_prints_titles_shows_each_once(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path / "overrides", {"main.html": TEMPLATE})
    monkeypatch.setattr(themes, "PRINT_TITLES", frozenset({"mkdocs"}))
    files = {
        "blog/index.md": "# News\n\nWelcome.\n",
        "blog/posts/a.md": "---\ndate: 2024-01-01\n---\n# A post\n\nText.\n",
        "blog/posts/b.md": "---\ndate: 2024-01-02\ntitle: Another\n---\nText.\n",
    }
    site = build(files, "theme: {name: mkdocs, custom_dir: overrides}")
    pages = {
        "blog": "News",
        "blog/archive/2024": "Posts from 2024",
        "blog/2024/01/01/a-post": "A post",
        "blog/2024/01/02/another": "Another",
    }
    shown = {page: [h1.get_text() for h1 in site.html(page).select("h1")] for page in pages}
    assert shown == {page: [title] for page, title in pages.items()}
    assert site.entry("blog/2024/01/01/a-post")["name"] == ["A post"]
