"""The text of a new post: its front matter, on top of a template if there is one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import yaml

from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.posts.header import Notation, find_header
from mkdocs_blog_plugin.posts.notations import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

TOKENS = ("title", "date", "slug")
"""What replaces `{title}` and so on in the body of a template."""
_SINGULARS: Final[Mapping[str, str]] = {
    "author": "authors",
    "category": "categories",
    "tag": "tags",
}
"""Keys of a template that mean the same as keys of a new post."""


def new_post(values: Mapping[str, object], template: str = "", slug: str = "") -> str:
    """Return the text of a post with `values` as its front matter.

    Args:
        values: The keys of the front matter in order, with their values.
        template: Front matter, of which other keys stay, and comments where it is YAML; and a body
            in which `{title}`, `{date}` and `{slug}` stand for values.
        slug: The slug of the post, where it has none of its own among `values`.
    """
    filled = {"slug": slug, **values}
    source = template.removeprefix("\ufeff").replace("\r\n", "\n")
    header = find_header(source)
    if header.notation in (Notation.TOML, Notation.JSON):
        found = parse_front_matter(source)
        own = {key: value for key, value in found.data.items() if _key(key) not in values}
        return f"---\n{_dump({**own, **values})}---\n\n{_filled(found.body, filled)}"
    if header.notation is not Notation.YAML or header.end is None:
        return f"---\n{_dump(values)}---\n\n{_filled(source, filled)}"
    body = _filled(source[header.end :], filled)
    return f"---\n{_merged(header.text, values)}---\n" + (body or "\n")


def has_author(template: str) -> bool:
    """Return whether the front matter of a template says who writes."""
    data = parse_front_matter(template).data
    return any(value and _key(key) == "authors" for key, value in data.items())


def _key(written: str) -> str:
    """Return the key of a new post that a key of a template means."""
    return _SINGULARS.get(written.lower(), written.lower())


def _merged(text: str, values: Mapping[str, object]) -> str:
    """Return front matter with the entries of `values` in place of its own, the rest at its end."""
    lines = text.splitlines(keepends=True)
    starts = {line - 1: _key(key) for key, line in parse_yaml(text).lines.items()}
    left = dict(values)
    parts = lines[: min(starts, default=len(lines))]
    for start, end in pairwise([*sorted(starts), len(lines)]):
        key = starts[start]
        value_end = _end_of_value(lines, start, end)
        if key in left:
            parts += [_dump({key: left.pop(key)}), *lines[value_end:end]]
        elif key not in values:
            parts += lines[start:end]
    return "".join(parts) + _dump(left)


def _end_of_value(lines: list[str], start: int, end: int) -> int:
    """Return where the value that begins in line `start` ends, before comments and blank lines."""
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _dump(values: Mapping[str, object]) -> str:
    """Return YAML, with lists on one line."""
    return "".join(
        f"{key}: {_yaml(value, flow=True)}" if isinstance(value, list) else _yaml({key: value})
        for key, value in values.items()
    )


def _yaml(value: object, *, flow: bool = False) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=10_000))


def _filled(body: str, values: Mapping[str, object]) -> str:
    for token in TOKENS:
        body = body.replace(f"{{{token}}}", str(values.get(token, "")))
    return body
