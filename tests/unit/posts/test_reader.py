from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import blog_settings
from support.documents import read, read_post

from mkdocs_blog_plugin.posts.post import Author, Enclosure, Image, Link, Post, State
from mkdocs_blog_plugin.posts.reader import Verdict, may_be_post
from mkdocs_blog_plugin.problems import Severity

DATED = "date: 2024-01-31"


def page(front_matter: str, body: str = "text\n") -> str:
    return f"---\n{front_matter}\n---\n{body}"


def test_a_real_post_is_read_as_it_was_meant() -> None:
    found, problems = read(
        page(
            'title: "Spark Summit"\nlayout: post\ndate: 2017-11-03 10:31:52 +0900\n'
            "image: 'images/'\ndescription:\n"
            'tag: ["Spark", "Conference"]\nblog: true\nauthor: "lewuathe"'
        ),
        "notes/2017-11-03-summit.md",
    )
    assert isinstance(found, Post)
    assert problems == []
    assert found.published.isoformat() == "2017-11-03T10:31:52+09:00"
    assert found.url == "blog/2017/11/03/spark-summit/"
    assert found.labels["tags"] == ("Spark", "Conference")
    assert found.authors == (Author(key="lewuathe", name="lewuathe"),)
    assert (found.image, found.description, found.state) == (None, "", State.PUBLISHED)
    assert found.meta["layout"] == "post"
    assert (found.lines["tag"], found.body_line) == (7, 11)


def test_everything_that_front_matter_can_say_is_read() -> None:
    found = read_post(
        page(
            "date: {created: 2024-01-31, updated: 2024-02-01, reviewed: 2024-03-01}\n"
            "summary: Short\nexcerpt: Teaser\ncover: {path: a.png, alt: A}\ncategory: News\n"
            "tags: a, b\nseries: Parts\nsticky: 'true'\nweight: 3\nreadtime: 7\nlang: de\n"
            "redirect_from: /old/\naliases: [/older/]\nlinks: [a.md]\nid: urn:1\ntemplate: x.html\n"
            "canonical_url: https://example.org/x\nexternal_link: https://example.org/y\n"
            "hreflang: {fr: 'https://example.org/fr/'}\naudio: talk.mp3\ncomments: {id: 7}\nexpires: 2030-01-01\nauthors: [joe]",
            "# Title\n\ntext",
        ),
        authors={"joe": Author(key="joe", name="Joe", known=True)},
    )
    assert found.updated == found.dates["updated"] == datetime(2024, 2, 1, tzinfo=UTC)
    assert found.dates["reviewed"] == datetime(2024, 3, 1, tzinfo=UTC)
    assert found.expires == datetime(2030, 1, 1, tzinfo=UTC)
    assert (found.description, found.excerpt, found.lang) == ("Short", "Teaser", "de")
    assert found.image == Image(src="a.png", alt="A")
    assert found.labels == {"categories": ("News",), "tags": ("a", "b"), "series": ("Parts",)}
    assert (found.pinned, found.weight, found.reading_time) == (True, 3, 7)
    assert found.aliases == ("/old/", "/older/")
    assert found.links == (Link(title="", url="a.md"),)
    assert (found.guid, found.template) == ("urn:1", "x.html")
    assert found.canonical_url == "https://example.org/x"
    assert found.external_url == "https://example.org/y"
    assert found.hreflang == {"fr": "https://example.org/fr/"}
    assert found.enclosure == Enclosure(src="talk.mp3", media_type="audio/mpeg")
    assert found.comments is True
    assert [author.name for author in found.authors] == ["Joe"]
    assert (found.has_h1, found.title) == (True, "Title")


