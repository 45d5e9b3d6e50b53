from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from support.html_samples import bodies, convert, is_balanced, parse

from mkdocs_blog_plugin.html.absolute import for_feed
from mkdocs_blog_plugin.html.links import make_portable
from mkdocs_blog_plugin.html.text import plain_text

SITE = "https://example.org/sub/"
POST = "blog/x/"


def in_feed(html: str) -> str:
    return for_feed(html, POST, SITE)


@pytest.mark.parametrize(
    ("html", "absolute"),
    [
        ('<a href="../y/">', '<a href="https://example.org/sub/blog/y/">'),
        ('<a href="/y/">', '<a href="https://example.org/y/">'),
        ('<a href="//host/y">', '<a href="https://host/y">'),
        ('<a href="#part">', '<a href="https://example.org/sub/blog/x/#part">'),
        ('<a href="https://other.org">', '<a href="https://other.org">'),
        ('<a href="mailto:a@b.org">', '<a href="mailto:a@b.org">'),
        ('<a href="http://[bad">', '<a href="http://[bad">'),
        (
            "<img srcset='a.png, /b.png 2x' src=a.png>",
            (
                "<img srcset='https://example.org/sub/blog/x/a.png, https://example.org/b.png 2x'"
                ' src="https://example.org/sub/blog/x/a.png">'
            ),
        ),
        (
            '<i style="background:url(a.png)">',
            '<i style="background:url(https://example.org/sub/blog/x/a.png)">',
        ),
        ('<img src="data:image/gif;base64,R0">', '<img src="data:image/gif;base64,R0">'),
    ],
)
def test_every_link_is_absolute(html: str, absolute: str) -> None:
    assert in_feed(html) == absolute


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>a<script>b</script><style>c</style><!-- more --><!-- d --></p>", "<p>a</p>"),
        ('<p id="a" onclick="b()" class="c" ONLOAD=d()>e</p>', '<p class="c">e</p>'),
        ('<a name="a" href="javascript:b()">c</a>', "<a>c</a>"),
        ('<a href=" java\nscript:b()">c</a>', "<a>c</a>"),
        ('<a href="data:text/html,b">c</a>', "<a>c</a>"),
        ("<p>a<button>b</button><select><option>c</select></p>", "<p>a</p>"),
        ("<p>a<textarea>b</textarea><input name=c></p>", "<p>a</p>"),
        ("<link href=a><meta name=b><base href=c>d", "d"),
        ('<h2>A<a class="headerlink" href="#a">¶</a></h2>', "<h2>A</h2>"),
        ('<svg viewBox="0 0 1 1"><path d="M0"/></svg>a', "a"),
        ('<svg width="9"><path d="M0"/></svg>', '<svg width="9"><path d="M0"/></svg>'),
        ("a\x00\x08\x0b\x1f\ufffe\ud800b", "ab"),
        ("<video controls></video>", "<video controls></video>"),
    ],
)
def test_what_needs_the_page_is_left_out(html: str, kept: str) -> None:
    assert in_feed(html) == kept


@pytest.mark.parametrize(
    ("html", "link"),
    [
        (
            '<iframe src="//v.org/1" title="A &amp; B"></iframe>',
            '<a href="https://v.org/1">A &amp; B</a>',
        ),
        ("<embed src=a.pdf>", '<a href="https://example.org/sub/blog/x/a.pdf">a.pdf</a>'),
        ('<iframe srcdoc="a"></iframe>', ""),
    ],
)
def test_frames_become_links(html: str, link: str) -> None:
    assert in_feed(html) == link


def test_task_lists_show_what_is_done() -> None:
    assert plain_text(in_feed(convert("- [x] one\n- [ ] two"))) == "☑ one ☐ two"


def test_tabs_are_readable_one_after_the_other() -> None:
    html = in_feed(convert('=== "A"\n    one\n\n=== "B"\n    two'))
    assert plain_text(html) == "A B one two"
    assert "input" not in html


def test_anchors_of_code_lines_are_left_out() -> None:
    html = in_feed(convert('```python linenums="1"\nx = 1\n```'))
    assert "codelineno" not in html
    assert "x = 1" in plain_text(html)


