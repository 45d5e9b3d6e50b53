"""What `docs/compare.md` says of other blogs, tried on the versions that the tests install.

What the page says of Docusaurus is cited there.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import MkDocsException
from support.sites import Site, write_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from support.sites import Build

PAGE = Path(__file__).parents[2] / "docs/compare.md"
MATERIAL = "plugins: [search, material/blog: {authors_profiles: true}]"
AUTHORS = "authors:\n  ada: {name: Ada, description: Writes, avatar: https://example.org/a.png}\n"
BODY = "# A title\n\nThe first paragraph.\n\nThe last one, with [a link](../../index.md).\n"


def post(front_matter: str, body: str = BODY) -> str:
    return f"---\n{front_matter}\n---\n\n{body}"


POSTS = {
    "index.md": "# Home\n",
    "blog/.authors.yml": AUTHORS,
    "blog/index.md": "# Blog\n",
    "blog/posts/a.md": post("date: 2024-01-31\ntags: [Spark]\nauthors: [ada]"),
}
TWICE = {**POSTS, "blog/posts/b.md": post("date: 2024-01-31")}
OF_JEKYLL = {**POSTS, "blog/posts/a.md": post("date: 2017-11-03 10:31:52 +0900")}
WITHOUT_FILE = {key: text for key, text in POSTS.items() if key != "blog/.authors.yml"}


def cell(row: str, column: str) -> str:
    """Return what the table says in a row about the blog whose name begins with `column`."""
    lines = [
        [part.strip() for part in line.strip("|").split("|")]
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    (index,) = (number for number, name in enumerate(lines[0]) if name.startswith(column))
    (found,) = (cells[index] for cells in lines if cells[0] == f"{row} *")
    return found


@pytest.mark.parametrize(
    ("column", "package"),
    [
        ("Material's blog", "mkdocs-material"),
        ("Zensical's blog", "zensical"),
        ("mkdocs-rss", "mkdocs-rss-plugin"),
    ],
)
def test_the_page_names_the_versions_that_are_tried(column: str, package: str) -> None:
    (named,) = re.findall(rf"\| {column} ([\d.]+)", PAGE.read_text(encoding="utf-8"))
    assert f"{version(package)}.".startswith(f"{named}.")


def test_lists_of_materials_blog_show_whole_posts_and_no_page_per_tag(build: Build) -> None:
    site = build(POSTS, MATERIAL, theme="material")
    assert "The last one" in site.read("blog")
    assert cell("excerpt without a marker", "Material") == "the whole post"
    assert site.exists("blog/author/ada/index.html")
    assert not any("tag" in page or "spark" in page for page in site.pages)
    assert [path for path in site.paths if path.endswith(".xml")] == ["sitemap.xml"]
    assert "BlogPosting" not in site.read("blog/2024/01/31/a-title")
    assert cell("`BlogPosting` for search engines", "Material") == "no"


def test_materials_blog_loses_one_of_two_posts_at_one_address(build: Build) -> None:
    site = build(TWICE, MATERIAL, theme="material")
    assert [page for page in site.pages if "2024/01" in page] == [
        "blog/2024/01/31/a-title/index.html"
    ]
    assert site.warnings == []
    assert cell("two posts at one address", "Material") == "one is lost"


@pytest.mark.parametrize(
    ("files", "row"),
    [
        (OF_JEKYLL, "a date such as `2017-11-03 10:31:52 +0900`"),
        (WITHOUT_FILE, "authors without an authors file"),
    ],
)
def test_materials_blog_stops_the_build(build: Build, files: Mapping[str, str], row: str) -> None:
    with pytest.raises(MkDocsException):
        build(files, "plugins: [search, material/blog]", theme="material")
    assert cell(row, "Material") == "stops the build"


RSS = "plugins: [rss: {match_path: 'blog/posts/.*', date_from_meta: {as_creation: date%s}}]"


def test_mkdocs_rss_writes_feeds_of_pages_on_any_theme(build: Build) -> None:
    long = post("date: 2024-01-31\nauthors: [bob]", BODY + "\n\n" + "Word. " * 200)
    site = build({**POSTS, "blog/posts/a.md": long}, RSS % "")
    feeds = [path for path in site.paths if path.startswith("feed_") and "created" in path]
    assert feeds == ["feed_json_created.json", "feed_rss_created.xml"]
    assert cell("feeds", "mkdocs-rss") == "RSS, JSON"
    feed = site.read("feed_rss_created.xml")
    assert "../../index.md" in feed
    assert cell("links in feeds made absolute", "mkdocs-rss") == "no"
    assert "<author>bob</author>" in feed
    assert site.warnings == []
    assert cell("authors without an authors file", "mkdocs-rss") == "yes"
    assert 0 < feed.count("Word.") < 200
    assert cell("excerpt without a marker", "mkdocs-rss") == "yes"
    assert "BlogPosting" not in site.read("blog/posts/a")


def test_mkdocs_rss_reads_dates_of_jekyll_by_option(build: Build) -> None:
    assert "03 Nov 2017" not in build(OF_JEKYLL, RSS % "").read("feed_rss_created.xml")
    form = ", datetime_format: '%Y-%m-%d %H:%M:%S %z'"
    assert "03 Nov 2017" in build(OF_JEKYLL, RSS % form).read("feed_rss_created.xml")
    assert cell("a date such as `2017-11-03 10:31:52 +0900`", "mkdocs-rss") == "by option"


def zensical(folder: Path, files: Mapping[str, str], blog: str = "blog") -> tuple[Site, str]:
    """Build `files` with Zensical's own blog, and return what it says when it stops."""
    plugins = f"plugins: [search, {blog}, tags, rss]"
    config = f"site_name: Site\nsite_url: https://example.org/\n{plugins}\n"
    docs = {f"docs/{path}": text for path, text in files.items()}
    write_files(folder, {"mkdocs.yml": f"theme: {{name: material}}\n{config}", **docs})
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    said = "" if done.returncode == 0 else done.stderr.strip().rpartition("\n")[2]
    return Site(folder / "site", ()), said


