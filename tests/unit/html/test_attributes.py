from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.html_samples import parse

from mkdocs_blog_plugin.html.attributes import changed, named, values

SRC = named("src")
ANY = named(r"[\w-]+")


def upper(_tag: str, _name: str, value: str) -> str:
    return value.upper()


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ('<img src="a.png" alt="src=b">', '<img src="A.PNG" alt="SRC=B">'),
        ("<img src='a\"b'>", "<img src='A\"B'>"),
        ("<img src=a.png/>", '<img src="A.PNG/">'),
        ("<img SRC = 'a' />", "<img SRC='A' />"),
        ('<img src="a&amp;b&quot;c">', '<img src="A&amp;B&quot;C">'),
        ('<img src="&#x61;">', '<img src="A">'),
        ('<img src="A&#38;B">', '<img src="A&#38;B">'),
        ("<input checked src=a>", '<input checked src="A">'),
        ("<img\n  src='a'\n>", "<img\n  src='A'\n>"),
        ('<img alt="a"src="b">', '<img alt="A" src="B">'),
        ('src="a" <!-- <img src="a"> -->', 'src="a" <!-- <img src="a"> -->'),
        ("<script>'<img src=\"a\">'</script>", "<script>'<img src=\"a\">'</script>"),
        ("<p data-src=a>", "<p data-src=a>"),
    ],
)
def test_values_change_where_they_are_attributes(html: str, written: str) -> None:
    assert changed(html, SRC, upper) == written


def test_an_attribute_can_be_dropped() -> None:
    html = '<img src="a" alt="b" /><img src=a>'
    assert changed(html, SRC, lambda _, name, value: value if name == "alt" else None) == (
        '<img alt="b" /><img>'
    )


def test_values_are_read_with_tag_and_name() -> None:
    html = '<A HREF="a&amp;b"><img src=x hidden>text="no"'
    assert [*values(html, ANY)] == [("a", "href", "a&b"), ("img", "src", "x")]


@given(st.text(), st.text(), st.sampled_from(["'", '"']))
def test_any_value_is_written_so_that_browsers_read_it(old: str, new: str, quote: str) -> None:
    start = old.translate({ord(quote): None, ord("&"): None, ord("<"): None})
    html = changed(f"<img src={quote}{start}{quote}>", SRC, lambda *_: new)
    image = parse(html).find("body/img")
    assert image is not None
    assert [value for _, _, value in values(html, SRC)] == [new]
