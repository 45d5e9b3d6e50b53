"""Pelican sites as text: settings that are never run, headers, links and reStructuredText."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from support.old_blogs import Converted, convert_files

from mkdocs_blog_plugin.convert.pelican import rst, slugs

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
        ("DEFAULT_LANG = 'de'\nARTICLE_URL = '{lang}/{slug}/'", "", "de/first-post/"),
        ("ARTICLE_URL = 'a/{slug}'\nARTICLE_SAVE_AS = 'b/{slug}.html'", "", "b/first-post.html"),
    ],
)
def test_a_post_is_linked_from_others_by_its_old_address(
    config: str, header: str, address: str
) -> None:
    other = f"\n-- content/other.md --\nTitle: O\nDate: 2021-01-01\n\n[x](/{address}) [y]({{filename}}first.md) [z](|filename|/first.md#a)"
    result = converted(header=header, config=config, more=other)
    assert result.post("other.md").body.strip() == "[x](first.md) [y](first.md) [z](first.md#a)"
    assert result.left == []


@pytest.fixture
def without_unidecode(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slugs are made as where Unidecode is not installed."""
    monkeypatch.setattr(slugs, "find_spec", lambda _: None)


@pytest.mark.usefixtures("without_unidecode")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ünï Côde!", "uni-code"),
        ("C++ & Go", "c-go"),
        ("a -- b", "a-b"),
        ("a—b ½", "a-b-12"),
        ("Größe, Øl & Łódź", "grosse-ol-lodz"),
        ("E\u0301le\u0300ve", "eleve"),
        ("Привет, Ящик", "privet-iashchik"),
        ("Ξένος Ελλάδα", "ksenos-ellada"),
        ("<em>A</em> &amp; B &lt;c&gt;", "a-b-c"),
        ("日本", "日本"),
    ],
)
def test_slugs_are_those_of_pelican(text: str, expected: str) -> None:
    assert slugs.slug_of(text) == expected


def test_letters_of_all_scripts_are_those_of_unidecode(monkeypatch: pytest.MonkeyPatch) -> None:
    module = SimpleNamespace(unidecode=lambda text: text.replace("日本", "Ri Ben "))
    monkeypatch.setitem(sys.modules, "unidecode", module)
    monkeypatch.setattr(slugs, "find_spec", lambda name: name)
    assert slugs.slug_of("日本") == "ri-ben"


def test_slugs_follow_the_settings() -> None:
    assert slugs.slug_of("Élève X", use_unicode=True, preserve_case=True) == "Élève-X"


def test_terms_and_authors_keep_the_addresses_that_pelican_wrote() -> None:
    header = "Tags: Élève, plain\nCategory: Été\nAuthors: Zoë, Bob\n"
    result = converted(
        "[a]({tag}Élève) [b]({category}Été) [c]({author}Zoë) [d](<{tag}No One>) "
        '<a href="{tag}Élève">e</a> [f]({index})',
        header,
    )
    assert result.files["docs/blog/.terms.yml"] == (
        "tags:\n  Élève:\n    slug: eleve\ncategories:\n  Été:\n    slug: ete\n"
    )
    assert result.files["docs/blog/.authors.yml"] == "authors:\n  zoe:\n    name: Zoë\n"
    assert result.post("first.md").body.strip() == (
        "[a](tag/eleve.html) [b](category/ete.html) [c](author/zoe.html) [d](/tag/no-one.html) "
        '<a href="tag/eleve.html">e</a> [f](./)'
    )
    assert result.left == [f"{NAME}: link: '/tag/no-one.html' leads to nothing that was converted"]


@pytest.mark.usefixtures("without_unidecode")
def test_a_name_that_needs_unidecode_and_a_setting_that_is_not_read_are_listed() -> None:
    config = (
        "TAG_REGEX_SUBSTITUTIONS = [('a', 'b')]\nSLUG_REGEX_SUBSTITUTIONS = FOUND + [('a', 'b')]"
    )
    assert converted(header="Tags: 日本\n", config=config).left == [
        f"{NAME}: slug: '日本' keeps its address only with Unidecode: pip install Unidecode",
        "pelicanconf.py: setting: SLUG_REGEX_SUBSTITUTIONS is not read, so addresses may differ",
        "pelicanconf.py: setting: TAG_REGEX_SUBSTITUTIONS is not read, so addresses may differ",
    ]
    config = "SLUGIFY_USE_UNICODE = True"
    assert converted(header="Tags: 日本\n", config=config).left == []


