"""Preview cards as files of the site: planned with the other files, drawn when they are written."""

from __future__ import annotations

import posixpath
from functools import partial
from pathlib import Path
from reprlib import repr as short
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.cards.card import Card, CardAuthor
from mkdocs_blog_plugin.own_code import place_of
from mkdocs_blog_plugin.problems import Problem, Problems, Severity
from mkdocs_blog_plugin.render.locale import Locale
from mkdocs_blog_plugin.site.cache.fingerprint import contents, described, digest
from mkdocs_blog_plugin.site.cache.picture_store import PictureStore, is_png
from mkdocs_blog_plugin.site.cache.run import cache_folder
from mkdocs_blog_plugin.site.files.files import fill_late
from mkdocs_blog_plugin.site.files.font_files import find_font
from mkdocs_blog_plugin.site.integrations.theme_colors import card_colors
from mkdocs_blog_plugin.site.integrations.themes import MATERIAL
from mkdocs_blog_plugin.site.output.pictures import place_picture
from mkdocs_blog_plugin.site.own_functions import OwnFunction
from mkdocs_blog_plugin.site.plan import Cards

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.cards.fonts import Fonts
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import CardSettings
    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.urls.ledger import Ledger
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.view import View

FOLDER = "assets/blog/cards"
_SHOWN = 8
"""How many missing characters a message names."""


def place_cards(blog: Blog, ledger: Ledger, files: Files, setup: Setup) -> Cards:
    """Add an empty file for each card, and return the cards; none where they cannot be drawn.

    Pages with equal cards share a file, also pages of different blogs.

    Args:
        blog: The blog; its posts have their covers by now.
        ledger: The owner of each path.
        files: The files of the site, which are added to.
        setup: Its problems get characters for which there is no font, and files that are missing.
    """
    settings, config, problems = setup.site_settings, setup.config, setup.problems
    if _are_drawn_by_social(config, problems):
        return Cards()
    if (fonts := _read_fonts(settings.cards, config, problems)) is None:
        return Cards()
    maker = _CardMaker(files, setup)
    cards = dict(maker.cards_of(blog))
    _add_system_fonts(fonts, cards.values(), problems)
    draw = _own_design(settings.cards, config)
    design = _fingerprint(draw.call) if draw else ""
    placed, drawings = {}, {}
    for src_uri, card in cards.items():
        name = f"{card.fingerprint(fonts.used(card.text) + design)}.png"
        path = posixpath.join(FOLDER, name)
        file = (
            files.src_uris[path]
            if path in drawings
            else place_picture(path, "a preview card", ledger, files, setup)
        )
        if file is None:
            continue
        placed[src_uri] = file
        drawings[path] = card
    return Cards(files=placed, cards=drawings, fonts=fonts, draw=draw)


def write_cards(cards: Cards, files: Files, is_due: Callable[[str], bool]) -> None:
    """Fill the files of those cards that are due; what was drawn before is not drawn again."""
    if cards.fonts is None:
        return
    from mkdocs_blog_plugin.cards.drawing import CardPainter  # noqa: PLC0415 - needs Pillow

    store = PictureStore(cache_folder() / "cards")
    painter = CardPainter(cards.fonts)
    pages = {file.dest_uri: src_uri for src_uri, file in cards.files.items()}
    for path, card in cards.cards.items():
        if is_due(path):
            draw = partial(_draw_own, cards.draw, pages[path]) if cards.draw else painter.draw
            make = partial(store.get, posixpath.basename(path), partial(draw, card))
            fill_late(files.src_uris[path], make)


def _own_design(given: CardSettings, config: MkDocsConfig) -> OwnFunction | None:
    expected = "return the bytes of a PNG file"
    return given.draw and OwnFunction(given.draw, "cards_draw", expected, config)


def _draw_own(draw: OwnFunction, src_uri: str, card: Card) -> bytes:
    """Return the card of a page in a design of the site's own."""
    with draw.watched(src_uri):
        content = draw.call(card)
    return content if is_png(content) else draw.refuse(f"returns {short(content)}", src_uri)


def _fingerprint(draw: Callable[[Card], bytes]) -> str:
    """Return the fingerprint of the code that draws cards."""
    place = place_of(draw)
    return digest(described(draw), contents([Path(place.path)] if place else [])).hex()


