"""Builds that go on from earlier ones write what a build from nothing writes, byte for byte.

Small sites are edited at random and built in any way after each edit, over one cache: by builds,
dirty builds and servers, some of them killed, while options, hooks, versions and the day change.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from mkdocs import utils
from mkdocs.config.config_options import Hooks
from support.sites import Site, build_site, write_files

from mkdocs_blog_plugin.site.cache import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

Files = dict[str, str]

NAV = "nav: [{Start: index.md}, guide.md, blog/index.md, plain.md]"
CONFIG = """
theme: {name: null, custom_dir: theme}
hooks: [hook.py]
plugins:
  - search
  - blog-plugin:
      pagination_per_page: 2
      post_url_format: "{date}/{slug}"
      feeds_for: [index, tags]
      feeds_length: 2
      export: true
      mentions: true
      tags_pages: true
      draft_on_serve: false
      draft_if_future_date: true
"""
EXCERPTS = "      feeds_content: excerpt\n      image_default: blog/posts/p.svg\n"
EXTENSIONS = "markdown_extensions: [admonition, pymdownx.snippets]"
THEME = """<html><head><title>{{ page.title }}</title></head><body>
{% if page.url.startswith("blog/") %}
{% for item in nav recursive %}<p>{% if item.children %}{{ item.title }}{{ loop(item.children) }}
{% else %}<a href="{{ item.url|url }}">{{ item.title }}</a>{% endif %}</p>{% endfor %}
{% for above in page.ancestors %}<p>{{ above.title }}</p>{% endfor %}
{% for near in (page.previous_page, page.next_page) if near %}<p>{{ near.title }}</p>{% endfor %}
{% endif %}
{{ page.content }}{{ page.toc }}</body></html>
"""
"""Prints what themes print, in little time; ordinary pages without the nav, which `--dirty` leaves."""
HOOK = """
from pathlib import Path

def on_page_markdown(markdown, page, **more):
    return markdown + {more!r} if "/posts/" in page.file.src_uri else markdown

