"""Options: how they may be written, and what each of them changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import Abort, ConfigurationError
from support.repositories import commit, git

from mkdocs_blog_plugin.site import setup
from mkdocs_blog_plugin.site.files.git_dates import GitDates

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build, Site

FILES = {
    "index.md": "# Home\n",
    "blog/posts/a.md": "---\ndate: 2021-03-01\ncategories: [Alpha]\nauthor: Ada\n---\n# One\n",
    "blog/posts/b.md": "---\ndate: 2022-03-01\ncategories: [Beta]\ntags: [t]\n---\n# Two\n",
    "blog/posts/c.md": "---\ndate: 2023-04-01\ncategories: [Beta]\n---\n# Three\n",
}


def with_options(options: str) -> str:
    return f"plugins: [search, {{blog-plugin: {{{options}}}}}]"


def terms(site: Site, overview: str) -> list[str]:
    """Return what an overview lists, in order."""
    return [item.a.text for item in site.html(overview).select(".blog-index li")]


def test_options_come_from_another_file_and_from_the_environment(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = """
site_name: Base
plugins:
  blog-plugin:
    blog_dir: news
    pagination_per_page: 2
"""
    (tmp_path / "base.yml").write_text(base)
    monkeypatch.setenv("BLOG_TAGS", "thema/{slug}")
    config = """
INHERIT: base.yml
plugins:
  search: {}
  blog-plugin:
    tags_url_format: !ENV [BLOG_TAGS, "tag/{slug}"]
    categories_url_format: !ENV [NOT_SET, "topic/{slug}"]