@pytest.mark.parametrize(
    "text",
    [
        "`[x]({filename}first.md)`",
        "a\n\n    [x]({filename}first.md)\n\n    ![a]({static}/images/a.png)\n\nb",
        "~~~\n[x]({static}/a.png)\n~~~",
        "Write {filename}first.md for a link.",
    ],
)
def test_links_of_pelican_stay_as_they_are_in_code_and_prose(text: str) -> None:
    result = converted(text)
    assert (result.post("first.md").body.strip(), result.left) == (text, [])


def test_titles_are_html_that_is_read_once() -> None:
    page = (
        '<html><head><title>A &amp; B &lt;c&gt;</title>\n<meta content="x &amp; y" name="tags">\n'
        '<meta name="date" content="2020-01-02"/><meta name="description" content="&quot;d&quot; &amp;amp;">'
        "</head><body><p>x</p></body></html>"
    )
    result = converted(
        header="Summary: S &amp; T\n",
        config="SITENAME = 'Q &amp; A'\n",
        more=f"\n-- content/b.html --\n{page}\n-- content/c.md --\nTitle: C &amp; <em>D</em>\nDate: 2020-01-03\n\nx",
    )
    assert result.post("b.md").meta == {
        "title": "A & B <c>", "date": "2020-01-02", "categories": ["misc"], "tags": ["x & y"],
        "description": '"d" &amp;', "permalink": "/a-b-c.html",
    }  # fmt: skip
    assert result.post("c.md").meta["title"] == "C & D"
    assert result.post("first.md").meta["excerpt"] == "S & T"
    assert result.config["site_name"] == "Q & A"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![a]({static}/images/a.png)", "![a](../../images/a.png)"),
        ("![a]({attach}b.png)", "![a](../../b.png)"),
        ("![a]({static}/images/b c.png)", "![a](../../images/b%20c.png)"),
        ("![a]({static}/images/b%20c.png 'T')", "![a](../../images/b%20c.png 'T')"),
        (
            '<div>\n\n    <img src="{static}/images/a.png">\n</div>',
            '<div>\n\n    <img src="images/a.png">\n</div>',
        ),
        ("a\n\n    :::python\n    x = 1\n\n    y\n\nb", "a\n\n```python\nx = 1\n\ny\n```\n\nb"),
        ("- a\n    - b\n", "- a\n    - b"),
    ],
)
def test_markdown_stays_but_for_what_only_pelican_knows(text: str, expected: str) -> None:
    more = (
        "\n-- content/images/a.png --\nx\n-- content/b.png --\nx\n-- content/images/b c.png --\nx"
    )
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


def test_settings_are_put_together_of_texts_and_of_settings_before_them() -> None:
    config = (
        "ROOT: str = 'blog'\nARTICLE_URL = ROOT + '/{slug}/'\nARTICLE_SAVE_AS = ARTICLE_URL + 'index.html'\n"
        "TAG_URL = f'{ROOT}/tag/{{slug}}/'\nTIMEZONE = ROOT.upper()\nCATEGORY_URL = f'{ROOT!r}'\n"
        "LOCALE = ROOT.upper()\nAUTHOR = " + "+".join(["'xxxxxxxxxx'"] * 120)
    )
    result = converted(config=config)
    assert result.options["post_url_format"] == "blog/{slug}"
    assert result.options["tags_url_format"] == "blog/tag/{slug}"
    assert result.left == [
        f"pelicanconf.py: setting: {key} is computed, so it is not read"
        for key in ("AUTHOR", "CATEGORY_URL", "TIMEZONE")
    ]


def article(number: int, header: str = "") -> str:
    return f"-- content/a{number}.md --\nTitle: A{number}\nDate: 2021-01-0{number}\n{header}\n\nx\n"