def on_post_build(config, **more):
    for path in Path(config.docs_dir, "moved.txt").read_text().split():
        target = Path(config.site_dir, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("moved by another plugin")
"""
THEMES = (
    THEME,
    "{{ blog.posts|map(attribute='title')|join }}{{ page.content }}",
    "{% for file in pages %}{{ file.page.meta.date }}{% endfor %}{{ page.content }}",
    "{% for item in nav %}{{ item['content'] }}{% endfor %}{{ page.content }}",
    "{% set near = page.next_page or page %}{{ near.toc }}{{ near.meta.tags }}{{ near.next_page.title }}{{ page.content }}",
    "{{ build_date_utc }}{{ page.update_date }}{{ page.content }}",
    "{{ page.file.content_string }}{{ page.markdown }}{{ page.content }}",
    "{{ page.meta.update(seen=page.next_page.title) }}{{ page.meta.seen }}{{ page.content }}",
    "{{ config.extra.word }}{{ word }}{{ page.word }}{{ nav.word }}{{ page.content }}",
    "{{ config.word }}{{ config.theme.word }}{{ page.content }}",
    "{{ page.title|upper }}{{ counted and counted() }}{{ page.content }}",
    "{{ config.plugins['blog-plugin'].build.blog.posts|length }}{{ page.content }}",
)
"""Templates that print more than a page and its place; `--dirty` cannot know what they ask for."""
HOOKS = (
    "",
    "def on_config(config, **more): config.extra.word = len(list(Path(config.docs_dir).rglob('*.md')))",
    "def on_page_content(html, page, files, **more): page.word = [len(files), {'of': files.src_uris.keys()}]",
    "def on_nav(nav, files, **more): nav.word = len(files)",
    "def on_files(files, config, **more): config.word = config.theme.word = len(files)",
    "def on_page_context(context, page, nav, **more): context['word'] = len(nav.pages)",
    "def on_page_context(context, page, config, **more): config.extra.word = config.extra.get('word', '') + 'x'",
    "def on_post_page(output, page, config, **more): config.extra.word = page.title",
    "def on_env(env, files, **more): env.filters['upper'] = lambda text: text + str(len(files))",
    "def on_env(env, files, **more): env.globals['word'] = [len(files)]",
    "def on_env(env, files, **more): env.globals['counted'] = lambda: sum(map(len, files.src_uris))",
)
"""What a hook may tell templates."""
PAGES = {
    "index.md": "# Home\n\n[One](blog/posts/1.md)\n",
    "guide.md": "---\ntags: [a]\n---\n# Guide `x`\n\n## Part\n\n<!-- blog:posts limit=3 -->\n\n<!-- blog:tags -->\n",
    "plain.md": "# Plain\n\nNothing of the blog.\n",
    "blog/index.md": "# News\n\nWelcome.\n",
    "blog/.authors.yml": "jane:\n  name: Jane\n",
    "part.txt": "Part.",
    "moved.txt": "",
}
NAMES = [f"blog/posts/{number}.md" for number in range(1, 6)]
DAYS = ("1704067200", "1706745600", "1767225600")
"""The first days of January 2024, February 2024 and 2026: SOURCE_DATE_EPOCH."""


@dataclass(frozen=True)
class State:
    """All that a site is made of."""

    files: Files
    config: Mapping[str, str] = field(
        default_factory=lambda: {"nav": NAV, "extensions": EXTENSIONS, "more": ""}
    )
    hook: str = ""
    theme: str = THEME
    hooks: str = ""
    day: str = DAYS[-1]
    version: str = "1"

    def with_file(self, path: str, text: str | None) -> State:
        rest = {name: old for name, old in self.files.items() if name != path}
        return replace(self, files=rest if text is None else {**rest, path: text})


@dataclass(frozen=True)
class Step:
    """One edit and the build that follows; None deletes a file."""

    how: str
    what: str
    value: str | None

    def of(self, state: State) -> State:
        if self.what in state.config:
            return replace(state, config={**state.config, self.what: self.value or ""})
        if self.what in ("hook", "theme", "hooks", "day", "version"):
            return replace(state, **{self.what: self.value})  # type: ignore[arg-type] # all texts
        return state.with_file(self.what, self.value)


posts = st.builds(
    "---\ndate: 2024-0{}-01\ntags: {}\nseries: {}\nauthors: [{}]\n{}\n---\n# {}\n\n{}\n\n{}\n".format,
    st.integers(1, 3),
    st.sampled_from(["[]", "[a]", "[a, b]", "[A, c]"]),
    st.sampled_from(["", "s"]),
    st.sampled_from(["", "jane", "joe"]),
    st.sampled_from(
        [
            *("", "draft: true", "pin: true", "slug: same", "unlisted: true", "aliases: [/old/]"),
            *("description: Short", "links: [blog/posts/2.md, plain.md]", "image: p.png"),
            *("links: ['guide.md#part', 'blog/posts/1.md#top']", "expires: 2025-01-01"),
            *("permalink: /blog/p.html", "permalink: /blog/p.html/", "updated: 2024-04-01"),
            *("enclosure: p.mp3", "image: p.svg"),
        ]
    ),
    st.sampled_from(["Title", "Other title", "<i>", "A & B"]),
    st.sampled_from(
        [
            *("Text.", "To [one](1.md) and [two](2.md#top).", "[none](none.md)", "![p](p.png)"),
            *('--8<-- "part.txt"', "!!! note\n    x", "Text.\n\n<!-- blog:posts tag=a -->"),
            *('A "quote".', "See [plain](../../plain.md) and [guide](../../guide.md#part)."),
        ]
    ),
    st.sampled_from(["", "<!-- more -->\n\nMore.", "## Top\n\n" + "word " * 90]),
)
pages = st.sampled_from(
    [
        ("blog/.authors.yml", "jane:\n  name: Jane Doe\n  description: Writes\n"),
        ("blog/.authors.yml", "jane:\n  name: Jane\njoe:\n  name: Joe\n"),
        ("blog/.terms.yml", "tags:\n  a: {label: Alpha, slug: alpha}\n"),
        ("blog/index.md", "# News\n\nHello.\n"),
        ("blog/index.md", "# Newer news\n\nHello.\n"),
        ("blog/tag.md", "# Labels\n\nAll of them.\n"),
        ("blog/tag.md", "# Words\n\nAll of them.\n"),
        ("blog/archive.md", "# Before\n"),
        ("guide.md", "# Guide `x`\n\n## Part & parcel { #part }\n\n<!-- blog:posts tag=a -->\n"),
        ("guide.md", "# Guide\n\n<!-- blog:posts tag=a layout=compact -->\n\n## Part\n"),
        ("plain.md", "# Plain\n\n[Two](blog/posts/2.md)\n"),
        ("plain.md", "# Plain\n\n<!-- blog:mentions -->\n\nNothing else.\n"),
        ("blog/posts/p.png", "no picture"),
        ("blog/posts/p.svg", '<svg width="1200" height="1200"></svg>'),
        ("blog/posts/p.svg", '<svg width="90" height="90"></svg>'),
        ("blog/posts/p.mp3", "no recording"),
        ("part.txt", "A part."),
        ("moved.txt", "old/index.html"),
    ]
)
surroundings = st.sampled_from(
    [
        ("nav", "nav: [{Start: index.md}, guide.md, plain.md]"),
        ("nav", NAV),
        ("extensions", "markdown_extensions: [admonition, pymdownx.snippets, smarty]"),
        ("extensions", EXTENSIONS),
        ("more", "      related: 0\n"),
        ("more", "      post_excerpt_words: 3\n"),
        ("more", EXCERPTS),
        ("hook", "\n\nBy a hook.\n"),
        ("hook", ""),
        *(("day", day) for day in DAYS),
        ("version", "2"),
    ]
)
edits = st.one_of(
    st.tuples(st.sampled_from(NAMES), posts),
    st.tuples(st.sampled_from(NAMES), st.one_of(posts, st.none())),
    pages,
    surroundings,
)
ways = st.sampled_from(
    ["build", "dirty", "dirty", "serve", "serve", "serve --dirty", "killed", "damaged"]
)
histories = st.tuples(
    st.dictionaries(st.sampled_from(NAMES), posts, min_size=1),
    st.lists(st.builds(lambda how, edit: Step(how, *edit), ways, edits), min_size=2, max_size=5),
)


class Killed(BaseException):
    """The end of a build in the middle of writing."""


class Place:
    """One site on disk, edited as people do: what is not edited keeps its time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: Mapping[str, str] = {}
        self._clock = count(start=4_000_000_000, step=10)
        self._now = 0
        self._serving = ""

    def write(self, state: State) -> None:
        """Make the site what `state` says. A post may come with an old time, as from an archive."""
        docs = {f"docs/{path}": text for path, text in state.files.items()}
        hook = HOOK.replace("{more!r}", repr(state.hook)) + state.hooks
        files = {**docs, "theme/main.html": state.theme, "hook.py": hook}
        for path in self._files.keys() - files.keys():
            (self.folder / path).unlink()
        changed = {path: text for path, text in files.items() if self._files.get(path) != text}
        write_files(self.folder, changed)
        self._now = next(self._clock)
        for path in changed:
            time = 0 if path.removeprefix("docs/") in NAMES else self._now
            os.utime(self.folder / path, (time, time))
        self._files = files

    def build(self, state: State, how: str) -> Site | None:
        """Build `state` in one of the `ways`; None where nothing is to be expected of it."""
        self.write(state)
        config = state.config
        text = "\n".join([config["nav"], config["extensions"], CONFIG.rstrip("\n"), config["more"]])
        is_served = how.startswith("serve")
        if is_served:
            text += "\nsite_dir: served"  # a server writes to a folder of its own
        command = None if is_served and self._serving == how else how.partition(" ")[0]
        self._serving = how if is_served else ""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", state.day)
            patch.setenv("MKDOCS_BLOG_CACHE", str(self.folder / "cache"))
            patch.setattr(fingerprint.sys, "version", state.version)  # type: ignore[attr-defined]
            fingerprint.installation.cache_clear()
            Hooks._load_hook.cache_clear()  # MkDocs reads the file of a hook once per process
            if how == "killed":
                _kill(patch)
            if how == "damaged":
                self._damage()
            try:
                site = build_site(
                    self.folder,
                    {},
                    text,
                    dirty=how not in ("build", "serve"),
                    command=command if is_served else "build",
                )
                return Site(self.folder / "served", site.records) if is_served else site
            except Killed:
                return None
            finally:
                fingerprint.installation.cache_clear()
                self._age(self.folder / ("served" if is_served else "site"))

    def _age(self, outputs: Path) -> None:
        """Give what was written a time before the next edit; a later one would be that of this test."""
        for output in outputs.glob("**/*"):
            os.utime(output, (self._now + 5, self._now + 5))

    def _damage(self) -> None:
        for file in self.folder.glob("cache/*/*"):
            content = file.read_bytes()
            file.write_bytes(content[: len(content) * 2 // 3])


def _kill(patch: pytest.MonkeyPatch) -> None:
    """Let the build end once it has written four pages."""
    write, left = utils.write_file, iter(range(4))

    def write_some(content: bytes, path: str) -> None:
        if next(left, None) is None:
            raise Killed
        write(content, path)

    patch.setattr(utils, "write_file", write_some)


def contents(site: Site, how: str) -> dict[str, bytes]:
    """Return what was written; MkDocs leaves unchanged pages out of the search index of dirty builds."""
    ignored = ("sitemap.xml.gz", *(("search/",) if how not in ("build", "serve") else ()))
    return site.contents(path for path in site.paths if not path.startswith(ignored))


def check(folder: Path, states: Sequence[State], ways: Sequence[str]) -> None:
    """Compare what builds over one cache make of each state with what is made of it from nothing.

    A server is compared with a server: it says more to the writer of an empty blog.
    """
    whole = []
    for number, (state, how) in enumerate(zip(states, ways, strict=True)):
        cold = "serve" if how.startswith("serve") else "build"
        site = Place(folder / f"whole{number}").build(state, cold)
        assert site is not None
        whole.append(contents(site, how))
    place = Place(folder / "again")
    for number, (state, how) in enumerate(zip(states, ways, strict=True)):
        site = place.build(state, how)
        if site is not None:
            found = contents(site, how)
            assert found.keys() == whole[number].keys()
            assert [path for path in found if found[path] != whole[number][path]] == []


whole_ways = st.sampled_from(["build", "build", "serve", "serve", "killed", "damaged"])
told = st.one_of(
    st.tuples(st.just("theme"), st.sampled_from(THEMES)),
    st.tuples(st.just("hooks"), st.sampled_from(HOOKS)),
    edits,
)


@settings(
    max_examples=6,
    phases=[Phase.generate],
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    files=st.dictionaries(st.sampled_from(NAMES), posts, min_size=1),
    theme=st.sampled_from(THEMES),
    hooks=st.sampled_from(HOOKS),
    steps=st.lists(
        st.builds(lambda how, edit: Step(how, *edit), whole_ways, told), min_size=2, max_size=5
    ),
)
def test_whatever_a_theme_prints_is_that_of_a_build_from_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    files: Files,
    theme: str,
    hooks: str,
    steps: list[Step],
) -> None:
    first = State({**PAGES, **files}, theme=theme, hooks=hooks)
    states = list(_states(first, steps))
    check(tmp_path_factory.mktemp("site"), states, ["build", *(step.how for step in steps)])


def _states(first: State, steps: Sequence[Step]) -> Iterator[State]:
    yield first
    for step in steps:
        yield (first := step.of(first))


@pytest.mark.parametrize("how", ["build", "serve", "serve --dirty"])
@settings(
    max_examples=6,
    phases=[Phase.generate],
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(history=histories)
def test_any_history_leads_to_the_site_that_a_build_from_nothing_makes(
    tmp_path_factory: pytest.TempPathFactory, how: str, history: Any
) -> None:
    files, steps = history
    states = list(_states(State({**PAGES, **files}), steps))
    check(tmp_path_factory.mktemp("site"), states, [how, *(step.how for step in steps)])


def post(number: int, more: str, text: str = "Text.") -> tuple[str, str]:
    """Return path and text of a post by Jane."""
    head = f"date: 2024-01-0{number}\ntags: [a]\nauthors: [jane]\n{more}"
    return f"blog/posts/{number}.md", f"---\n{head}\n---\n# Post {number}\n\n{text}\n"


FOUND = {
    "outputs": [
        ("dirty", "moved.txt", "old/index.html"),
        ("dirty", *post(1, "", "No alias any more.")),
        ("dirty", *post(2, "permalink: /blog/p.html/")),
        ("dirty", *post(2, "permalink: /blog/p.html")),
        ("killed", *post(5, "")),
        ("dirty", "blog/posts/5.md", None),
    ],
    "titles": [
        ("dirty", "nav", "nav: [{Start: index.md}, guide.md, plain.md]"),
        ("dirty", "blog/index.md", "# Newer news\n"),
        ("dirty", "blog/tag.md", "# Words\n"),
        ("dirty", "blog/tag.md", "# Labels\n"),
        ("dirty", "plain.md", "# Still plain\n"),
        ("dirty", *post(5, "")),
        ("dirty", "day", DAYS[0]),
    ],
    "sizes of files": [
        ("build", "more", EXCERPTS),
        ("build", "blog/posts/p.svg", '<svg width="1200" height="1200"></svg>'),
        ("build", "blog/posts/p.mp3", "no recording"),
        ("build", *post(5, "image: p.svg\nenclosure: p.mp3")),
        ("dirty", "blog/posts/p.mp3", "no recording yet"),
        ("dirty", "blog/posts/p.svg", '<svg width="90" height="90"></svg>'),
    ],
    "files that are copied": [
        ("build", "blog/posts/p.png", "a picture"),
        ("serve", "blog/posts/p.png", "another"),
        ("dirty", "plain.md", "# Still plain\n"),
    ],
    "nothing to list": [
        *(("serve", f"blog/posts/{number}.md", None) for number in (1, 2, 3)),
        ("serve --dirty", "plain.md", "# Still plain\n"),
        ("build", "plain.md", "# Plain\n"),
        ("dirty", "day", DAYS[0]),
    ],
}
"""Edits after which dirty builds once went wrong."""


@pytest.mark.parametrize("steps", FOUND.values(), ids=FOUND)
def test_histories_that_once_failed_lead_to_the_same_site(
    tmp_path: Path, steps: list[tuple[str, str, str | None]]
) -> None:
    first = [
        post(1, "aliases: [/old/]"),
        post(2, "permalink: /blog/p.html"),
        post(3, "links: ['guide.md#part', 'blog/posts/1.md#top']"),
    ]
    states = list(_states(State({**PAGES, **dict(first)}), [Step(*step) for step in steps]))
    check(tmp_path, states, ["build", *(how for how, *_ in steps)])


def test_a_post_that_gets_its_address_back_is_linked_there(tmp_path: Path) -> None:
    twin = "---\ndate: 2024-01-01\ntags: [{}]\n{}---\n# Title\n"
    posts = {
        "blog/posts/1.md": twin.format("a", ""),
        "blog/posts/2.md": twin.format("b", ""),
        "blog/posts/3.md": "---\ndate: 2024-01-02\n---\n# Other\n",
    }
    first = State({**PAGES, **posts})
    later = first.with_file("blog/posts/1.md", twin.format("a", "draft: true\n"))
    check(tmp_path, [first, later], ["build", "dirty"])
