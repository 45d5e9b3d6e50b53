"""Jekyll sites as text: posts, addresses, Liquid, links and options."""

from __future__ import annotations

import pytest
from support.old_blogs import JEKYLL, JEKYLL_POST, convert_files, convert_jekyll

from mkdocs_blog_plugin.convert.conversion import ConversionError
from mkdocs_blog_plugin.convert.mapping import compile_template

DEFAULTS = "defaults:\n  - scope: {path: '', type: posts}\n    values: {categories: a b}\n"


def body(text: str, **parts: str) -> str:
    """Return what becomes of the body of a post."""
    return convert_jekyll(text, **parts).post("first-post.md").body.strip()


@pytest.mark.parametrize(
    ("config", "meta", "address"),
    [
        ("", "", "2020/02/03/first-post.html"),
        ("permalink: pretty", "", "2020/02/03/first-post/"),
        ("permalink: ordinal", "", "2020/034/first-post.html"),
        ("permalink: none", "categories: a b", "a/b/first-post.html"),
        ("permalink: /blog/:year/:title", "", "blog/2020/first-post"),
        ("permalink: /:categories/:title/", "category: News", "news/first-post/"),
        (
            "permalink: /:categories/:title/",
            "category: Xy\ncategories: b a",
            "b/a/xy/first-post/",
        ),
        (f"permalink: /:categories/:title/\n{DEFAULTS}", "category: c", "a/b/c/first-post/"),
        (f"permalink: /:categories/:title/\n{DEFAULTS}", "categories: [c, a]", "a/b/c/first-post/"),
        ("permalink: /:title:output_ext", "slug: own", "own.html"),
        ("collections: {posts: {permalink: '/x/:title/'}}", "", "x/first-post/"),
        ("", "permalink: /own/", "own/"),
        ("", "permalink: /own/:day/:title.html", "own/03/first-post.html"),
        ("", "date: 2020-02-04 01:00:00", "2020/02/04/first-post.html"),
        ("timezone: Asia/Tokyo", "date: 2020-02-03 20:00:00 +0000", "2020/02/04/first-post.html"),
        ("permalink: pretty\nbaseurl: /sub", "", "2020/02/03/first-post/"),
    ],
)
def test_a_post_is_linked_from_others_by_its_old_address(
    config: str, meta: str, address: str
) -> None:
    other = f"\n-- _posts/2021-01-01-other.md --\n---\n---\n[x](/{address})"
    result = convert_jekyll(meta=meta, config=config, more=other)
    assert result.post("other.md").body.strip() == "[x](2020-02-03-first-post.md)"
    assert result.left == []


def test_an_address_is_written_down_only_where_the_pattern_does_not_give_it() -> None:
    result = convert_jekyll(
        meta="permalink: /own/", more="\n-- _posts/2021-01-01-other.md --\n---\n---\n"
    )
    assert result.options["post_url_format"] == "date"
    assert result.post("first-post.md").meta["permalink"] == "/own/"
    assert "permalink" not in result.post("other.md").meta


def test_a_day_that_depends_on_the_machine_leaves_both_addresses() -> None:
    meta = convert_jekyll(meta="date: 2020-02-03 23:00:00 -0500").post("first-post.md").meta
    assert meta["date"] == "2020-02-03 23:00:00-05:00"
    assert meta["permalink"] == "/2020/02/04/first-post.html"
    assert meta["aliases"] == ["/2020/02/03/first-post.html"]


def test_front_matter_is_in_our_terms() -> None:
    meta = (
        convert_jekyll(
            meta="layout: post\ntags: a b\ncategories: [c, d]\nauthor: ada\nmath: true\nhidden: true\n"
            "redirect_from: /old/\nlast_modified_at: 2020-03-01\nimage: {path: /p.png, alt: P}\ndrfat: 1",
            more="\n-- p.png --\nx",
        )
        .post("first-post.md")
        .meta
    )
    assert meta == {
        "title": "First Post",
        "date": "2020-02-03",
        "updated": "2020-03-01",
        "authors": ["ada"],
        "categories": ["c", "d"],
        "tags": ["a", "b"],
        "image": {"path": "/p.png", "alt": "P"},
        "unlisted": True,
        "aliases": ["/old/"],
        "params": {"math": True, "drfat": 1},
    }


def test_missing_covers_and_values_that_are_not_dates_are_kept_as_parameters() -> None:
    result = convert_jekyll(meta="image: /none.png\nlast_modified_at: soon")
    meta = result.post("first-post.md").meta
    assert meta["params"] == {"image": "/none.png"}
    assert "updated" not in meta