def redirects(config: str, more: str) -> dict[str, str]:
    files = converted(config=config, more=f"\n{more}").files
    return {
        path.removeprefix("docs/"): str(text).partition("url=")[2].partition('"')[0]
        for path, text in files.items()
        if path.endswith(".html")
    }


def test_lists_that_are_elsewhere_now_are_reached_from_where_they_were() -> None:
    more = "".join(article(number, "Tags: t\nAuthor: B") for number in (1, 2))
    more += article(3, "Status: draft\nTags: t") + article(4, "Status: hidden")
    assert redirects("DEFAULT_PAGINATION = 1", more) == {
        "tags.html": "tag/", "categories.html": "category/", "authors.html": "author/",
        "archives.html": "archive/", "index2.html": "page/2/", "index3.html": "page/3/",
        "category/misc2.html": "misc/page/2/", "category/misc3.html": "misc/page/3/",
        "tag/t2.html": "t/page/2/", "author/b2.html": "b/page/2/",
    }  # fmt: skip


def test_lists_that_were_elsewhere_or_nowhere_are_not_led_to_from_the_usual_place() -> None:
    config = (
        "TAGS_SAVE_AS = 'tags/index.html'\nTAG_URL = 'tags/{slug}/'\nDIRECT_TEMPLATES = ['index', 'tags', 'archives']\n"
        "ARCHIVES_SAVE_AS = ''\nINDEX_SAVE_AS = 'blog/index.html'\nDEFAULT_PAGINATION = 1\nAUTHOR_SAVE_AS = ''\n"
        "CATEGORY_URL = '{slug}/'"
    )
    more = article(1, "Tags: t\nAuthor: B\nCategory: c") + article(2, "Tags: t\nAuthor: B")
    assert redirects(config, more) == {
        "blog/index.html": "../", "blog/index2.html": "../page/2/", "blog/index3.html": "../page/3/",
        "tags/t/index2.html": "page/2/", "misc/index2.html": "page/2/",
    }  # fmt: skip
    assert redirects("DEFAULT_PAGINATION = 1\nPAGINATION_PATTERNS = [(1, '{url}', '{save_as}')]", more).keys() == {
        "tags.html", "categories.html", "authors.html", "archives.html",
    }  # fmt: skip


def test_the_archive_of_a_year_stays_where_it_was() -> None:
    config = "YEAR_ARCHIVE_SAVE_AS = 'posts/{date:%Y}/index.html'"
    result = converted("[a](/posts/2020/)", config=config)
    assert result.options["archive_url_format"] == "posts/{date}"
    assert result.post("first.md").body.strip() == "[a](posts/2020/)"


@pytest.mark.parametrize(
    ("pattern", "language", "date", "address"),
    [
        ("{date:%Y}/{date:%m}/index.html", "de", "yyyy/MM", "2020/02/"),
        ("{date:%Y}/{date:%b}/", "en", "yyyy/MMM", "2020/Feb/"),
        ("{date:%Y}-{date:%m}.html", "", "yyyy-MM", "2020-02.html"),
    ],
)
def test_the_archive_of_a_month_stays_where_it_was(
    pattern: str, language: str, date: str, address: str
) -> None:
    config = (
        f"DEFAULT_LANG = '{language}'\nYEAR_ARCHIVE_SAVE_AS = 'posts/{{date:%Y}}/index.html'\n"
        f"MONTH_ARCHIVE_SAVE_AS = 'posts/{pattern}'"
    )
    result = converted(f"[a](/posts/{address})", config=config)
    options = {key: value for key, value in result.options.items() if key.startswith("archive_")}
    url = "posts/{date}" + (".html" if address.endswith("html") else "")
    assert options == {
        "archive_date_format": ["yyyy", "MMMM yyyy"],
        "archive_url_date_format": ["yyyy", date],
        "archive_url_format": ["posts/{date}", url],
    }
    assert result.post("first.md").body.strip() == f"[a](posts/{address})"


