"""Dates and UI strings in the language of the blog.

Dates come from Babel (CLDR), strings from the gettext catalogs in `locales/`, which are read as
they are written: no compiled files to keep in step.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from typing import TYPE_CHECKING, Final

import babel

from mkdocs_blog_plugin.urls.dates import format_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from importlib.resources.abc import Traversable

DOMAIN = "mkdocs_blog_plugin"
"""Name of the catalogs: `locales/LANGUAGE/LC_MESSAGES/DOMAIN.po`."""

_ENGLISH: Final = "en"
_SIBLINGS: Final[Mapping[str, str]] = {"no": "nb", "nn": "nb", "sh": "sr_Latn"}


@dataclass(frozen=True)
class Locale:
    """A language with its dates and its strings; make one with `Locale.named`."""

    _babel: babel.Locale
    _strings: NullTranslations

    @classmethod
    def named(cls, name: str) -> Locale:
        """Return the locale called `name`: `de`, `pt-BR`, `zh_TW`.

        A name that Babel does not know stands for its language, an unknown language for English;
        a language without a catalog has its own dates and English strings.
        """
        locale = _parse(name)
        return cls(locale, _read_catalog(locale))

    @cached_property
    def name(self) -> str:
        """Name as Babel spells it (`pt_BR`)."""
        return str(self._babel)

    @property
    def tag(self) -> str:
        """Language tag as HTML wants it (`pt-BR`)."""
        return self.name.replace("_", "-")

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self._babel.text_direction

    def format_date(self, moment: datetime, pattern: str) -> str:
        """Return `moment` on its own clock, as `full`, `long`, `medium`, `short` or a Babel pattern.

        Raises:
            KeyError, ValueError: Babel cannot format `pattern`.
        """
        return format_date(moment, pattern, self.name)

    def gettext(self, message: str) -> str:
        """Return `message` in this language."""
        return self._strings.gettext(message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Return the message in this language, in the form that goes with `number`."""
        return self._strings.ngettext(singular, plural, number)


def direction_of(language: str) -> str:
    """Return `ltr` or `rtl`, the direction in which `language` (`ar`, `pt-BR`) is written."""
    return _parse(language).text_direction


def catalog_folder() -> Traversable:
    """Return the folder that holds one folder per language."""
    return resources.files("mkdocs_blog_plugin") / "locales"


def _parse(name: str) -> babel.Locale:
    """Return the closest locale that Babel has."""
    full = name.strip().replace("-", "_")
    language = full.partition("_")[0]
    for candidate in (full, _SIBLINGS.get(language, language)):
        try:
            return babel.Locale.parse(candidate)
        except (ValueError, babel.UnknownLocaleError):
            continue
    return babel.Locale(_ENGLISH)


def _read_catalog(locale: babel.Locale) -> NullTranslations:
    """Return the strings of the closest catalog: for `zh_Hant_HK` that of `zh_Hant`.

    The English one, for those who translate, says what templates say anyway: it is not read.
    """
    for name in _catalog_names(locale):
        path = catalog_folder() / name / "LC_MESSAGES" / f"{DOMAIN}.po"
        if name != _ENGLISH and path.is_file():
            return _compiled(path)
    return NullTranslations()


def _catalog_names(locale: babel.Locale) -> Iterator[str]:
    """Yield names of catalogs that would do, best first."""
    parts = str(locale).split("_")
    for length in range(len(parts), 0, -1):
        yield "_".join(parts[:length])
    yield _SIBLINGS.get(locale.language, _ENGLISH)


def _compiled(path: Traversable) -> GNUTranslations:
    """Return the catalog at `path`, ready to be asked."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - English needs no catalog
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return GNUTranslations(compiled)
