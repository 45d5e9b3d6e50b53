from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_blog_plugin.posts.body import (
    anchors_of,
    first_heading,
    first_leftover,
    link_targets,
    linked_paths,
    opening_heading,
    plain_headings,
    text_of_heading,
)


@pytest.mark.parametrize(
    ("body", "opening", "first"),
    [
        ("# Title\n\ntext", "Title", "Title"),
        ("\n  \n# Title", "Title", "Title"),
        ("# Title #", "Title #", "Title"),
        ("#Title", "", "Title"),
        ("text\n\n# Title", "", ""),
        (" # Title", "Title", ""),
        ("[a]: https://example.org\n\n# Title", "", "Title"),
        ("[^1]: Note.\n*[A]: Abbreviation\n# Title", "", "Title"),
        ("[a](b.md)\n\n# Title", "", ""),
        ("# #tag and ##", "tag and ##", "#tag and"),
        ("##", "", ""),
        ("Title\n=====\n", "", "Title"),
        ("text\n\nTitle\n===\n", "", ""),
        ("two\nlines\n===\n", "", ""),
        ("## Second level", "", ""),
        ("text", "", ""),
        ("", "", ""),
        ("```\n# comment\n```\n\n# Title", "", ""),
        ("# One\n\n# Two", "One", "One"),
        ("{{ page.title }}\n====\n\n# Other", "", ""),
        ("# *Big* news", "*Big* news", "Big news"),
        (
            "# `code` & <b>bold</b> [link](x.md) 🎉 {#id}",
            "`code` & <b>bold</b> [link](x.md) 🎉 {#id}",
            "code & bold link 🎉",
        ),
    ],
)
def test_a_body_has_an_opening_heading_and_a_first_heading(
    body: str, opening: str, first: str
) -> None:
    assert (opening_heading(body), first_heading(body)) == (opening, first)


@pytest.mark.parametrize(
    ("inline", "text"),
    [
        ("2019. A year", "2019. A year"),
        ("A \\* B", "A * B"),
        ("snake_case", "snake_case"),
        ('![A "b"](x.png) Picture', 'A "b" Picture'),
        ("Title { .big }", "Title"),
        ("Set {x} of", "Set {x} of"),
        ("&lt;tag&gt; &amp; more", "<tag> & more"),
    ],
)
def test_plain_text_is_what_a_reader_sees(inline: str, text: str) -> None:
    assert text_of_heading(inline) == text


@pytest.mark.parametrize(
    ("body", "line", "text"),
    [
        ("a\n\n{% include x.html %}", 2, "{% include x.html %}"),
        ("a {{ site.baseurl }}/b {% y %}", 0, "{{ site.baseurl }}"),
        ('{{< figure src="a.png" >}}', 0, '{{< figure src="a.png" >}}'),
        ("{{% note\nmore %}}", 0, "{{"),
        ("```\n{{ a }}\n```\n`{{ b }}` {{ c }}", 3, "{{ c }}"),
        ("- a\n\n    {{ a }}", 2, "{{ a }}"),
        ("!!! note\n    a\n\n    {{ a }}", 3, "{{ a }}"),
        ("a\n    {{ a }}", 1, "{{ a }}"),
        ("${{ a }} {{ b }}", 0, "{{ b }}"),
        ("```{{ a }}``` is code\n{{ b }}", 1, "{{ b }}"),
        ("> ```\n> {{ a }}\n{{ b }}", 2, "{{ b }}"),
        ("``{% a %}`` and `` ` {{ b }}``\n{% c %}", 1, "{% c %}"),
    ],
)
def test_the_first_leftover_outside_of_code_is_found(body: str, line: int, text: str) -> None:
    found = first_leftover(body)
    assert found is not None
    assert (found.line, found.text) == (line, text)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "a { b } c",
        "`{{ a }}`",
        "~~~\n{% a %}\n~~~",
        "> ```\n> {{ a }}\n> ```",
        "- ```\n  {{ a }}\n  ```",
        "```\n{{ a }}",
        "${{ a }}",
        "a\n\n    {{ a }}\n\n    {{ b }}",
    ],
)
def test_code_has_no_leftovers(body: str) -> None:
    assert first_leftover(body) is None


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("[a](b.md) and [c](../d/e.md#f 'Title')", ("b.md", "../d/e.md")),
        ("![a](b.png) [twice](b.png?x)", ("b.png",)),
        ("[a](<b.md>) [a]( c.md )", ("b.md", "c.md")),
        ("[a]: b.md\n[^1]: A note.", ("b.md", "A")),
        ("<img src=\"a.png\"> <a href='b.md'>", ("a.png", "b.md")),
        ("[a](b%20c.md)", ("b c.md",)),
        ("[a](https://example.org/b.md) <https://example.org> [a](#b) (c)", ()),
    ],
)
def test_the_paths_in_links_are_found(text: str, paths: tuple[str, ...]) -> None:
    assert linked_paths(text) == paths


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](b.md#part)", (("b.md", "part"),)),
        ("[a](#part) [b](#part)", (("", "part"),)),
        ("[a](b.md) [c](https://example.org/#part) [d](#)", ()),
        ("[a]: b%20c.md#%C3%A4\n", (("b c.md", "ä"),)),
        ('<a href="/docs/?q=1#part">', (("/docs/", "part"),)),
    ],
)
def test_anchors_in_links_are_found(text: str, found: tuple[tuple[str, str], ...]) -> None:
    assert anchors_of(link_targets(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# One\n\n## Two ##\n#Three\n", ["One", "Two", "Three"]),
        ("```\n# In code\n```\n# After\n", ["After"]),
        ("## Words with `code`\n\nUnder\n-----\n", []),
        ("", []),
    ],
)
def test_headings_without_markup_are_found(text: str, found: list[str]) -> None:
    assert plain_headings(text) == found


@settings(deadline=None)
@given(st.text(alphabet="#=`~ \n{}%<>[]()*_\\!&;ab", max_size=60))
def test_any_body_can_be_asked(body: str) -> None:
    assert "\n" not in first_heading(body)
    assert "\n" not in opening_heading(body)
    assert first_leftover(body) is None or "{" in body
    assert all(linked_paths(body))


@pytest.mark.parametrize(
    "part", ["](", "=' ", "]: ", "# ", " #", "`` ` ", "{{ ", "{%", "*_", "\\", "<", "=", "{ #a "]
)
def test_long_lines_take_no_longer_than_they_are(part: str) -> None:
    body = f"# a{part * 5_000}b\n"
    assert len(first_heading(body)) < len(body)
    assert len(linked_paths(body)) < len(body)
    assert first_leftover(body) is None or "{" in part