def test_drafts_folders_and_defaults_count() -> None:
    result = convert_files(
        JEKYLL + "defaults:\n  - scope: {path: '', type: posts}\n    values: {author: all}\n"
        "  - scope: {path: ''}\n    values: {author: nobody}\n"
        "  - scope: {path: travel}\n    values: {tags: [far]}\n"
        "-- travel/_posts/deep/2020-01-01-trip.md --\n---\ntitle: Trip\n---\n"
        "-- _drafts/idea.md --\n---\ntitle: Idea\n---\n"
        "-- _posts/2020-01-02-off.md --\n---\npublished: false\n---\n"
        "-- _posts/no-date.md --\n---\n---\n-- _site/_posts/2020-01-01-out.md --\n---\n---\n"
    )
    assert result.posts == [
        "blog/posts/idea.md",
        "blog/posts/2020-01-02-off.md",
        "blog/posts/travel/deep/2020-01-01-trip.md",
    ]
    trip = result.post("trip.md").meta
    assert (trip["categories"], trip["tags"], trip["authors"]) == (["travel"], ["far"], ["all"])
    assert result.post("idea.md").meta["draft"] is True
    assert result.post("idea.md").meta["authors"] == ["all"]
    assert result.post("off.md").meta["draft"] is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ site.title }} {{ page.title }}", "Old First Post"),
        ("{% assign x = 'a' | upcase %}{{ x }}", "A"),
        ("{{ page.date | date: '%Y' }} {{ page.date | date_to_string }}", "2020 03 Feb 2020"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
        ("[a]({% post_url 2020-02-03-first-post %})", "[a](2020-02-03-first-post.md)"),
        (
            "[a]({{ site.baseurl }}{% link _posts/2020-02-03-first-post.md %})",
            "[a](2020-02-03-first-post.md)",
        ),
        ("![p]({{ site.url }}/p.png)", "![p](../../p.png)"),
        ("![p]({{ '/p.png' | relative_url }})", "![p](../../p.png)"),
        ('<img src="/p.png">', '<img src="../../../p.png">'),
        (
            "[home](https://old.example/) [out](https://new.example/)",
            "[home](../../../) [out](https://new.example/)",
        ),
        ("{% for n in site.data.names %}{{ n }},{% endfor %}", "ada,bob,"),
        ('{% include box.html text="hi" %}', "<b>hi 2</b>"),
        ("{% include toc.html html=content %}x", "x"),
        (
            "{% youtube dQw4 %}",
            '<iframe src="https://www.youtube-nocookie.com/embed/dQw4" title="youtube" width="560" height="315" loading="lazy" allowfullscreen style="border: 0; max-width: 100%"></iframe>',
        ),
        ("{% highlight ruby linenos %}\nx\n{% endhighlight %}", '```ruby linenums="1"\nx\n```'),
        (
            "- a\n\n  {% highlight sh %}\n  x\n  {% endhighlight %}",
            "- a\n\n    ```sh\n    x\n    ```",
        ),
        ("{% img left /p.png 30 20 'T' 'Alt' %}", "![Alt](../../p.png){: width=30 }"),
        ("`[a](/p.png)`\n\n```\n[a](/p.png)\n```", "`[a](/p.png)`\n\n```\n[a](/p.png)\n```"),
        ("[a]: /p.png", "[a]: ../../p.png"),
    ],
)
def test_liquid_is_run_and_links_lead_to_files(text: str, expected: str) -> None:
    more = (
        "\n-- _includes/box.html --\n<b>{{ include.text }} {{ 1 | plus: 1 }}</b>\n-- p.png --\nx"
        "\n-- _includes/toc.html --\n{{ include.html }}\n-- _data/names.yml --\n[ada, bob]\n"
    )
    result = convert_jekyll(text, more=more)
    assert result.post("first-post.md").body.strip() == expected
    assert result.left == []


