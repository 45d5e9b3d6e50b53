"""The small blog on which the examples of the reference are tried, and the examples, read from the docs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from support.sites import PIXEL, files_of

DOCS = Path(__file__).parents[2] / "docs"

_TEXT = """
-- index.md --
# Home

<!-- blog:posts limit=2 -->

<!-- blog:tags -->
-- guide.md --
---
tags: [News]
author: Ada
---
# The guide
-- blog/index.md --
---
title: Blog
---
Welcome to our blog.
-- blog/.authors.yml --
ada:
  name: Ada Lovelace
  title: Engineer
  description: Writes about engines
  email: ada@example.org
  avatar: images/logo.png
charles: {name: Charles Babbage}
-- blog/.terms.yml --
tags:
  news: {description: What has happened}
-- authors.yml --
ada: {name: Countess Lovelace}
-- terms.yml --
tags:
  news: {label: What is new}
-- blog/posts/hello.md --
---
date: 2026-11-22
tags: [News, Big data]
categories: [Talks, Travel]
authors: [ada, charles]
image: sea.png
redirect_from: /old/hello/
links: [guide.md]
---
# Hello

The first paragraph becomes the excerpt on the lists.

<!-- more -->

[The guide](../../guide.md) has more.
-- blog/posts/two-engines.md --
---
date: 2026-11-21
tags: [languages/python]
series: Engines
categories: [Tutorial]
author: adda
---
# Two engines

One of them works.

<!-- teaser -->

The other one does not.

Pythons of Borneo swallow goats. WORDS
-- blog/posts/engine.md --
---
date: 2026-11-20
updated: 2026-12-24
tags: [languages.rust, News]
series: Engines
categories: Talks
---
# An engine

The quick start of an engine.
-- blog/posts/late.md --
---
date: 2026-10-31 20:00 -05:00
title: Late
tags: spark scala
---
It is late, and the title is in front matter alone.
-- blog/posts/written.md --
---
written: 2026-11-01
title: Written
---
-- blog/posts/draft.md --
---
date: 2026-05-01
draft: true
---
# Unfinished
-- blog/posts/scheduled.md --
---
date: 2030-01-31
---
# Tomorrow
-- blog/posts/slip.md --
---
date: 2026-05-02
drfat: true
---
# A slip
-- blog/posts/snake.md --
---
date: 2026-06-01
language: Python
authors: [charles]
---
# A snake

Pythons of Borneo are the longest snakes there are, and they live in the forests by the rivers.

They swallow goats, and sometimes a deer, and then rest for some weeks before they look for another one.
-- blog/entries/first.md --
---
date: 2026-01-01
---
# First entry
-- news/posts/hello.md --
---
date: 2026-11-22
---
# Hello
-- talks/spark.md --
---
date: 2026-09-01
---
# Spark
"""

FILES: dict[str, str | bytes] = {
    **files_of(_TEXT.replace("WORDS", "word " * 595)),
    **{
        f"blog/posts/note-{number}.md": f"---\ndate: 2025-12-{number:02}\ntags: Notes\n---\n# Note {number}\n"
        for number in range(1, 6)
    },
    "blog/posts/sea.png": PIXEL,
    "images/logo.png": PIXEL,
    "images/preview.png": PIXEL,
}

EXAMPLE = """# Example

The text of a small post.

<!-- cut -->

It has an end, too.
"""
"""The text of the post on which keys of front matter are tried."""

CHANGELOG = "# Changelog\n\n## [1.1.0] - 2026-10-01\n\n- Faster.\n"

THEME = """
{%- macro show(items) %}{% for item in items %}<li>{{ item.title }}{{ show(item.children or []) }}</li>{% endfor %}{% endmacro -%}
<!doctype html>
<html lang="{{ config.theme.locale }}">
<head><title>{{ page.title }}</title>
{% for path in config.extra_css %}<link rel="stylesheet" href="{{ path|url }}">{% endfor %}
</head>
<body><nav>{{ show(nav) }}{{ show(page.toc) }}</nav>{{ page.content }}</body>
</html>
"""
"""A theme that prints what there is and nothing else, so that a build takes little time."""


@dataclass(frozen=True)
class Example:
    """A section of the reference: what it is about, what one writes, and what comes of it."""

    page: str
    name: str
    language: str
    code: str
    effect: str

    def __str__(self) -> str:
        return f"{self.page}-{self.name}"


_SECTION = re.compile(
    r"^### [^\n]*\{ #([\w.-]+) \}\n(.*?)(?=^#{1,3} |\Z)", re.MULTILINE | re.DOTALL
)
_EXAMPLE = re.compile(
    r"^```(?P<language>\w+)[^\n]*\n(?P<code>.*?)^```\n\n(?P<effect>\S.*?)\n(?:\n|\Z)",
    re.MULTILINE | re.DOTALL,
)


def sections(page: str) -> dict[str, str]:
    """Return the text below each heading that has an anchor, by that."""
    return dict(_SECTION.findall((DOCS / page).read_text(encoding="utf-8")))


def examples(page: str) -> list[Example]:
    """Return the first example of each section that has one."""
    found = ((name, _EXAMPLE.search(text)) for name, text in sections(page).items())
    return [
        Example(page, name, match["language"], match["code"], " ".join(match["effect"].split()))
        for name, match in found
        if match
    ]


@dataclass(frozen=True)
class Claim:
    """Something that an effect names, as code or in italics."""

    text: str
    denied: bool

    @property
    def is_address(self) -> bool:
        """Whether it is the address of a page or file of the site."""
        return self.text.startswith("/")


def claims(effect: str) -> list[Claim]:
    """Return what the sentences of an effect say that there is, and is not."""
    return [
        Claim(code or words, re.search(r"\b(?:no|not|without)\b", sentence) is not None)
        for sentence in re.split(r"(?<=[.!?;]) ", effect)
        for code, words in re.findall(r"`([^`]+)`|(?<![\w*])\*([^*`]+)\*(?!\w)", sentence)
    ]
