"""Preview cards: drawn for what has no picture, and shown to machines."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from support.sites import PIXEL, write_files

if TYPE_CHECKING:
    from support.sites import Build, Site

FILES: dict[str, Any] = {
    "index.md": "# Home\n",
    "blog/posts/plain.md": "---\ndate: 2024-01-31\ntags: [News]\n---\n# A plain post\n\nText.\n",
    "blog/posts/cover.md": "---\ndate: 2024-02-01\nimage: cover.png\n---\n# A cover\n\nText.\n",
    "blog/posts/cover.png": PIXEL,
    "default.png": PIXEL,
}


def config(options: str) -> str:
    return f"plugins: [search, {{blog-plugin: {{{options}}}}}]"


def tags(site: Site, page: str, name: str) -> list[str]:
    found = site.html(page).find_all("meta", attrs={"property": name})
    return [tag["content"] for tag in found] or [
        tag["content"] for tag in site.html(page).find_all("meta", attrs={"name": name})
    ]


def picture(site: Site, page: str) -> str:
    """Return the path in the site of the preview picture of `page`."""
    (url,) = tags(site, page, "og:image")
    return url.removeprefix("https://example.org/")


def test_pages_without_a_picture_have_a_card(on_each_theme: Build) -> None:
    site = on_each_theme(FILES, config("cards: true"))
    assert site.warnings == []
    post = "blog/2024/01/31/a-plain-post"
    for page, title in [(post, "A plain post"), ("blog", "Blog"), ("blog/tag/news", "News")]:
        path = picture(site, page)
        with Image.open(io.BytesIO((site.folder / path).read_bytes())) as card:
            assert (card.format, card.size) == ("PNG", (1200, 630))
        assert tags(site, page, "og:image:width") == ["1200"]
        assert tags(site, page, "og:image:height") == ["630"]
        assert title in tags(site, page, "og:image:alt")[0]
        assert tags(site, page, "twitter:card") == ["summary_large_image"]
    assert picture(site, "blog/2024/02/01/a-cover") == "blog/cover.png"
    assert picture(site, post) in site.read("blog/rss.xml")
    (entry,) = [
        item for item in json.loads(site.read("blog/feed.json"))["items"] if "plain" in item["url"]
    ]
    assert entry["image"].endswith(picture(site, post))


def test_a_card_keeps_its_name_until_it_shows_something_else(build: Build) -> None:
    cards = [
        {path for path in build(files, config("cards: true")).paths if "cards/" in path}
        for files in (
            FILES,
            {**FILES, "blog/posts/plain.md": FILES["blog/posts/plain.md"] + "\nMore text.\n"},
            {**FILES, "blog/posts/plain.md": FILES["blog/posts/plain.md"].replace("plain", "new")},
        )
    ]
    assert cards[0] == cards[1] != cards[2]
    assert len(cards[2] - cards[0]) == 1


def test_what_was_drawn_once_is_not_drawn_again(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = build(FILES, config("cards: true"))
    expected = before.contents()
    draw = "mkdocs_blog_plugin.cards.drawing.CardPainter.draw"
    monkeypatch.setattr(draw, lambda *_: pytest.fail("a card is drawn again"))
    after = build(FILES, config("cards: true"))
    assert after.contents() == expected


def test_a_picture_can_stand_in_for_all_pages_without_one(build: Build) -> None:
    site = build(FILES, config("image_default: default.png"))
    assert picture(site, "blog") == picture(site, "blog/2024/01/31/a-plain-post") == "default.png"
    assert picture(site, "blog/2024/02/01/a-cover") == "blog/cover.png"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("image_default: 'javascript:x'", "image_default: there is no picture 'javascript:x'"),
        ("image_default: nowhere.png", "image_default: there is no picture 'nowhere.png'"),
        ("cards: true, cards_logo: nowhere.png", "cards_logo: cannot read 'nowhere.png' as a"),
        ("cards: true, cards_logo: cut.png", "cards_logo: cannot read 'cut.png' as a picture"),
        ("cards: true, cards_logo: logo.svg", "cards_logo: cannot read 'logo.svg' as a picture"),
        ("cards: true, cards_font: mkdocs.yml", "cards_font: cannot read 'mkdocs.yml' as a font"),
        ('cards: true, cards_font: "a\\0b"', "as a font"),
    ],
)
def test_files_that_cannot_be_used_are_reported(build: Build, options: str, words: str) -> None:
    pictures = {"cut.png": PIXEL[:40], "logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    site = build({**FILES, **pictures}, config(options))
    (warning,) = site.warnings
    assert words in warning
    assert site.exists("blog/2024/01/31/a-plain-post/index.html")


def test_a_character_without_a_font_is_reported_once(build: Build) -> None:
    title = "---\ndate: 2024-03-01\ntitle: \U000f1234 here \U000f1235\n---\nText.\n"
    site = build({**FILES, "blog/posts/odd.md": title}, config("cards: true"))
    (warning,) = site.warnings
    assert "cards_font: no font has the characters \U000f1234 \U000f1235" in warning


def test_without_pillow_the_command_that_installs_it_is_named(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "mkdocs_blog_plugin.cards.fonts", None)
    site = build(FILES, config("cards: true"))
    (warning,) = site.warnings
    assert "pip install pillow" in warning


def test_a_file_of_the_docs_at_the_path_of_a_card_stays_as_it_is(build: Build) -> None:
    card = picture(build(FILES, config("cards: true")), "blog")
    site = build({**FILES, card: PIXEL}, config("cards: true"))
    assert (site.folder / card).read_bytes() == PIXEL
    assert [line for line in site.infos if card in line] == [
        f"mkdocs_blog_plugin: docs/{card}: the site's own file stays where a preview card would be"
    ]


def test_blogs_with_equal_cards_share_them(build: Build) -> None:
    post = "---\ndate: 2024-01-31\ntitle: Same\nauthors: [A]\n---\nText.\n"
    options = "plugins: [blog-plugin: {cards: true}, blog-plugin: {blog_dir: news, cards: true}]"
    site = build({"blog/posts/a.md": post, "news/posts/b.md": post}, options)
    assert site.warnings == []
    cards = {picture(site, f"{blog}/2024/01/31/same") for blog in ("blog", "news")}
    assert len(cards) == 1
    assert site.exists(*cards)


def test_a_site_may_draw_its_own_cards(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (Path(__file__).parents[2] / "docs/cards.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python title=.+?\n(.+?)```", page, re.DOTALL)
    write_files(tmp_path, {"cards_of_mine.py": code})
    monkeypatch.syspath_prepend(tmp_path)
    options = "cards: true, cards_draw: !!python/name:cards_of_mine.draw ''"
    ours = picture(build(FILES, config("cards: true")), "blog")
    site = build(FILES, config(options))
    own = picture(site, "blog")
    assert own != ours
    with Image.open(io.BytesIO((site.folder / own).read_bytes())) as card:
        assert (card.format, card.mode, card.size) == ("PNG", "RGB", (1200, 630))


def test_a_dirty_build_draws_only_what_is_new(build: Build, tmp_path: Path) -> None:
    def dirty(title: str) -> set[str]:
        text = f"---\ndate: 2024-01-31\n---\n# {title}\n\nText.\n"
        files = {**FILES, "blog/posts/plain.md": text}
        return set(build(files, config("cards: true"), dirty=True).paths)

    before, after = dirty("One"), dirty("Two")
    whole = set(build({}, config("cards: true")).paths)
    assert after == whole != before
    assert tmp_path.is_dir()
