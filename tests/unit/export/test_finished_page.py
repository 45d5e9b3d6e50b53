from __future__ import annotations

from mkdocs_blog_plugin.export.finished_page import FinishedPage, Heading, as_markdown
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter


def test_a_page_is_front_matter_and_a_line_of_html() -> None:
    page = FinishedPage(
        path="blog/x/index.md",
        title="A &amp; b",
        description="What it is.",
        head='<meta property="og:title" content="A">',
        content='<h1 class="p-name" id="a">A</h1>\n<p class="blog-byline">By</p>',
        headings=(
            Heading(id="a", title="A", level=2, children=(Heading(id="b", title="B", level=3),)),
        ),
        meta={"hide": ["navigation"]},
    )
    found = parse_front_matter(as_markdown(page))
    assert found.is_clean
    assert found.data == {
        "hide": ["navigation"],
        "title": "A &amp; b",
        "description": "What it is.",
        "template": "blog-page.html",
        "blog_head": '<meta property="og:title" content="A">',
        "blog_toc": [
            {
                "title": "A",
                "content": "A",
                "id": "a",
                "url": "#a",
                "level": 2,
                "children": [
                    {
                        "title": "B",
                        "content": "B",
                        "id": "b",
                        "url": "#b",
                        "level": 3,
                        "children": [],
                    }
                ],
            }
        ],
    }
    assert found.body == (
        '<div class="blog-page"><h1 class="p-name"><span id="a"></span>A</h1>&#10;'
        '<p class="blog-byline" data-search-exclude>By</p></div>\n'
    )


def test_a_page_may_stay_out_of_the_search_and_have_its_original_elsewhere() -> None:
    page = FinishedPage(
        path="x.md", title="X", content="", in_search=False, canonical_url="https://a.example/"
    )
    data = parse_front_matter(as_markdown(page)).data
    assert data["search"] == {"exclude": True}
    assert data["blog_canonical"] == "https://a.example/"
