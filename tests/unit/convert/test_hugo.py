"""Hugo sites as text: addresses, shortcodes, bundles, languages and options."""

from __future__ import annotations

import pytest
from support.old_blogs import Converted, convert_files

from mkdocs_blog_plugin.convert.mapping import compile_template

CONFIG = '-- hugo.toml --\nbaseURL = "https://old.example/"\ntitle = "Old"\n'
NAME = "content/posts/first.md"
META = "title: First Post\ndate: 2020-02-03"


def converted(
    body: str = "", meta: str = "", config: str = "", more: str = "", **options: object
) -> Converted:
    """Convert a site with one post."""
    text = f"{CONFIG}{config}\n-- {NAME} --\n---\n{META}\n{meta}\n---\n{body}\n{more}"
    return convert_files(text, **options)


@pytest.mark.parametrize(
    ("config", "meta", "address"),
    [
        ("", "", "posts/first/"),
        ("", "slug: Other One", "posts/other-one/"),
        ("", "url: /own/x.html", "own/x.html"),
        ("", "url: own/:year/", "own/2020/"),
        ("[permalinks]\nposts = '/:year/:month/:title/'", "", "2020/02/first-post/"),
        ("[permalinks.page]\nposts = '/blog/:slug'", "", "blog/first-post/"),
        (
            "[permalinks]\nposts = ':sections/:monthname/:slugorfilename'",
            "",
            "posts/february/first/",
        ),
        ("[permalinks]\nposts = '/x/:sections[1:]/:filename/'", "", "x/first/"),
        ("uglyURLs = true", "", "posts/first.html"),
        (
            "disablePathToLower = true\n[permalinks]\nposts = '/:year/:title/'",
            "",
            "2020/First-Post/",
        ),
        ("defaultContentLanguageInSubdir = true", "", "en/posts/first/"),
    ],
)
def test_a_post_is_linked_from_others_by_its_old_address(
    config: str, meta: str, address: str
) -> None:
    other = f"\n-- content/posts/other.md --\n---\ndate: 2021-01-01\n---\n[x](/{address}) [r]({{{{< ref first.md >}}}})"
    result = converted(meta=meta, config=config, more=other)
    assert result.post("other.md").body.strip() == "[x](first.md) [r](first.md)"
    assert result.left == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{{< figure src="/p.png" alt="A" >}}', "![A](../../p.png)"),
        ('{{< img src="/p.png" alt="A" width="300px" >}}', "![A](../../p.png){: width=300 }"),
        ('{{< relref "/posts/first.md#x" >}}', "/posts/first/#x"),
        ('[a]({{< ref "first" >}})', "[a](first.md)"),
        ('[a]({{% relref "first.md" %}})', "[a](first.md)"),
        (
            '{{< highlight go "linenos=table,hl_lines=1 3-4" >}}\nx\n{{< /highlight >}}',
            '```go hl_lines="1 3-4" linenums="1"\nx\n```',
        ),
        ("{{< param version >}}", "1.2"),
        (
            "{{< gist ada 1 >}}",
            '<div><script src="https://gist.github.com/ada/1.js"></script><noscript><a href="https://gist.github.com/ada/1">https://gist.github.com/ada/1</a></noscript></div>',
        ),
        ("{{< tweet user=ada id=1 >}}", "<https://twitter.com/ada/status/1>"),
        ("{{% notice warning %}}\nhot *x*\n{{% /notice %}}", "!!! warning\n\n    hot *x*"),
        ('{{< alert title="T" color="danger" >}}hot{{< /alert >}}', '!!! danger "T"\n\n    hot'),
        ("{{% note %}}\n- a\n  - b\n{{% /note %}}", "!!! note\n\n    - a\n        - b"),
        (
            '{{< details "More" >}}\n*x*\n{{< /details >}}',
            '<details markdown="1">\n<summary>More</summary>\n\n*x*\n\n</details>',
        ),
        ("`{{</* x */>}}`", "`{{< x >}}`"),
        ('{{< own name="ada" >}}', '<b class="z">ada</b>'),
        ("{{< wrap >}}a *b*{{< /wrap >}}", "<div>\na <em>b</em>\n</div>"),
        ("{{< choose >}}", "none"),
        ("{{< choose x >}}", "x!"),
        ("{{< rawhtml >}}<b>x</b>{{< /rawhtml >}}", "<b>x</b>"),
    ],
)
def test_shortcodes_become_markdown(text: str, expected: str) -> None:
    more = (
        "\n-- static/p.png --\nx\n-- layouts/shortcodes/own.html --\n"
        '{{/* hi */}}{{ $n := .Get "name" }}<b class="{{ .Get "c" | default "z" }}">{{ $n }}</b>'
        "\n-- layouts/shortcodes/wrap.html --\n<div>\n\n    {{ .Inner | markdownify }}\n</div>"
        "\n-- layouts/shortcodes/choose.html --\n{{- with .Get 0 }}{{ . }}!{{ else }}none{{ end -}}\n"
    )
    result = converted(text, config='[params]\nversion = "1.2"\n', more=more)
    body = result.post("posts/first.md").body.strip()
    assert body == expected
    assert [left for left in result.left if "relref" not in text] == []