@pytest.mark.parametrize(
    ("text", "expected", "left"),
    [
        (
            "a {% gallery x=1 %} b",
            "a <!-- Liquid, not converted: gallery x=1 --> b",
            "Liquid tag: {% gallery x=1 %}",
        ),
        (
            "{{ 'a' | rot13 }}",
            "<!-- Liquid, not converted: 'a' | rot13 -->",
            "Liquid filter: {{ 'a' | rot13 }}: there is no filter 'rot13'",
        ),
        ("{% tabs %}\nkept\n{% endtabs %}", "kept", "Liquid tag: {% tabs %}"),
        (
            "{{ site.nothing }}x",
            "x",
            "Liquid variable: {{ site.nothing }} has no value; nothing is printed, as in Jekyll",
        ),
        (
            "{% include no.html %}",
            "<!-- Liquid, not converted: include no.html -->",
            "Liquid include: {% include no.html %}: there is no include 'no.html'",
        ),
        ("{% if a %}\nkept", "kept", "Liquid: {% if a %}"),
        (
            "[x](/gone.html)",
            "[x](/gone.html)",
            "link: '/gone.html' leads to nothing that was converted",
        ),
        ("[x]({% post_url gone %})", "[x](#post_url-gone)", "Liquid post_url: {% post_url gone %}"),
    ],
)
def test_what_is_not_known_is_kept_as_a_comment_and_listed(
    text: str, expected: str, left: str
) -> None:
    result = convert_jekyll(f"line\n\n{text}")
    assert expected in result.post("first-post.md").body
    assert any(left in found for found in result.left), result.left
    assert "{%" not in result.post("first-post.md").body


def test_a_finding_names_the_line_of_the_file() -> None:
    tag, link = convert_jekyll("one\n\n{% odd %}\n[x](/gone.html)", meta="title: T").left
    assert tag == f"{JEKYLL_POST}:6: Liquid tag: {{% odd %}}"
    assert link == f"{JEKYLL_POST}:7: link: '/gone.html' leads to nothing that was converted"


def test_a_tag_is_what_the_user_maps_it_to() -> None:
    template = compile_template("!!! note\n\n    {{ params.title }} {{ args[0] }} {{ inner|trim }}")
    text = "{% box red title='T' %}\nin\n{% endbox %}"
    files = f"{JEKYLL}-- {JEKYLL_POST} --\n---\n---\n{text}\n"
    result = convert_files(files, maps={"box": template})
    assert "!!! note\n\n    T red in" in result.post("first-post.md").body
    assert result.left == []


def test_a_template_cannot_reach_into_python() -> None:
    template = compile_template("{{ ''.__class__.__mro__ }}")
    files = f"{JEKYLL}-- {JEKYLL_POST} --\n---\n---\n{{% box %}}\n"
    (found,) = convert_files(files, maps={"box": template}).left
    assert "cannot be rendered" in found


def test_the_configuration_of_jekyll_becomes_options() -> None:
    config = (
        "timezone: Europe/Berlin\npaginate: 5\npaginate_path: /blog/page:num/\n"
        "excerpt_separator: <!--cut-->\njekyll-archives: {permalinks: {tag: '/t/:name/'}}\n"
    )
    assert convert_jekyll(config=config).options == {
        "blog_dir": ".",
        "post_dir": "blog/posts",
        "timezone": "Europe/Berlin",
        "post_url_format": "date",
        "draft_if_future_date": True,
        "post_excerpt_separator": "<!--cut-->",
        "pagination_per_page": 5,
        "pagination_url_format": "blog/page{page}",
        "tags_url_format": "t/:name",
        "categories_url_format": "category/:name",
    }


def test_authors_pages_and_files_come_along() -> None:
    result = convert_files(
        JEKYLL
        + f"baseurl: /b\n-- {JEKYLL_POST} --\n---\n---\n[a](/b/about.html) ![](/b/img/x.png)\n"
        "-- about.md --\n---\ntitle: About\n---\n[p]({% post_url 2020-02-03-first-post %})\n"
        "-- _data/authors.yml --\nada: {name: Ada, picture: /a.png, github: ada, uri: 'javascript:x'}\n"
        "-- img/x.png --\nx\n-- Gemfile --\nx\n-- style.scss --\n---\n---\nx\n-- README.md --\nx\n"
    )
    assert result.post("first-post.md").body == "[a](../../about.md) ![](../../img/x.png)\n"
    assert result.post("about.md").body == "[p](blog/posts/2020-02-03-first-post.md)\n"
    assert "../about/" in str(result.files["docs/about.html"]) or "about/" in str(
        result.files["docs/about.html"]
    )
    assert set(result.files) == {
        "docs/img/x.png", "docs/blog/posts/2020-02-03-first-post.md", "docs/about.md",
        "docs/about.html", "docs/blog/.authors.yml", "mkdocs.yml",
    }  # fmt: skip
    assert "github: ada" in str(result.files["docs/blog/.authors.yml"])
    assert "javascript" not in str(result.files["docs/blog/.authors.yml"])
    assert result.config["site_url"] == "https://old.example/b/"


def test_an_existing_configuration_gets_a_fragment() -> None:
    result = convert_files(
        f"-- {JEKYLL_POST} --\n---\n---\n- [ ] a ~~b~~\n", has_configuration=True
    )
    assert "mkdocs.yml" not in result.files
    assert "pymdownx.tasklist" in result.config["markdown_extensions"]
    assert "mkdocs.blog.yml" in result.report.advice


