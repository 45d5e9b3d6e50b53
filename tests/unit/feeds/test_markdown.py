from __future__ import annotations

from datetime import UTC, datetime

import lxml.html
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown
from support.builders import a_public_post

from mkdocs_blog_plugin.feeds.markdown import write_index, write_markdown
from mkdocs_blog_plugin.feeds.public_post import Category, Person


def test_front_matter_says_what_the_page_says() -> None:
    post = a_public_post(
        updated=datetime(2018, 1, 2, tzinfo=UTC),
        authors=(Person(name="Ada"),),
        categories=(
            Category(taxonomy="tags", label="Größe", slug="x", scheme=""),
            Category(taxonomy="categories", label="News", slug="news", scheme=""),
        ),
    )
    text = write_markdown(post, "Text.\n").decode()
    _, header, body = text.split("---\n", 2)
    assert yaml.safe_load(header) == {
        "title": "A title",
        "date": "2017-11-03T12:00:00+00:00",
        "updated": "2018-01-02T00:00:00+00:00",
        "authors": ["Ada"],
        "tags": ["Größe"],
        "categories": ["News"],
        "description": "In short",
        "canonical_url": "https://acme.org/docs/blog/x/",
    }
    assert body == "\n# A title\n\nText.\n"
    assert [line.partition(":")[0] for line in header.splitlines() if line[0] != "-"] == [
        *("title", "date", "updated", "authors", "tags", "categories", "description"),
        "canonical_url",
    ]
    assert "- Größe\n" in header


def test_a_heading_that_is_there_is_not_written_again() -> None:
    assert write_markdown(a_public_post(), "# Own\n\nText.").endswith(b"---\n\n# Own\n\nText.\n")


def test_the_list_leads_to_each_post_and_says_what_it_is_about() -> None:
    posts = [
        (a_public_post(title="A [b]"), "https://a.org/x.md"),
        (a_public_post(description=""), "y"),
    ]
    text = write_index("Acme – Blog", "All of\nAcme", posts).decode()
    assert text == (
        "# Acme – Blog\n\n> All of Acme\n\n## Posts\n\n"
        "- [A \\[b\\]](https://a.org/x.md): In short\n- [A title](y)\n"
    )


@given(st.text(max_size=30))
def test_any_title_stays_a_title(title: str) -> None:
    entry = write_index("Blog", "", [(a_public_post(title=title), "https://a.org/")])
    assert markdown(entry.decode(errors="replace")).count("<li>") == 1


@given(st.text(alphabet="<script>/=a !-\n", max_size=30))
def test_no_title_and_no_description_is_markup(text: str) -> None:
    post = a_public_post(title=text, description=text)
    listed = write_index(text, text, [(post, "https://a.org/")]).decode()
    body = write_markdown(post, "Text.").decode().split("---\n", 2)[2]
    tree = lxml.html.fromstring(f"<div>{markdown(listed)}{markdown(body)}</div>")
    allowed = {"div", "h1", "h2", "blockquote", "p", "ul", "ol", "li", "a", "hr"}
    assert {element.tag for element in tree.iter()} <= allowed