@pytest.mark.parametrize(
    ("text", "expected", "left"),
    [
        (
            "{{< odd a=1 >}}",
            "<!-- shortcode, not converted: odd a=1 -->",
            f"{NAME}:7: shortcode: {{{{< odd a=1 >}}}}",
        ),
        ("{{% odd %}}\nkept\n{{% /odd %}}", "kept", "shortcode: {{% odd %}}"),
        (
            "{{< loop >}}",
            "<!-- shortcode, not converted: loop -->",
            "its template has 'range', which is not supported",
        ),
        ("{{< part >}}", "<!-- shortcode", "its template has 'partial', which is not supported"),
        ("{{< name >}}", "<!-- shortcode", "its template has something ('$x'), which"),
        ("{{< ref gone.md >}}", "<!-- shortcode", "shortcode: {{< ref gone.md >}}"),
        ("[a](/gone/)", "[a](/gone/)", "link: '/gone/' leads to nothing"),
    ],
)
def test_what_is_not_known_is_kept_as_a_comment_and_listed(
    text: str, expected: str, left: str
) -> None:
    more = (
        "\n-- layouts/shortcodes/loop.html --\n{{ range .Site.Pages }}{{ end }}"
        '\n-- layouts/shortcodes/part.html --\n{{ partial "x.html" . }}'
        "\n-- layouts/shortcodes/name.html --\n{{ $x }}"
    )
    result = converted(f"line\n{text}", meta="x: 1", more=more)
    body = result.post("posts/first.md").body
    assert expected in body
    assert "{{" not in body
    assert any(left in found for found in result.left), result.left


def test_a_shortcode_is_what_the_user_maps_it_to() -> None:
    maps = {"box": compile_template("<b>{{ params.t }} {{ inner }}</b>")}
    result = converted('{{< box t="T" >}}in{{< /box >}}', maps=maps)
    assert result.post("posts/first.md").body == "<b>T in</b>\n"


def test_front_matter_is_in_our_terms() -> None:
    result = convert_files(
        CONFIG + "[taxonomies]\ntag = 'tags'\nlang = 'langs'\n"
        f"-- {NAME} --\n+++\ntitle = 'T'\ndate = 2020-02-03T10:00:00+09:00\nlastmod = 2020-02-04\n"
        "expiryDate = 2030-01-01\ndraft = true\naliases = ['/old/', 'rel']\ntags = ['a b']\nlangs = ['go']\n"
        "authors = ['ada']\nimages = ['p.png']\nweight = 3\nmood = 'fine'\nsummary = 'S'\n+++\nx\n-- static/p.png --\nx"
    )
    assert result.post("first.md").meta == {
        "title": "T", "date": "2020-02-03 10:00:00+09:00", "updated": "2020-02-04",
        "expires": "2030-01-01", "authors": ["ada"], "tags": ["a b"], "langs": ["go"],
        "excerpt": "S", "image": "p.png", "draft": True, "aliases": ["/old/", "/posts/rel"],
        "weight": 3, "params": {"mood": "fine"},
    }  # fmt: skip
    assert result.options["taxonomies"] == {
        "langs": {"singular": "lang", "url_format": "langs/{slug}"}
    }


