"""Nothing that somebody writes takes a time that grows faster than its length.

Each case makes a text (or a blog) of any size. One of four times the size may take at most five
times as long: a loop within a loop takes sixteen times. Only time of the processor counts, and of
several runs the fastest, so that a busy machine changes nothing.
"""

from __future__ import annotations

import gc
from datetime import UTC, datetime
from time import process_time
from typing import TYPE_CHECKING

import pytest
from cataloguing import blog, catalog, post, taxonomy

from mkdocs_blog_plugin.catalog.related import RelatedIndex
from mkdocs_blog_plugin.catalog.terms_file import read_terms
from mkdocs_blog_plugin.html.absolute import for_feed
from mkdocs_blog_plugin.html.excerpt import automatic, cut
from mkdocs_blog_plugin.html.links import root
from mkdocs_blog_plugin.html.separator import find_separator
from mkdocs_blog_plugin.html.text import count_pictures, count_words, plain_text, reading_time
from mkdocs_blog_plugin.html.title import mark_name, split_title
from mkdocs_blog_plugin.posts.authors import read_authors
from mkdocs_blog_plugin.posts.body import (
    first_heading,
    first_leftover,
    mentions,
    opening_heading,
)
from mkdocs_blog_plugin.posts.body import (
    plain_text as plain_heading,
)
from mkdocs_blog_plugin.posts.dates import date_in_folders, date_in_name
from mkdocs_blog_plugin.posts.front_matter import clean_source, parse_front_matter
from mkdocs_blog_plugin.posts.reader import may_be_post
from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.render.head import insert_head
from mkdocs_blog_plugin.settings import ExcerptSettings
from mkdocs_blog_plugin.urls.collisions import settle
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.urls.paths import is_safe_url
from mkdocs_blog_plugin.urls.slug import slug_or_name
from mkdocs_blog_plugin.views.pagination import page_numbers
from mkdocs_blog_plugin.views.plan import plan_views

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 0.5
ENOUGH = 0.02
"""Seconds of the processor that the smaller size has to take, to be measured at all."""
MOST = 5.0
"""What four times the size may cost, in times of the smaller one."""
ROUNDS = 12
"""After so many tries without one that is fast enough, it is not the machine."""

SEPARATORS = ("<!-- more -->", "<!--more-->")


def excerpt(html: str) -> object:
    return cut(html, ExcerptSettings(separators=SEPARATORS))


def feed(html: str) -> str:
    return for_feed(html, "blog/x/", "https://example.org/")


def rooted(html: str) -> str:
    return root(html, "blog/x/", key="p1")


def head(html: str) -> str:
    return insert_head(html, {"description": "<meta>"}, "https://example.org/")


def authors(text: str) -> object:
    return read_authors(text, path=".authors.yml", problems=Problems())


def terms(text: str) -> object:
    return read_terms(text, path=".terms.yml", problems=Problems())


def source(text: str) -> object:
    front_matter = parse_front_matter(text)
    return clean_source(front_matter)


def recognised(text: str) -> object:
    return may_be_post("a.md", text, blog())


READERS: dict[str, Callable[[str], object]] = {
    "excerpt": excerpt,
    "automatic": lambda html: automatic(html, 70),
    "feed": feed,
    "rooted": rooted,
    "head": head,
    "separator": lambda html: find_separator(html, SEPARATORS),
    "text": plain_text,
    "words": count_words,
    "pictures": count_pictures,
    "minutes": lambda html: reading_time(html, 265),
    "title": split_title,
    "name": mark_name,
}
"""Each reads HTML that Markdown or its author has made."""

PIECES = (
    "<!a", "<!", "<!--", "<!-- ", "<!-- more ", "<!-- more -->", "<pre>", "<pre><!-- more -->",
    "<code><!-- more --></code>", "<", "<a", "</a", "<a ", '<a "', "<a '", "<a x='", '<a x="',
    "<a>", "</a>", "<p>", "<p", "<b>", "</p><p>", "<br/>", "<br", "<title>", "<script>",
    "<script ", "<style>", "<style", "<textarea>", "<svg>", "<svg", "<svg/>", "<object>",
    "<h1>", "<h1", "<h2>", "<img", "<img ", "<meta ", "<link ", "<head>", "</head", "--", "-->",
    "&", "&amp;", "'", '"', " ", "/", "\n", ">", "=", "\x02", "\x03", "\x03p1", "<a href=",
    '<a href="x">', '<a href="#x" id=x>', "<div class=footnote>", "<div><p>a</p>",
    "<plaintext>", "<xmp>", "<noscript>", "<template>", "<iframe>", "a", "<a/", "<a /",
    "<?", "<?php", "</", "<input ", "\u4e00", "{", "[", "`",
)  # fmt: skip

TAGS = (
    " ", "/", "/ ", " a", "a ", "=", " =", " a=", " a =", "'", '"', " style=url(", "url(", "url('",
    'url("', " href", " href=x", " srcset=", ",", "a,", ", a", "\n", " class", ' class=""',
    " type=", " on", "url( ", "url(' ", " id=x", " &", "&#x",
)  # fmt: skip


def measured(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    start = process_time()
    work()
    end = process_time()
    gc.enable()
    return end - start


def growth(make: Callable[[int], Callable[[], object]], size: int = 1000) -> float:
    """Return how many times as long four times the size takes."""
    while (taken := measured(make(size))) < ENOUGH and size < 1_000_000:
        size = size * 2
    small, large = taken, float("inf")
    for _ in range(ROUNDS):
        small = min(small, measured(make(size)))
        large = min(large, measured(make(size * 4)))
        if large <= MOST * small or large > 14 * small:
            break
    return large / small


def test_x() -> None:
    pass
