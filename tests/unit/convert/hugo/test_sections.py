"""Sections of a Hugo site that are not its blog."""

from __future__ import annotations

from support.old_blogs import convert_files

CONFIG = '-- hugo.toml --\nbaseURL = "https://old.example/"\ntitle = "Old"\n'


def page(path: str, meta: str, body: str = "") -> str:
    """Return a page as text of a site."""
    return f"\n-- content/{path} --\n---\n{meta}\n---\n{body}\n"


POSTS = "".join(
    page(f"posts/{name}.md", f"title: {name}\ndate: 2020-02-03") for name in ("one", "two", "three")
)


def test_sections_are_pages_and_those_without_text_list_what_is_in_them() -> None:
    result = convert_files(
        f"{CONFIG}{POSTS}"
        + page(
            "posts/first.md",
            "date: 2020-01-01",
            "[a](/about/) [p](/projects/) [o](/projects/one/) [n](/projects/in/two/)",
        )
        + page("projects/_index.md", "title: Work")
        + page("projects/one.md", "title: One [1]", "![p](p.png)")
        + page("projects/in/_index.md", "title: Inner", "Says *something*.")
        + page("projects/in/two/index.md", "title: Two", "x")
        + page("about/_index.md", "title: About", "Me.")
        + page("lab/late.md", "title: Late", "x")
        + "\n-- content/projects/p.png --\nx\n-- content/projects/in/two/a.txt --\nx\n"
    )
    assert result.options["blog_dir"] == "."
    assert result.post("posts/first.md").body == (
        "[a](../../about/index.md) [p](../../projects/index.md) [o](../../projects/one.md) "
        "[n](../../projects/in/two.md)\n"
    )
    assert (
        result.post("projects/index.md").body == "- [One \\[1\\]](one.md)\n- [Inner](in/index.md)\n"
    )
    assert result.post("lab/index.md").body == "- [Late](late.md)\n"
    assert result.post("projects/in/index.md").body == "Says *something*.\n"
    assert result.post("projects/one.md").body == "![p](p.png)\n"
    assert "docs/projects/in/two/a.txt" in result.files
    inner = {"Inner": ["projects/in/index.md", {"Two": "projects/in/two.md"}]}
    assert result.config["nav"] == [
        {"Blog": ["index.md"]},
        {"About": ["about/index.md"]},
        {"Lab": ["lab/index.md", {"Late": "lab/late.md"}]},
        {"Work": ["projects/index.md", {"One [1]": "projects/one.md"}, inner]},
    ]
    assert result.left == []


def test_pages_have_the_addresses_of_their_section() -> None:
    config = "[permalinks]\npage = '/:slug/'\npost = '/p/:year/:slug/'\n[permalinks.section]\npost = '/all/'\n"
    result = convert_files(
        f"{CONFIG}{config}"
        + page("post/a/index.md", "title: A b\ndate: 2020-01-01", "[x](/me/) [y](/who/) [z](/all/)")
        + page("post/b.md", "title: B\ndate: 2020-01-02")
        + page("page/about/index.md", "title: Me", "x")
        + page("page/other/index.md", "title: O\nslug: who\ndate: 2019-01-01", "x")
    )
    assert (
        result.post("a/index.md").body
        == "[x](../../../me.md) [y](../../../who.md) [z](../../../)\n"
    )
    assert "url=../" in str(result.files["docs/all/index.html"])
    assert result.left == []


def test_sections_of_terms_introduce_the_pages_of_these() -> None:
    result = convert_files(
        f"{CONFIG}[taxonomies]\ntag = 'tags'\nauthor = 'authors'\n{POSTS}"
        + page("posts/x.md", "date: 2020-01-01\ntags: [Go Lang]\nauthors: [ada]")
        + page("tags/_index.md", "title: Tags", "All tags.")
        + page("tags/Go Lang/_index.md", "title: Go", "About Go.")
        + page("authors/ada/_index.md", "title: Ada", "Counts.")
        + page("authors/bob/_index.md", "title: Bob")
    )
    assert result.post("tags/index.md").body == "All tags.\n"
    assert result.post("tags/go-lang/index.md").body == "About Go.\n"
    assert result.post("authors/ada/index.md").body == "Counts.\n"
    assert not [path for path in result.files if "bob" in path]
    assert result.config["nav"] == [{"Blog": ["index.md"]}]


def test_terms_of_a_blog_beside_documentation_are_introduced_in_its_folder() -> None:
    result = convert_files(
        f"{CONFIG}[permalinks.section]\nposts = '/all/'\n"
        + page("posts/x.md", "date: 2020-01-01\ntags: [Go]", "[t](/tags/go/) [l](/all/)")
        + page("docs/_index.md", "title: Docs", "x")
        + page("docs/a.md", "title: A", "x")
        + page("tags/go/_index.md", "title: Go", "About Go.")
    )
    assert result.post("posts/tags/go/index.md").body == "About Go.\n"
    assert "url=../../posts/tags/go/" in str(result.files["docs/tags/go/index.html"])
    assert "url=../posts/" in str(result.files["docs/all/index.html"])
    assert {"docs/docs/index.md", "docs/docs/a.md"} <= set(result.files)
    assert [found for found in result.left if "feed" not in found] == []


def test_pages_that_only_a_layout_fills_lead_to_what_we_have() -> None:
    result = convert_files(
        CONFIG
        + page("posts/x.md", "date: 2020-01-01", "[a](/old/) [s](/find/) [r](/index.xml)")
        + page("archives.md", "layout: archives\nurl: /old/")
        + page("search.md", "layout: search\nurl: /find/")
        + page("plain.md", "title: Plain")
    )
    assert "url=../archive/" in str(result.files["docs/old/index.html"])
    assert "url=../" in str(result.files["docs/find/index.html"])
    assert "docs/plain.md" in result.files
    assert result.left == []


def test_a_configuration_that_cannot_be_read_is_listed() -> None:
    text = page("posts/x.md", "date: 2020-01-01")
    (found,) = convert_files(f"-- hugo.yaml --\na: [b\n{text}").left
    assert found.startswith("hugo.yaml: configuration: this file cannot be read")
    assert convert_files(f"-- hugo.yaml --\n# nothing\n---\n{text}").left == []
