"""Docusaurus sites as text: addresses, MDX, authors and tags."""

from __future__ import annotations

import pytest
from support.old_blogs import Converted, convert_files

from mkdocs_blog_plugin.convert.docusaurus.tags import kebab_case

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
        (":::note See [1]\nhi\n:::", '!!! note "See [1]"\n\n    hi'),
        ("> :::note\n> hi\n>\n> :::\n\nout", "> !!! note\n>\n>     hi\n\nout"),
        (
            "> a\n>\n> > :::tip[T]\n> > ```\n> > :::\n> > ```\n> > :::\n> b",
            '> a\n>\n> > !!! tip "T"\n> >\n> >     ```\n> >     :::\n> >     ```\n>\n> b',
        ),
        ("```\n> :::note\n```", "```\n> :::note\n```"),
        (":::recipe[Own]\nhi\n:::", '!!! recipe "Own"\n\n    hi'),
        ("<>\na\n</>", "a"),
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
            'x\n\n<head>\n  <meta name="robots" content="none" />\n</head>\n',
            '<!-- component, not converted: head› <meta name="robots" content="none" /› </head -->',
            'blog/2021-03-04-hello.mdx:3: component: <head> <meta name="robots" content="none" /> </head>',
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
        "-- blog/2021-03-04-hello.md --\n---\nauthors: [ada, {name: Bob, url: 'https://b.example', socials: {github: bob}}]\ntags: [go, {label: New, permalink: /n}]\n"
        "unlisted: true\nlast_update: {date: 2021-04-01}\nhide_table_of_contents: true\n---\n# Hello\n\nx\n"
    )
    assert result.post("hello.md").meta == {
        "title": "Hello", "date": "2021-03-04", "updated": "2021-04-01",
        "authors": ["ada", {"name": "Bob", "url": "https://b.example", "socials": {"github": "bob"}}], "tags": ["go", "New"],
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


@pytest.mark.parametrize(
    "plugin",
    [
        "['@docusaurus/plugin-content-blog', {OPTIONS}]",
        "['@docusaurus/plugin-content-blog', /** @type {import('x').Options} */ ({OPTIONS})]",
        "[require.resolve('@docusaurus/plugin-content-blog'), {OPTIONS}]",
    ],
)
def test_several_blogs_stay_several(plugin: str) -> None:
    options = "id: 'two', path: 'news', routeBasePath: 'news'"
    files = (
        "-- docusaurus.config.ts --\n"
        f"export default {{plugins: [{plugin.replace('OPTIONS', options)}]}}\n"
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


POST = "blog/2021-03-04-hello.mdx"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rocket Science", "rocket-science"),
        ("Node.js", "node-js"),
        ("C++", "c"),
        ("camelCase", "camel-case"),
        ("APIServer v2.0", "api-server-v-2-0"),
        ("Élève", "eleve"),
        ("Ærø Größe", "aero-grosse"),
        ("e\u0301a it’s", "ea-its"),
        ("日本語2", "日本語-2"),
        ("Привет Мир", "привет-мир"),
        ("1st 123abc 3D", "1st-123-abc-3-d"),
    ],
)
def test_slugs_of_tags_are_those_of_lodash(text: str, expected: str) -> None:
    assert kebab_case(text) == expected


def test_tags_and_authors_keep_the_addresses_of_their_pages() -> None:
    result = converted(
        "-- blog/people.yml --\nJaneRoe: {name: Jane, socials: {email: jane@x.example, github: jane}}\n"
        "bob: {name: Bob, page: {permalink: /team/bob}}\nann: {name: Ann, page: true}\n"
        "-- blog/labels.yml --\nhello: {label: Hello World, permalink: /hi}\nplain: {}\n"
        "-- blog/2021-03-04-hello.md --\n---\ntags: [hello, Node.js, {label: C++, permalink: /cpp}, plain]\n---\n"
        "[a](/site/blog/tags/hi) [b](/blog/tags/node-js/) [c](/blog/tags/cpp) [d](/blog/authors/team/bob) "
        "[e](/blog/archive) [f](/blog/tags)\n",
        "authorsMapPath: 'people.yml', tags: './labels.yml'",
    )
    assert result.files["docs/blog/.terms.yml"] == (
        "tags:\n  hello:\n    label: Hello World\n    slug: hi\n  Node.js:\n    slug: node-js\n  C++:\n    slug: cpp\n"
    )
    assert result.files["docs/blog/.authors.yml"] == (
        "authors:\n  JaneRoe:\n    name: Jane\n    socials:\n      github: jane\n    slug: jane-roe\n"
        "    email: jane@x.example\n  bob:\n    name: Bob\n    slug: team/bob\n  ann:\n    name: Ann\n"
    )
    assert result.post("hello.md").body.strip() == (
        "[a](../../../../tags/hi/) [b](../../../../tags/node-js/) [c](../../../../tags/cpp/) "
        "[d](../../../../authors/team/bob/) [e](../../../../archive/) [f](../../../../tags/)"
    )
    assert result.left == []


