"""Where pages of Hugo are, and in which language: addresses, files of bundles, references."""

from __future__ import annotations

import pytest
from support.old_blogs import convert_files, page_of

CONFIG = '-- hugo.toml --\nbaseURL = "https://old.example/"\n'
LANGUAGES = "[languages.de]\nweight = 1\n[languages.en]\nweight = 2\n"
GERMAN = f"{CONFIG}defaultContentLanguage = 'de'\n{LANGUAGES}"


@pytest.mark.parametrize(
    ("index", "address"),
    [("", None), ("2020/", "/posts/2020/a/"), ("2020/x/", "/posts/2020/x/a/")],
)
def test_folders_without_a_page_of_their_own_are_no_sections(
    index: str, address: str | None
) -> None:
    section = page_of(f"content/posts/{index}_index.md", "title: S")
    post = page_of("content/posts/2020/x/a.md", "title: A\ndate: 2020-01-01", "Text.")
    result = convert_files(f"{CONFIG}[permalinks]\nposts = '/:sections/:title/'\n{section}{post}")
    assert result.options["post_url_format"] == "posts/:title"
    assert result.post("a.md").meta.get("permalink") == address


@pytest.mark.parametrize(
    ("config", "meta", "address", "files"),
    [
        ("uglyURLs = true", "", "/posts/trip.html", "posts/trip"),
        ("uglyURLs = {posts = true}", "", "/posts/trip.html", "posts/trip"),
        ("uglyURLs = {notes = true}", "", None, "posts/trip"),
        ("", "url: /own/trip.html", "/own/trip.html", "own"),
        ("", "url: /own/trip/", "/own/trip/", "own/trip"),
        ("removePathAccents = true", "slug: Été", "/posts/ete/", "posts/ete"),
    ],
)
def test_pictures_of_a_bundle_do_not_take_the_place_of_its_page(
    config: str, meta: str, address: str | None, files: str
) -> None:
    post = page_of("content/posts/trip/index.md", f"date: 2020-01-01\n{meta}", "![p](p.png)")
    result = convert_files(f"{CONFIG}{config}\n{post}-- content/posts/trip/p.png --\nx\n")
    assert f"docs/{files}/p.png" in result.files
    found = result.post("index.md")
    assert found.body == f"![p](../../../{files}/p.png)\n"
    assert found.meta.get("permalink") == address
    assert result.left == []


def test_lists_of_a_site_with_ugly_addresses_lead_to_ours() -> None:
    post = page_of("content/posts/a.md", "date: 2020-01-01\ntags: [Été]", "[t](/tags/ete.html)")
    result = convert_files(f"{CONFIG}uglyURLs = true\nremovePathAccents = true\n{post}")
    redirects = {path for path in result.files if path.endswith(".html")}
    assert redirects == {"docs/posts.html", "docs/tags.html", "docs/tags/ete.html"}
    assert result.post("a.md").body == "[t](../tags/ete/)\n"
    assert result.left == []


def test_a_reference_leads_to_the_page_in_its_own_language() -> None:
    texts = {
        "eins.md": "[z](zwei.md)", "eins.en.md": "[z](zwei.md)", "zwei.md": "x", "zwei.en.md": "x",
        "drei.md": "[z](../../en/posts/nur.md)",
    }  # fmt: skip
    bodies = {
        "eins.md": '[z]({{< ref "zwei" >}})', "eins.en.md": '[z]({{< relref "zwei.en.md" >}})',
        "drei.md": '[z]({{< ref "nur" >}})',
    }  # fmt: skip
    posts = "".join(
        page_of(f"content/posts/{name}", "date: 2020-01-01", bodies.get(name, "x"))
        for name in [*texts, "nur.en.md"]
    )
    result = convert_files(GERMAN + posts)
    assert result.post("blog/posts/eins.md").body.strip() == texts["eins.md"]
    assert result.post("en/posts/eins.md").body.strip() == texts["eins.en.md"]
    assert result.post("blog/posts/drei.md").body.strip() == texts["drei.md"]
    assert result.left == []


def test_lists_in_each_language_and_of_inner_sections_lead_to_its_blog() -> None:
    meta = "date: 2020-01-01"
    result = convert_files(
        GERMAN
        + page_of("content/posts/a.md", meta)
        + page_of("content/posts/a.en.md", f"{meta}\naliases: [/first/, second]")
        + page_of("content/posts/inner/_index.en.md", "title: Inner")
        + page_of("content/posts/inner/b.en.md", meta)
    )
    redirects = {path for path in result.files if path.endswith(".html")}
    assert redirects == {
        "docs/de/index.html", "docs/posts/index.html", "docs/en/posts/index.html",
        "docs/en/posts/inner/index.html",
    }  # fmt: skip
    assert result.post("en/posts/a.md").meta["aliases"] == ["/first/", "/en/posts/second"]


def test_ignored_files_are_no_pages_and_are_not_copied() -> None:
    result = convert_files(
        f"{CONFIG}ignoreFiles = ['\\.draft\\.md$', '\\.psd$', '(']\n"
        + page_of("content/posts/a.md", "date: 2020-01-01")
        + page_of("content/posts/b.draft.md", "date: 2020-01-01")
        + "-- content/posts/c.psd --\nx\n-- content/posts/c.png --\nx\n"
    )
    assert result.posts == ["blog/posts/a.md"]
    assert {path for path in result.files if path.endswith((".psd", ".png"))} == {
        "docs/posts/c.png"
    }