def test_the_same_blog_gives_the_same_bytes_and_an_empty_one_is_refused() -> None:
    files = f"{JEKYLL}-- {JEKYLL_POST} --\n---\ntags: [b, a]\n---\n{{% odd %}}\n"
    assert convert_files(files).files == convert_files(files).files
    with pytest.raises(ConversionError, match="no posts"):
        convert_files(JEKYLL)
    with pytest.raises(ConversionError, match="jekyll"):
        convert_files({"a.txt": "x"})


@pytest.mark.parametrize(
    "text",
    [
        "{% include a.html %}",
        "{% for i in (1..99999999) %}x{% endfor %}",
        "{{" * 2000,
        "{% if x %}" * 300,
        "`" * 5000 + "x",
        "> " * 500 + "x",
        "- " * 500 + "x",
        "{{ 'x' | divided_by: 0 }}{{ nil | plus: 'a' }}",
        "[a](//\\[ http://[::1 )",
        "\x00\ufffe",
    ],
)
def test_hostile_text_is_converted_without_an_error(text: str) -> None:
    assert convert_jekyll(text, more="\n-- _includes/a.html --\n{% include a.html %}").posts


def test_hostile_paths_stay_inside_the_site() -> None:
    result = convert_jekyll(
        meta="permalink: /../../etc/passwd\nredirect_from: [../up, 'https://x.y/']\nslug: ../../z"
    )
    meta = result.post("first-post.md").meta
    assert ".." not in meta["permalink"].split("/")
    assert "aliases" not in meta
    assert result.files
    assert all(".." not in path for path in result.files)


def test_collections_lists_and_html_pages_keep_their_addresses() -> None:
    result = convert_files(
        f"{JEKYLL}collections: {{recipes: {{output: true, permalink: '/eat/:path/'}}, notes: {{output: false}}}}\n"
        f"plugins: [jekyll-feed, jekyll-mentions]\n-- {JEKYLL_POST} --\n---\ncategories: [a b]\n---\n"
        "[s]({% link _recipes/soup.md %}) [own]({% post_url 2020-02-03-first-post %}) @ada `@code` a@b.c\n"
        "-- _recipes/soup.md --\n---\ntitle: Soup\n---\nx\n-- _notes/n.md --\n---\n---\nx\n"
        "-- all.html --\n---\npermalink: /all/\n---\n{% for p in site.posts %}{{ p.url }}{% endfor %}\n"
        "-- labels.md --\n---\n---\n{% for t in site.tags %}{{ t }}{% endfor %}\n"
        "-- contact.html --\n---\ntitle: Contact\n---\n<h1>Contact</h1>\n<p>{{ site.title }}</p>\n"
    )
    assert result.post("first-post.md").body == (
        "[s](../../eat/soup.md) [own](2020-02-03-first-post.md) [@ada](https://github.com/ada) `@code` a@b.c\n"
    )
    assert "url=../" in str(result.files["docs/all/index.html"])
    assert "url=tag/" in str(result.files["docs/labels.html"])
    assert result.post("contact.md").body == "<h1>Contact</h1>\n\n<p>Old</p>\n"
    assert result.options["feeds_formats"] == {
        "rss": "rss.xml",
        "atom": "feed.xml",
        "json": "feed.json",
    }
    assert "docs/n.md" not in result.files
    assert result.left == []


def test_other_markup_is_reported_and_not_converted() -> None:
    textile = "-- _posts/2019-01-01-old.textile --\n---\ntitle: Old\n---\nh1. Old\n"
    result = convert_jekyll(
        more=f"\n{textile}-- _drafts/idea.adoc --\n= Idea\n-- lib/x.rst --\nx\n"
    )
    assert result.posts == ["blog/posts/2020-02-03-first-post.md"]
    message = "format: only Markdown and HTML are converted"
    assert result.left == [
        f"_drafts/idea.adoc: {message}",
        f"_posts/2019-01-01-old.textile: {message}",
    ]
    with pytest.raises(ConversionError, match=r"old\.textile: format: only Markdown"):
        convert_files(JEKYLL + textile)


@pytest.mark.parametrize("name", ["notes.md", "2019-02-30-never.markdown", "2019-01-01.html"])
def test_a_file_among_the_posts_whose_name_has_no_date_and_title_is_listed(name: str) -> None:
    result = convert_jekyll(more=f"\n-- _posts/{name} --\nx\n-- _drafts/idea.md --\nx\n")
    assert result.left == [
        f"_posts/{name}: name: the name of a post begins with a day, as in 2020-02-03-title.md"
    ]


