"""Old blogs, converted by the command and built strictly: addresses answered, nothing left over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.command_line import run
from support.sites import PIXEL, build_folder, files_of, write_files

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Site

JEKYLL = """\
-- _config.yml --
title: Old
url: https://old.example
permalink: /:year/:month/:title:output_ext
timezone: Europe/Berlin
paginate: 1
paginate_path: /page:num/
-- _posts/2020-01-02-lists.md --
---
title: Lists
tags: a b
author: ada
redirect_from: /lists.html
---
Text
* one
  * two

    ```js
    three
    ```

{% highlight ruby linenos %}
puts 1
{% endhighlight %}

| a | b |
| 1 | 2 |

See [formulas]({% post_url 2020-02-03-formulas %}) and ![pixel](/img/pixel.png).
<img src="/img/pixel.png" alt="pixel">
-- _posts/2020-02-03-formulas.md --
---
---
Inline $$x_1$$.[^1]

> careful
{: .prompt-tip }

[^1]: Note with [a dead link](/gone.html) and a missing ![picture](/img/gone.png).
-- _data/authors.yml --
ada: {name: Ada}
-- about.md --
---
title: About
---
Back to [lists](/2020/01/lists.html).
"""


HUGO = """\
-- hugo.toml --
baseURL = "https://old.example/"
title = "Old"
defaultContentLanguage = "en"
[languages.en]
weight = 1
[languages.de]
weight = 2
[permalinks]
posts = "/:year/:slug/"
-- content/posts/trip/index.md --
+++
title = "A Trip"
date = 2020-01-02
tags = ["Far Away"]
aliases = ["/old-trip/"]
+++
- one
  - two

{{% notice tip %}}
Mind the *gap*.
{{% /notice %}}

{{< figure src="pixel.png" caption="A **pixel**" >}}

<div>

Inside *Markdown*.

</div>

See [other]({{< ref "other.md" >}}) and {{< odd >}}.
-- content/posts/other.md --
---
title: Other
date: 2020-02-03
---
Back to [the trip](/2020/a-trip/), or [about](/about/).
-- content/posts/other.de.md --
---
title: Anderes
date: 2020-02-03
---
Zur [Reise](/2020/a-trip/).
-- content/about.md --
---
title: About
---
Me.
"""


def convert(tmp_path: Path, files: str, *args: str, pictures: tuple[str, ...] = ()) -> Path:
    """Write an old blog, convert it, and return the folder of the new site."""
    write_files(tmp_path / "old", {**files_of(files), **dict.fromkeys(pictures, PIXEL)})
    result = run(tmp_path, "convert", "old", "new", "--theme=mkdocs", *args)
    assert result.exit_code == 0, result.output
    return tmp_path / "new"


def assert_whole(site: Site, addresses: list[str], links: list[str]) -> None:
    """Assert that old addresses are answered and that all links but `links` lead somewhere."""
    for address in addresses:
        path = address.lstrip("/")
        assert site.exists(f"{path}index.html" if path.endswith("/") or not path else path), address
    assert site.broken_links() == links
    for page in site.pages:
        text = site.html(page).get_text()
        assert not [sign for sign in ("{%", "{{", "{:", "!!!", "```") if sign in text], page


def test_a_converted_jekyll_blog_is_built_strictly_and_whole(tmp_path: Path) -> None:
    site = build_folder(convert(tmp_path, JEKYLL, pictures=("img/pixel.png",)), strict=True)
    addresses = [
        "/",
        "/page2/",
        "/2020/01/lists.html",
        "/2020/02/formulas.html",
        "/lists.html",
        "/about.html",
        "/img/pixel.png",
    ]
    assert_whole(site, addresses, [])
    page = site.html("2020/01/lists.html")
    assert page.select_one(".e-content li li pre")
    assert len(page.select(".e-content table:not(.highlighttable) td")) == 4
    assert [picture["src"] for picture in page.select(".e-content img")] == [
        "../../img/pixel.png"
    ] * 2
    assert site.entry("2020/01/lists.html")["author"][0]["properties"]["name"] == ["Ada"]
    other = site.html("2020/02/formulas.html")
    assert other.select_one(".admonition.tip")
    assert other.select_one("span.arithmatex")
    assert other.select_one(".footnote")


def test_a_converted_hugo_blog_is_built_strictly_and_whole(tmp_path: Path) -> None:
    folder = convert(tmp_path, HUGO, pictures=("content/posts/trip/pixel.png",))
    site = build_folder(folder, strict=True)
    addresses = [
        "/",
        "/2020/a-trip/",
        "/2020/other/",
        "/de/2020/anderes/",
        "/old-trip/",
        "/about/",
        "/posts/",
        "/tags/far-away/",
        "/2020/a-trip/pixel.png",
    ]
    assert_whole(site, addresses, [])
    page = site.html("2020/a-trip")
    assert page.select_one(".e-content li li")
    assert page.select_one(".admonition.tip em")
    assert page.select_one(".e-content figure figcaption strong")
    assert page.select_one(".e-content div em")
    assert "not converted: odd" in site.read("2020/a-trip")
    assert site.titles("de") == ["Anderes"]


OTHERS = {
    "docusaurus": (
        """\