def test_options_of_lists_stay() -> None:
    options = converted(
        "-- blog/2021-03-04-hello.md --\nx\n",
        "postsPerPage: 'ALL', archiveBasePath: 'all', pageBasePath: 'p'",
    ).options
    assert {key: options.get(key) for key in ("pagination", "archive_url_format")} == {
        "pagination": False, "archive_url_format": "all/{date}",
    }  # fmt: skip
    assert options["pagination_url_format"] == "p/{page}"
    assert "pagination_per_page" not in options


@pytest.mark.parametrize(
    ("options", "path", "title"),
    [
        ("blogTitle: 'News', blogDescription: \"Ada's desk\"", "docs/blog/index.md", "News"),
        ("routeBasePath: '/', blogDescription: 'A'", "docs/index.md", None),
    ],
)
def test_the_index_has_the_title_and_the_description_of_the_blog(
    options: str, path: str, title: str | None
) -> None:
    files = "-- blog/2021-03-04-hello.md --\nx\n-- i18n/fr/docusaurus-plugin-content-blog/2021-03-04-hello.md --\ny\n"
    result = converted(files, options)
    page = result.post(path)
    assert (page.meta.get("title"), bool(page.meta["description"])) == (title, True)
    assert page.body.strip() == ""
    assert "docs/fr/blog/index.md" not in result.files


def test_without_slashes_posts_are_files_that_links_find() -> None:
    files = CONFIG.replace("baseUrl", "trailingSlash: false,\n  baseUrl").replace("OPTIONS", "")
    result = convert_files(
        f"{files}-- blog/2021-03-04-a.md --\nx\n-- blog/2021-03-05-b.md --\n[a](/blog/2021/03/04/a)\n"
    )
    assert result.options["post_url_format"] == ":year/:month/:day/:title.html"
    assert "permalink" not in result.post("a.md").meta
    assert result.post("b.md").body == "[a](2021-03-04-a.md)\n"