@pytest.mark.parametrize(
    ("text", "src_uri", "options", "is_post"),
    [
        (page(DATED), "blog/posts/a.md", {}, True),
        (page(DATED), "blog/posts/README.md", {}, True),
        (page("title: A"), "blog/posts/README.md", {}, False),
        (page(f"{DATED}\nblog: false"), "blog/posts/a.md", {}, False),
        (page(f"{DATED}\nblog: 'false'"), "blog/posts/a.md", {}, False),
        (page(f"{DATED}\nblog: true"), "guide/a.md", {}, True),
        (page(f'{DATED}\nBlog: "true"'), "guide/a.md", {}, True),
        (page(f"{DATED}\nblog: true"), "guide/a.md", {"first": False}, False),
        (page(f"{DATED}\nblog: true"), "news/a.md", {"others": ("news",)}, False),
        (page(f"{DATED}\nblog: true"), "blog/a.md", {"first": False}, True),
        (page("blog: true"), "guide/a.md", {}, False),
        (page(DATED), "guide/a.md", {}, False),
        (page(DATED), "blog/a.md", {}, False),
        (page(DATED), "blog/posts-old/a.md", {}, False),
        ("text", "2017-11-03-a.md", {}, False),
        ("text", "blog/2017-11-03-a.md", {}, True),
        ("text", "news/_posts/2017-11-03-a.markdown", {}, True),
        ("text", "blog/posts/2020/01/20/a.md", {}, True),
        (page(DATED), "news/a.md", {"include": lambda path: path == "news/a.md"}, True),
        (page(DATED), "blog/posts/_index.md", {}, False),
        ("+++\ndate = 2024-01-31\n+++\n", "blog/posts/a.md", {}, True),
        ('{"date": "2024-01-31"}', "blog/posts/a.md", {}, True),
        ("Date: 2024-01-31\n\ntext", "blog/posts/a.md", {}, True),
        ("\ufeff---\r\ndate: 2024-01-31\r\n---\r\n", "blog/posts/a.md", {}, True),
    ],
)
def test_flag_folder_name_and_pattern_make_posts(
    text: str, src_uri: str, options: dict[str, Any], *, is_post: bool
) -> None:
    found, _ = read(text, src_uri, **options)
    assert isinstance(found, Post) is is_post
    assert is_post is False or may_be_post(src_uri, text, blog_settings(**options))
    assert is_post or found is Verdict.PAGE


def test_a_page_among_the_posts_without_a_date_is_reported_once() -> None:
    found, problems = read(page("title: Notes"), "blog/posts/README.md")
    assert found is Verdict.PAGE
    assert [problem.severity for problem in problems] == [Severity.INFO]
    assert problems[0].format().startswith("blog/posts/README.md: the page has no date")


def test_a_name_that_begins_with_no_real_day_is_reported() -> None:
    found, problems = read("text", "blog/posts/2023-02-30-x.md")
    assert found is Verdict.PAGE
    (problem,) = problems
    message = "the name of the file begins with '2023-02-30', which is not a day"
    assert problem.format().startswith(f"blog/posts/2023-02-30-x.md: {message} (")
    assert problem.severity is Severity.WARNING
    assert read(page(DATED), "blog/posts/2023-02-30-x.md")[1] == []


@pytest.mark.parametrize("name", ["index.md", "README.md", "_index.md"])
def test_the_text_of_the_index_needs_no_date(name: str) -> None:
    assert read("# Blog", f"blog/{name}", dir="blog") == (Verdict.PAGE, [])


def test_a_flagged_page_without_a_date_is_a_warning() -> None:
    found, problems = read(page("title: A\nblog: true"), "guide/a.md")
    assert found is Verdict.PAGE
    assert [(problem.line, problem.severity) for problem in problems] == [(3, Severity.WARNING)]


def test_an_ordinary_page_is_not_judged() -> None:
    assert read(page("title: [a]\ndate: soon\nmenu: x: y"), "guide/a.md") == (Verdict.PAGE, [])


@pytest.mark.parametrize(
    ("front_matter", "src_uri", "iso"),
    [
        ("date: 2024-01-31", "blog/posts/2017-11-03-a.md", "2024-01-31T00:00:00+09:00"),
        ("date: {created: 2024-01-31}", "blog/posts/2017-11-03-a.md", "2024-01-31T00:00:00+09:00"),
        ("published: 2024-01-31", "blog/posts/2017-11-03-a.md", "2024-01-31T00:00:00+09:00"),
        ("publishDate: 2024-01-31", "blog/posts/a.md", "2024-01-31T00:00:00+09:00"),
        ("pubdate: 2024-01-31", "blog/posts/a.md", "2024-01-31T00:00:00+09:00"),
        ("created: 2024-01-31", "blog/posts/a.md", "2024-01-31T00:00:00+09:00"),
        ("published: true", "blog/posts/2017-11-03-a.md", "2017-11-03T00:00:00+09:00"),
        ("date:", "blog/posts/2017-11-03-a.md", "2017-11-03T00:00:00+09:00"),
        ("title: A", "blog/posts/2020/01/20/a.md", "2020-01-20T00:00:00+09:00"),
        ("title: A", "blog/posts/2020/01/20/2017-11-03-a.md", "2017-11-03T00:00:00+09:00"),
        ("title: A", "blog/posts/a.md", "2023-05-05T00:00:00+00:00"),
    ],
)
def test_the_date_comes_from_the_nearest_source(front_matter: str, src_uri: str, iso: str) -> None:
    found = read_post(
        page(front_matter),
        src_uri,
        git_date=datetime(2023, 5, 5, tzinfo=UTC),
        date_from_git=True,
        timezone=ZoneInfo("Asia/Tokyo"),
    )
    assert found.published.isoformat() == iso


