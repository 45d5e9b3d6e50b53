"""Pelican sites as text: settings that are never run, headers, links and reStructuredText."""

from __future__ import annotations

import pytest
from support.old_blogs import Converted, convert_files

from mkdocs_blog_plugin.convert.pelican import rst
from mkdocs_blog_plugin.convert.pelican.articles import slug_of

CONFIG = "-- pelicanconf.py --\nSITENAME = 'Old'\nSITEURL = 'https://old.example'\n"
NAME = "content/first.md"


def converted(body: str = "", header: str = "", config: str = "", more: str = "") -> Converted:
    """Convert a site with one article."""
    head = f"Title: First Post\nDate: 2020-02-03 10:00\n{header}\n"
    return convert_files(f"{CONFIG}{config}\n-- {NAME} --\n{head}\n{body}\n{more}")


@pytest.mark.parametrize(
    ("config", "header", "address"),
    [
        ("", "", "first-post.html"),
        ("", "Slug: own\n", "own.html"),
        ("ARTICLE_URL = '{date:%Y}/{date:%-m}/{slug}/'", "", "2020/2/first-post/"),
        ("ARTICLE_URL = 'posts/{date:%Y/%b}/{slug}.html'", "", "posts/2020/Feb/first-post.html"),
        (
            "ARTICLE_SAVE_AS = '{category}/{slug}/index.html'",
            "Category: News\n",
            "news/first-post/",
        ),
        ("SLUGIFY_SOURCE = 'basename'", "", "first.html"),
        ("", "save_as: x/y.html\n", "x/y.html"),
        ("", "Lang: fr\n", "first-post-fr.html"),
    ],
)
def test_a_post_is_linked_from_others_by_its_old_address(
    config: str, header: str, address: str
) -> None:
    other = f"\n-- content/other.md --\nTitle: O\nDate: 2021-01-01\n\n[x](/{address}) [y]({{filename}}first.md) [z](|filename|/first.md#a)"
    result = converted(header=header, config=config, more=other)
    assert result.post("other.md").body.strip() == "[x](first.md) [y](first.md) [z](first.md#a)"
    assert result.left == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ünï Côde!", "uni-code"), ("C++ & Go", "c-go"), ("a -- b", "a-b"), ("日本", "日本")],
)
def test_slugs_are_those_of_pelican(text: str, expected: str) -> None:
    assert slug_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![a]({static}/images/a.png)", "![a](../../images/a.png)"),
        ("![a]({attach}b.png)", "![a](../../b.png)"),
        ("a\n\n    :::python\n    x = 1\n\n    y\n\nb", "a\n\n```python\nx = 1\n\ny\n```\n\nb"),
        ("- a\n    - b\n", "- a\n    - b"),
    ],
)
def test_markdown_stays_but_for_what_only_pelican_knows(text: str, expected: str) -> None:
    more = "\n-- content/images/a.png --\nx\n-- content/b.png --\nx"
    assert converted(text, more=more).post("first.md").body.strip() == expected


def test_a_tag_of_a_plugin_is_kept_as_a_comment_and_listed() -> None:
    result = converted("a\n\n{% notebook x.ipynb %}")
    assert "<!-- Liquid, not converted: notebook x.ipynb -->" in result.post("first.md").body
    assert result.left == [f"{NAME}:7: Liquid tag: {{% notebook x.ipynb %}}"]


def test_a_tag_in_code_stays() -> None:
    text = "~~~\n{% a %}\n~~~\n\n`{% b %}`"
    assert converted(text).left == []


def test_front_matter_is_in_our_terms() -> None:
    meta = (
        converted(
            header="Tags: a, b c\nAuthors: Ada; Bob, Jr.\nModified: 2020-03-01\nStatus: hidden\nSummary: S\nMood: fine\n",
            config="DEFAULT_CATEGORY = 'misc'\nTIMEZONE = 'Europe/Paris'",
        )
        .post("first.md")
        .meta
    )
    assert meta == {
        "title": "First Post", "date": "2020-02-03 10:00:00", "updated": "2020-03-01",
        "authors": ["Ada", "Bob, Jr."], "categories": ["misc"], "tags": ["a", "b c"],
        "excerpt": "S", "unlisted": True, "params": {"mood": "fine"},
    }  # fmt: skip


RST = """\
-- content/deep/post.rst --
My Title
########

:date: 2020-01-02
:tags: x, y

See `other <{filename}/first.md>`_.

* a

  * b

.. code-block:: python

   x = 1

.. nonsense:: x
"""


def test_restructuredtext_becomes_html() -> None:
    result = converted(more=RST)
    post = result.post("deep/post.md")
    assert (post.meta["title"], post.meta["tags"], post.meta["categories"]) == (
        "My Title",
        ["x", "y"],
        ["deep"],
    )
    assert 'href="../first-post.html"' in post.body or 'href="first-post.html"' in post.body
    assert "x = 1" in post.body
    assert any("nonsense" in left for left in result.left)


def test_without_docutils_the_text_stays_visible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rst, "find_spec", lambda _: None)
    result = converted(more=RST)
    assert "    .. code-block:: python" in result.post("deep/post.md").body
    assert "needs docutils" in result.left[0]


def test_settings_are_read_and_never_run() -> None:
    config = "import os\nos.system('touch /tmp/ran')\nSITEURL = os.environ['X']\nDEFAULT_PAGINATION = 7\nEXTRA_PATH_METADATA = {'extra/robots.txt': {'path': 'robots.txt'}}\n"
    result = converted(
        config=config,
        more="\n-- content/pages/about.md --\nTitle: About\n\nMe\n-- content/extra/robots.txt --\nx",
    )
    assert result.options["pagination_per_page"] == 7
    assert result.options["tags_url_format"] == "tag/{slug}.html"
    assert {"docs/robots.txt", "docs/pages/about.md", "docs/pages/about.html"} <= set(result.files)


def test_an_address_of_the_site_that_cannot_be_read_is_left_out() -> None:
    assert "site_url" not in converted(config="SITEURL = 'http://[::1'").config


@pytest.mark.parametrize(
    ("config", "feeds"),
    [
        ("", {"rss": "rss.xml", "atom": "feeds/all.atom.xml", "json": "feed.json"}),
        (
            "FEED_ALL_ATOM = None\nFEED_ALL_RSS = 'feed.xml'",
            {"rss": "feed.xml", "atom": "atom.xml", "json": "feed.json"},
        ),
        ("FEED_ALL_ATOM = None", None),
        ("FEED_ALL_ATOM = '../x'", None),
        ("SITEURL = ''\n-- publishconf.py --\nSITEURL = None", None),
    ],
)
def test_feeds_stay_where_they_were(config: str, feeds: object) -> None:
    assert converted(config=config).options.get("feeds_formats") == feeds