def test_bundles_sections_and_pages_come_along() -> None:
    result = convert_files(
        CONFIG
        + "-- content/posts/trip/index.md --\n---\ndate: 2020-01-01\n---\n![](a.png) ![](img/b.png) ![](../s.png) [x](/about/)\n"
        "-- content/posts/trip/a.png --\nx\n-- content/posts/trip/img/b.png --\nx\n-- content/posts/s.png --\nx\n"
        "-- content/posts/_index.md --\n---\ntitle: All posts\n---\nWelcome.\n"
        "-- content/posts/undated.md --\n---\ntitle: U\n---\nx\n-- content/about.md --\n---\ntitle: A\n---\n[t](/posts/trip/)\n"
        "-- static/robots.txt --\nx\n"
    )
    trip = result.post("trip/index.md")
    assert trip.path == "docs/blog/posts/trip/index.md"
    assert (
        trip.body
        == "![](../../../posts/trip/a.png) ![](../../../posts/trip/img/b.png) ![](../../../posts/s.png) [x](../../../about.md)\n"
    )
    assert result.post("about.md").body == "[t](blog/posts/trip/index.md)\n"
    assert {"docs/posts/index.md", "docs/posts/undated.md", "docs/robots.txt"} <= set(result.files)


def test_a_blog_beside_documentation_stays_in_its_folder() -> None:
    result = converted(
        meta="tags: [Go Lang]",
        more="\n-- content/docs/a.md --\n---\ntitle: D\n---\nx\n-- content/docs/b.md --\n---\n---\nx",
    )
    assert result.options["blog_dir"] == "posts"
    assert result.options["post_dir"] == "blog/posts"
    assert "../../posts/tags/go-lang/" in str(result.files["docs/tags/go-lang/index.html"])
    assert {"docs/docs/a.md", "docs/docs/b.md"} <= set(result.files)
    assert result.left == [
        "index.xml: feed: the feed of the whole site is not written; that of 'posts' is"
    ]


@pytest.mark.parametrize(
    ("weights", "order"),
    [(("2", "1"), "weight"), (("0", "heavy"), None), (("", ""), None)],
)
def test_posts_with_a_weight_are_listed_by_it_as_hugo_lists_them(
    weights: tuple[str, str], order: str | None
) -> None:
    one, two = (f"---\ndate: 2020-01-01\nweight: {weight}\n---\nx\n" for weight in weights)
    result = convert_files(
        f"-- hugo.toml --\ntitle = 'H'\n-- content/posts/a.md --\n{one}-- content/posts/b.md --\n{two}"
    )
    assert result.options.get("post_sort") == order
    assert result.left == (
        ["content/posts/b.md: front matter: 'weight' cannot be read"] if "heavy" in weights else []
    )


@pytest.mark.parametrize(
    ("config", "page"),
    [
        ("[pagination]\npagerSize = 1", "page"),
        ("paginate = 1\npaginatePath = 'Seite'", "seite"),
        ("[pagination]\npagerSize = 1\npath = 'p'", "p"),
    ],
)
def test_pagers_of_a_section_lead_to_those_of_the_blog(config: str, page: str) -> None:
    others = "".join(
        f"\n-- content/posts/{name}.md --\n---\ndate: 2021-01-01\n{meta}\n---\n"
        for name, meta in (("second", ""), ("third", ""), ("draft", "draft: true"))
    )
    result = converted(config=config, more=others)
    assert "../" in str(result.files["docs/posts/index.html"])
    for number in (2, 3):
        text = str(result.files[f"docs/posts/{page}/{number}/index.html"])
        assert f"url=../../../{page}/{number}/" in text
    assert f"docs/posts/{page}/4/index.html" not in result.files
    assert result.options.get("pagination_url_format", "page/{page}") == f"{page}/{{page}}"


def test_each_language_has_a_blog_of_its_own() -> None:
    config = (
        "defaultContentLanguage = 'en'\n[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n"
    )
    result = converted(
        config=config,
        more="\n-- content/posts/first.de.md --\n---\ntitle: Erster\ndate: 2020-02-03\n---\n[en](/posts/first/)",
    )
    assert result.post("de/posts/first.md").body == "[en](../../blog/posts/first.md)\n"
    blogs = [found["blog-plugin"] for found in result.config["plugins"][1:]]
    assert [(blog["blog_dir"], blog.get("locale")) for blog in blogs] == [(".", None), ("de", "de")]


@pytest.mark.parametrize("name", ["config.yaml", "config/_default/config.toml", "hugo.json"])
def test_the_configuration_is_found_wherever_it_is(name: str) -> None:
    text = {
        "config.yaml": "title: T\npaginate: 3",
        "config/_default/config.toml": 'title = "T"\npaginate = 3',
        "hugo.json": '{"title": "T", "pagination": {"pagerSize": 3}}',
    }[name]
    result = convert_files(f"-- {name} --\n{text}\n-- {NAME} --\n---\n{META}\n---\nx\n")
    assert (result.config["site_name"], result.options["pagination_per_page"]) == ("T", 3)


