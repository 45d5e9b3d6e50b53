from __future__ import annotations

from typing import Any

import pytest
from mkdocs.config.config_options import SubConfig
from pymdownx.slugs import slugify

from mkdocs_blog_plugin.config.option_types import Maps
from mkdocs_blog_plugin.config.options import BlogOptions, TaxonomyOptions


def checked(**values: Any) -> tuple[list[str], list[str]]:
    """Return the errors and the warnings of options, each with the option's name."""
    options = BlogOptions()
    options.load_dict(values)
    errors, warnings = options.validate()
    return [f"{key}: {e}" for key, e in errors], [f"{key}: {text}" for key, text in warnings]


@pytest.mark.parametrize(
    ("option", "value", "minimum"),
    [
        ("feeds_length", -1, 0),
        ("related", -1, 0),
        ("related", True, 0),
        ("related", "3", 0),
        ("pagination_per_page", 0, 1),
        ("tags_pagination_per_page", 0, 1),
        ("archive_pagination_per_page", -5, 1),
        ("post_readtime_words_per_minute", 0, 1),
        ("post_excerpt_words", 0, 1),
        ("post_excerpt_max_authors", -1, 0),
        ("post_excerpt_max_categories", -1, 0),
        ("post_url_max_categories", -1, 0),
    ],
)
def test_a_number_out_of_range_is_an_error(option: str, value: object, minimum: int) -> None:
    message = f"{option}: Expected a whole number of {minimum} or more, but received: {value!r}"
    assert checked(**{option: value}) == ([message], [])
    assert checked(**{option: minimum}) == ([], [])


@pytest.mark.parametrize("value", [["terms"], ["text", "terms"], []])
def test_posts_may_be_related_by_terms_and_text(value: list[str]) -> None:
    assert checked(related_by=value) == ([], [])


@pytest.mark.parametrize("value", [["tags"], "text", 3])
def test_posts_cannot_be_related_by_anything_else(value: object) -> None:
    (error,), _ = checked(related_by=value)
    assert error.startswith("related_by: Expected ")


def test_numbers_of_own_taxonomies_have_their_range() -> None:
    (error,), _ = checked(taxonomies={"places": {"pagination_per_page": 0}})
    assert "'places': Sub-option 'pagination_per_page'" in error
    assert "Expected a whole number of 1 or more" in error


def test_each_own_taxonomy_that_is_wrong_is_named() -> None:
    wrong = {"places": None, "people": 3, "eras": {"name": 3}, "topics": {}}
    (error,), _ = checked(taxonomies=wrong)
    assert error == (
        "taxonomies: 'places': Expected a map of options, but received: nothing "
        "'people': Expected a map of options, but received: 3 "
        "'eras': Sub-option 'name': Expected type: <class 'str'> but received: <class 'int'>"
    )
    (error,), _ = checked(taxonomies=[])
    assert error.startswith("taxonomies: Expected a dict")


@pytest.mark.parametrize(
    ("locale", "hint"),
    [("xx", ""), ("deutsch", ""), ("pt_BRR", " Did you mean 'pt_br"), ("", "")],
)
def test_an_unknown_locale_is_an_error(locale: str, hint: str) -> None:
    (error,), _ = checked(locale=locale)
    assert error.casefold().startswith(
        f"locale: Unknown locale '{locale}'. Expected a code such as 'de' or 'pt_BR'.{hint}".casefold()
    )


@pytest.mark.parametrize("locale", ["de", "pt-BR", "zh_TW", "nn", None])
def test_a_locale_is_written_with_hyphen_or_underscore(locale: str | None) -> None:
    assert checked(locale=locale) == ([], [])


@pytest.mark.parametrize(
    ("option", "pattern", "hints"),
    [
        ("post_date_format", "DD.MM.YYYY", ["'DD'", "'dd'", "'YYYY'", "'yyyy'"]),
        ("post_url_date_format", "%Y/%m", ["'%Y'", "'yyyy'", "'%m'", "'MM'"]),
        ("post_url_date_format", "yyyy/mm", ["'mm'", "'MM'"]),
        ("archive_url_date_format", ["yyyy", "yyyy/mm"], ["'mm'", "'MM'"]),
    ],
)
def test_date_letters_with_another_meaning_are_reported_with_the_right_ones(
    option: str, pattern: object, hints: list[str]
) -> None:
    levels = ("archive_date_format", "archive_url_date_format", "archive_url_format")
    others = {key: ["yyyy", "MM"] for key in levels} if option in levels else {}
    if others:
        others["archive_url_format"] = ["{date}", "{date}"]
    errors, warnings = checked(**{**others, option: pattern})
    assert errors == []
    text = "\n".join(warnings)
    assert [hint for hint in hints if hint not in text] == []
    assert len(warnings) == len(hints) // 2


def test_an_unknown_option_names_the_nearest_ones() -> None:
    _, warnings = checked(post_byine=2, taxonomies={"places": {"singlar": "place"}})
    assert [warning.split("?")[0].split(" or ")[0] for warning in warnings] == [
        "post_byine: Unrecognised configuration name: post_byine (did you mean 'post_byline'",
        "taxonomies: Unrecognised configuration name: places.singlar (did you mean 'singular'",
    ]


def test_an_unknown_option_of_a_taxonomy_is_left_to_the_message_that_names_the_taxonomy() -> None:
    option = Maps(SubConfig(TaxonomyOptions))  # as in the first build of a process
    option.validate({"places": {"singlar": "place"}})
    assert option.warnings == []


