"""What tags and includes of themes become."""

from __future__ import annotations

import pytest
from support.old_blogs import JEKYLL_POST, convert_jekyll

GALLERY = """
gallery:
  - {url: /a.png, image_path: /a.png, alt: A, title: Big}
  - image_path: /b.png
second: [{image_path: /b.png, title: Two, excerpt: 'An *idea*', url: /first/, btn_label: Go}]
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{% include gallery caption="*Both*" %}',
            (
                '<figure markdown="1">\n\n[![A](../../a.png "Big")](../../a.png)\n![](../../b.png)\n\n'
                '<figcaption markdown="span">*Both*</figcaption>\n\n</figure>'
            ),
        ),
        (
            '{% include feature_row id="second" %}',
            "![](../../b.png)\n\n**Two**\n\nAn *idea*\n\n[Go](2020-02-03-first-post.md)",
        ),
        (
            "{% include embed/video.html src='/v.mp4' title='A & B' %}",
            (
                '<figure><video src="../v.mp4" controls style="max-width: 100%"></video>'
                "<figcaption>A &amp; B</figcaption></figure>"
            ),
        ),
        ('{% include figure image_path="/a.png" caption="A_B _c_" %}', "![A_B c](../../a.png)"),
        ("{% twitter https://twitter.com/a/status/1 %}", "<https://twitter.com/a/status/1>"),
    ],
)
def test_includes_and_tags_of_themes_are_known(text: str, expected: str) -> None:
    more = "\n-- a.png --\nx\n-- b.png --\nx\n-- v.mp4 --\nx\n"
    result = convert_jekyll(text, meta=f"{GALLERY}permalink: /first/", more=more)
    assert expected in result.post("first-post.md").body
    assert result.left == []


def test_a_gallery_without_pictures_stays_as_a_comment() -> None:
    result = convert_jekyll('{% include gallery id="none" %}', meta="none: [x]\ngallery: 1")
    assert "<!-- Liquid, not converted: include gallery" in result.post("first-post.md").body


def test_tags_in_a_post_of_html_become_html() -> None:
    text = (
        "<p>One</p>\n{% highlight py %}\na < b\n{% endhighlight %}\n{% img /p.png %}\n"
        '<a href="{% post_url 2020-02-03-first-post %}">x</a>'
    )
    body = convert_jekyll(text, name=JEKYLL_POST.replace(".md", ".html"), more="\n-- p.png --\nx\n")
    written = body.post("first-post.md").body
    assert '<pre><code class="language-py">a &lt; b\n</code></pre>' in written
    assert '<img alt="" src="../../../p.png" />' in written
    assert '<a href="first-post.html">x</a>' in written
    assert "```" not in written