class _CardMaker:
    """Makes cards of posts and views."""

    def __init__(self, files: Files, setup: Setup) -> None:
        self._settings = setup.site_settings
        self._locale = setup.locale
        self._site_name = setup.config.site_name
        self._media = {file.url: file for file in files.media_files()}
        given = self._settings.cards
        self._colors = card_colors(setup.config.theme, given.background, given.color)
        self._logo = _read_logo(files, setup.config, given, setup.problems)

    def cards_of(self, blog: Blog) -> Iterator[tuple[str, Card]]:
        """Yield each card with the `src_uri` of its page: posts without a cover, and views."""
        for post in blog.catalog.posts:
            if post.image is None:
                yield post.src_uri, self._of_post(post)
        for view in blog.views:
            card = self._of_view(view)
            yield from ((pager.src_uri, card) for pager in view.pagers)

    def _of_post(self, post: Post) -> Card:
        locale = Locale.named(post.lang) if post.lang else self._locale
        return Card(
            title=post.title,
            colors=self._colors,
            site_name=self._site_name,
            logo=self._logo,
            date=self._locale.format_date(post.published, self._settings.posts.date_format),
            authors=tuple(
                CardAuthor(name=author.name, avatar=self._content(author.avatar))
                for author in post.authors
            ),
            is_right_to_left=locale.direction == "rtl",
        )

    def _of_view(self, view: View) -> Card:
        return Card(
            title=view.title,
            colors=self._colors,
            site_name=self._site_name,
            logo=self._logo,
            is_right_to_left=self._locale.direction == "rtl",
        )

    def _content(self, url: str) -> bytes:
        """Return the picture at `url`, if it is one of the site."""
        file = self._media.get(url)
        return file.content_bytes if file else b""


def _are_drawn_by_social(config: MkDocsConfig, problems: Problems) -> bool:
    """Return whether Material's social plugin draws a card for each page already."""
    if not any(f"{material}/social" in config.plugins for material in MATERIAL):
        return False
    problems.add(
        Problem(
            path="",
            key="cards",
            message="the plugin 'social' draws the cards of this site, so the blog draws none",
            expected="one of the two",
            severity=Severity.INFO,
        )
    )
    return True


def _read_fonts(given: CardSettings, config: MkDocsConfig, problems: Problems) -> Fonts | None:
    """Return the fonts that are named, else the system's; None, with a problem, without Pillow."""
    try:
        from mkdocs_blog_plugin.cards.fonts import Fonts  # noqa: PLC0415 - needs Pillow
    except ImportError:
        problems.add(
            Problem(
                path="",
                key="cards",
                message="cards are drawn by Pillow, which is not installed",
                expected="pip install pillow, or cards: false",
            )
        )
        return None
    folder = Path(config.config_file_path).parent
    fonts = Fonts()
    for name in given.font:
        try:
            fonts.add((folder / name).read_bytes())
        except (OSError, ValueError):  # no font, or a path that none can have
            problems.add(
                Problem(
                    path="",
                    key="cards_font",
                    message=f"cannot read '{name}' as a font",
                    expected="the path of a TrueType or OpenType file, from the folder of mkdocs.yml",
                )
            )
    if not given.font and (found := find_font()):
        fonts.add(found)
    return fonts


def _add_system_fonts(fonts: Fonts, cards: Iterable[Card], problems: Problems) -> None:
    """Add fonts of the system for characters that `fonts` lack, and report those it lacks as well."""
    text = "".join(sorted(set().union(*(card.text for card in cards))))
    missing = fonts.missing(text)
    absent = []
    while missing:
        found = find_font(missing[0])
        if found:
            fonts.add(found)
        if not found or missing[0] in fonts.missing(missing[0]):
            absent.append(missing[0])
        missing = [character for character in fonts.missing(text) if character not in absent]
    if absent:
        named = " ".join(absent[:_SHOWN]) + (" …" if len(absent) > _SHOWN else "")
        problems.add(
            Problem(
                path="",
                key="cards_font",
                message=f"no font has the characters {named} of preview cards",
                expected="the path of a font file that has them",
            )
        )


def _read_logo(
    files: Files, config: MkDocsConfig, given: CardSettings, problems: Problems
) -> bytes:
    """Return the logo that is named, else the theme's; empty for one that cannot be drawn."""
    from mkdocs_blog_plugin.cards.pictures import is_picture  # noqa: PLC0415 - needs Pillow

    path = given.logo or str(config.theme.get("logo") or "")
    file = files.get_file_from_path(path.lstrip("/")) if path else None
    if file is not None and is_picture(file.content_bytes):
        return file.content_bytes
    if given.logo:
        problems.add(
            Problem(
                path="",
                key="cards_logo",
                message=f"cannot read '{given.logo}' as a picture",
                expected="the path of a PNG, JPEG or WebP file, from the docs folder",
            )
        )
    return b""
