from __future__ import annotations

import gettext
import re
from datetime import UTC, datetime, timedelta, timezone
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from mkdocs_blog_plugin.posts.post import State
from mkdocs_blog_plugin.render.locale import DOMAIN, Locale, catalog_folder

if TYPE_CHECKING:
    from babel.messages import Catalog, Message

LANGUAGES = sorted(folder.name for folder in catalog_folder().iterdir())
MOMENT = datetime(2017, 11, 3, 23, 31, 52, tzinfo=timezone(timedelta(hours=9)))


def catalog_of(language: str) -> Catalog:
    with (catalog_folder() / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language)


def messages_of(language: str) -> dict[object, Message]:
    found: dict[object, Message] = {
        message.id: message for message in catalog_of(language) if message.id
    }
    assert found
    return found


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]|%", text))


@pytest.mark.parametrize(
    ("name", "tag", "text"),
    [
        ("en", "en", "Continue reading"),
        ("en_GB", "en-GB", "Continue reading"),
        ("pt-BR", "pt-BR", "Continue lendo"),
        ("pt", "pt", "Continuar a ler"),
        ("zh-TW", "zh-Hant-TW", "繼續閱讀"),
        ("zh_HK", "zh-Hant-HK", "繼續閱讀"),
        ("zh-Hant", "zh-Hant", "繼續閱讀"),
        ("zh", "zh", "继续阅读"),
        ("zh_CN", "zh-Hans-CN", "继续阅读"),
        ("nn", "nn", "Les videre"),
        ("sh", "sr-Latn", "Nastavi sa čitanjem"),
        ("de_XX", "de", "Weiterlesen"),
        ("eo", "eo", "Continue reading"),
        ("xx", "en", "Continue reading"),
        ("../../etc", "en", "Continue reading"),
        ("", "en", "Continue reading"),
    ],
)
def test_a_name_finds_the_closest_locale_and_catalog(name: str, tag: str, text: str) -> None:
    locale = Locale.named(name)
    assert (locale.tag, locale.gettext("Continue reading")) == (tag, text)


@pytest.mark.parametrize(
    ("name", "direction"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("fa", "rtl")]
)
def test_a_locale_knows_its_direction(name: str, direction: str) -> None:
    assert Locale.named(name).direction == direction


@pytest.mark.parametrize(
    ("name", "pattern", "text"),
    [
        ("en", "full", "Friday, November 3, 2017"),
        ("en", "long", "November 3, 2017"),
        ("de", "long", "3. November 2017"),
        ("de", "medium", "03.11.2017"),
        ("pt-BR", "long", "3 de novembro de 2017"),
        ("zh-TW", "long", "2017年11月3日"),
        ("en", "d MMM yyyy, HH:mm Z", "3 Nov 2017, 23:31 +0900"),
        ("fr", "EEEE d MMMM", "vendredi 3 novembre"),
    ],
)
def test_a_date_is_printed_in_the_language_and_in_its_own_zone(
    name: str, pattern: str, text: str
) -> None:
    assert Locale.named(name).format_date(MOMENT, pattern) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_dates(language: str) -> None:
    assert "2017" in Locale.named(language).format_date(MOMENT.astimezone(UTC), "long")


@pytest.mark.parametrize(
    ("name", "number", "text"),
    [
        ("en", 1, "%(num)d post"),
        ("en", 2, "%(num)d posts"),
        ("pl", 1, "%(num)d wpis"),
        ("pl", 3, "%(num)d wpisy"),
        ("pl", 5, "%(num)d wpisów"),
        ("pl", 22, "%(num)d wpisy"),
        ("ru", 21, "%(num)d запись"),
        ("sl", 2, "%(num)d objavi"),
        ("ar", 2, "مقالتان"),
        ("ar", 11, "%(num)d مقالة"),
        ("ja", 1, "%(num)d件の記事"),
        ("fr", 0, "%(num)d article"),
    ],
)
def test_a_number_takes_the_plural_of_its_language(name: str, number: int, text: str) -> None:
    assert Locale.named(name).ngettext("%(num)d post", "%(num)d posts", number) == text


def test_there_are_more_than_40_languages() -> None:
    assert len(LANGUAGES) > 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_says_everything_that_the_english_one_says(language: str) -> None:
    assert list(messages_of(language)) == list(messages_of("en"))


def test_the_english_catalog_which_is_not_read_says_what_the_code_says() -> None:
    assert all(message.string == key for key, message in messages_of("en").items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_leaves_nothing_empty_or_unsure(language: str) -> None:
    catalog = catalog_of(language)
    for message in messages_of(language).values():
        texts = forms(message.string)
        assert all(text.strip() for text in texts), message.id
        assert len(texts) == (catalog.num_plurals if message.pluralizable else 1), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_uses_the_placeholders_of_its_message(language: str) -> None:
    for message in messages_of(language).values():
        expected = placeholders(forms(message.id)[0])
        for text in forms(message.string):
            # The forms for one, two or none may say so in a word.
            allowed = [expected, set()] if message.pluralizable else [expected]
            assert placeholders(text) in allowed, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_has_a_form_for_every_number(language: str) -> None:
    expression = gettext.c2py(catalog_of(language).plural_expr)
    used = {expression(number) for number in range(1000)}
    assert used == set(range(catalog_of(language).num_plurals))


def test_the_catalogs_have_every_string_of_the_templates() -> None:
    templates = str(resources.files("mkdocs_blog_plugin") / "templates")
    found = extract_from_dir(
        templates,
        method_map=[("**.html", "jinja2.ext:babel_extract")],
        keywords={"_": None, "ngettext": (1, 2)},
    )
    known = messages_of("en")
    assert {message for _, _, message, _, _ in found} <= set(known)


def test_the_catalogs_name_every_state_that_a_reader_may_see() -> None:
    states = {state.value.capitalize() for state in State} - {"Published"}
    assert states <= set(messages_of("en"))