def test_months_that_are_written_in_another_language_are_left_out() -> None:
    config = "DEFAULT_LANG = 'de'\nMONTH_ARCHIVE_SAVE_AS = '{date:%Y}/{date:%b}/index.html'"
    assert "archive_url_format" not in converted(config=config).options


def test_attached_files_lie_beside_the_article_that_attaches_them_first() -> None:
    config = "ARTICLE_URL = 'posts/{slug}/'\nARTICLE_SAVE_AS = 'posts/{slug}/index.html'"
    more = (
        "\n-- content/x/a.png --\nx\n-- content/x/sub/b.png --\nx\n-- content/c.png --\nx\n"
        "-- content/x/second.md --\nTitle: Second\nDate: 2020-01-01\n\n"
        "![a]({attach}a.png) ![b]({attach}sub/b.png) ![c]({attach}/c.png) ![a](a.png)\n"
    )
    result = converted("![a]({attach}x/a.png)", config=config, more=more)
    assert {path for path in result.files if path.endswith("png")} == {
        "docs/posts/first-post/x/a.png", "docs/posts/second/sub/b.png", "docs/posts/second/c.png",
    }  # fmt: skip
    assert result.left == []


def test_links_to_drafts_lead_to_their_sources() -> None:
    result = converted("[a]({filename}a1.md)", more=f"\n{article(1, 'Status: draft')}")
    assert (result.post("first.md").body.strip(), result.left) == ("[a](a1.md)", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n    #!python\n    x = 1\n", 'a\n\n```python linenums="1"\nx = 1\n```'),
        ("a\n\n    #!/bin/sh\n    x\n", "a\n\n    #!/bin/sh\n    x"),
        ("a\n\n<!-- PELICAN_END_SUMMARY -->\n\nb", "a\n\n<!-- more -->\n\nb"),
        ("{% img left /images/a.png 30 20 'A b' %}", "![A b](../../images/a.png){: width=30 }"),
        ("{% own x 'y z' %}", "x-y z"),
    ],
)
def test_what_pelican_and_its_plugins_have_of_their_own(text: str, expected: str) -> None:
    files = (
        f"{CONFIG}-- {NAME} --\nTitle: F\nDate: 2020-02-03\n\n{text}\n-- content/images/a.png --\nx"
    )
    result = convert_files(files, maps={"own": lambda args, *_: "-".join(args)})
    assert (result.post("first.md").body.strip(), result.left) == (expected, [])


def test_series_covers_and_summaries_are_ours() -> None:
    header = "Series: Deep\nSeries_index: 2\nCover: images/a.png\nSummary: A *short* `x` & y.\n"
    meta = converted(header=header, more="\n-- content/images/a.png --\nx").post("first.md").meta
    assert {key: meta[key] for key in ("series", "weight", "image", "excerpt")} == {
        "series": ["Deep"], "weight": 2, "image": "images/a.png", "excerpt": "A short x & y.",
    }  # fmt: skip
    assert "params" not in meta


def test_feeds_of_lists_are_told() -> None:
    assert converted(config="CATEGORY_FEED_ATOM = 'c/{slug}.xml'\nTAG_FEED_ATOM = None").left == [
        "pelicanconf.py: feed: feeds of lists are not kept (c/{slug}.xml): 'feeds_for' writes new ones"
    ]


def test_an_address_that_is_not_that_of_its_file_keeps_both() -> None:
    config = "ARTICLE_URL = 'a/{slug}'\nARTICLE_SAVE_AS = 'a/{slug}.html'\nPAGE_URL = '{slug}/'"
    more = "\n-- content/pages/me.md --\nTitle: Me\nsave_as: me.html\nurl: me/\n\nx\n"
    result = converted(config=config, more=more)
    meta = result.post("first.md").meta
    assert (result.options["post_url_format"], meta["aliases"]) == (
        "a/{slug}",
        ["/a/first-post.html"],
    )
    assert {"docs/me.md", "docs/me.html"} <= result.files.keys()


