"""The configuration of Jekyll's plugins, as options of ours."""

from __future__ import annotations

import pytest
from support.old_blogs import convert_jekyll


@pytest.mark.parametrize(
    ("archives", "formats"),
    [
        ("enabled: [year, month]", ["{date}", "{date}"]),
        (
            "enabled: all, permalinks: {year: '/in/:year/', month: '/in/:year/:month/'}",
            ["in/{date}", "in/{date}"],
        ),
        ("enabled: true", ["{date}", "{date}"]),
        ("enabled: [year]", "{date}"),
        ("enabled: all, permalinks: {month: '/m/:month/:year/'}", "{date}"),
        ("enabled: [month]", None),
    ],
)
def test_archives_of_years_and_months_keep_their_addresses(archives: str, formats: object) -> None:
    page = "\n-- archive.html --\n---\n---\n{% for p in site.posts %}{{ p.url }}{% endfor %}\n"
    result = convert_jekyll(
        "[all](/archive.html) [2020](/2020/)",
        config=f"jekyll-archives: {{{archives}}}",
        more=page,
    )
    assert result.options.get("archive_url_format") == formats
    levels = result.options.get("archive_url_date_format")
    assert levels == (["yyyy", "yyyy/MM"] if isinstance(formats, list) else None)


def test_feeds_of_terms_and_collections_are_told() -> None:
    config = "plugins: [jekyll-feed]\nfeed: {categories: [news], collections: {notes: {}}, tags: }"
    assert convert_jekyll(config=config).left == [
        f"_config.yml: feed: the feeds of {key} are not written at their addresses"
        for key in ("categories", "collections")
    ]