def test_an_address_of_the_site_that_cannot_be_read_is_left_out() -> None:
    text = f"-- _config.yml --\nurl: 'http://[::1'\n-- {JEKYLL_POST} --\n---\n---\n[a](http://[::1/b)\n"
    result = convert_files(text)
    assert "site_url" not in result.config
    assert result.post("first-post.md").body == "[a](http://[::1/b)\n"


def test_names_in_a_block_of_code_are_not_mentions() -> None:
    text = "~~~ ruby\n@ada\n~~~ python\n@ada\n~~~\n\n@ada\n"
    result = convert_jekyll(text, config="plugins: [jekyll-mentions]")
    assert result.post("first-post.md").body.count("github.com/ada") == 1


def test_files_beside_a_post_are_included_and_no_clock_is_read() -> None:
    result = convert_jekyll(
        "{% include_relative parts/x.md %} {{ 'now' | date: '%Y' }}",
        more="\n-- _posts/parts/x.md --\n*in {{ page.title }}*\n-- secret.md --\nx",
    )
    body = result.post("first-post.md").body
    assert "*in First Post*" in body
    assert "<!-- Liquid, not converted: 'now' | date: '%Y' -->" in body
    assert "the time of a build" in result.left[0]


@pytest.mark.parametrize(
    ("config", "breaks", "smart"),
    [
        ("", False, True),
        ("kramdown: {hard_wrap: true}", True, True),
        ("kramdown: x", False, True),
        ("markdown: CommonMark", False, False),
        ("markdown: CommonMark\ncommonmark: {options: [SMART, HARDBREAKS]}", True, True),
        ("markdown: CommonMark\ncommonmark: [SMART]", False, False),
    ],
)
def test_lines_and_quotes_are_what_they_were(config: str, *, breaks: bool, smart: bool) -> None:
    extensions = convert_jekyll(config=config).config["markdown_extensions"]
    assert ("nl2br" in extensions, "smarty" in extensions) == (breaks, smart)


def test_a_text_for_which_liquid_is_switched_off_stays_as_it_is() -> None:
    text = "Write `{{ site.title }}` and {% include x.html %}."
    assert (
        convert_jekyll(text, meta="render_with_liquid: false").post("post.md").body == f"{text}\n"
    )
    default = "defaults: [{scope: {path: ''}, values: {render_with_liquid: false}}]"
    assert convert_jekyll(text, config=default).post("post.md").body == f"{text}\n"
    assert "Old" in convert_jekyll(text, meta="render_with_liquid: true").post("post.md").body


@pytest.mark.parametrize("key", ["media_subpath", "img_path"])
def test_pictures_are_where_the_front_matter_says(key: str) -> None:
    result = convert_jekyll(
        "![a](a.png) ![b](/b.png)",
        meta=f"{key}: /posts/trip\nimage: {{path: a.png, alt: A}}",
        more="\n-- posts/trip/a.png --\nx\n-- b.png --\nx\n",
    )
    post = result.post("first-post.md")
    assert post.body == "![a](../../posts/trip/a.png) ![b](../../b.png)\n"
    assert post.meta["image"] == {"path": "posts/trip/a.png", "alt": "A"}
    assert result.left == []


def test_code_is_called_by_the_file_that_its_attributes_name() -> None:
    text = "```sh\nx\n```\n{: .nolineno file='a/b.sh' }\n\n```\ny\n```\n{: file=\"c\" }\n"
    assert convert_jekyll(text).post("first-post.md").body == (
        '```sh title="a/b.sh"\nx\n```\n\n```text title="c"\ny\n```\n'
    )


def test_neighbours_of_a_post_are_known_to_its_text() -> None:
    text = "{{ page.previous.title }}|{{ page.next.title }}|{{ page.next.url }}"
    more = "".join(
        f"\n-- _posts/20{year}-01-01-x.md --\n---\ntitle: Y{year}\n---\n" for year in (19, 22, 23)
    )
    assert (
        convert_jekyll(text, more=more).post("first-post.md").body == "Y19|Y22|/2022/01/01/x.html\n"
    )


def test_a_theme_that_writes_a_feed_has_one() -> None:
    assert convert_jekyll(config="theme: jekyll-theme-chirpy").options["feeds_formats"]["atom"] == (
        "feed.xml"
    )


def test_a_configuration_that_cannot_be_read_is_listed() -> None:
    (found,) = convert_files(f"-- _config.yml --\na: [b\n-- {JEKYLL_POST} --\n---\n---\n").left
    assert found.startswith("_config.yml: configuration: this file cannot be read")
