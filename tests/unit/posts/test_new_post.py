from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.posts.new_post import new_post

VALUES = {"title": "Spark: a summit", "date": date(2026, 3, 4), "tags": ["Spark", "Big data"]}


def test_a_post_without_a_template_is_front_matter() -> None:
    assert new_post(VALUES) == (
        "---\ntitle: 'Spark: a summit'\ndate: 2026-03-04\ntags: [Spark, Big data]\n---\n\n"
    )


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        (
            "---\n# First a comment\ntitle: {title}\n# On tags\ntags:\n  - none\n\nimage: a.png\n---\n\n# {title}\n",
            (
                "---\n# First a comment\ntitle: 'Spark: a summit'\n# On tags\ntags: [Spark, Big data]\n\n"
                "image: a.png\ndate: 2026-03-04\n---\n\n# Spark: a summit\n"
            ),
        ),
        (
            "Only a body of {date}.\n",
            (
                "---\ntitle: 'Spark: a summit'\ndate: 2026-03-04\ntags: [Spark, Big data]\n---\n\n"
                "Only a body of 2026-03-04.\n"
            ),
        ),
        (
            "\ufeff---\r\ndescription: >\r\n  Two\r\n  lines\r\n---\r\n{slug}|{other}\r\n",
            (
                "---\ndescription: >\n  Two\n  lines\ntitle: 'Spark: a summit'\ndate: 2026-03-04\n"
                "tags: [Spark, Big data]\n---\n|{other}\n"
            ),
        ),
        (
            '+++\ntitle = "None"\nTag = ["none"]\nweight = 2\n[params]\na = 1\n+++\n\n# {title}\n',
            (
                "---\nweight: 2\nparams:\n  a: 1\ntitle: 'Spark: a summit'\ndate: 2026-03-04\n"
                "tags: [Spark, Big data]\n---\n\n# Spark: a summit\n"
            ),
        ),
        (
            '{"weight": 2}\nA body of JSON.\n',
            (
                "---\nweight: 2\ntitle: 'Spark: a summit'\ndate: 2026-03-04\n"
                "tags: [Spark, Big data]\n---\n\nA body of JSON.\n"
            ),
        ),
        (
            "---\nTag: none\ntags: none\nweight: 2\n---\nBody\n",
            "---\ntags: [Spark, Big data]\nweight: 2\ntitle: 'Spark: a summit'\ndate: 2026-03-04\n---\nBody\n",
        ),
    ],
)
def test_a_template_keeps_what_it_says_beside(template: str, expected: str) -> None:
    assert new_post(VALUES, template) == expected


printable = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1)


@given(printable, st.lists(printable, min_size=1))
def test_what_is_written_is_read_again(title: str, tags: list[str]) -> None:
    text = new_post({"title": title, "tags": tags}, "---\nkey: value\n---\nBody\n")
    found = parse_front_matter(text)
    assert not found.problems
    assert dict(found.data) == {"key": "value", "title": title, "tags": tags}
    assert found.body == "Body\n"


def test_the_body_of_a_template_has_the_slug_that_a_build_would_make() -> None:
    template = "---\n---\n/img/{slug}.png\n"
    assert new_post({"title": "One"}, template, "one").endswith("/img/one.png\n")
    assert new_post({"slug": "a/b"}, template, "a-b").endswith("/img/a/b.png\n")
    assert "slug:" not in new_post({"title": "One"}, template, "one")
