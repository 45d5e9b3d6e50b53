"""Types of options that MkDocs does not have."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import babel
from mkdocs.config import config_options as opt
from mkdocs.config.base import ValidationError

from mkdocs_blog_plugin.cards.colors import parse_color
from mkdocs_blog_plugin.catalog.sorting import SORT_KEYS
from mkdocs_blog_plugin.problems import BlogError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable


class TimeZone(opt.OptionallyRequired[str]):
    """The name of an IANA time zone."""

    def run_validation(self, value: object) -> str:
        """Return `value`; raises ValidationError where it does not name a known zone."""
        try:
            return ZoneInfo(str(value)).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            message = f"Unknown time zone '{value}'. Expected an IANA name such as 'Europe/Berlin'."
            raise ValidationError(message) from None


class TimeOfDay(opt.OptionallyRequired["str | time"]):
    """A time of day, as `09:30`."""

    def run_validation(self, value: object) -> time:
        """Return the time that `value` names; raises ValidationError where there is none."""
        if isinstance(value, int) and not isinstance(value, bool):  # YAML reads 12:00 as 720
            hours, minutes = divmod(value, 60)
            value = f"{hours:02}:{minutes:02}"
        try:
            return value if isinstance(value, time) else time.fromisoformat(str(value))
        except ValueError:
            message = f"Expected a time of day such as '09:30', but received: {value}"
            raise ValidationError(message) from None


class Language(opt.OptionallyRequired[str]):
    """The code of a language whose dates Babel knows."""

    def run_validation(self, value: object) -> str:
        """Return `value`; raises ValidationError where it does not name a known language."""
        code = str(value).strip().replace("-", "_")
        try:
            babel.Locale.parse(code)
        except (ValueError, babel.UnknownLocaleError):
            names = babel.localedata.locale_identifiers()
            hint = nearest(code, [name for name in names if name[:2] == code[:2]], limit=0)
            message = f"Unknown locale '{value}'. Expected a code such as 'de' or 'pt_BR'."
            raise ValidationError(f"{message} {hint.capitalize()}".strip()) from None
        return str(value)


class Number(opt.OptionallyRequired[int]):
    """A whole number that is not too small.

    Args:
        minimum: The smallest number that makes sense.
        default: The value where mkdocs.yml has none.
    """

    def __init__(self, *, minimum: int = 0, default: int | None = None) -> None:
        super().__init__(default=default)
        self.minimum = minimum

    def run_validation(self, value: object) -> int:
        """Return `value`; raises ValidationError where it is out of range."""
        if isinstance(value, int) and not isinstance(value, bool) and value >= self.minimum:
            return value
        message = f"Expected a whole number of {self.minimum} or more, but received: {value!r}"
        raise ValidationError(message)


class Texts(opt.OptionallyRequired["str | list[str]"]):
    """A text, or a list of texts, none of them empty."""

    def run_validation(self, value: object) -> str | list[str]:
        """Return `value`; raises ValidationError where it is anything else."""
        items: list[Any] = value if isinstance(value, list) else [value]
        if items and all(isinstance(item, str) and item.strip() for item in items):
            return items if isinstance(value, list) else str(value)
        raise ValidationError(f"Expected a text, or a list of texts, but received: {value!r}")


class Maps(opt.DictOfItems[Any]):
    """A map of maps, whose errors name the keys that they are found at.

    Unknown names are left to `doubtful_values`: MkDocs tells them without the key, and of a
    process' first build only.
    """

    def run_validation(self, value: object) -> dict[str, Any]:
        """Return the maps by key; raises ValidationError with what is wrong with each."""
        if not isinstance(value, dict):
            return super().run_validation(value)
        found: dict[str, Any] = {}
        errors = []
        for key, own in value.items():
            if not isinstance(own, dict):
                received = "nothing" if own is None else repr(own)
                errors.append(f"'{key}': Expected a map of options, but received: {received}")
                continue
            try:
                found |= super().run_validation({key: own})
            except ValidationError as error:
                errors.append(f"'{key}': {error}")
        self.option_type.warnings.clear()
        if errors:
            raise ValidationError(" ".join(errors))
        return found


class WebUrl(opt.URL):
    """An absolute URL that browsers open: pages and feeds print no other."""

    def run_validation(self, value: object) -> str:
        """Return `value`; raises ValidationError where it is anything else."""
        url = super().run_validation(value)
        if url and not url.lower().startswith(("https://", "http://")):
            raise ValidationError(f"Expected a URL with https or http, but received: {value}")
        return url


class Color(opt.OptionallyRequired[str]):
    """A colour as CSS writes it in hexadecimal digits."""

    def run_validation(self, value: object) -> str:
        """Return `value`; raises ValidationError where it is not such a colour."""
        try:
            parse_color(str(value))
        except BlogError as error:
            raise ValidationError(str(error)) from None
        return str(value)


class Function(opt.OptionallyRequired["Callable[..., Any]"]):
    """A Python callable, as `!!python/name:` or `!!python/object/apply:` gives it."""

    def run_validation(self, value: object) -> Callable[..., Any]:
        """Return `value`; raises ValidationError where it cannot be called."""
        if not callable(value):
            raise ValidationError(f"Expected a Python callable, but received: {value!r}")
        return value


class SortKey(Function):
    """The name of an order, or a callable that takes an object with `name` and `posts`."""

    def run_validation(self, value: object) -> Callable[..., Any]:
        """Return the sort key function; raises ValidationError where no order has that name."""
        if not isinstance(value, str):
            return super().run_validation(value)
        if value not in SORT_KEYS:
            raise ValidationError(f"Expected one of {', '.join(SORT_KEYS)}, but received: {value}")
        return SORT_KEYS[value]
