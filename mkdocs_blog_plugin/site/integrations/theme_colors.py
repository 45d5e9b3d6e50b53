"""The colours of themes, for preview cards."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.cards.colors import CardColors, parse_color
from mkdocs_blog_plugin.site.integrations.themes import MATERIAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.theme import Theme

_PRIMARY: Final[Mapping[str, str]] = {
    "red": "#ef5552",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "deep-purple": "#7e56c2",
    "indigo": "#4051b5",
    "blue": "#2094f3",
    "light-blue": "#02a6f2",
    "cyan": "#00bdd6",
    "teal": "#009485",
    "green": "#4cae4f",
    "light-green": "#8bc34b",
    "lime": "#cbdc38",
    "yellow": "#ffec3d",
    "amber": "#ffc105",
    "orange": "#ffa724",
    "deep-orange": "#ff6e42",
    "brown": "#795649",
    "grey": "#757575",
    "blue-grey": "#546d78",
    "black": "#000000",
    "white": "#ffffff",
}
"""`primary` of Material's palette."""

_ACCENT: Final[Mapping[str, str]] = {
    "red": "#ff1947",
    "pink": "#f50056",
    "purple": "#df41fb",
    "deep-purple": "#7c4dff",
    "indigo": "#526cfe",
    "blue": "#4287ff",
    "light-blue": "#0091eb",
    "cyan": "#00bad6",
    "teal": "#00bda4",
    "green": "#00c753",
    "light-green": "#63de17",
    "lime": "#b0eb00",
    "yellow": "#ffd500",
    "amber": "#ffaa00",
    "orange": "#ff9100",
    "deep-orange": "#ff6e42",
}
"""`accent` of Material's palette."""

_DEFAULT = "#4051b5"
_OTHERS: Final[Mapping[str, str]] = {"readthedocs": "#2980b9"}
_BOOTSTRAP = re.compile(r"--bs-primary:\s*(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})\b")
_MAX_CSS = 1_000_000


def card_colors(theme: Theme, background: str, color: str) -> CardColors:
    """Return the colours of cards: those that options name, else those of the theme."""
    of_theme, accent = _material(theme) if theme.name in MATERIAL else (_primary(theme), "")
    chosen = background or of_theme
    return CardColors.of(
        parse_color(chosen),
        parse_color(color) if color else None,
        parse_color(accent) if accent and not background else None,
    )


def _material(theme: Theme) -> tuple[str, str]:
    palette: Any = theme.get("palette") or {}
    first = palette[0] if isinstance(palette, list) and palette else palette
    names = first if isinstance(first, dict) else {}
    primary, accent = (str(names.get(key, "")).replace(" ", "-") for key in ("primary", "accent"))
    return _PRIMARY.get(primary, _DEFAULT), _ACCENT.get(accent, "")


def _primary(theme: Theme) -> str:
    """Return the main colour of a theme made with Bootstrap, or of one that is known."""
    if known := _OTHERS.get(theme.name or ""):
        return known
    found = (_BOOTSTRAP.search(text) for text in _stylesheets(theme))
    return next((match[1] for match in found if match), _DEFAULT)


def _stylesheets(theme: Theme) -> Iterator[str]:
    for folder in theme.dirs:
        for path in sorted(Path(folder, "css").glob("*.css")):
            if path.stat().st_size < _MAX_CSS:
                yield path.read_text(encoding="utf-8", errors="replace")