def test_zensicals_blog_shows_whole_posts_and_no_page_per_tag(tmp_path: Path) -> None:
    site, said = zensical(tmp_path, POSTS)
    assert said == ""
    assert "The last one" in site.read("blog")
    assert cell("excerpt without a marker", "Zensical") == "the whole post"
    assert not any("tag" in page or "spark" in page for page in site.pages)
    assert cell("a page per tag", "Zensical") == "no"
    assert not any("author" in page for page in site.pages)
    with_authors, _ = zensical(tmp_path / "authors", POSTS, "blog: {authors_profiles: true}")
    assert with_authors.exists("blog/author/ada/index.html")
    assert cell("a page per author", "Zensical") == "by option"
    assert "BlogPosting" not in site.read("blog/2024/01/31/a-title")
    assert {"feed_rss_created.xml", "feed_json_created.json"} <= set(site.paths)
    assert cell("feeds", "Zensical") == "RSS, JSON"
    assert "../../index.md" in site.read("feed_rss_created.xml")
    assert cell("links in feeds made absolute", "Zensical") == "no"


@pytest.mark.parametrize(
    ("files", "row", "answer", "said"),
    [
        (TWICE, "two posts at one address", "stops the build", "multiple owners"),
        (OF_JEKYLL, "a date such as `2017-11-03 10:31:52 +0900`", "stops the build", "timezone"),
        (WITHOUT_FILE, "authors without an authors file", "stops the build", "ada"),
    ],
)
def test_zensicals_blog_stops_the_build(
    tmp_path: Path, files: Mapping[str, str], row: str, answer: str, said: str
) -> None:
    assert said in zensical(tmp_path, files)[1]
    assert cell(row, "Zensical") == answer