def test_a_date_that_cannot_be_read_is_reported_and_the_chain_goes_on() -> None:
    found, problems = read(
        page("title: A\ndate: 2023-02-30\ntags: [x]"), "blog/posts/2017-11-03-a.md"
    )
    assert isinstance(found, Post)
    assert (found.published.year, found.title, found.labels["tags"]) == (2017, "A", ("x",))
    assert [(problem.line, problem.key) for problem in problems] == [(3, "date")]


@pytest.mark.parametrize("src_uri", ["blog/posts/README.md", "blog/posts/index.md"])
def test_the_text_of_a_folder_is_not_dated_by_git(src_uri: str) -> None:
    found, _ = read("text", src_uri, git_date=datetime(2023, 5, 5, tzinfo=UTC), date_from_git=True)
    assert found is Verdict.PAGE


def test_posts_are_dated_by_git_only_if_the_option_says_so() -> None:
    found, _ = read("text", git_date=datetime(2023, 5, 5, tzinfo=UTC))
    assert found is Verdict.PAGE


@pytest.mark.parametrize(
    ("front_matter", "day"),
    [
        ("updated: 2024-02-01\nlastmod: 2024-02-02", 1),
        ("date: {created: 2024-01-31, updated: 2024-02-03}\nlastmod: 2024-02-02", 3),
        ("last_modified_at: 2024-02-04\nmodified: 2024-02-05", 4),
        ("lastMod: 2024-02-02", 2),
        ("modified: 2024-02-05", 5),
    ],
)
def test_the_updated_date_has_synonyms(front_matter: str, day: int) -> None:
    dated = front_matter if front_matter.startswith("date") else f"{DATED}\n{front_matter}"
    updated = read_post(page(dated)).updated
    assert updated is not None
    assert updated.day == day


@pytest.mark.parametrize(
    ("front_matter", "options", "state"),
    [
        ("", {}, State.PUBLISHED),
        ("draft: true", {}, State.DRAFT),
        ("draft: 'true'", {}, State.DRAFT),
        ("published: false", {}, State.DRAFT),
        ("published: 'false'\ndraft: false", {}, State.DRAFT),
        ("draft: false", {}, State.PUBLISHED),
        ("date: 2099-01-01", {}, State.PUBLISHED),
        ("date: 2099-01-01", {"if_future_date": True}, State.SCHEDULED),
        ("date: 2099-01-01\ndraft: false", {"if_future_date": True}, State.PUBLISHED),
        ("date: 2099-01-01\ndraft: true", {"if_future_date": True}, State.DRAFT),
        ("date: 2024-06-01 12:00:00", {"if_future_date": True}, State.PUBLISHED),
        ("date: 2024-06-01 12:00:01", {"if_future_date": True}, State.SCHEDULED),
        ("date: 2024-06-01 20:00 +09:00", {"if_future_date": True}, State.PUBLISHED),
        ("publishDate: 2024-06-02", {}, State.SCHEDULED),
        ("publishDate: 2024-06-02\ndraft: false", {}, State.SCHEDULED),
        ("publishDate: 2024-06-01", {}, State.PUBLISHED),
        ("date: 2099-01-01\npublishDate: 2024-06-01", {"if_future_date": True}, State.PUBLISHED),
        ("date: 2024-01-01\npublishDate: 2024-06-02", {"if_future_date": True}, State.SCHEDULED),
        ("status: draft", {}, State.DRAFT),
        ("status: hidden", {}, State.UNLISTED),
        ("status: published", {}, State.PUBLISHED),
        ("status: new", {}, State.PUBLISHED),
        ("expires: 2024-05-31", {}, State.EXPIRED),
        ("expiryDate: 2024-06-01 12:00\ndraft: false", {}, State.EXPIRED),
        ("unpublishdate: 2024-06-02", {}, State.PUBLISHED),
        ("expires: 2024-05-31\nunlisted: true", {}, State.EXPIRED),
        ("unlisted: true", {}, State.UNLISTED),
        ("hidden: yes", {}, State.UNLISTED),
        ("hidden: false", {}, State.PUBLISHED),
    ],
)
def test_front_matter_and_the_clock_decide_the_state_of_a_post(
    front_matter: str, options: dict[str, Any], state: State
) -> None:
    dated = front_matter if front_matter.startswith("date") else f"{DATED}\n{front_matter}"
    assert read_post(page(dated), **options).state is state