-- docusaurus.config.js --
module.exports = {title: 'Old', url: 'https://old.example', blog: {routeBasePath: '/'}}
-- blog/authors.yml --
ada: {name: Ada, title: Lead, image_url: https://old.example/a.png, socials: {github: ada}}
-- blog/tags.yml --
go: {label: Go, permalink: /golang}
-- blog/2021-03-04-hello/index.mdx --
---
authors: ada
tags: [go]
---
# Hello

:::tip[Mind]

- a
  - b

:::

![Pixel](./pixel.png) [other](../2021-03-05-other.md)
-- blog/2021-03-05-other.md --
---
slug: other
---
<Unknown />
""",
        ("blog/2021-03-04-hello/pixel.png",),
        ["/", "/2021/03/04/hello/", "/other/", "/tags/golang/", "/authors/ada/"],
        "2021/03/04/hello",
        ".admonition li li",
    ),
    "pelican": (
        """\
-- pelicanconf.py --
SITENAME = 'Old'
SITEURL = 'https://old.example'
ARTICLE_URL = '{date:%Y}/{slug}.html'
ARTICLE_SAVE_AS = ARTICLE_URL
-- content/one.md --
Title: One
Date: 2020-02-03
Tags: x

    :::python
    y = 1

![Pixel]({static}/images/pixel.png) [two]({filename}two.rst)
-- content/two.rst --
Two
===

:date: 2020-02-04

.. code-block:: python

   x = 1
-- content/pages/about.md --
Title: About

Me
""",
        ("content/images/pixel.png",),
        [
            "/",
            "/2020/one.html",
            "/2020/two.html",
            "/pages/about.html",
            "/tag/x.html",
            "/images/pixel.png",
        ],
        "2020/one.html",
        "pre code",
    ),
}


@pytest.mark.parametrize("system", OTHERS)
def test_a_converted_blog_of_another_system_is_built_strictly_and_whole(
    tmp_path: Path, system: str
) -> None:
    files, pictures, addresses, post, selector = OTHERS[system]
    site = build_folder(convert(tmp_path, files, pictures=pictures), strict=True)
    assert_whole(site, addresses, [])
    assert site.html(post).select_one(f".e-content {selector}")
    assert site.html(post).select_one(".e-content img")


PAGES = {
    "hugo": (
        "-- hugo.toml --\ntitle = 'H'\n-- content/posts/a.md --\n---\ndate: 2020-01-01\n---\n"
        "[x](/idea/)\n-- content/posts/b.md --\n---\ndate: 2020-01-02\n---\n"
        "-- content/idea.md --\n---\ntitle: Idea\ndraft: true\n---\nsecret\n"
        "-- content/posts/2020-03-04-next.md --\n---\ndraft: true\n---\nsecret\n"
        "-- content/docs/c.md --\n---\ntitle: C\n---\n"
    ),
    "jekyll": (
        "-- _config.yml --\ncollections: {notes: {output: true}}\n"
        "-- _posts/2020-01-01-a.md --\n---\n---\n[x](/notes/idea.html)\n"
        "-- _notes/idea.md --\n---\npublished: false\n---\nsecret\n"
    ),
    "pelican": (
        "-- pelicanconf.py --\nSITENAME = 'P'\n"
        "-- content/a.md --\nTitle: A\nDate: 2020-01-01\n\n[x](/pages/idea.html)\n"
        "-- content/pages/idea.md --\nTitle: Idea\nStatus: Draft\n\nsecret\n"
    ),
    "docusaurus": (
        "-- docusaurus.config.js --\nmodule.exports = {title: 'D', url: 'https://d.example'}\n"
        "-- blog/2020-01-01-a.md --\na\n"
        "-- blog/idea.md --\n---\nslug: idea\ndraft: true\n---\nsecret\n"
    ),
}
"""By system, a site in which the drafts, all of them ordinary pages, say 'secret'."""


@pytest.mark.parametrize("system", PAGES)
def test_a_draft_that_is_not_a_post_is_not_published(tmp_path: Path, system: str) -> None:
    folder = convert(tmp_path, PAGES[system])
    assert any("secret" in path.read_text() for path in (folder / "docs").rglob("*.md"))
    site = build_folder(folder, strict=True)
    assert not any("secret" in path.read_text() for path in site.folder.rglob("*.html"))


def test_the_report_is_json_or_text_and_nothing_is_overwritten(tmp_path: Path) -> None:
    write_files(
        tmp_path / "old", files_of(JEKYLL + "-- _posts/2021-01-01-x.md --\n---\n---\n{% odd %}\n")
    )
    report = json.loads(run(tmp_path, "convert", "old", "new", "--json").stdout)
    assert (report["system"], report["posts"], report["pages"]) == ("Jekyll", 3, 1)
    assert report["left"]["kinds"]["Liquid tag"] == 1
    assert {
        "path": "_posts/2021-01-01-x.md",
        "line": 3,
        "kind": "Liquid tag",
        "message": "{% odd %}",
    } in report["left"]["findings"]
    again = run(tmp_path, "convert", "old", "new")
    assert again.exit_code == 1
    assert "would be overwritten" in again.output


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("old", "old/new"), 1, "in place"),
        (("empty", "new"), 1, "--from"),
        (("old", "new", "--from", "wix"), 2, "wix"),
        (("old", "new", "--map", "x"), 2, "NAME="),
        (("old", "new", "--map", "x={{"), 2, "not a template"),
        (("nowhere", "new"), 2, "does not exist"),
    ],
)
def test_a_wrong_call_says_what_is_expected(
    tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    write_files(tmp_path, {"old/_posts/2020-01-01-a.md": "a", "empty/a.txt": "a"})
    result = run(tmp_path, "convert", *arguments)
    assert (result.exit_code, message in result.output) == (code, True), result.output


def test_a_link_in_the_old_folder_leads_nowhere_else(tmp_path: Path) -> None:
    write_files(tmp_path, {"old/_posts/2020-01-01-a.md": "a", "secret.txt": "s"})
    (tmp_path / "old/leak.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "new").mkdir()
    (tmp_path / "outside").mkdir()
    run(tmp_path, "convert", "old", "new")
    assert not (tmp_path / "new/docs/leak.txt").exists()
    (tmp_path / "other").mkdir()
    (tmp_path / "other/docs").symlink_to(tmp_path / "outside")
    result = run(tmp_path, "convert", "old", "other")
    assert (result.exit_code, list((tmp_path / "outside").iterdir())) == (1, [])
