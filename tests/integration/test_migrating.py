"""Small sites as other tools have them, built without rewriting a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build

JEKYLL = """
-- index.md --
# Home
-- code/_posts/2020-05-06-first-steps.markdown --
---
layout: post
title: "First: steps"
date: 2020-05-06 07:08:09 +0200
author: {name: Ada, twitter: ada}
tags: one two
category: Python
excerpt: What to do first.
redirect_from: /old/first.html
image: {path: assets/a.png, alt: A picture}
last_modified_at: 2021-01-02
---

{% include figure.html %}

![A picture](/assets/a.png)
-- _posts/2020-05-07-second-one.md --
---
title: Second
permalink: /second/:year.html
comments: true
---
Some text.
{: .note}
-- _posts/2020-05-08-hidden.md --
---
published: false
---
Hidden.
-- _drafts/idea.md --
An idea.
-- assets/a.png --
png
"""


def test_a_site_of_jekyll_keeps_its_addresses_and_facts(on_each_theme: Build) -> None:
    options = "{blog_dir: ., post_url_format: date, post_tags_split: whitespace}"
    site = on_each_theme(JEKYLL, f"plugins: [search, {{blog-plugin: {options}}}]", strict=True)
    assert site.titles("index.html") == ["Second", "First: steps"]
    entry = site.entry("code/python/2020/05/06/first-steps.html")
    assert entry["published"] == ["2020-05-06T07:08:09+0200"]
    assert entry["updated"] == ["2021-01-02T00:00:00+0000"]
    assert entry["category"] == ["code", "Python", "one", "two"]
    assert entry["author"][0]["properties"]["name"] == ["Ada"]
    assert entry["featured"] == [{"value": "https://example.org/assets/a.png", "alt": "A picture"}]
    first = site.feed("index.html")[1]
    assert first["summary"][0] == "What to do first."
    assert site.exists("second/2020.html")
    assert "refresh" in site.read("old/first.html")
    assert not any("hidden" in path or "idea" in path for path in site.paths)
    assert any("docs/code/_posts/2020-05-06-first-steps.markdown:14:" in i for i in site.infos)
    assert "{% include figure.html %}" in site.html("code/python/2020/05/06/first-steps.html").text
    assert site.broken_links() == []


HUGO = """
-- index.md --
# Home
-- posts/_index.md --
+++
title = "Notes"
+++
What we noted.
-- posts/bundle/index.md --
+++
Title = "A bundle"
publishDate = 2020-05-06T07:08:09+02:00
lastmod = 2021-01-02
Tags = ["One"]
aliases = ["/old/bundle/", "older"]
series = ["A series"]
weight = 2
[cover]
image = "a.png"
alt = "A picture"
+++
Beginning. ![A picture](a.png)

<!--more-->

{{< figure src="a.png" >}}
-- posts/bundle/a.png --
png
-- posts/json.md --
{
  "title": "In JSON",
  "date": "2020-05-07",
  "slug": "json-slug",
  "series": "A series",
  "weight": 1,
  "summary": "A summary."
}

