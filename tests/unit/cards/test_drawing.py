from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from mkdocs_blog_plugin.cards.card import HEIGHT, WIDTH, Card, CardAuthor
from mkdocs_blog_plugin.cards.colors import CardColors
from mkdocs_blog_plugin.cards.drawing import CardPainter
from mkdocs_blog_plugin.cards.fonts import Fonts

COLORS = CardColors(background=(64, 81, 181), text=(255, 255, 255), accent=(255, 170, 0))
CARD = Card(title="Spark Summit", site_name="Acme", date="3 November 2017", colors=COLORS)


def picture(color: tuple[int, ...], size: tuple[int, int] = (90, 60)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB" if len(color) == 3 else "RGBA", size, color).save(file, "PNG")
    return file.getvalue()


def drawn(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(CardPainter(Fonts()).draw(card))).convert("RGB")


def colors_in(image: Image.Image, box: tuple[int, int, int, int]) -> set[Any]:
    return {color for _, color in image.crop(box).getcolors(2**16) or []}


def test_a_card_has_the_size_and_the_colours_it_should_have() -> None:
    image = drawn(CARD)
    assert image.size == (WIDTH, HEIGHT)
    assert {COLORS.background, COLORS.text, COLORS.accent} <= colors_in(image, (0, 0, *image.size))


def test_the_same_facts_give_the_same_bytes() -> None:
    assert CardPainter(Fonts()).draw(CARD) == CardPainter(Fonts()).draw(CARD)


def test_a_card_is_a_small_file() -> None:
    assert len(CardPainter(Fonts()).draw(CARD)) < 25_000


@pytest.mark.parametrize("is_right_to_left", [False, True])
def test_logo_and_avatars_keep_their_colours(*, is_right_to_left: bool) -> None:
    authors = (CardAuthor(name="Ada", avatar=picture((0, 200, 0))), CardAuthor(name="Bob"))
    card = replace(
        CARD, logo=picture((200, 0, 0)), authors=authors, is_right_to_left=is_right_to_left
    )
    half = (WIDTH // 2, 0, WIDTH, HEIGHT) if is_right_to_left else (0, 0, WIDTH // 2, HEIGHT)
    assert {(200, 0, 0), (0, 200, 0)} <= colors_in(drawn(card), half)


@pytest.mark.parametrize("content", [b"", b"not a picture", picture((1, 2, 3))[:60]])
def test_a_picture_that_cannot_be_read_is_left_out(content: bytes) -> None:
    plain = CardPainter(Fonts()).draw(CARD)
    assert CardPainter(Fonts()).draw(replace(CARD, logo=content)) == plain


def test_nothing_is_drawn_over_the_margin() -> None:
    card = replace(
        CARD,
        title="Donaudampfschifffahrtsgesellschaft " * 9,
        site_name="A site with a very long name " * 9,
        authors=tuple(CardAuthor(name="Somebody with a long name") for _ in range(9)),
    )
    image = drawn(card)
    assert colors_in(image, (WIDTH - 76, 0, WIDTH, HEIGHT)) == {COLORS.background}
    assert colors_in(image, (0, HEIGHT - 40, WIDTH, HEIGHT)) == {COLORS.background}


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"site_name": "Other"},
        {"date": ""},
        {"logo": b"x"},
        {"authors": (CardAuthor(name="Ada"),)},
        {"authors": (CardAuthor(name="", avatar=b"x"),)},
        {"is_right_to_left": True},
        {"colors": replace(COLORS, accent=(0, 0, 0))},
    ],
)
def test_the_name_of_a_card_changes_with_all_that_is_drawn(change: dict[str, Any]) -> None:
    assert replace(CARD, **change).fingerprint("f") != CARD.fingerprint("f")
    assert CARD.fingerprint("f") != CARD.fingerprint("g")
    assert CARD.fingerprint("f") == replace(CARD).fingerprint("f")