def test_wrong_types_and_wrong_values_are_reported_together_and_nothing_else_is() -> None:
    errors, warnings = checked(
        taxonomies={"places": {"singular": "place"}},
        feeds_length=-1,
        post_dates_in="mine",
        post_date_keys={"create": ["date"]},
        post_date_format="YYYY",
        post_url_format="{dat}",
    )
    assert [error.partition(":")[0] for error in sorted(errors)] == [
        "feeds_length",
        "post_date_keys",
        "post_dates_in",
        "post_url_format",
    ]
    assert [warning.partition(":")[0] for warning in warnings] == ["post_date_format"]


def test_a_taxonomy_of_every_blog_is_not_an_own_one() -> None:
    errors, _ = checked(taxonomies={"tags": {}})
    assert errors == ["taxonomies: 'tags' is a taxonomy of every blog: use the options 'tags_…'"]


@pytest.mark.parametrize(
    ("taxonomies", "key", "name", "owner"),
    [
        (
            {"places": {"singular": "place"}, "sites": {"singular": "place"}},
            "sites",
            "place",
            "places",
        ),
        ({"places": {"singular": "place"}, "place": {}}, "place", "place", "places"),
        ({"place": {}, "places": {"singular": "Place"}}, "places", "Place", "place"),
        ({"topics": {"singular": "tag"}}, "topics", "tag", "tags"),
        ({"author": {}}, "author", "author", "authors"),
    ],
)
def test_each_key_of_front_matter_belongs_to_one_taxonomy(
    taxonomies: dict[str, object], key: str, name: str, owner: str
) -> None:
    errors, _ = checked(taxonomies=taxonomies)
    message = f"the key '{name}' of front matter belongs to '{owner}' (a key of its own)"
    assert errors == [f"taxonomies.{key}: {message}"]


def test_a_taxonomy_has_a_name() -> None:
    errors, _ = checked(taxonomies={"": {}})
    assert errors == ["taxonomies: a taxonomy has an empty name (a key of front matter)"]


def test_the_key_of_a_taxonomy_may_be_its_singular() -> None:
    assert checked(taxonomies={"species": {"singular": "species"}, "topics": {}}) == ([], [])


@pytest.mark.parametrize(
    "value", [[{"path": "x"}], ["x"], [{"path": 1, "values": {}}], [{"path": "x", "values": []}]]
)
def test_defaults_of_posts_are_maps_with_a_path_and_values(value: object) -> None:
    (error,), _ = checked(post_defaults=value)
    assert error.startswith("post_defaults: Expected ")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("archive_date_format", [2020]),
        ("archive_date_format", [None]),
        ("archive_date_format", []),
        ("archive_date_format", ""),
        ("archive_url_date_format", [["yyyy"]]),
        ("archive_url_format", [5]),
        ("cards_font", [5]),
        ("feeds_formats", {"rss": True}),
        ("feeds_formats", {"atom": ["a.xml"]}),
        ("post_include", ["!"]),
        ("post_defaults", [{"path": "!", "values": {}}]),
        ("post_slugify", int),
        ("tags_slugify", str.split),
        ("post_slugify", slugify),
    ],
)
def test_values_inside_lists_and_functions_are_checked(option: str, value: object) -> None:
    (error,), _ = checked(**{option: value})
    assert error.startswith(f"{option}: Expected ")


@pytest.mark.parametrize("path", ["blog/feed/", "/feed/", "feed/."])
def test_a_feed_needs_the_path_of_a_file(path: str) -> None:
    (error,), _ = checked(feeds_formats={"atom": path})
    assert error.startswith(f"feeds_formats: '{path}' is a folder (a file, such as ")


@pytest.mark.parametrize("path", ["index.md", "blog/feed.markdown"])
def test_a_feed_is_not_the_source_of_a_page(path: str) -> None:
    (error,), _ = checked(feeds_formats={"rss": path})
    name = path.rpartition(".")[0]
    assert error == f"feeds_formats: '{path}' is the source of a page (a file such as '{name}.xml')"


@pytest.mark.parametrize("option", ["feeds_hub", "home_url"])
def test_an_address_with_a_host_that_cannot_be_read_is_an_error(option: str) -> None:
    (error,), _ = checked(**{option: "http://[x"})
    assert error.startswith(f"{option}: ")


@pytest.mark.parametrize("option", ["feeds_hub", "home_url", "webmention", "micropub"])
def test_an_address_that_is_printed_is_one_of_the_web(option: str) -> None:
    (error,), _ = checked(**{option: "ftp://hub.example/"})
    assert error.startswith(f"{option}: Expected a URL with https or http")
    assert checked(**{option: "HTTPS://hub.example/"}) == ([], [])


def test_the_slugify_function_of_an_own_taxonomy_is_checked() -> None:
    (error,), _ = checked(taxonomies={"places": {"slugify": slugify}})
    assert error.startswith("taxonomies.places: Expected a function")


@pytest.mark.parametrize(
    ("value", "iso"), [("09:30", "09:30:00"), (720, "12:00:00"), ("23:59:59", "23:59:59")]
)
def test_a_time_of_day_may_be_what_yaml_makes_of_it(value: object, iso: str) -> None:
    options = BlogOptions()
    options.load_dict({"post_default_time": value})
    assert options.validate() == ([], [])
    assert str(options.post_default_time) == iso


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("post_default_time", "noon"),
        ("post_default_time", 1500),
        ("post_date_keys", {"create": ["date"]}),
        ("post_date_keys", {"created": "date"}),
        ("post_dates_in", "mine"),
    ],
)
def test_options_of_dates_are_checked(option: str, value: object) -> None:
    (error,), _ = checked(**{option: value})
    assert error.startswith(f"{option}: Expected ")