@pytest.mark.parametrize(
    ("text", "src_uri", "verdict"),
    [
        (page("draft: true"), "blog/posts/a.md", Verdict.DRAFT),
        (page("draft: true"), "blog/about.md", Verdict.DRAFT),
        (page(f"{DATED}\ndraft: true"), "blog/about.md", Verdict.DRAFT),
        (page("draft: true\nblog: false"), "blog/posts/a.md", Verdict.DRAFT),
        ("text", "notes/_drafts/a.md", Verdict.DRAFT),
        (page("draft: false"), "_drafts/a.md", Verdict.DRAFT),
        (page("draft: true"), "guide/a.md", Verdict.PAGE),
        (page("draft: false"), "blog/about.md", Verdict.PAGE),
    ],
)
def test_drafts_of_a_blog_are_never_ordinary_pages(
    text: str, src_uri: str, verdict: Verdict
) -> None:
    assert read(text, src_uri) == (verdict, [])
    assert verdict is Verdict.PAGE or may_be_post(src_uri, text, blog_settings())


def test_a_dated_post_among_jekylls_drafts_is_a_draft() -> None:
    assert read_post(page(DATED), "_drafts/a.md").state is State.DRAFT


def test_shown_drafts_without_a_date_are_of_today() -> None:
    found, problems = read("text", "_drafts/a.md", show_all=True)
    assert isinstance(found, Post)
    assert found.published == datetime(2024, 6, 1, 12, tzinfo=UTC)
    assert problems == []
    assert read(page("draft: true"), "blog/about.md", show_all=True) == (Verdict.PAGE, [])


def test_defaults_of_folders_count_unless_the_post_says_else() -> None:
    defaults = ({"draft": True, "categories": ["Site"]}, {"authors": ["joe"]})
    found = read_post(page(f"{DATED}\ndraft: false\ncategories: [Own]"), of_folders=defaults)
    assert found.state is State.PUBLISHED
    assert found.labels["categories"] == ("Site", "Own")
    assert [author.key for author in found.authors] == ["joe"]


def test_keys_of_defaults_need_not_be_text() -> None:
    defaults: Any = ({2024: 1, "date": {2023: "2023-01-01", "created": "2024-01-31"}},)
    found, problems = read("text", of_folders=defaults)
    assert isinstance(found, Post)
    assert problems == []
    assert not may_be_post("guide/a.md", "text", blog_settings(), defaults)


def test_a_flag_from_a_folder_makes_posts() -> None:
    defaults = ({"blog": True},)
    found, _ = read(page(DATED), "guide/a.md", of_folders=defaults)
    assert isinstance(found, Post)
    assert may_be_post("guide/a.md", page(DATED), blog_settings(), defaults)
    assert not may_be_post("guide/a.md", page(DATED), blog_settings())


def test_folders_above_jekylls_posts_come_first_among_the_categories() -> None:
    found = read_post(page("categories: [python, web]"), "code/python/_posts/2017-11-03-a.md")
    assert found.labels["categories"] == ("code", "python", "web")


def test_the_first_leftover_of_another_engine_is_reported_with_its_line() -> None:
    body = "\ntext\n\n```\n{{ ok }}\n```\n{% include x.html %}\n{{< figure >}}\n"
    _, problems = read(page(DATED, body))
    assert [(problem.line, problem.severity) for problem in problems] == [(10, Severity.INFO)]


@pytest.mark.parametrize(("written", "minutes"), [("5", 5), ("0", None), ("'0'", None), ("", None)])
def test_a_reading_time_of_zero_is_computed(written: str, minutes: int | None) -> None:
    post, problems = read(page(f"{DATED}\nreadtime: {written}"))
    assert (post.reading_time, problems) == (minutes, [])


