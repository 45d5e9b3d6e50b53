"""What an excerpt links to stays right on every list, at every depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.sites import PIXEL

if TYPE_CHECKING:
    from support.sites import Build, Site

POST = """---
date: 2024-01-31
tags: Spark
categories: Deep
image: cover.png
---
# Linked

[A section](#details), [a page](../../guide/a.md#part), [a post](other.md#setup),
![beside](plot.png) ![from docs](../../images/logo.png)

## Setup

A note.[^1] <span id="own">An id</span>, [and a link to it](#own).

[^1]: The note.

<!-- more -->

## Details

Later.[^2]

[^2]: Another note.
"""

FILES = {
    "index.md": "# Home\n",
    "guide/a.md": "# A\n\n## Part\n\n[to the post](../blog/posts/linked.md#details)\n",
    "images/logo.png": PIXEL,
    "blog/posts/plot.png": PIXEL,
    "blog/posts/cover.png": PIXEL,
    "blog/posts/linked.md": POST,
    "blog/posts/other.md": POST.replace("# Linked", "# Other", 1).replace("other.md", "linked.md"),
}

LISTS = (
    *("blog", "blog/page/2", "blog/archive/2024", "blog/archive/2024/page/2"),
    *("blog/tag/spark", "blog/tag/spark/page/2", "blog/category/deep"),
)

CONFIG = """
plugins:
  - search
  - blog-plugin: {pagination_per_page: 1, categories_pagination: false}
markdown_extensions: [footnotes, {toc: {permalink: true}}]
"""


def images(site: Site, page: str) -> int:
    """Return the number of pictures inside the excerpts on a page."""
    return len(site.html(page).select(".p-summary img"))


def test_links_pictures_and_anchors_hold_on_every_list(everywhere: Build) -> None:
    site = everywhere(FILES, CONFIG, strict=True)
    assert site.broken_links() == []
    assert [images(site, page) for page in LISTS] == [2, 2, 2, 2, 2, 2, 4]


def test_no_id_stands_twice_where_posts_share_headings_and_notes(everywhere: Build) -> None:
    site = everywhere(FILES, CONFIG)
    assert len(site.titles("blog/category/deep")) == 2
    assert not any(site.repeated_ids(page) for page in site.pages)


@pytest.mark.parametrize(("directory_urls", "base"), [(True, "../../../../"), (False, "../../../")])
def test_raw_html_leads_on_lists_where_it_leads_on_the_page(
    build: Build, *, directory_urls: bool, base: str
) -> None:
    raw = f'<img src="{base}plot.png" srcset="{base}plot.png 1x, {base}plot.png 2x" alt="">'
    text = f"---\ndate: 2024-01-31\n---\n# A\n\n<p>{raw} <a href='{base}plot.png'>plot</a></p>\n"
    files = {"index.md": "# Home\n", "blog/posts/plot.png": PIXEL, "blog/posts/a.md": text}
    site = build(files, directory_urls=directory_urls)
    assert images(site, "blog") == 1
    assert site.broken_links() == []


def test_a_picture_among_the_posts_moves_with_them(build: Build) -> None:
    site = build(FILES, CONFIG)
    assert (site.folder / "blog/plot.png").read_bytes() == PIXEL
    assert not site.exists("blog/posts/plot.png")


def test_only_the_leading_posts_folder_is_taken_out_of_a_path(build: Build) -> None:
    site = build({"blog/posts/img/posts/x.png": PIXEL, "index.md": "# Home\n"})
    assert site.exists("blog/img/posts/x.png")


def test_a_path_from_the_docs_folder_is_found_and_mentioned(everywhere: Build) -> None:
    files = {
        "index.md": "# Home\n",
        "images/logo.png": PIXEL,
        "blog/posts/a.md": "---\ndate: 2024-01-31\n---\n# A\n\n![logo](images/logo.png)\n",
    }
    site = everywhere(files, strict=True)
    assert site.broken_links() == []
    assert images(site, "blog") == 1
    assert len([line for line in site.infos if "docs/blog/posts/a.md:6" in line]) == 1


def test_a_missing_page_has_the_line_of_the_link_and_not_of_the_front_matter(build: Build) -> None:
    text = "---\ndate: 2024-01-31\nlinks: [gone.md]\n---\n# A\n\n`gone.md` is [here](gone.md).\n"
    site = build({"index.md": "# Home\n", "blog/posts/a.md": text})
    lines = sorted(line.partition("a.md:")[2].partition(":")[0] for line in site.warnings)
    assert lines == ["3", "7"]


def test_a_missing_picture_is_one_warning_that_says_how_to_fix_it(on_each_theme: Build) -> None:
    text = "---\ndate: 2024-01-31\nimage: 'images/'\n---\n# A\n\n![](images/posts/a/gone.jpg)\n"
    site = on_each_theme({"blog/posts/a.md": f"{text}\n[x](http://a.org])\n"})
    warning, broken = site.warnings
    assert "docs/blog/posts/a.md:9: cannot read 'http://a.org]' as an address" in broken
    assert '<a href="http://a.org]">' in site.read("blog/2024/01/31/a")
    assert "docs/blog/posts/a.md:7: " in warning
    assert "images/posts/a/gone.jpg" in warning
    assert "(" in warning
    assert "featured" not in site.entry("blog/2024/01/31/a")
    assert "og:image" not in site.read("blog/2024/01/31/a")


def test_a_footnote_beyond_the_excerpt_leaves_no_trace_in_it(build: Build) -> None:
    text = "---\ndate: 2024-01-31\n---\n# A\n\nA claim.[^1]\n\n<!-- more -->\n\n[^1]: Proof.\n"
    site = build({"blog/posts/a.md": text}, "markdown_extensions: [footnotes]")
    excerpt = site.html("blog").select_one(".p-summary")
    assert excerpt.get_text(strip=True).startswith("A claim.")
    assert excerpt.select("sup, .footnote, a") == []


def test_a_link_defined_after_the_separator_is_resolved(build: Build) -> None:
    text = "---\ndate: 2024-01-31\n---\n# A\n\n[guide][g]\n\n<!-- more -->\n\n[g]: ../../g.md\n"
    site = build({"blog/posts/a.md": text, "g.md": "# G\n"})
    assert site.html("blog").select_one(".p-summary a")["href"] == "../g/"


def test_a_link_to_a_draft_is_reported_unless_drafts_are_shown(build: Build) -> None:
    files = {
        "index.md": "# Home\n\n[Soon](blog/posts/draft.md)\n",
        "blog/posts/draft.md": "---\ndate: 2024-01-31\ndraft: true\n---\n# A draft\n",
        "blog/posts/a.md": "---\ndate: 2024-01-30\n---\n# A\n\n[Soon](draft.md) [Later](/blog/posts/draft.md)\n",
    }
    warnings = build(files).warnings
    assert [warning.partition(" '")[0].split()[-1] for warning in warnings] == [
        "docs/blog/posts/a.md:6:",
        "docs/blog/posts/a.md:6:",
        "docs/index.md:3:",
    ]
    assert all("leads to a draft" in warning for warning in warnings)
    site = build(files, command="serve", strict=True)
    assert site.broken_links() == []


RAW = """---
date: 2024-01-31
---
# Raw

<img src="pic.png" srcset="pic.png 1x, ../../images/big.png 2x"> and <a href="other.md#x">other</a>

<p><img src='../../../../pic.png'> <img src="images/big.png"> <a href="../../../../../">home</a>
<video poster="gone.png" src="https://example.org/v.mp4"></video> <a href="gone.md?a#b">gone</a>
<a href="#raw">here</a> <a href="mailto:a@example.org">mail</a> <a href="http://[x">broken</a></p>

![right for a browser](../../../../pic.png)

`<img src="code.png">`
"""


def test_addresses_in_raw_html_lead_from_the_source_or_from_the_page(build: Build) -> None:
    files = {
        "index.md": "# Home\n",
        "images/big.png": PIXEL,
        "blog/posts/pic.png": PIXEL,
        "blog/posts/other.md": "---\ndate: 2024-01-30\n---\n# Other\n",
        "blog/posts/raw.md": RAW,
    }
    site = build(files)
    body = site.html("blog/2024/01/31/raw").select_one(".e-content")
    pictures = [picture["src"] for picture in body.select("img")]
    assert pictures == ["../../../../pic.png"] * 2 + ["../../../../../images/big.png"] + [
        "../../../../pic.png"
    ]
    assert body.select_one("img")["srcset"] == (
        "../../../../pic.png 1x, ../../../../../images/big.png 2x"
    )
    assert body.select_one("a")["href"] == "../../30/other/#x"
    reported = [line.partition("raw.md:")[2].partition(" (")[0] for line in site.warnings]
    assert sorted(reported) == [
        "9: there is no file 'gone.md?a#b'",
        "9: there is no picture 'gone.png'",
    ]