Text.
-- posts/expired.md --
---
title: Expired
date: 2020-05-08
expiryDate: 2021-01-01
---
-- posts/own.md --
---
title: Own address
date: 2020-05-09
url: /elsewhere/
---
"""


def test_a_site_of_hugo_keeps_its_addresses_and_facts(on_each_theme: Build) -> None:
    options = "{blog_dir: posts, post_dir: posts, post_url_format: ':sections/:slugorfilename'}"
    site = on_each_theme(HUGO, f"plugins: [search, {{blog-plugin: {options}}}]", strict=True)
    assert site.titles("posts") == ["Own address", "In JSON", "A bundle"]
    assert "What we noted." in site.html("posts").get_text()
    assert site.exists("elsewhere/index.html")
    assert site.exists("posts/json-slug/index.html")
    entry = site.entry("posts/bundle")
    assert entry["published"] == ["2020-05-06T07:08:09+0200"]
    assert entry["category"] == ["One", "A series"]
    assert entry["content"][0]["value"].startswith("Beginning.")
    assert site.titles("posts/series/a-series") == ["In JSON", "A bundle"]
    assert "refresh" in site.read("old/bundle")
    assert "refresh" in site.read("older")
    assert any("{{< figure" in line for line in site.infos)
    assert site.broken_links() == []


@pytest.mark.parametrize("body", ["{% post_url 2020-01-01-a %}", "{{ site.baseurl }}", "{{% x %}}"])
def test_what_another_engine_would_replace_stays_and_is_mentioned(build: Build, body: str) -> None:
    site = build({"blog/posts/a.md": f"---\ndate: 2024-01-31\n---\nText.\n\n{body}\n"}, strict=True)
    assert body in site.html("blog/2024/01/31/a").get_text()
    (line,) = [line for line in site.infos if "docs/blog/posts/a.md:6:" in line]
    assert body in line


def test_posts_may_lie_behind_a_link_and_the_docs_folder_anywhere(
    build: Build, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "somewhere else" / "übrige"
    elsewhere.mkdir(parents=True)
    (elsewhere / "my post.md").write_text("---\ndate: 2024-01-31\n---\nText.\n")
    (elsewhere / "a b.png").write_bytes(b"png")
    text = "---\ndate: 2024-01-30\n---\n# Linked\n\n![](<sub/a b.png>)\n"
    (tmp_path / "other docs/blog/posts").mkdir(parents=True)
    (tmp_path / "other docs/blog/posts/linked.md").write_text(text)
    (tmp_path / "other docs/blog/posts/sub").symlink_to(elsewhere)
    site = build({}, "docs_dir: other docs", strict=True)
    assert site.titles("blog") == ["My post", "Linked"]
    assert site.exists("blog/2024/01/31/my-post/index.html")
    assert site.exists("blog/sub/a b.png")


@pytest.mark.parametrize(
    ("front_matter", "path"),
    [
        ("slug: a/b", "blog/2024/01/31/a/b/index.html"),
        ("slug: Ünï", "blog/2024/01/31/Ünï/index.html"),
        ("slug: ''", "blog/2024/01/31/title/index.html"),
        ("permalink: /x/y.html", "x/y.html"),
        ("permalink: /x/", "x/index.html"),
        ("url: https://example.com/x/", "blog/2024/01/31/title/index.html"),
        ("permalink: ../../x", "blog/2024/01/31/title/index.html"),
    ],
)
@pytest.mark.parametrize("directory_urls", [True, False])
def test_front_matter_sets_the_address(
    build: Build, front_matter: str, path: str, *, directory_urls: bool
) -> None:
    files = {"index.md": "# Home\n"}
    files["blog/posts/a.md"] = f"---\ntitle: Title\ndate: 2024-01-31\n{front_matter}\n---\n"
    site = build(files, directory_urls=directory_urls)
    is_file = not directory_urls and path.startswith("blog/")
    assert site.exists(path.replace("/index.html", ".html") if is_file else path)
    assert len(site.warnings) == ("//" in front_matter or ".." in front_matter)
    assert site.broken_links() == []


def test_neighbours_skip_drafts_and_end_at_the_ends(build: Build) -> None:
    texts = [f"---\ntitle: Post {n}\ndate: 2024-01-0{n}\n---\n" for n in (1, 2, 3, 4)]
    texts[1] = texts[1].replace("---\n", "---\ndraft: true\n", 1)
    texts[2] = texts[2].replace("---\n", "---\nunlisted: true\n", 1)
    files = {f"blog/posts/{n}.md": text for n, text in enumerate(texts)}
    site = build(files, theme="material")
    first, last = (site.html(f"blog/2024/01/0{n}/post-{n}") for n in (1, 4))
    assert [link["rel"] for link in first.select("a[rel~=prev][href], a[rel~=next][href]")] == [
        ["next"]
    ]
    assert [link["rel"] for link in last.select("a[rel~=prev][href], a[rel~=next][href]")] == [
        ["prev"]
    ]
    assert "Post 4" in first.select_one(".blog-neighbours").text
    unlisted = site.html("blog/2024/01/03/post-3")
    assert not unlisted.select("a[rel~=prev][href], a[rel~=next][href]")