@pytest.mark.parametrize("written", ["-1", "'-5'", "5 min"])
def test_a_reading_time_that_cannot_be_is_reported_and_computed(written: str) -> None:
    post, problems = read(page(f"{DATED}\nreadtime: {written}"))
    assert post.reading_time is None
    assert [problem.key for problem in problems] == ["readtime"]


@pytest.mark.parametrize(
    ("front_matter", "enclosure"),
    [
        ("enclosure: https://x.org/a.mp3?x#t=1", ("https://x.org/a.mp3?x#t=1", "audio/mpeg", None)),
        ("audio: {url: a.ogg, length: 12}", ("a.ogg", "audio/ogg", 12)),
        ("video: [{url: /v, type: video/mp4}]", ("/v", "video/mp4", None)),
        ("enclosure: ''\nvideo: v.webm", ("v.webm", "video/webm", None)),
    ],
)
def test_a_recording_is_an_enclosure(
    front_matter: str, enclosure: tuple[str, str, int | None]
) -> None:
    found = read_post(page(f"{DATED}\n{front_matter}")).enclosure
    assert found is not None
    assert (found.src, found.media_type, found.length) == enclosure


@pytest.mark.parametrize(
    ("front_matter", "severity"),
    [
        ("enclosure: https://x.org/a", Severity.WARNING),
        ("enclosure: 'javascript:a.mp3'", Severity.WARNING),
        ("enclosure: []", None),
        ("video: dQw4w9WgXcQ", Severity.INFO),
        ("audio: true", Severity.INFO),
    ],
)
def test_a_value_whose_type_is_not_known_is_reported_and_is_not_an_enclosure(
    front_matter: str, severity: Severity | None
) -> None:
    found, problems = read(page(f"{DATED}\n{front_matter}"))
    assert isinstance(found, Post)
    assert found.enclosure is None
    assert [(problem.line, problem.severity) for problem in problems] == (
        [(3, severity)] if severity else []
    )


def test_a_key_published_is_a_flag_or_a_date() -> None:
    found, problems = read(page(f"{DATED}\npublished: flase"))
    assert isinstance(found, Post)
    (problem,) = problems
    assert (problem.line, problem.key) == (3, "published")


@pytest.mark.parametrize(
    "front_matter",
    ["external_url: /x/", "redirect_to: 'http://a\tb/'", "hreflang: de", "hreflang: {de: x}"],
)
def test_addresses_elsewhere_are_absolute(front_matter: str) -> None:
    found, problems = read(page(f"{DATED}\n{front_matter}"))
    assert isinstance(found, Post)
    assert (found.external_url, found.hreflang) == ("", {})
    assert [problem.line for problem in problems] == [3]


def test_a_canonical_url_is_absolute() -> None:
    found, problems = read(page(f"{DATED}\ncanonical_url: javascript:alert(1)"))
    assert isinstance(found, Post)
    assert found.canonical_url == ""
    assert [problem.key for problem in problems] == ["canonical_url"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: A\nblog: true\n---\n", True),
        ("---\ntitle: A\n\"BLOG\": 'true'\n---\n", True),
        ("\n\n---\nblog: true\n---\n", True),
        ("\ufeff---\r\nblog: true\r\n---\r\n", True),
        ("---\nblog: true\n", True),
        ("+++\ntext = '''\n---\n'''\nblog = true\n+++\n", True),
        ('{\n\n"blog": true}', True),
        ("Blog: true\n\ntext", True),
        ("---\ntitle: A\n---\nMy blog: here\n", False),
        ("+++\ntitle = 'A'\n+++\nMy blog\n", False),
        ("# Guide\n\nThe blog plugin\n", False),
        ("", False),
    ],
)
def test_a_flag_is_never_missed_and_prose_is_not_searched(text: str, *, expected: bool) -> None:
    assert may_be_post("guide/a.md", text, blog_settings()) is expected


