"""Nothing that somebody writes takes a time that grows faster than its length.

Each case makes a text (or a blog) of any size. One of four times the size may take at most five
times as long: a loop within a loop takes sixteen times. Only time of the processor counts, and of
several runs the fastest, so that a busy machine changes nothing.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from support.builders import a_post, a_taxonomy, blog_settings, catalog_of, views_of
from support.old_blogs import COMMONMARK, KRAMDOWN, convert_files

from mkdocs_blog_plugin.catalog.related import RelatedIndex
from mkdocs_blog_plugin.catalog.terms_file import read_terms
from mkdocs_blog_plugin.convert.docusaurus.mdx import convert_mdx
from mkdocs_blog_plugin.convert.html_posts import convert_html_post
from mkdocs_blog_plugin.convert.hugo.go_syntax import UnsupportedError, parse
from mkdocs_blog_plugin.convert.hugo.shortcode_text import replace_shortcodes
from mkdocs_blog_plugin.convert.jekyll.tags import TagCall
from mkdocs_blog_plugin.convert.links import change_links
from mkdocs_blog_plugin.convert.report import Notes
from mkdocs_blog_plugin.convert.text.blocks import convert_blocks
from mkdocs_blog_plugin.convert.text.fences import fence
from mkdocs_blog_plugin.convert.text.inline import convert_inline
from mkdocs_blog_plugin.convert.text.mentions import mentioned
from mkdocs_blog_plugin.convert.text.tables import convert_table
from mkdocs_blog_plugin.convert.wordpress.content import convert_content
from mkdocs_blog_plugin.export.literal_html import literal_html
from mkdocs_blog_plugin.html.absolute import for_feed
from mkdocs_blog_plugin.html.excerpt import automatic, cut
from mkdocs_blog_plugin.html.links import make_portable
from mkdocs_blog_plugin.html.markup import TOKEN
from mkdocs_blog_plugin.html.text import count_pictures, count_words, plain_text, reading_time
from mkdocs_blog_plugin.html.title import mark_name, split_title
from mkdocs_blog_plugin.posts.authors import KnownAuthors, read_authors, resolve_authors
from mkdocs_blog_plugin.posts.body import (
    first_heading,
    first_leftover,
    linked_paths,
    opening_heading,
)
from mkdocs_blog_plugin.posts.code import lines_outside_code, split_code
from mkdocs_blog_plugin.posts.dates import date_in_folders, date_in_name
from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.front_matter import clean_source, parse_front_matter
from mkdocs_blog_plugin.posts.markdown_links import move_links
from mkdocs_blog_plugin.posts.reader import may_be_post
from mkdocs_blog_plugin.posts.words import words_of
from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.render.head import insert_head
from mkdocs_blog_plugin.settings import ExcerptSettings
from mkdocs_blog_plugin.urls.ledger import Ledger, claim_all
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.urls.paths import is_bare_host, is_safe_url
from mkdocs_blog_plugin.urls.slug import slug_or_name
from mkdocs_blog_plugin.views.listing import MARKER
from mkdocs_blog_plugin.views.pagination import page_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs_blog_plugin.posts.post import Post

ENOUGH = 0.005
"""Seconds of the processor that the smaller size has to take, to be measured at all."""
MOST = 5.0
"""What four times the size may cost, in times of the smaller one."""
ROUNDS = 15
"""After so many tries without one that is fast enough, it is not the machine."""

SEPARATORS = ("<!-- more -->", "<!--more-->")


def excerpt(html: str) -> object:
    return cut(html, ExcerptSettings(separators=SEPARATORS))


def feed(html: str) -> str:
    return for_feed(html, "blog/x/", "https://example.org/")


def rooted(html: str) -> str:
    return make_portable(html, "blog/x/", key="p1")


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
    return may_be_post("a.md", text, blog_settings())


def markers(html: str) -> object:
    return [MARKER.fullmatch(html, *token.span()) for token in TOKEN.finditer(html)]


def kramdown(text: str) -> str:
    return convert_blocks(text, KRAMDOWN)


def commonmark(text: str) -> str:
    return convert_blocks(text, COMMONMARK)


def mdx(text: str) -> str:
    return convert_mdx(text, Notes(), "a.mdx", 1, {})


def shortcodes(text: str) -> str:
    return replace_shortcodes(text, lambda call: call.name)


def go_template(text: str) -> object:
    with suppress(UnsupportedError):
        return parse(text)
    return None


def liquid_options(text: str) -> object:
    return TagCall.of("a", text, context=None)  # type: ignore[arg-type]  # nothing is looked up


def jekyll_lists(text: str) -> object:
    return convert_files(
        "-- _config.yml --\ntitle: Old\n-- _posts/2020-01-01-a.md --\na\n"
        f"-- index.md --\n---\nlayout: home\n---\n{text}\n"
    )


def pelican(text: str) -> object:
    return convert_files(
        "-- pelicanconf.py --\nSITENAME = 'Old'\n"
        f"-- content/a.md --\nTitle: A\nDate: 2020-01-01\n\na\n{text}\n"
    )


def docusaurus(text: str) -> object:
    return convert_files(f"-- docusaurus.config.js --\n{text}\n-- blog/2020-01-01-a.md --\na\n")


def wordpress(text: str) -> str:
    return convert_content(text, Notes(), "a", {}, {})


def old_links(text: str) -> str:
    return change_links(text, lambda target, _: target)


def code(text: str) -> object:
    return [list(split_code(text)), list(lines_outside_code(text))]


def moved(text: str) -> str:
    return move_links(text, lambda target: target)


def named(count: int) -> str:
    return "".join(f"a{number}:\n  name: A\n  bad: []\n" for number in range(count))


def posts_with(count: int, **labels: Any) -> Sequence[Post]:
    return [a_post(f"p{number:06}", **labels) for number in range(count)]


def series(count: int) -> object:
    posts = posts_with(count, series=["S"], tags=["T"])
    made = catalog_of(*posts)
    related = RelatedIndex(made, {})
    return [(made.part_of(found), related.related(found, 3)) for found in posts]


def texts(count: int) -> object:
    posts = posts_with(count * 10)
    words = {
        found.src_uri: " ".join(f"w{number * place % len(posts)}" for place in range(1, 13))
        for number, found in enumerate(posts)
    }
    related = RelatedIndex(catalog_of(*posts), words)
    return [related.related(found, 3) for found in posts]


def terms_of_one_slug(count: int) -> object:
    labels = ["!" + "?" * (number % 7) + f"<{number}>" for number in range(count)]
    settings = blog_settings(a_taxonomy("tags", slugify=lambda *_: "x"))
    return views_of(a_post("a", tags=labels), settings=settings)


def paths(count: int) -> object:
    location = Location.of_page("blog/x", directory_urls=True)
    return claim_all([(f"{number}.md", location) for number in range(count)], Ledger({}))


def unknown_authors(count: int) -> object:
    found = Problems()
    known = KnownAuthors(read_authors(named(count), path="", problems=Problems()))
    values = {"authors": [f"b{number}" for number in range(count)]}
    fields = Fields.of(values, path="a.md", lines={}, problems=found)
    return resolve_authors(fields, known, unknown=None)


TEXTS: dict[str, tuple[Callable[[str], object], str, str, str]] = {
    "a declaration without an end": (plain_text, "", "<!a", ""),
    "a declaration without an end, counted": (count_words, "", "<?", ""),
    "a comment without an end": (count_words, "", "<!--", ""),
    "an end tag that is a comment": (plain_text, "", "</ ", ""),
    "a tag without an end": (plain_text, "", "<a ", ""),
    "a quote without an end": (plain_text, "", "<a x='", ""),
    "a script without an end": (plain_text, "", "<script>", ""),
    "scripts in tags without an end": (count_words, "", "<script ", ""),
    "end tags of a script": (plain_text, "<script>", "</script ", ""),
    "titles without an end": (plain_text, "", "<title>", ""),
    "elements without an end": (excerpt, "", "<b>", "</i>" * 1000),
    "end tags without a start": (excerpt, "", "<b></i>", ""),
    "separators in a block of code": (excerpt, "<pre>", "<!-- more -->", "</pre>"),
    "separators in code": (excerpt, "", "<code><!-- more --></code>", ""),
    "separators without an end": (excerpt, "", "<!-- more ", ""),
    "pictures without an end": (count_pictures, "", "<img", ""),
    "drawings without an end": (plain_text, "", "<svg>", ""),
    "headings without an end": (split_title, "<h1>", "</h1 ", ""),
    "a name without an end": (mark_name, "<h1>", "<a class='", "</h1>"),
    "styles without an end": (rooted, '<a style="', "url(", '">'),
    "quotes in a style": (rooted, '<a style="', "url('", '">'),
    "blanks in a style": (rooted, '<a style="url(', " ", '">'),
    "slashes in a tag": (rooted, "<a href=x ", "/", ">"),
    "blanks in a tag": (rooted, "<a href=x", " ", ">"),
    "quotes in a tag": (feed, "<a href=x ", "'\"", ">"),
    "equals signs in a tag": (feed, "<a href=x ", "=", ">"),
    "attributes of a tag": (feed, "<a href=x ", "onclick= ", ">"),
    "candidates of a picture": (rooted, '<img srcset="', "a, ", '">'),
    "commas of a picture": (rooted, '<img srcset="', ",", '">'),
    "references to characters": (feed, '<a href="', "&#x", '">'),
    "a title in a head without an end": (head, "<head>", "<title>", ""),
    "a script in a head without an end": (head, "<head>", "<script>", ""),
    "comments in a head without an end": (head, "<head>", "<!--", ""),
    "tags of a head": (head, "<head>", "<meta name=a content=b>", "</head>"),
    "markers without an end": (markers, "", "<!-- blog:a", ""),
    "markers": (markers, "", "<!-- blog:a -->", ""),
    "fences in quotes": (code, "", "> ```\n\n", ""),
    "backticks behind backslashes": (code, "", "\\`", ""),
    "runs of backticks": (code, "", "` `` ", ""),
    "markers before a fence": (code, "", "- ", "```"),
    "old elements without an end": (kramdown, "", "<div>\n\n", ""),
    "old elements one after the other": (kramdown, "", "<div>a</div>\n", ""),
    "old end tags": (commonmark, "", "</div>\n\n", ""),
    "old lists": (commonmark, "", "- a\n\n", ""),
    "old comments without an end": (kramdown, "", "{::comment}", ""),
    "old formulas without an end": (kramdown, "", "\\\\(", ""),
    "old links": (old_links, "", "[a](b)\n", ""),
    "old links in elements": (old_links, "", "<div>\n", "</div>"),
    "old links in indented code": (old_links, "", "a\n\n    [a](b)\n\n", ""),
    "quotes in a configuration of Docusaurus": (docusaurus, "", "\\'", ""),
    "patterns in a configuration of Docusaurus": (docusaurus, "", "exclude: [", ""),
    "blocks of code as components": (mdx, "", "<CodeBlock>{`", ""),
    "exports": (mdx, "", "export const a = 1\n", ""),
    "imports of pictures": (mdx, "", "import a from './a.png'\n", "<a />"),
    "comments in code": (mdx, "```\n", "// highlight-start\n", "```"),
    "blanks in a link of Pelican": (pelican, "]({a}", " ", ""),
    "links of Pelican without an end": (pelican, "", "]({a} ", ""),
    "indented lines of Pelican": (pelican, "", "    :::a\n", ""),
    "old HTML without ends": (convert_html_post, "", "<div></i>", ""),
    "old tags in HTML": (convert_html_post, "", "{%", ""),
    "old comments in HTML": (convert_html_post, "", "<!--", ""),
    "old tags of HTML without an end": (convert_html_post, "", "<a ", ""),
    "old quotes in HTML": (convert_html_post, "", "<a href='", ""),
    "shortcodes of Hugo without an end": (shortcodes, "", '{{< a "', ""),
    "blanks of Hugo without an end": (shortcodes, "{{< a", " ", ""),
    "actions of Hugo without an end": (go_template, "", "{{ a ", ""),
    "a word in a tag of Liquid": (liquid_options, "", "a-", ""),
    "loops of Liquid": (jekyll_lists, "", "{% for a in site.posts %}{% endfor %}", ""),
    "loops of Liquid without an end": (jekyll_lists, "", "{% for ", ""),
    "tags of Liquid without an end": (jekyll_lists, "", "{% a ", ""),
    "a word in a component": (mdx, "<A ", "a-", ">"),
    "blank lines in old code": (fence, "", "\n", ""),
    "a row of an old table": (lambda row: convert_table(["|a|b", row]), "|", "-", "x"),
    "comments in an old line": (lambda line: convert_inline(line, KRAMDOWN), "", "a <!-- ", ""),
    "tags of Pelican": (pelican, "", "a {% b ", ""),
    "a word in an article of Pelican": (pelican, "", "a-", ""),
    "formulas of Pelican without an end": (pelican, "", "a \\(", ""),
    "links without an end": (moved, "", "[a](b ", ""),
    "brackets in a link": (moved, "[a](b", "(c", ""),
    "blanks in a link": (moved, "[a](b", " ", '"'),
    "blank lines of Pelican": (pelican, "", " \n", "b"),
    "arguments of Hugo without an end": (shortcodes, "", "{{% a ", ""),
    "brackets beside a mention": (mentioned, "@a ", "[", ""),
    "links beside a mention": (mentioned, "@a ", "[a](", ""),
    "nested admonitions": (mdx, "", ":::note\n", ""),
    "comments of MDX": (mdx, "", "{/*", ""),
    "components": (mdx, "", "<A>", ""),
    "heads in MDX": (mdx, "", "<head>", ""),
    "admonitions in quotes": (mdx, "", "> :::note\n", ""),
    "quotes in quotes": (mdx, ":::\n", ">", ":::"),
    "shortcodes of WordPress": (wordpress, "", "[a ", ""),
    "whole elements of WordPress": (wordpress, "", "<pre>", ""),
    "HTML on one line": (literal_html, "", "<a x='`'>\n", ""),
    "minutes": (lambda html: reading_time(html, 265), "", "<p>a \u4e00</p>", ""),
    "an excerpt in words": (lambda html: automatic(html, 70), "", "<div><p>", ""),
    "one run of backticks": (first_leftover, "{{ a }} ", "`", ""),
    "backticks": (first_leftover, "", "` `` {{", ""),
    "braces": (first_leftover, "{% raw", "}{", ""),
    "a heading of brackets": (first_heading, "# ", "[", ""),
    "a heading of stars": (first_heading, "# ", "*_", ""),
    "a heading of attributes": (first_heading, "# a ", "{.a ", ""),
    "a heading of pictures": (first_heading, "# ", '<img alt="a" ', ""),
    "definitions": (first_heading, "", "[a]: b\n", ""),
    "targets": (linked_paths, "", "](", ""),
    "blanks before a target": (linked_paths, "](", " ", ""),
    "a heading": (opening_heading, "# ", "# ", ""),
    "lines of dashes": (source, "---\n", "--- a\n", ""),
    "blank lines": (source, "---\n", " \n", ""),
    "front matter without an end": (source, "---\n", "a: b\n", ""),
    "broken front matter": (source, "---\na: [\n", "key: value: x\n", "---\n"),
    "brackets in YAML": (source, "---\na: ", "[", "\n---\n"),
    "doubled keys in YAML": (source, "---\n", "a: b\n", "---\n"),
    "broken TOML": (source, "+++\na = [\n", "key = value\n", "+++\n"),
    "dots in TOML": (source, "+++\n", "a.", "a = 1\n+++\n"),
    "keys in TOML": (source, "+++\nx = '", "a", "'\n+++\n"),
    "quotes in TOML": (source, "+++\nx = '", '"', "'\n+++\n"),
    "brackets in JSON": (source, '{"a": ', "[", "\n}\n"),
    "braces in JSON": (source, "", '{"a":', "\n}\n"),
    "lines of MultiMarkdown": (source, "a: b\n", "    c\n", ""),
    "headers": (recognised, "---\n", "a: b\n", ""),
    "blank lines in a header": (recognised, "", " \n", "a"),
    "a date in folders": (date_in_folders, "", "2020/01/01/", ""),
    "a date in a name": (date_in_name, "2020-01-01", "-", ""),
    "words": (words_of, "", "a ä字", ""),
    "an address": (is_safe_url, "", "a", ""),
    "a host without a scheme": (is_bare_host, "", "a.", "-"),
    "an address of references": (is_safe_url, "", "&#1", ""),
    "a slug": (slug_or_name, "", "a-", ""),
    "a slug of symbols": (slug_or_name, "", "!", ""),
    "page numbers": (lambda text: page_numbers(text, 1, 9), "", "~1", ""),
    "brackets in an authors file": (authors, "", "a: [", ""),
    "brackets in a terms file": (terms, "", "a: [", ""),
}
"""By what somebody writes: what reads it, and its beginning, its repeated part and its end."""

COUNTS: dict[str, Callable[[int], object]] = {
    "authors": lambda count: authors(named(count)),
    "unknown authors": unknown_authors,
    "terms of a terms file": lambda count: terms(
        "tags:\n" + "".join(f"  a{n}: {{bad: x, icon: ..}}\n" for n in range(count))
    ),
    "posts in one series and one tag": series,
    "posts with rare words": texts,
    "tags of one slug": terms_of_one_slug,
    "posts at one path": paths,
}


def measured(work: Callable[[int], object], size: int) -> float:
    """Return the seconds of the processor that `work` takes."""
    gc.disable()
    start = process_time()
    work(size)
    end = process_time()
    gc.enable()
    return end - start


def growth(work: Callable[[int], object], size: int) -> float:
    """Return how many times as long four times the size takes; less counts as `ENOUGH`."""
    while measured(work, size) < ENOUGH and size < 500_000:
        size *= 2
    found = float("inf")
    for _ in range(ROUNDS):
        found = min(found, measured(work, size * 4) / max(measured(work, size), ENOUGH))
        if found <= MOST:
            break
    return found


@pytest.mark.parametrize("what", TEXTS)
def test_a_text_takes_a_time_that_grows_with_its_length(what: str) -> None:
    read, start, piece, end = TEXTS[what]
    assert growth(lambda size: read(start + piece * size + end), 500) <= MOST


@pytest.mark.parametrize("what", COUNTS)
def test_a_blog_takes_a_time_that_grows_with_its_size(what: str) -> None:
    assert growth(COUNTS[what], 50) <= MOST
