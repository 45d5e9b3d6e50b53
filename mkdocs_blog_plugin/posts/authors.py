"""Who writes: the authors file, and what posts say about their authors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.post import Author
from mkdocs_blog_plugin.posts.profile import read_profile
from mkdocs_blog_plugin.posts.values import as_text
from mkdocs_blog_plugin.posts.yaml_text import MalformedError, load_yaml
from mkdocs_blog_plugin.problems import Problem, nearest

if TYPE_CHECKING:
    from mkdocs_blog_plugin.problems import Problems, Severity

_ENTRY = "a name, or a map with at least 'name'"


def read_authors(text: str, *, path: str, problems: Problems) -> dict[str, Author]:
    """Return the authors of the authors file `text` at `path`, by id.

    The ids stand below a key `authors`, or at the top. Only a name is needed; an author without
    one is called by the id. What is wrong is added to `problems`.
    """
    try:
        loaded = load_yaml(text.removeprefix("\ufeff"))
    except MalformedError as error:
        problems.add(Problem(path=path, line=error.line, message=error.message, expected="YAML"))
        return {}
    problems.extend(odd.problem(path) for odd in loaded.oddities)
    above, entries = _below_authors(loaded.value)
    if entries is None:
        return {}
    if not isinstance(entries, Mapping):
        expected = "an id for each author, with a map below it"
        problems.add(Problem(path=path, line=1, message="there are no authors", expected=expected))
        return {}
    file = Fields.of(entries, path=path, lines=loaded.key_lines(*above), problems=problems)
    return {
        key: _read_entry(file, key, entry, loaded.key_lines(*above, key))
        for key, entry in entries.items()
    }


def _below_authors(value: object) -> tuple[tuple[str, ...], object]:
    """Return the keys above the ids of an authors file, and the ids with their entries."""
    if isinstance(value, Mapping) and "authors" in value:
        return ("authors",), value["authors"]
    return (), value


def _read_entry(file: Fields, key: str, entry: object, lines: Mapping[str, int]) -> Author:
    """Return the author of one entry of the authors file."""
    fields = file.inside(key, entry if isinstance(entry, Mapping) else {"name": entry}, lines)
    if not any(fields.given("name")):
        file.report(key, "the author has no name", _ENTRY)
    return read_profile(fields, key=key, known=True)


def resolve_authors(
    fields: Fields, known: Mapping[str, Author], *, unknown: Severity | None
) -> tuple[Author, ...]:
    """Return who has written a page: each id, name or map of `authors` and `author`, once.

    Args:
        fields: front matter of the page.
        known: the authors file, by id.
        unknown: severity of authors that it lacks; None does not tell them.
    """
    authors: dict[str, Author] = {}
    for key, value in fields.given("authors", "author"):
        for item in value if isinstance(value, list) else [value]:
            author = _resolve(fields, key, item, known)
            if author is None:
                continue
            authors.setdefault(author.key, author)
            if unknown is not None and not author.known:
                hint = nearest(author.key, known) or "an entry in the authors file"
                fields.report(key, f"there is no author '{author.key}'", hint, unknown)
    return tuple(authors.values())


def _resolve(fields: Fields, key: str, item: object, known: Mapping[str, Author]) -> Author | None:
    """Return the author that one item means; None for an empty one, and for one that means nobody."""
    if isinstance(item, Mapping):
        inner = fields.inside(key, item)
        name = inner.text("key", "name")
        if name:
            return known.get(name) or read_profile(inner, key=name, known=False)
    text = as_text(item)
    if text is None:
        fields.wrong(key, item, _ENTRY)
    return known.get(text) or Author(key=text, name=text) if text else None