def test_translations_are_blogs_that_share_the_authors_and_terms() -> None:
    result = converted(
        "-- blog/tags.yml --\na: {label: A}\n-- blog/2021-03-04-hello.md --\nx\n"
        "-- i18n/fr/docusaurus-plugin-content-blog/2021-03-04-hello.md --\nbonjour\n"
        "-- i18n/fr/docusaurus-plugin-content-blog/options.json --\n{}\n"
    )
    assert "docs/fr/blog/posts/2021-03-04-hello.md" in result.files
    options = [p["blog-plugin"] for p in result.config["plugins"][1:]]
    assert [(o["blog_dir"], o.get("locale"), o.get("terms_file")) for o in options] == [
        ("blog", None, None),
        ("fr/blog", "fr", "blog/.terms.yml"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "import Part, {x} from './_part.mdx';\n\na\n\n<Part name='x' />\n\nb",
            "a\n\nPart **text** `<Part />`\n\nb",
        ),
        (
            (
                "import pic from './a.png';\nimport Logo from '@site/static/s.svg';\n\n"
                '<img src={pic} alt={other} /> <Logo title="L" />'
            ),
            '<img src="../../../../a.png" alt={other} /> <img src="../../../../../s.svg" alt="L">',
        ),
        (
            "export const toc = [\n  {a: 1},\n];\n\nx",
            "x",
        ),
        (
            '<Admonition type="warning" title="T">text</Admonition>',
            '!!! warning "T"\n\n    text',
        ),
        (
            '<CodeBlock language="js" title="t">{`const a = \\`1\\`;`}</CodeBlock>',
            '```js title="t"\nconst a = `1`;\n```',
        ),
        (
            (
                "```js title='t' showLineNumbers\n// highlight-next-line\na\n/* highlight-start */\nb\nc\n"
                "/* highlight-end */\nd\n```"
            ),
            '```js title="t" hl_lines="1 2 3" linenums="1"\na\nb\nc\nd\n```',
        ),
        (
            "```js {1}\n// highlight-next-line\na\n```",
            '```js hl_lines="1"\n// highlight-next-line\na\n```',
        ),
        (
            "[o](2021-03-05-other.md) [p](@site/blog/2021-03-05-other.md#x)",
            "[o](2021-03-05-other.md) [p](2021-03-05-other.md#x)",
        ),
    ],
)
def test_imports_and_components_of_the_theme_become_markdown(text: str, expected: str) -> None:
    result = converted(
        f"-- {POST} --\n{text}\n-- blog/_part.mdx --\n---\nx: 1\n---\nPart **text** `<Part />`\n"
        "-- blog/a.png --\nx\n-- static/s.svg --\nx\n-- blog/2021-03-05-other.md --\nx\n"
    )
    assert result.post("hello.md").body.strip() == expected
    assert [left for left in result.left if "export" not in left] == []


def test_links_are_found_from_the_folder_of_the_posts_too() -> None:
    result = converted(
        "-- blog/deep/2021-03-04-a.md --\n[o](2021-03-05-o.md) [q](/blog/2021-03-05-o.md) [r](https://x.example/y.md)\n"
        "-- blog/2021-03-05-o.md --\nx\n"
    )
    assert result.post("a.md").body.strip() == (
        "[o](../2021-03-05-o.md) [q](../2021-03-05-o.md) [r](https://x.example/y.md)"
    )


def test_what_is_imported_and_is_not_there_or_too_much_is_listed() -> None:
    result = converted(
        f"-- {POST} --\nimport A from './_a.mdx';\nimport B from './_b.mdx';\n\n<A />\n\n"
        + "<B />\n\n" * 30
        + "-- blog/_b.mdx --\n" + "x" * 10_000 + "\n"
    )  # fmt: skip
    assert [f"{POST}: MDX: '{path}' is not put in place of <{name} />" for name, path in (
        ("A", "blog/_a.mdx"), ("B", "blog/_b.mdx"),
    )] == [left for left in result.left if "MDX" in left]  # fmt: skip


def test_diagrams_are_drawn() -> None:
    result = converted(f"-- {POST} --\n```mermaid\ngraph TD\n```\n")
    assert "format: !!python/name:pymdownx.superfences.fence_code_format" in str(
        result.files["mkdocs.yml"]
    )


@pytest.mark.parametrize(
    ("options", "key", "expected"),
    [
        ("sortPosts: 'ascending'", "post_sort", "-date"),
        ("sortPosts: 'descending'", "post_sort", None),
        ("truncateMarker: /<!--\\s*cut\\s*-->/", "post_excerpt_separator", "<!-- cut -->"),
        ("truncateMarker: /a|b/", "post_excerpt_separator", None),
    ],
)
def test_orders_and_markers_stay(options: str, key: str, expected: str | None) -> None:
    result = converted("-- blog/2021-03-04-hello.md --\nx\n", options)
    assert result.options.get(key) == expected


def test_what_the_options_exclude_is_left_out() -> None:
    names = (
        "2021-03-04-a.md",
        "x/2021-03-04-b.test.mdx",
        "wip/2021-03-04-c.md",
        "x/wip/2021-03-04-d.md",
    )
    result = converted(
        "".join(f"-- blog/{name} --\nx\n" for name in names),
        "include: ['**/*.{md,mdx}'], exclude: ['**/*.test.{md,mdx}', \"wip/**\"], /* exclude: [] */",
    )
    assert result.posts == ["blog/posts/2021-03-04-a.md", "blog/posts/x/wip/2021-03-04-d.md"]
