"""Smaller copies of covers: named beside the cover, made once, for covers that are large."""

from __future__ import annotations

import io
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from support.sites import PIXEL, write_files

from mkdocs_blog_plugin.cards import copies

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build, Site


def png(width: int, color: str = "teal") -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (width, width // 2), color).save(content, "PNG")
    return content.getvalue()


POST = "---\ndate: 2024-01-0{n}\nimage: {cover}\n---\n# Post {n}\n\nText.\n"
FILES: dict[str, Any] = {
    "index.md": "# Home\n\n<!-- blog:posts layout=cards -->\n",
    "blog/posts/1.md": POST.format(n=1, cover="wide.png"),
    "blog/posts/wide.png": png(1800),
}
PAGES = ("index.html", "blog/index.html", "blog/2024/01/01/post-1/index.html")


def sources(site: Site, page: str) -> list[str]:
    """Return the parts of `srcset` on `page`, paths from the site's root."""
    (picture,) = site.html(page).select("img.u-featured")
    parts = str(picture.get("srcset", "")).split(", ")
    return [re.sub(r"^(\.\.?/)+", "", part) for part in parts if part]


def copies_in(site: Site) -> dict[str, tuple[int, int]]:
    """Return the sizes of all copies by path."""
    return {
        path: Image.open(io.BytesIO((site.folder / path).read_bytes())).size
        for path in site.paths
        if path.endswith(".webp")
    }


def test_a_large_cover_has_smaller_copies_wherever_it_is_shown(everywhere: Build) -> None:
    site = everywhere(FILES, strict=True)
    expected = [
        "blog/wide.png-480.webp 480w",
        "blog/wide.png-1200.webp 1200w",
        "blog/wide.png 1800w",
    ]
    pages = [path for path in site.pages if site.html(path).select("img.u-featured")]
    assert len(pages) >= len(PAGES)
    assert {tuple(sources(site, page)) for page in pages} == {tuple(expected)}
    assert copies_in(site) == {
        "blog/wide.png-480.webp": (480, 240),
        "blog/wide.png-1200.webp": (1200, 600),
    }
    assert site.broken_links() == []


@pytest.mark.parametrize(
    ("cover", "content", "widths"),
    [
        ("small.png", png(719), []),
        ("middle.png", png(720), [480]),
        ("pixel.png", PIXEL, []),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", []),
        ("no-picture.png", b"text", []),
    ],
)
def test_a_cover_that_is_not_much_wider_or_no_picture_of_pixels_has_no_copy(
    build: Build, cover: str, content: bytes, widths: list[int]
) -> None:
    files = {"blog/posts/1.md": POST.format(n=1, cover=cover), f"blog/posts/{cover}": content}
    site = build({**files, "index.md": "# Home\n"}, strict=True)
    assert [width for width, _ in copies_in(site).values()] == widths
    assert len(sources(site, "blog/index.html")) == (2 if widths else 0)


def test_widths_are_an_option(build: Build) -> None:
    config = "plugins: [search, {{blog-plugin: {{post_cover_widths: {}}}}}]"
    site = build(FILES, config.format([800, 100, 1700]))
    assert [part.split()[1] for part in sources(site, PAGES[1])] == ["100w", "800w", "1800w"]
    assert copies_in(build(FILES, config.format([]))) == {}


def test_without_pillow_there_are_no_copies_and_no_words(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mkdocs_blog_plugin.cards.copies", None)
    site = build(FILES, strict=True)
    assert (copies_in(site), sources(site, PAGES[1])) == ({}, [])


def test_a_copy_is_made_once_and_anew_if_the_kept_one_is_torn(
    build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MKDOCS_BLOG_CACHE", str(tmp_path / "kept"))
    made = []

    def make_copy(content: bytes, width: int) -> bytes:
        made.append(width)
        return copies_of(content, width)

    copies_of = copies.make_copy
    monkeypatch.setattr(copies, "make_copy", make_copy)
    folder = tmp_path / "kept" / "covers"
    contents = []
    for tear in (False, False, True):
        if tear:
            for path in folder.iterdir():
                path.write_bytes(path.read_bytes()[:-1])
        site = build(FILES)
        contents.append(site.contents(copies_in(site)))
    assert made == [480, 1200] * 2
    assert contents[0] == contents[1] == contents[2]


def test_blogs_and_posts_share_the_copies_of_a_cover(build: Build) -> None:
    files = {
        **FILES,
        "blog/posts/2.md": POST.format(n=2, cover="wide.png"),
        "news/posts/1.md": POST.format(n=1, cover="blog/posts/wide.png"),
    }
    config = "plugins: [search, blog-plugin, {blog-plugin: {blog_dir: news}}]"
    site = build(files, config, strict=True)
    assert len(copies_in(site)) == 2
    assert sources(site, "news/index.html")[0] == "blog/wide.png-480.webp 480w"


def test_a_file_of_the_docs_takes_the_place_of_a_copy(build: Build) -> None:
    own = png(480, "red")
    site = build({**FILES, "blog/wide.png-480.webp": own}, strict=True)
    assert (site.folder / "blog/wide.png-480.webp").read_bytes() == own
    assert "the site's own file stays where a copy of a cover would be" in "\n".join(site.infos)


def test_dirty_builds_are_as_whole_ones(build: Build, tmp_path: Path) -> None:
    def outputs(site: Site) -> dict[str, bytes]:
        return site.contents((*PAGES, *copies_in(site)))

    def edited(files: dict[str, Any], *, removed: str = "") -> None:
        if removed:
            (tmp_path / "docs" / removed).unlink()
        dirty = outputs(build(files, dirty=True))
        assert dirty == outputs(build({}))

    build(FILES)
    edited({"blog/posts/wide.png": png(1800, "red")})
    edited({"blog/posts/wide.png": png(900)})
    edited({"blog/posts/wide.png": png(60)})
    edited({"blog/posts/wide.png": png(2000)})
    edited(
        {"blog/posts/wide.svg": b"<svg/>", "blog/posts/1.md": POST.format(n=1, cover="wide.svg")}
    )
    write_files(tmp_path / "docs", FILES)
