"""Pages of Jekyll in folders that are included, and in collections."""

from __future__ import annotations

import pytest
from support.old_blogs import JEKYLL, convert_files, convert_jekyll, page_of


def test_a_folder_that_is_included_has_pages() -> None:
    more = (
        page_of("_pages/about.md", "permalink: /about/", "Who I am.")
        + page_of("_pages/more.md", "title: More", "More.")
        + page_of("_other/x.md", "title: X", "Hidden.")
        + page_of("_pages/404.md", "permalink: /404.html", "Gone.")
    )
    result = convert_jekyll("[a](/about/)", config="include: [.htaccess, _pages]", more=more)
    assert result.post("first-post.md").body == "[a](../../about.md)\n"
    assert result.post("about.md").body == "Who I am.\n"
    assert {path for path in result.files if path.endswith(".md")} == {
        "docs/about.md", "docs/_pages/more.md", "docs/blog/posts/2020-02-03-first-post.md",
    }  # fmt: skip


def test_what_the_configuration_excludes_is_left_out() -> None:
    names = (
        *("old/2019.md", "older.md", "cat/_posts/2020-01-01-a.md", "_posts/2020-01-02-a.draft.md"),
        *("_posts/wip/2020-01-03-b.md", "about.md", "cats/_posts/2020-01-04-c.md"),
    )
    more = "".join(page_of(name, "title: X", "Words.") for name in names)
    config = "exclude: [/old, cat/, '*.draft.md', _posts/wip]"
    result = convert_jekyll("First.", config=config, more=more)
    assert {path for path in result.files if path.endswith(".md")} == {
        *("docs/about.md", "docs/blog/posts/2020-02-03-first-post.md"),
        "docs/blog/posts/cats/2020-01-04-c.md",
    }
    assert convert_jekyll("First.", config=config).report.left == result.report.left


@pytest.mark.parametrize(
    ("config", "name", "meta", "address"),
    [
        ("", "_notes/a.md", "", "/notes/a.html"),
        ("permalink: pretty", "_notes/a.md", "", "/notes/a/"),
        ("permalink: /blog/:year/:title/", "_notes/sub/a.md", "", "/notes/sub/a/"),
        ("NOTES: /n/:year/:title/", "_notes/2020-01-02-a.md", "", "/n/2020/a/"),
        ("NOTES: /n/:year/:month/:name", "_notes/a.md", "date: 2021-03-04", "/n/2021/03/a"),
        ("NOTES: /n/:slug/", "_notes/a.md", "slug: own", "/n/own/"),
        ("NOTES: /n/:year/:title/", "_notes/a.md", "", "/notes/a.html"),
    ],
)
def test_pages_of_collections_are_linked_by_their_old_addresses(
    config: str, name: str, meta: str, address: str
) -> None:
    if config.startswith("NOTES: "):
        entry = f"{{output: true, permalink: '{config.removeprefix('NOTES: ')}'}}"
        config = f"collections: {{notes: {entry}}}"
    else:
        config = f"{config}\ncollections: {{notes: {{output: true}}}}"
    result = convert_jekyll(
        f"[x]({address})", config=config, more=page_of(name, f"title: A\n{meta}")
    )
    assert result.left == []
    assert result.post("first-post.md").body.startswith("[x](../../")


def test_pages_list_what_is_in_a_collection() -> None:
    more = (
        page_of("_projects/one.md", "title: One\nrank: 2")
        + page_of("_projects/two.md", "title: Two\nrank: 1")
        + page_of(
            "work.md",
            "title: Work",
            "{% assign all = site.projects | sort: 'rank' %}\n"
            "{% for p in all %}[{{ p.title }}]({{ p.url }}) {% endfor %}",
        )
    )
    result = convert_jekyll(config="collections: {projects: {output: true}}", more=more)
    assert result.post("work.md").body == "[Two](projects/two.md) [One](projects/one.md) \n"


def test_collections_may_lie_in_a_folder_of_their_own() -> None:
    more = page_of(
        "my/_posts/2020-01-01-two.md", "title: Two\ncategory: a", "[c](/recipes/cake/)"
    ) + page_of("my/_recipes/cake.md", "title: Cake")
    config = (
        "collections_dir: my\ncollections: {recipes: {output: true}}\npermalink: /:categories/:title/\n"
        "defaults: [{scope: {path: my/_posts}, values: {tags: [t]}}]"
    )
    result = convert_files(f"{JEKYLL}{config}\n{more}")
    two = result.post("two.md")
    assert two.path == "docs/blog/posts/2020-01-01-two.md"
    assert (two.meta["categories"], two.meta["tags"]) == (["a"], ["t"])
    assert two.body == "[c](../../recipes/cake.md)\n"
    assert result.left == []


def test_files_beside_the_pages_of_a_collection_are_copied_to_their_addresses() -> None:
    config = (
        "collections:\n  team: {output: true}\n  food: {output: true, permalink: '/eat/:path/'}\n"
        "  notes: {output: false}"
    )
    more = "\n-- _team/img/a.png --\nx\n-- _team/.hidden --\nx\n-- _food/b.png --\nx\n-- _notes/c.png --\nx\n"
    more += "-- _team/ann.md --\n---\n---\nAnn.\n-- _team/no-header.md --\nText.\n"
    result = convert_jekyll(config=config, more=more)
    copies = {path for path in result.files if path.endswith((".png", ".hidden"))}
    assert copies == {"docs/team/img/a.png", "docs/eat/b.png"}
    assert not [path for path in result.files if "no-header" in path]


@pytest.mark.parametrize(
    ("config", "more", "is_page"),
    [
        ("", "", False),
        ("plugins: [jekyll-optional-front-matter]", "", True),
        ("plugins: [github-pages]", "", True),
        ("", "-- Gemfile --\ngem 'github-pages', group: :jekyll_plugins\n", True),
    ],
)
def test_a_text_without_front_matter_is_a_page_where_a_plugin_makes_it_one(
    config: str, more: str, *, is_page: bool
) -> None:
    texts = "\n-- about.md --\n# About\n-- README.md --\nRead me.\n-- CONTRIBUTING.md --\nHelp.\n"
    files = convert_jekyll(config=config, more=texts + more).files
    assert ("docs/about.md" in files) is is_page
    assert not {"docs/README.md", "docs/CONTRIBUTING.md"} & set(files)
