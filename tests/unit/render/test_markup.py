from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.blog_fragments import Fragments, fragments, microformats, parse
from support.builders import NOON, a_post

from mkdocs_blog_plugin.catalog.terms_file import TermAnnotation, TermAnnotations
from mkdocs_blog_plugin.html import links
from mkdocs_blog_plugin.posts.post import Author, Image, Link, State
from mkdocs_blog_plugin.settings import ArchiveLevel, ArchiveSettings, PaginationSettings

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_blog_plugin.posts.post import Post

HOSTILE = "</h2><script>alert(1)</script> \"quoted\" 'text' & {{ 7 * 7 }} <img src=x onerror=y>"
ALLOWED = frozenset(
    "a data details div em h1 h2 h3 h4 h5 h6 img li nav ol p section small span strong summary svg"  # noqa: SIM905
    " path time ul".split()
)


def hostile_blog(text: str = HOSTILE, url: str = "javascript:alert(1)") -> Fragments:
    """Return a blog in which everything that somebody can write is `text` and `url`."""
    author = Author(
        key=text,
        name=text,
        slug="a",
        description=text,
        avatar=url,
        url=url,
        email=text,
        links=(Link(title=text, url=url),),
    )
    posts = [
        a_post(
            str(number),
            title=text,
            labels={"tags": (text,), "categories": (text,)},
            authors=(author,),
            description=text,
            image=Image(src=url, alt=text),
            updated=NOON.replace(year=2020),
            state=State.DRAFT,
            pinned=True,
        )
        for number in range(3)
    ]
    annotation = TermAnnotation(slug="t", description=text, icon="✨" if text == HOSTILE else text)
    return fragments(
        *posts,
        annotations=TermAnnotations("", {"tags": {text: annotation}}),
        authors_email=True,
        index_title=text,
        pagination=PaginationSettings(per_page=1),
        pagination_format=f"{text} ~1~",
        archive=ArchiveSettings(name=text, levels=(ArchiveLevel(),)),
    )


class Reader(HTMLParser):
    """Collects what a piece of HTML is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def test_text_that_somebody_wrote_is_only_text() -> None:
    for html in hostile_blog().everything():
        reader = Reader(html)
        assert {"div", "a"} <= set(reader.tags) <= ALLOWED
        assert not any(name.startswith("on") for name, _ in reader.attributes)


def test_the_field_that_narrows_a_list_is_made_by_its_script_alone() -> None:
    blog = fragments(*[a_post(str(number)) for number in range(11)])
    tags = Reader(blog.overview("archive")).tags
    assert set(tags) - ALLOWED == {"script"}
    assert tags.count("script") == 1


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " java\tscript:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//elsewhere.example/x.png",
        "file:///etc/passwd",
    ],
)
def test_an_address_that_is_not_safe_is_not_a_link(url: str) -> None:
    for html in hostile_blog(url=url).everything():
        addresses = [value for name, value in Reader(html).attributes if name in ("href", "src")]
        assert addresses
        assert not any(url.strip() in address for address in addresses)
        assert all(re.match(r"\.{1,2}/|mailto:", address) for address in addresses)


@settings(max_examples=20, deadline=None)
@given(text=st.text(alphabet="<>&\"'{}%$ ab=/!-\\\n", min_size=1, max_size=20).map("x{}".format))
def test_no_text_breaks_out_of_its_place(text: str) -> None:
    blog = hostile_blog(text=text, url="https://a.example/?x=1&y=2")
    for html in (blog.view(), blog.page(text), blog.overview("tags")):
        assert {"div", "a"} <= set(Reader(html).tags) <= ALLOWED
        assert parse(html) is not None


def everyday_blog(**options: Any) -> Fragments:
    author = Author(key="kai", name="Kai Sasaki", description="Data.", avatar="assets/kai.png")
    posts = [
        a_post(
            str(number),
            labels={"tags": ("Spark", "C&A"), "categories": ("Events",)},
            authors=(author, Author(key="ada", name="Ada")),
            image=Image(src="assets/cover.png"),
        )
        for number in range(5)
    ]
    body = '<h2 id="a">A</h2><p id="b">One <a href="#a">a</a>.</p><p>Two.</p>'
    return fragments(*posts, bodies={str(number): body for number in range(5)}, **options)


@pytest.fixture(scope="module", params=["en", "ar", "zh_Hant"])
def contents(request: pytest.FixtureRequest) -> list[str]:
    return everyday_blog(locale=request.param).everything()


def test_every_page_is_valid(contents: list[str]) -> None:
    for html in contents:
        parse(html)


def test_no_page_has_an_id_twice(contents: list[str]) -> None:
    ids = [[value for name, value in Reader(html).attributes if name == "id"] for html in contents]
    assert any(ids)
    assert ids == [list(dict.fromkeys(found)) for found in ids]


def test_classes_are_ours_or_microformats(contents: list[str]) -> None:
    for html in contents:
        classes = {
            found
            for name, value in Reader(html).attributes
            if name == "class"
            for found in value.split()
        }
        assert classes
        assert all(re.match(r"blog-|(h|p|u|dt|e)-", found) for found in classes)


def test_no_page_keeps_a_placeholder(contents: list[str]) -> None:
    for html in contents:
        assert links.ROOT not in html
        assert links.ID not in html


def test_every_page_is_at_most_one_entry_or_feed(contents: list[str]) -> None:
    found = [[item["type"] for item in microformats(html)] for html in contents]
    assert [["h-entry"]] in found
    assert [["h-feed"]] in found
    assert [types for types in found if types not in ([], [["h-entry"]], [["h-feed"]])] == []


def test_headings_leave_out_no_level(contents: list[str]) -> None:
    for html in contents:
        levels = [int(tag[1]) for tag in Reader(html).tags if re.match(r"h\d", tag)]
        assert levels[0] == 1
        assert all(low - high <= 1 for high, low in pairwise(levels))


def test_a_theme_may_replace_any_template(tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    template = "<p>{{ post.title }}, {{ post.published|date('yyyy') }}, {{ post.url|url }}</p>"
    (tmp_path / "blog" / "summary.html").write_text(template, encoding="utf-8")
    html = fragments(a_post("a&b"), folders=[str(tmp_path)]).view()
    assert "<p>a&amp;b, 2017, ../blog/a%26b/</p>" in html


def test_a_theme_may_use_icons_of_its_own(tmp_path: Path) -> None:
    (tmp_path / ".icons" / "simple").mkdir(parents=True)
    (tmp_path / ".icons" / "simple" / "spark.svg").write_text("<svg></svg>", encoding="utf-8")
    annotations = TermAnnotations("", {"tags": {"Spark": TermAnnotation(icon="simple/spark")}})
    post: Post = a_post("x", labels={"tags": ("Spark",)})
    html = fragments(post, annotations=annotations, folders=[str(tmp_path)]).view()
    assert '<span class="blog-icon" aria-hidden="true"><svg></svg></span>Spark</a>' in html


def test_an_icon_that_the_theme_lacks_is_left_out() -> None:
    annotations = TermAnnotations("", {"tags": {"Spark": TermAnnotation(icon="simple/nothing")}})
    html = fragments(a_post("x", labels={"tags": ("Spark",)}), annotations=annotations).view()
    assert ">Spark</a>" in html