def test_a_page_for_missing_addresses_is_told() -> None:
    more = "\n-- content/pages/404.md --\nTitle: Lost\nsave_as: 404.html\n\nx\n"
    result = converted(more=more)
    assert result.left == ["content/pages/404.md: page: 404.html is written by the theme"]
    assert not any("404" in path for path in result.files)


@pytest.mark.parametrize(
    ("order", "ours"), [("title", "title"), ("date", "-date"), ("reversed-date", None), ("x", None)]
)
def test_the_order_of_lists_stays(order: str, ours: str | None) -> None:
    assert converted(config=f"ARTICLE_ORDER_BY = '{order}'").options.get("post_sort") == ours


def test_options_of_code_that_pelican_alone_knows_lose_nothing() -> None:
    text = (
        "-- content/code.rst --\nSome ``code`` & *more*\n=======\n\n:date: 2020-01-01\n:summary: A **b**.\n\n"
        ".. code-block:: python\n   :linenos: table\n   :hl_lines: 1\n   :name: here\n\n   x = 1\n\n"
        ".. nonsense:: x\n"
    )
    result = converted(more=f"\n{text}")
    post = result.post("code.md")
    assert (post.meta["title"], post.meta["excerpt"]) == ("Some code & more", "A b.")
    assert "x = 1" in post.body
    assert 'id="here"' in post.body
    (left,) = result.left
    assert left.startswith("content/code.rst:14: reStructuredText: ")


def test_texts_that_the_settings_leave_out_are_left_out() -> None:
    config = (
        "ARTICLE_PATHS = ['blog']\nARTICLE_EXCLUDES = ['blog/drafts']\nPAGE_PATHS = ['about']\n"
        "PAGE_EXCLUDES = ['about/old']\nIGNORE_FILES = ['*.bak.md', '.#*']\n"
    )
    paths = (
        "blog/a",
        "blog/drafts/b",
        "blog/c.bak",
        "notes/d",
        "about/me",
        "about/old/me",
        "about/x.bak",
    )
    more = "".join(
        f"-- content/{path}.md --\nTitle: {path}\nDate: 2020-01-01\n\nx\n" for path in paths
    )
    result = convert_files(f"{CONFIG}{config}{more}")
    assert result.posts == ["blog/posts/blog/a.md"]
    assert [path for path in result.files if path.startswith("docs/pages/")] == [
        "docs/pages/aboutme.md", "docs/pages/aboutme.html",
    ]  # fmt: skip


def test_beside_the_settings_only_files_of_the_site_are_copied() -> None:
    names = (
        "Makefile", "tasks.txt", "output/a.css", "output/b.png", "theme/c.css", "img/d.png", "notes/e.png",
        "notes/f.png",
    )  # fmt: skip
    result = convert_files(
        f"{CONFIG}PATH = '.'\nSTATIC_PATHS = ['img/']\n-- notes/x.md --\nTitle: X\nDate: 2020-01-01\n\n"
        "![e](e.png) b.png\n" + "".join(f"-- {name} --\nx\n" for name in names)
    )
    copied = [path for path, content in result.files.items() if not isinstance(content, str)]
    assert copied == ["docs/img/d.png", "docs/notes/e.png"]


def test_what_the_environment_would_say_counts_as_missing() -> None:
    config = "SITEURL = os.getenv('A', 'https://a.example')\n-- publishconf.py --\nSITEURL = os.environ.get('A') or 'https://b.example'"
    assert converted(config=config.partition("\n")[0]).config["site_url"] == "https://a.example/"
    assert converted(config=config).config["site_url"] == "https://b.example/"


def test_articles_whose_date_is_missing_or_wrong_are_told_apart() -> None:
    more = (
        "\n-- content/a.md --\nTitle: A\nDate: 2020-02-30\n\nx\n-- content/b.md --\nTitle: B\n\nx\n"
        "-- content/c.md --\nTitle: C\nDate: 2020-01-01\n\n[a]({filename}a.md)\n"
    )
    assert converted(more=more).left == [
        "content/a.md: date: the date '2020-02-30' cannot be read, so the article is not converted",
        "content/b.md: date: an article without a date is not converted",
        "content/c.md:4: link: 'a.md' leads to nothing that was converted",
    ]