"""
    files = {path.replace("blog/", "news/"): text for path, text in FILES.items()}
    site = build(files, config, strict=True)
    assert {
        "news/thema/t/index.html",
        "news/topic/beta/index.html",
        "news/page/2/index.html",
    } <= set(site.paths)


def test_an_older_name_of_an_option_works_and_is_reported(build: Build) -> None:
    config = with_options("pagination_per_page: 1, pagination_template: '$link_first ~1~'")
    site = build(FILES, config)
    assert site.html("blog/page/3").select_one(".blog-pager").get_text().split()[1] == "«"
    assert any("pagination_format" in warning for warning in site.warnings)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["Alpha", "Beta"]),
        ("categories_sort_by: view_name, categories_sort_reverse: true", ["Beta", "Alpha"]),
        ("categories_sort_by: view_post_count", ["Alpha", "Beta"]),
        ("categories_sort_by: view_post_count, categories_sort_reverse: true", ["Beta", "Alpha"]),
    ],
)
def test_terms_are_sorted_by_name_count_or_a_function(
    build: Build, options: str, expected: list[str]
) -> None:
    assert terms(build(FILES, with_options(options)), "blog/category") == expected


@pytest.mark.parametrize(
    ("options", "absent"),
    [
        ("archive: false", "blog/archive"),
        ("archive_index: false", "blog/archive/index.html"),
        ("categories: false", "blog/category"),
        ("categories_index: false", "blog/category/index.html"),
        ("tags: false", "blog/tag"),
        ("authors_profiles: false", "blog/author"),
        ("authors: false", "blog/author"),
        ("authors_index: false", "blog/author/index.html"),
        ("pagination: false", "/page/"),
    ],
)
def test_each_kind_of_page_can_be_left_out(build: Build, options: str, absent: str) -> None:
    everything = set(build(FILES, with_options("pagination_per_page: 1")).paths)
    site = build(FILES, with_options(f"pagination_per_page: 1, {options}"), strict=True)
    gone = everything - set(site.paths)
    assert gone
    assert all(absent in path for path in gone)
    assert not any(path.startswith(absent) for path in site.paths)
    assert site.broken_links() == []


def test_authors_can_be_left_out_of_posts(build: Build) -> None:
    site = build(FILES, with_options("authors: false"))
    assert "Ada" not in site.html("blog").get_text()
    assert "Ada" not in site.html("blog/2021/03/01/one").get_text()


@pytest.mark.parametrize("key", ["categories", "tags", "series"])
def test_terms_that_are_turned_off_are_not_on_pages(build: Build, key: str) -> None:
    post = f"---\ndate: 2021-03-01\n{key}: [Turbines]\n---\n# One\n"
    files = {"blog/posts/a.md": post, "blog/posts/b.md": post.replace("One", "Two")}
    for options, is_shown in (("related: 3", True), (f"{key}: false", False)):
        site = build(files, with_options(options), strict=True)
        for path in ("blog", "blog/2021/03/01/one"):
            assert ("Turbines" in site.html(path).body.get_text()) is is_shown


def test_a_pager_may_stand_on_a_single_page(build: Build) -> None:
    assert not build(FILES).html("blog").select(".blog-pager")
    site = build(FILES, with_options("pagination_if_single_page: true"))
    assert site.html("blog").select(".blog-pager")


def test_each_view_may_have_pages_of_its_own_length(build: Build) -> None:
    options = (
        "pagination_per_page: 1, archive_pagination: false, categories_pagination_per_page: 5, "
        "archive_date_format: \"'all'\", archive_url_date_format: \"'all'\""
    )
    site = build(FILES, with_options(options))
    assert site.titles("blog") == ["Three"]
    assert len(site.titles("blog/archive/all")) == 3
    assert len(site.titles("blog/category/beta")) == 2


@pytest.mark.parametrize(("unknown", "level"), [("ignore", 0), ("warn", 1)])
def test_categories_outside_of_the_allowed_ones_are_reported_as_configured(
    build: Build, unknown: str, level: int
) -> None:
    options = f"categories_allowed: [Alpha, Betta], categories_unknown: {unknown}"
    site = build(FILES, with_options(options))
    assert len(site.warnings) == 2 * level
    assert all("did you mean 'Betta'?" in warning for warning in site.warnings)
    assert site.titles("blog/category/beta") == ["Three", "Two"]


def test_a_category_outside_of_the_allowed_ones_can_stop_the_build(build: Build) -> None:
    with pytest.raises(Abort):
        build(FILES, with_options("categories_allowed: [Alpha], categories_unknown: error"))


def test_slugs_are_made_as_the_option_says(build: Build) -> None:
    slugify = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: none}}"
    files = {"blog/posts/a.md": "---\ndate: 2024-01-31\ntags: New York\n---\n# Über Nacht\n"}
    options = f"post_slugify: {slugify}, post_slugify_separator: _, tags_slugify: {slugify}"
    site = build(files, with_options(options))
    assert {"blog/2024/01/31/Über_Nacht/index.html", "blog/tag/New-York/index.html"} <= set(
        site.paths
    )


def test_reading_times_can_be_changed_and_left_out(build: Build) -> None:
    words = {"blog/posts/a.md": f"---\ndate: 2024-01-31\n---\n# A\n\n{'word ' * 295}\n"}
    page = "blog/2024/01/31/a"
    for options, text in (("", "2 min"), ("post_readtime_words_per_minute: 30", "10 min")):
        assert text in build(words, with_options(options)).html(page).get_text()
    assert " min" not in build(words, with_options("post_readtime: false")).html(page).get_text()


def test_a_missing_separator_is_reported_where_one_is_required(build: Build) -> None:
    files = {
        "blog/posts/a.md": "---\ndate: 2024-01-31\n---\nText.\n",
        "blog/posts/b.md": "---\ndate: 2024-01-31\n---\nText.\n\n<!-- more -->\n\nMore.\n",
    }
    (warning,) = build(files, with_options("post_excerpt: required")).warnings
    assert "docs/blog/posts/a.md" in warning


@pytest.mark.parametrize(
    "blogs",
    [
        "blog-plugin, {blog-plugin: {blog_dir: blog/news}}",
        "blog-plugin, {blog-plugin: {blog_dir: news, post_dir: blog/posts/news}}",
        "{blog-plugin: {post_dir: news}}, {blog-plugin: {blog_dir: news}}",
        "{blog-plugin: {blog_dir: .}}, {blog-plugin: {blog_dir: ., post_dir: other}}",
        "{blog-plugin: {post_dir: .}}, {blog-plugin: {blog_dir: news}}",
    ],
)
def test_blogs_that_overlap_are_an_error(build: Build, blogs: str) -> None:
    with pytest.raises(ConfigurationError, match="two blogs overlap") as stop:
        build(FILES, f"plugins: [{blogs}]")
    assert "{blog}" not in str(stop.value)


def test_a_blog_at_the_root_may_stand_beside_another(build: Build) -> None:
    files = {
        **FILES,
        "posts/x.md": "---\ndate: 2024-01-31\n---\n# X\n",
        "guide/y.md": "---\nblog: true\ndate: 2024-01-30\n---\n# Y\n",
        "2024-01-01-z.md": "---\ntitle: Z\n---\n",
    }
    site = build(files, "plugins: [blog-plugin, {blog-plugin: {blog_dir: .}}]", strict=True)
    assert site.titles("blog") == ["Three", "Two", "One"]
    assert site.titles("index.html") == ["X", "Y"]
    assert site.exists("2024-01-01-z/index.html")


def test_git_knows_the_date_of_a_post_that_has_no_other(build: Build, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "blog/posts").mkdir(parents=True)
    (docs / "blog/posts/ä b.md").write_text("# From git\n")
    git(tmp_path, "init", "-q")
    commit(tmp_path, "2021-05-06")
    (docs / "blog/posts/ä b.md").write_text("# From git\n\nChanged.\n")
    (docs / "blog/posts/dated.md").write_text("---\ndate: 2020-02-03\n---\n# Dated\n")
    commit(tmp_path, "2022-07-08")
    site = build(
        {"blog/posts/new.md": "# Not committed\n"}, with_options("post_date_from_git: true")
    )
    assert site.titles("blog") == ["From git", "Dated"]
    entry = site.entry("blog/2021/05/06/from-git")
    assert entry["published"] == ["2021-05-06T12:00:00+0900"]
    assert any("docs/blog/posts/new.md" in line for line in site.infos)
    assert build({}).titles("blog") == ["Dated"]


def test_without_git_undated_pages_stay_pages(build: Build) -> None:
    site = build(
        {"blog/posts/a.md": "# A\n"}, with_options("post_date_from_git: true"), strict=True
    )
    assert site.exists("blog/posts/a/index.html")


def test_a_missing_repository_is_told_once_for_all_blogs(build: Build) -> None:
    git_dates = "blog-plugin: {post_date_from_git: true, blog_dir: %s}"
    blogs = ", ".join(f"{{{git_dates % folder}}}" for folder in ("one", "two"))
    site = build({"one/posts/a.md": "# A\n"}, f"plugins: [{{blog-plugin: {{}}}}, {blogs}]")
    assert len([line for line in site.infos if "cannot read dates from git" in line]) == 1


def test_a_repository_is_asked_once_for_all_blogs(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def read(folder: str) -> GitDates:
        asked.append(folder)
        return GitDates()

    monkeypatch.setattr(setup, "read_git_dates", read)
    git_dates = "{blog-plugin: {post_date_from_git: true, blog_dir: %s}}"
    blogs = ", ".join(git_dates % folder for folder in ("one", "two", "three"))
    for builds in (1, 2):
        build({"one/posts/a.md": "# A\n"}, f"plugins: [{blogs}]")
        assert len(asked) == builds


def test_a_fault_in_a_file_that_blogs_share_is_told_once(build: Build) -> None:
    blog = "{blog-plugin: {blog_dir: %s, authors_file: authors.yml}}"
    blogs = ", ".join(blog % folder for folder in ("one", "two"))
    files = {
        "authors.yml": "authors:\n  ada: {title: Engineer}\n",
        "one/posts/a.md": "---\ndate: 2021-03-01\n---\n# One\n",
        "two/posts/b.md": "---\ndate: 2021-03-02\n---\n# Two\n",
    }
    site = build(files, f"plugins: [{blogs}]")
    assert len(site.warnings) == 1, site.warnings
    assert "the author has no name" in site.warnings[0]


def test_a_folder_gives_its_posts_what_they_leave_out(build: Build) -> None:
    files = {
        "index.md": "# Home\n",
        "notes/.meta.yml": "blog: true\ntags: [All]\nauthor: Ada\ndate: 2020-01-01\n",
        "notes/deep/.meta.yml": "tags: [Deep]\n",
        "notes/a.md": "---\ntags: [One]\n---\n# A\n",
        "notes/deep/b.md": "---\ndate: 2021-01-01\nauthor: Bob\n---\n# B\n",
    }
    config = "plugins: [search, meta, blog-plugin]"
    site = build(files, config, theme="material", strict=True)
    assert site.titles("blog") == ["B", "A"]
    assert site.entry("blog/2020/01/01/a")["category"] == ["All", "One"]
    entry = site.entry("blog/2021/01/01/b")
    assert entry["category"] == ["All", "Deep"]
    assert [author["properties"]["name"] for author in entry["author"]] == [["Bob"]]


def test_folders_and_options_give_posts_what_they_leave_out_on_any_theme(build: Build) -> None:
    files = {
        "index.md": "# Home\n",
        "notes/.meta.yml": "blog: true\ntags: [All]\ndate: 2020-01-01\n",
        "notes/a.md": "---\ntags: [One]\n---\n# A\n",
        "blog/posts/b.md": "---\ndate: 2021-01-01\n---\n# B\n",
        "blog/posts/c.md": "---\ndate: 2022-01-01\nauthor: Bob\n---\n# C\n",
    }
    options = "post_defaults: [{path: /blog/, values: {author: Ada, 5: x}}, {path: c.md, values: {tags: C}}]"
    site = build(files, with_options(options), strict=True)
    assert site.titles("blog") == ["C", "B", "A"]
    assert site.entry("blog/2020/01/01/a")["category"] == ["All", "One"]
    assert site.entry("blog/2021/01/01/b")["author"][0]["properties"]["name"] == ["Ada"]
    assert site.entry("blog/2022/01/01/c")["author"][0]["properties"]["name"] == ["Bob"]
    assert site.entry("blog/2022/01/01/c")["category"] == ["C"]
    assert not site.exists("notes/.meta.yml")


@pytest.mark.parametrize("text", ["- Ada\n", "Ada\n"])
def test_a_folder_gives_nothing_by_a_file_that_is_not_a_map(build: Build, text: str) -> None:
    posts = {"blog/posts/a.md": "---\ndate: 2020-01-01\n---\n# A\n", "index.md": "# Home\n"}
    site = build({**posts, "blog/posts/.meta.yml": text})
    message = "this is not a map (keys of front matter, such as 'author: Ada')"
    assert site.warnings == [f"mkdocs_blog_plugin: docs/blog/posts/.meta.yml:1: {message}"]
    assert site.titles("blog") == ["A"]
