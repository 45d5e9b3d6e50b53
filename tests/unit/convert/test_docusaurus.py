"""Docusaurus sites as text: addresses, MDX, authors and tags."""

from __future__ import annotations

import pytest
from support.old_blogs import Converted, convert_files

CONFIG = """\
-- docusaurus.config.js --
// url: 'https://wrong.example',
module.exports = {
  title: 'Old',
  tagline: 'A tagline',
  url: 'https://old.example',
  baseUrl: '/site/',
  presets: [['classic', {docs: {path: 'docs'}, blog: {OPTIONS}}]],
};
"""


def converted(files: str, options: str = "showReadingTime: true") -> Converted:
    """Convert a site with the given files below `blog`."""
    return convert_files(CONFIG.replace("OPTIONS", options) + files)


@pytest.mark.parametrize(
    ("name", "meta", "options", "address"),
    [
        ("2021-03-04-hello.md", "", "", "blog/2021/03/04/hello"),
        ("2021-03-04-hello/index.md", "", "", "blog/2021/03/04/hello"),
        ("2021/03/04/hello.mdx", "", "", "blog/2021/03/04/hello"),
        ("x/2021-03-04-hello.md", "", "", "blog/x/2021/03/04/hello"),
        ("2021-03-04-hello.md", "slug: other", "", "blog/other"),
        ("2021-03-04-hello.md", "slug: /deep/other", "", "blog/deep/other"),
        ("hello.md", "date: 2021-03-04", "", "blog/hello"),
        ("2021-03-04-hello.md", "slug: a", "routeBasePath: '/'", "a"),
        ("2021-03-04-hello.md", "slug: a", "routeBasePath: 'news', path: './blog'", "news/a"),
    ],
)
def test_a_post_is_linked_from_others_by_its_old_address(
    name: str, meta: str, options: str, address: str
) -> None:
    result = converted(
        f"-- blog/{name} --\n---\n{meta}\n---\n# Hello\n\nx\n"
        f"-- blog/2022-01-01-other.md --\n[a](/{address}) [b](/site/{address}/) [c](./{name})\n",
        options,
    )
    target = name.replace(".mdx", ".md")
    assert result.post("other.md").body.strip() == f"[a]({target}) [b]({target}) [c]({target})"
    assert result.left == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (":::note\nhi\n:::", "!!! note\n\n    hi"),
        (":::tip[A title]\n- a\n  - b\n:::", '!!! tip "A title"\n\n    - a\n        - b'),
        (":::caution Old title\n\nhi\n\n:::", '!!! warning "Old title"\n\n    hi'),
        (
            "::::info\n:::note\nin\n:::\nout\n::::",
            "!!! info\n\n    !!! note\n\n        in\n\n    out",
        ),
        ("a\n\n{/* truncate */}\n\nb", "a\n\n<!-- truncate -->\n\nb"),
        (
            'import Tabs from \'@theme/Tabs\';\n\n<Tabs>\n<TabItem value="a" label="A">\n\none\n\n</TabItem>\n</Tabs>',
            "**A**\n\none",
        ),
        (
            "```jsx\nimport x from 'y';\n<Foo />\n:::note\n```",
            "```jsx\nimport x from 'y';\n<Foo />\n:::note\n```",
        ),
        (
            "<img src={require('./a.png').default} width={30} style={{a: 1}} />",
            '<img src="../../../../a.png" width="30" />',
        ),
        (
            "![a](./a.png) ![s](@site/static/s.png) ![t](pathname:///s.png)",
            "![a](../a.png) ![s](../../s.png) ![t](../../s.png)",
        ),
        (
            '<Link to="/blog/2021/03/04/hello">x</Link>',
            '<a href="./">x</a>',
        ),
        ("<TOCInline toc={toc} />", "[TOC]"),
        ("`<Foo />` and `:::`", "`<Foo />` and `:::`"),
    ],
)
def test_mdx_becomes_markdown(text: str, expected: str) -> None:
    result = converted(
        f"-- blog/2021-03-04-hello.md --\n{text}\n-- blog/a.png --\nx\n-- static/s.png --\nx"
    )
    assert result.post("hello.md").body.strip() == expected
    assert result.left == []


@pytest.mark.parametrize(
    ("text", "expected", "left"),
    [
        (
            "x\n\n<Chart data={d} />",
            "<!-- component, not converted: Chart data=(d) / -->",
            "blog/2021-03-04-hello.mdx:3: component: <Chart data={d} />",
        ),
        (
            "`a`\n\n`b` <Chart /> c",
            "<!-- component, not converted: Chart / -->",
            "blog/2021-03-04-hello.mdx:3: component: <Chart />",
        ),
        (
            "import C from './c';\n\nx",
            "x",
            "blog/2021-03-04-hello.mdx:1: MDX: import C from './c';",
        ),
    ],
)
def test_components_are_kept_as_comments_and_listed(text: str, expected: str, left: str) -> None:
    result = converted(f"-- blog/2021-03-04-hello.mdx --\n{text}\n")
    assert expected in result.post("hello.md").body
    assert result.left == [left]