@pytest.mark.parametrize(
    "text",
    [
        "{{< " * 2000,
        "{{< a >}}" * 1000,
        '{{< a "' * 1000,
        "{{< a >}}{{< b >}}{{< /a >}}{{< /b >}}",
        "{{% /x %}}",
    ],
)
def test_hostile_shortcodes_are_converted_without_an_error(text: str) -> None:
    assert converted(text).posts


def test_terms_keep_the_addresses_that_hugo_gave_them() -> None:
    result = converted(meta="tags: [C++, C#, CI/CD, Go Lang, Go]")
    assert "C++:\n    slug: c++" in str(result.files["docs/blog/.terms.yml"])
    assert "CI/CD:\n    slug: ci/cd" in str(result.files["docs/blog/.terms.yml"])
    assert "C#:\n    slug: c#" in str(result.files["docs/blog/.terms.yml"])
    assert "Go" not in str(result.files["docs/blog/.terms.yml"])


def test_pages_that_hugo_does_not_build_or_list_stay_so() -> None:
    result = converted(
        meta="build: {list: never}",
        more="\n-- content/posts/never.md --\n---\ndate: 2020-01-01\n_build: {Render: never}\n---\n",
    )
    assert result.posts == ["blog/posts/first.md"]
    meta = result.post("posts/first.md").meta
    assert (meta["unlisted"], "params" in meta) == (True, False)


def test_the_home_page_of_a_language_introduces_its_blog() -> None:
    config = "defaultContentLanguageInSubdir = true\n[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n"
    result = converted(
        config=config,
        more="\n-- content/_index.md --\n---\ntitle: H\n---\nHome.\n"
        "-- content/_index.de.md --\n---\ntitle: H\n---\nHeim.\n"
        "-- content/posts/first.de.md --\n---\ndate: 2020-01-01\n---\n",
    )
    assert result.post("en/index.md").body == "Home.\n"
    assert result.post("de/index.md").body == "Heim.\n"


def test_of_two_posts_at_one_address_the_later_gets_a_number() -> None:
    result = converted(
        meta="url: /same/\naliases: [/x/, /same/]",
        more="\n-- content/posts/second.md --\n---\ndate: 2021-01-01\nurl: /same/\naliases: [/x/]\n---\n",
    )
    first, second = result.post("first.md").meta, result.post("second.md").meta
    assert (first["permalink"], first["aliases"]) == ("/same/", ["/x/"])
    assert (second["permalink"], "aliases" in second) == ("/same-2/", False)
    assert result.left == ["/same-2/: address: '/same/' is also the address of another post"]


def test_a_picture_of_a_bundle_may_be_named_without_its_suffix() -> None:
    result = convert_files(
        CONFIG + "-- content/posts/trip/index.md --\n---\ndate: 2020-01-01\n---\n"
        '{{< imgproc sunset Fill "600x300" >}}\nCap\n{{< /imgproc >}}\n-- content/posts/trip/sunset.png --\nx\n'
    )
    assert "![Cap](../../../posts/trip/sunset.png)" in result.post("index.md").body


def test_static_files_that_would_be_pages_are_left_and_what_mkdocs_writes_is_not_copied() -> None:
    result = converted(
        more="\n-- static/README.md --\nx\n-- static/404.html --\nx\n-- static/a.txt --\nx"
    )
    assert {path for path in result.files if "posts" not in path} == {"mkdocs.yml", "docs/a.txt"}
    assert result.left == [
        "static/README.md: file: MkDocs would make a page of this file, so it is not copied"
    ]


def test_an_address_of_the_site_that_cannot_be_read_is_left_out() -> None:
    result = convert_files(
        f"-- hugo.toml --\nbaseURL = 'http://[::1'\n-- {NAME} --\n---\n{META}\n---\nx"
    )
    assert "site_url" not in result.config