KEYS = (
    "title", "date", "Date", "published", "created", "updated", "expires", "draft", "blog", "hidden", "tags",
    "tag", "category", "categories", "author", "authors", "image", "cover", "links", "slug", "permalink",
    "url", "aliases", "pin", "weight", "readtime", "series", "description", "lang", "id", "template",
    "canonical_url", "excerpt",
)  # fmt: skip
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.text(max_size=20)
    | st.sampled_from(
        ["2024-01-31", "../x", "/a/:year/", "a, b", "images/", "true", "javascript:x", "joe"]
    )
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
HEADERS = st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), VALUES, max_size=6)
NAMES = st.sampled_from(
    [
        "blog/posts/a.md",
        "blog/posts/2017-11-03-a.md",
        "_drafts/x.md",
        "a.md",
        "blog/posts/b/index.md",
    ]
)


@settings(deadline=None)
@given(HEADERS, st.text(max_size=40), NAMES, st.booleans())
def test_whatever_front_matter_says_a_post_is_dated_and_stays_inside(
    header: dict[str, object],
    body: str,
    src_uri: str,
    directory_urls: bool,  # noqa: FBT001 - Hypothesis fills it in
) -> None:
    text = page(yaml.safe_dump(header, allow_unicode=True), body)
    check(text, src_uri, directory_urls=directory_urls)


@settings(deadline=None)
@given(st.text(alphabet="-+{}:\n\"' abdet[]=#.2013&*!|>%\t", max_size=80), NAMES)
def test_whatever_the_text_is_nothing_raises(text: str, src_uri: str) -> None:
    check(text, src_uri, directory_urls=True)


def check(text: str, src_uri: str, *, directory_urls: bool) -> None:
    found, problems = read(
        text,
        src_uri,
        directory_urls=directory_urls,
        authors_unknown=Severity.WARNING,
        if_future_date=True,
    )
    assert all(problem.format() for problem in problems)
    if isinstance(found, Post):
        assert found.published.utcoffset() is not None
        assert found.title
        assert found.slug
        path = PurePosixPath(found.location.dest_uri)
        assert path.suffix == ".html"
        assert ".." not in path.parts
        assert not path.is_absolute()


TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize(
    ("text", "src_uri", "iso"),
    [
        (page("date: 2024-01-31"), "blog/posts/a.md", "2024-01-31T09:30:00+09:00"),
        (page("date: 2024-01-31 00:00"), "blog/posts/a.md", "2024-01-31T00:00:00+09:00"),
        ("text", "blog/posts/2024-01-31-a.md", "2024-01-31T09:30:00+09:00"),
        ("text", "blog/posts/2024/01/31/a.md", "2024-01-31T09:30:00+09:00"),
    ],
)
def test_dates_without_a_time_have_that_of_the_option(text: str, src_uri: str, iso: str) -> None:
    found = read_post(text, src_uri, timezone=TOKYO, default_time=time(9, 30))
    assert found.published.isoformat() == iso


@pytest.mark.parametrize(
    ("dates_in", "day", "url"),
    [("own", "2023-12-31", "blog/2023/12/31/a/"), ("site", "2024-01-01", "blog/2024/01/01/a/")],
)
def test_the_day_of_a_post_is_counted_in_its_zone_or_in_that_of_the_site(
    dates_in: str, day: str, url: str
) -> None:
    text = page("title: a\ndate: 2023-12-31 22:00 -05:00\nupdated: 2023-12-31 23:00 -05:00")
    found = read_post(text, timezone=TOKYO, dates_in=dates_in)
    assert (found.published.date().isoformat(), found.url) == (day, url)
    assert found.updated is not None
    assert found.updated.date().isoformat() == day
    assert found.published == datetime(2024, 1, 1, 3, tzinfo=UTC)


def test_the_keys_of_dates_are_those_of_the_options_in_their_order() -> None:
    text = page(
        "date: {created: 2020-01-01, reviewed: 2023-01-01}\nborn: 2019-01-01\nupdated: 2024-01-01"
    )
    found = read_post(
        text, created_keys=("born", "date"), updated_keys=("changed", "date.reviewed")
    )
    assert found.updated is not None
    assert (found.published.year, found.updated.year) == (2019, 2023)
    assert read_post(page("date: 2020-01-01"), created_keys=("born", "date")).published.year == 2020


@pytest.mark.parametrize("year", ["0002", "0999", "1800", "2107", "9998"])
def test_any_year_is_read(year: str) -> None:
    found = read_post(
        page(f"title: a\ndate: {year}-06-01 01:00 +14:00"), dates_in="site", timezone=TOKYO
    )
    assert found.url == f"blog/{year}/05/31/a/"