def test_links_to_parts_of_an_excerpt_lead_to_the_post() -> None:
    html = '<h3 id="a">x</h3><a href="#a">y</a><a href="b.md">z</a>'
    portable = make_portable(html, POST, key="k1")
    assert in_feed(portable) == in_feed(html)
    assert 'href="https://example.org/sub/blog/x/#a"' in in_feed(portable)


@given(bodies, st.text(), st.text(alphabet="ab/.#?:%&' ", max_size=12))
def test_a_feed_carries_any_body(body: str, text: str, href: str) -> None:
    html = in_feed(f'{body}<p id="a"><a href="{href.replace("&", "&amp;")}">{text}</a></p>')
    element = etree.Element("content")
    element.text = html
    for found in parse(html).iter():
        assert found.get("id") is None
    links = list(parse(in_feed(f"{body}<a href='img.png'>x</a>")).iter("a"))
    assert links
    for link in links:
        target = link.get("href")
        assert target is None or urlsplit(target).scheme == "https"


tricks = st.lists(
    st.sampled_from(
        [
            *("<script>", "</script>", "alert(1)", "<img src=x onerror=alert(1)>", "img onload=a>"),
            *('<p "', "<p '", '<a title="', "<a title='", "<a =", "<a ", "<a/", '"', "'", ">", "="),
            *("</ ", "</", "<", "<!", "<!--", "-->", "<!-->", "<?", "<![CDATA[", "]]>", "/"),
            *("<title>", "</title>", "<iframe>", "</iframe>", "<xmp>", "</xmp>", "<plaintext>"),
            *("<noscript>", "</noscript>", "<textarea>", "</textarea>", "<noembed>", "<style>"),
            *("<\u017fcript>", "<a\u2003b=", "<a\xa0b=", "\x00", " ", "<svg width=1>", "</svg>"),
            *("<math>", "</math>", "<a href=javascript:a>", "<a href=", "<b onclick=x", "&lt;"),
        ]
    ),
    max_size=9,
).map("".join)
"""What is read in one way by careless programs and in another by browsers."""


def acts(html: str) -> bool:
    """Return whether a browser would run something of `html`."""
    return any(
        str(element.tag) == "script"
        or any(name.startswith("on") or "javascript:" in value for name, value in element.items())
        for element in parse(f"<div>{html}</div>").iter()
    )


@pytest.mark.parametrize(
    "html",
    [
        '<p "><script>alert(1)</script>',
        '<p "><img src=x onerror=alert(1)>',
        '<a =">"<img src=x onerror=alert(1)>',
        '</ <a title="><script>alert(1)</script>">',
        '<a\u2003x="><script>alert(1)</script>">',
        "<\u017f title='><script>alert(1)</script>'>",
        '<title><a title="</title><script>alert(1)</script>">',
        '<xmp><a title="</xmp><script>alert(1)</script>">',
        '<iframe><a title="</iframe><script>alert(1)</script>">',
        '<noembed><a title="</noembed><script>alert(1)</script>">',
        '<p x="a"onclick=alert(1) id="b"onclick=alert(1)>',
        "<a href=&#0000000000000000106avascript:alert(1)>b</a>",
    ],
)
def test_nothing_acts_in_a_feed_reader(html: str) -> None:
    assert acts(html)
    assert not acts(in_feed(html))


def test_what_is_left_out_makes_no_tag_of_what_is_around_it() -> None:
    assert in_feed("<<!-- -->img src=x onerror=alert(1)>") == "&lt;img src=x onerror=alert(1)>"


@given(tricks)
def test_no_trick_makes_anything_act(html: str) -> None:
    assert not acts(in_feed(html))


@given(bodies)
def test_a_well_formed_body_stays_well_formed_and_keeps_its_text(body: str) -> None:
    html = in_feed(body)
    assert is_balanced(html)
    assert plain_text(html) == plain_text(body)


@given(bodies)
def test_making_it_absolute_twice_changes_nothing(body: str) -> None:
    assert in_feed(in_feed(body)) == in_feed(body)


@given(st.text(alphabet="ab./", max_size=8))
def test_targets_are_those_of_the_page(href: str) -> None:
    link = parse(in_feed(f'<a href="{href}">x</a>')).find("body/a")
    assert link is not None
    assert link.get("href") == urljoin(SITE + POST, href)