def test_authors_tags_and_front_matter_are_in_our_terms() -> None:
    result = converted(
        "-- blog/authors.yml --\nada:\n  name: Ada\n  title: Lead\n  image_url: /a.png\n  socials: {github: ada}\n"
        "-- blog/tags.yml --\ngo:\n  label: Go\n  permalink: /golang\n  description: Go posts\n"
        "-- blog/2021-03-04-hello.md --\n---\nauthors: [ada, {name: Bob, url: 'https://b.example'}]\ntags: [go, {label: New, permalink: /n}]\n"
        "unlisted: true\nlast_update: {date: 2021-04-01}\nhide_table_of_contents: true\n---\n# Hello\n\nx\n"
    )
    assert result.post("hello.md").meta == {
        "title": "Hello", "date": "2021-03-04", "updated": "2021-04-01",
        "authors": ["ada", {"name": "Bob", "url": "https://b.example"}], "tags": ["go", "New"],
        "unlisted": True, "hide": ["toc"],
    }  # fmt: skip
    assert "slug: golang" in str(result.files["docs/blog/.terms.yml"])
    assert "name: Ada" in str(result.files["docs/blog/.authors.yml"])
    assert result.options["tags_url_format"] == "tags/{slug}"
    assert result.config["site_url"] == "https://old.example/site/"


@pytest.mark.parametrize(
    ("header", "hide"),
    [
        ("hide_table_of_contents: false", None),
        ("hide_table_of_contents: 'true'", ["toc"]),
        ("hide_table_of_contents: true\nhide: [navigation, toc]", ["navigation", "toc"]),
        ("hide_table_of_contents: true\nhide: navigation", ["navigation", "toc"]),
        ("hide: [footer]", ["footer"]),
    ],
)
def test_a_hidden_table_of_contents_joins_what_else_is_hidden(header: str, hide: object) -> None:
    result = converted(f"-- blog/2021-03-04-hello.md --\n---\n{header}\n---\nx\n")
    meta = result.post("hello.md").meta
    assert (meta.get("hide"), "params" in meta) == (hide, False)


def test_several_blogs_stay_several() -> None:
    files = (
        "-- docusaurus.config.ts --\nexport default {plugins: [['@docusaurus/plugin-content-blog', "
        "{id: 'two', path: 'news', routeBasePath: 'news'}]]}\n"
        "-- blog/2021-03-04-a.md --\nx\n-- news/2021-03-05-b.md --\n[a](/blog/2021/03/04/a)\n"
    )
    result = convert_files(files)
    assert (
        result.post("news/posts/2021-03-05-b.md").body == "[a](../../blog/posts/2021-03-04-a.md)\n"
    )
    assert [plugin["blog-plugin"]["blog_dir"] for plugin in result.config["plugins"][1:]] == [
        "blog",
        "news",
    ]


def test_a_post_without_a_date_is_a_page_at_its_address() -> None:
    result = converted("-- blog/2021-03-04-a.md --\nx\n-- blog/undated.md --\n# U\n")
    assert "docs/blog/undated.md" in result.files


@pytest.mark.parametrize(
    ("options", "tags", "authors"),
    [
        ("", "tags/{slug}", "authors/{slug}"),
        ("tagsBasePath: '/labels/', authorsBasePath: 'by'", "labels/{slug}", "by/{slug}"),
        ("tagsBasePath: '../x', authorsBasePath: '{x}'", "tags/{slug}", "authors/{slug}"),
    ],
)
def test_terms_stay_at_their_addresses(options: str, tags: str, authors: str) -> None:
    found = converted("-- blog/2021-03-04-a.md --\nx\n", options).options
    assert found["tags_url_format"] == tags
    assert found["authors_profiles_url_format"] == authors


@pytest.mark.parametrize(
    "meta",
    [
        "authors: {name: Ada, title: Lead, image_url: ./a.png}",
        "author: Ada\nauthor_title: Lead\nauthor_image_url: ./a.png",
    ],
)
def test_an_author_in_a_post_keeps_title_and_picture(meta: str) -> None:
    files = f"-- blog/2021-03-04-a.md --\n---\n{meta}\n---\nx\n"
    author = {"name": "Ada", "title": "Lead"}
    assert converted(files).post("a.md").meta["authors"] == [author]
    post = converted(f"{files}-- blog/a.png --\nx\n").post("a.md")
    assert post.meta["authors"] == [{**author, "avatar": "blog/a.png"}]


def test_authors_get_the_scheme_that_their_address_lacks_and_what_cannot_be_read_is_listed() -> (
    None
):
    result = converted(
        "-- blog/authors.yml --\nada:\n  name: Ada\n  url: ada.example/me\n  email: {a: b}\n"
        "  fediverse: nobody\n"
        "-- blog/2021-03-04-hello.md --\n---\nauthors: [ada, {name: Bob, url: www.bob.example}]\n---\nx\n"
    )
    assert "url: https://ada.example/me\n" in str(result.files["docs/blog/.authors.yml"])
    assert result.post("hello.md").meta["authors"] == [
        "ada",
        {"name": "Bob", "url": "https://www.bob.example"},
    ]
    assert result.left == [
        "docs/blog/.authors.yml: author: 'ada.fediverse' cannot be read, so it is left out"
    ]
