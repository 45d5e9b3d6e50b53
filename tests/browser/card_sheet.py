"""The sheet of preview cards in the documentation: six scripts, two palettes, short and long titles."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from PIL import Image

from mkdocs_blog_plugin.cards.card import HEIGHT, WIDTH, Card, CardAuthor
from mkdocs_blog_plugin.cards.colors import CardColors, parse_color
from mkdocs_blog_plugin.cards.drawing import CardPainter
from mkdocs_blog_plugin.cards.fonts import Fonts
from mkdocs_blog_plugin.site.files.font_files import find_font

TARGET = Path(__file__).parents[2] / "docs/gallery/cards.webp"
TITLES: Final = (
    (
        "One conversion per post",
        "How a list shows the beginning of a post without converting it again",
    ),
    (
        "Größe, façade, žluťoučký",
        "Ελληνικά και русский: что изменилось в новой версии и почему это важно",
    ),
    ("مرحبا بالعالم", "ما الجديد في الإصدار 0.2 وكيف تنقل مدونتك إلى MkDocs خطوة بخطوة"),
    ("שלום עולם", "מה חדש בגרסה 0.2 ואיך מעבירים בלוג קיים אל MkDocs בלי לאבד דבר"),
    ("नमस्ते दुनिया", "नए संस्करण में क्या बदला है और अपना ब्लॉग कैसे लाएँ"),
    ("我们的新博客", "这个版本有哪些变化，以及如何把现有的博客完整地迁移过来"),
)
RIGHT_TO_LEFT = (2, 3)
PALETTES = (
    CardColors.of(parse_color("#4051b5"), accent=parse_color("#ffaa00")),
    CardColors.of(parse_color("#ffffff"), accent=parse_color("#009485")),
)
SIZE = (400, 210)
GAP = 12


def make_sheet() -> Image.Image:
    """Return all cards side by side."""
    cards = [
        Card(
            title=title,
            colors=colors,
            site_name="Acme",
            date="2026-11-29",
            authors=(CardAuthor(name="Ada Lovelace"),),
            is_right_to_left=row in RIGHT_TO_LEFT,
        )
        for row, titles in enumerate(TITLES)
        for colors in PALETTES
        for title in titles
    ]
    fonts = Fonts([font] if (font := find_font()) else [])
    for character in fonts.missing("".join(card.text for card in cards)):
        if fonts.missing(character) and (found := find_font(character)):
            fonts.add(found)
    painter, columns = CardPainter(fonts), 2 * len(PALETTES)
    width, height = (SIZE[0] + GAP) * columns + GAP, (SIZE[1] + GAP) * len(TITLES) + GAP
    sheet = Image.new("RGB", (width, height), (224, 224, 224))
    for number, card in enumerate(cards):
        picture = Image.open(io.BytesIO(painter.draw(card))).convert("RGB")
        assert picture.size == (WIDTH, HEIGHT)
        place = (number % columns, number // columns)
        left, top = ((SIZE[axis] + GAP) * place[axis] + GAP for axis in (0, 1))
        sheet.paste(picture.resize(SIZE, Image.Resampling.LANCZOS), (left, top))
    return sheet


if __name__ == "__main__":
    make_sheet().save(TARGET, "WEBP", quality=85)
