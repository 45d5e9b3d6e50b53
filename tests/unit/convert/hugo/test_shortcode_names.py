"""Shortcodes that widespread themes have in their own folders."""

from __future__ import annotations

import pytest
from support.old_blogs import Converted, convert_files

CONFIG = '-- hugo.toml --\nbaseURL = "https://old.example/"\ntitle = "Old"\n'


def converted(text: str) -> Converted:
    """Convert a site with one post in a bundle with a picture."""
    return convert_files(
        f"{CONFIG}-- content/posts/x/index.md --\n---\ndate: 2020-01-01\n---\n{text}\n"
        "-- content/posts/x/a.png --\nx\n-- content/posts/x/v.mp4 --\nx\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{{< collapse summary="More" >}}in{{< /collapse >}}',
            '<details markdown="1">\n<summary>More</summary>\n\nin\n\n</details>',
        ),
        (
            '{{< accordion >}}{{< accordionItem title="T" >}}in{{< /accordionItem >}}{{< /accordion >}}',
            "<summary>T</summary>\n\nin",
        ),
        ("{{< ltr >}}*in*{{< /ltr >}}", "*in*"),
        ('{{< tab label="Mac" >}}in{{< /tab >}}', "**Mac**\n\nin"),
        (
            '{{< timelineItem header="H" badge="B" subheader="S" >}}in{{< /timelineItem >}}',
            "**H** (B)\n\n*S*\n\nin",
        ),
        (
            '{{< figure src="a.png" caption="C" attr="by A" attrlink="https://a.b" >}}',
            "C [by A](https://a.b)<",
        ),
        ('{{< figure src="a.png" attr="by A" >}}', ">by A<"),
        (
            "{{< instagram Cx1 >}}",
            "[https://www.instagram.com/p/Cx1](https://www.instagram.com/p/Cx1)",
        ),
        ('{{< github repo="a/b" >}}', "[https://github.com/a/b](https://github.com/a/b)"),
        ("{{< gitlab https://gitlab.com/x >}}", "<https://gitlab.com/x>"),
        ('{{< youtubeLite id="abc" label="L" >}}', 'embed/abc" title="L"'),
        ("{{< tencent g00 >}}", "player.html?vid=g00"),
        ('{{< video src="v.mp4" >}}', '<video src="v.mp4" controls'),
        ('{{< carousel images="{a.png, a.png}" >}}', "a.png)\n![]("),
        ('{{< badge title="go" value="1.2" >}}', "go 1.2"),
        ("{{< badge >}}New{{< /badge >}}", "New"),
        (
            '{{< quote author="A" source="Book" url="https://a.b" >}}in{{< /quote >}}',
            "> in\n>\n> — A, [Book](https://a.b)",
        ),
        ("{{< katex >}}\\pi{{< /katex >}}", "\\(\\pi\\)"),
        ("{{< katex display >}}\\pi{{< /katex >}}", "$$\n\\pi\n$$"),
        ("{{< icon github >}}x", "x"),
        ('{{< card header="H" footer="F" >}}in{{< /card >}}', "**H**\n\nin\n\nF"),
    ],
)
def test_what_themes_have_is_known_by_its_name(text: str, expected: str) -> None:
    result = converted(text)
    assert expected in result.post("index.md").body
    assert result.left == []


@pytest.mark.parametrize(
    "text", ['{{< carousel images="g/*" >}}', "{{< badge >}}", "{{< video >}}"]
)
def test_what_cannot_be_known_stays_as_a_comment(text: str) -> None:
    assert "<!-- shortcode, not converted" in converted(text).post("index.md").body
