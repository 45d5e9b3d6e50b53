"""The dates of Hugo's pages, by the keys that `frontmatter` of the configuration names."""

from __future__ import annotations

import pytest
from support.old_blogs import Converted, convert_files, page_of

CONFIG = '-- hugo.toml --\nbaseURL = "https://old.example/"\n'
NAMED = "content/posts/2018-03-02_bar.md"


def converted(frontmatter: str, path: str, meta: str) -> Converted:
    """Convert a site with a post at `path` and another one."""
    other = page_of("content/posts/other.md", "date: 2000-01-01", "Text.")
    return convert_files(f"{CONFIG}[frontmatter]\n{frontmatter}\n{page_of(path, meta)}{other}")


@pytest.mark.parametrize(
    ("keys", "meta", "date", "permalink"),
    [
        ("[':filename', 'date']", "title: B", "2018-03-02", "/posts/bar/"),
        ("[':filename', 'date']", "date: 2001-01-01", "2018-03-02", "/posts/bar/"),
        ("[':filename']", "slug: own", "2018-03-02", "/posts/own/"),
        ("['date', ':filename']", "date: 2001-01-01", "2001-01-01", None),
        ("[':fileModTime', ':default']", "pubDate: 2001-01-02", "2001-01-02", None),
        ("['MyDate', ':default']", "mydate: 2002-02-02\ndate: 2001-01-01", "2002-02-02", None),
        ("['mydate', ':default']", "mydate: soon\ndate: 2001-01-01", "2001-01-01", None),
    ],
)
def test_the_keys_are_tried_in_the_order_of_the_configuration(
    keys: str, meta: str, date: str, permalink: str | None
) -> None:
    post = converted(f"date = {keys}", NAMED, meta).post("bar.md").meta
    assert (post["date"], post.get("permalink")) == (date, permalink)


def test_the_name_of_a_bundle_is_that_of_its_folder() -> None:
    result = converted("date = ':filename'", "content/posts/2018-03-01-foo/index.md", "title: Foo")
    post = result.post("foo/index.md").meta
    assert (post["date"], post["permalink"]) == ("2018-03-01", "/posts/foo/")


def test_updates_and_the_end_have_keys_of_their_own() -> None:
    keys = "lastmod = ['revised', ':git', 'date']\nexpiryDate = ['dies', ':default']\npublishDate = 'from'"
    meta = "date: 2001-01-01\nrevised: 2002-01-01\nexpirydate: 2003-01-01\nfrom: 2001-06-01"
    post = converted(keys, NAMED, meta).post("bar.md").meta
    assert post["updated"] == "2002-01-01"
    assert post["expires"] == "2003-01-01"
    assert post["publishDate"] == "2001-06-01"
    assert "updated" not in converted(keys, NAMED, "date: 2001-01-01").post("bar.md").meta


def test_a_date_that_is_not_read_is_told() -> None:
    result = converted("", "content/posts/a.md", "title: A\ndate: the 5th of May")
    assert result.left == [
        "content/posts/a.md: date: 'the 5th of May' cannot be read as a date, so this is an ordinary page"
    ]