@pytest.mark.parametrize(
    ("config", "breaks", "smart"),
    [
        ("", False, True),
        ("[markup.goldmark.renderer]\nhardWraps = true", True, True),
        ("[markup.goldmark.extensions]\ntypographer = false", False, False),
        ("[markup.goldmark.extensions.typographer]\ndisable = true", False, False),
        ("[markup.goldmark.extensions.typographer]\ndisable = false", False, True),
        ("[markup]\ngoldmark = 1", False, True),
    ],
)
def test_lines_and_quotes_are_what_they_were(config: str, *, breaks: bool, smart: bool) -> None:
    extensions = converted(config=config).config["markdown_extensions"]
    assert ("nl2br" in extensions, "smarty" in extensions) == (breaks, smart)


@pytest.mark.parametrize(
    ("config", "feed"),
    [
        ("", "index.xml"),
        ("outputs = {home = ['HTML', 'RSS']}", "index.xml"),
        ("[outputFormats.RSS]\nbaseName = 'feed'", "feed.xml"),
        ("outputs = {home = ['HTML']}", "posts/index.xml"),
        ("outputs = {home = ['HTML'], section = ['HTML']}", None),
        ("outputs = 1\noutputFormats = 1\ndisableKinds = 1", "index.xml"),
        ("disableKinds = ['RSS']", None),
        ("outputFormats = {rss = {baseName = '../x'}}", None),
    ],
)
def test_the_feed_stays_where_it_was(config: str, feed: str | None) -> None:
    assert converted(config=config).options.get("feeds_formats", {}).get("rss") == feed


def test_a_blog_in_another_language_has_its_own_feed() -> None:
    more = f"-- content/posts/first.de.md --\n---\n{META}\n---\n"
    result = converted(config="[languages.en]\nweight = 1\n[languages.de]\nweight = 2", more=more)
    blogs = [found["blog-plugin"] for found in result.config["plugins"] if "blog-plugin" in found]
    assert [found["feeds_formats"]["rss"] for found in blogs] == ["index.xml", "de/index.xml"]


@pytest.mark.parametrize(
    ("written", "cover"),
    [
        ("images: [sun.png]", "posts/trip/sun.png"),
        ("image: ./sun.png", "posts/trip/sun.png"),
        ("cover: {image: s%20n.png, alt: A}", {"path": "posts/trip/s n.png", "alt": "A"}),
        ("image: /img/top.png", "/img/top.png"),
        ("image: img/top.png", "img/top.png"),
        ("image: https://e.example/x.png", "https://e.example/x.png"),
        ("image: gone.png", None),
        ("image: ../../../../x.png", None),
    ],
)
def test_a_cover_is_named_by_the_path_of_its_copy(written: str, cover: object) -> None:
    result = convert_files(
        f"{CONFIG}-- content/posts/trip/index.md --\n---\n{META}\n{written}\n---\nx\n"
        "-- content/posts/trip/sun.png --\nx\n-- content/posts/trip/s n.png --\nx\n"
        "-- static/img/top.png --\nx\n"
    )
    assert result.post("index.md").meta.get("image") == cover


def test_a_cover_below_the_path_of_the_site_is_found() -> None:
    config = CONFIG.replace("old.example/", "old.example/sub/")
    post = f"-- {NAME} --\n---\n{META}\nimage: /sub/a.png\n---\nx\n-- static/a.png --\nx\n"
    assert convert_files(config + post).post("first.md").meta["image"] == "a.png"


def test_the_text_of_a_section_is_a_page_and_no_redirect() -> None:
    more = "-- content/posts/_index.md --\n---\ntitle: Posts\n---\nIntro\n-- content/news/a.md --\n"
    result = converted(more=f"{more}---\n{META}\n---\nx")
    assert "docs/posts/index.md" in result.files
    assert "docs/news/index.html" in result.files
    assert "docs/posts/index.html" not in result.files


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Ada L.", ["Ada L."]),
        ("Ada ([@ada](https://a.b))", [{"name": "Ada", "url": "https://a.b"}]),
        ("[Ada](https://a.b)", [{"name": "Ada", "url": "https://a.b"}]),
        (
            "[Ada](https://a.b) and [Bob](https://c.d)",
            [{"name": "Ada", "url": "https://a.b"}, {"name": "Bob", "url": "https://c.d"}],
        ),
        ("Ada [@a](https://a.b), Bob [@b](https://c.d)", ["Ada @a, Bob @b"]),
    ],
)
def test_authors_may_be_written_as_links(text: str, authors: object) -> None:
    assert converted(meta=f"author: '{text}'").post("posts/first.md").meta["authors"] == authors
