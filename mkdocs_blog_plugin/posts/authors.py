"""Authors: those of the authors file, and those that the front matter of posts names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.post import Author
from mkdocs_blog_plugin.posts.profile import AVATAR, read_profile
from mkdocs_blog_plugin.posts.values import as_text
from mkdocs_blog_plugin.posts.yaml_text import MalformedError, load_yaml
from mkdocs_blog_plugin.problems import Problem, nearest

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.yaml_text import Places, YamlText
    from mkdocs_blog_plugin.problems import Problems, Severity

_ENTRY = "a name, or a map with at least 'name'"


@dataclass(frozen=True)
class KnownAuthors:
    """The authors of the authors file, found by id or name."""

    by_id: Mapping[str, Author] = field(default_factory=dict)

    def find(self, text: str) -> Author | None:
        """Return the author with the id or name `text`; case, white space and hyphens are ignored."""
        return self.by_id.get(text) or self._by_spelling.get(_folded(text))

    def split(self, text: str) -> list[Author]:
        """Return the authors that commas separate in `text`; none unless each of them is known."""
        found = [self.find(part.strip()) for part in text.split(",")]
        authors = [author for author in found if author]
        return authors if len(authors) == len(found) else []

    @cached_property
    def _by_spelling(self) -> dict[str, Author]:
        """The authors by folded id, else by folded name; not by a name that two of them have."""
        names: dict[str, list[Author]] = {}
        for author in self.by_id.values():
            names.setdefault(_folded(author.name), []).append(author)
        by_name = {name: found[0] for name, found in names.items() if len(found) == 1}
        return by_name | {_folded(key): author for key, author in self.by_id.items()}


def _folded(text: str) -> str:
    """Return `text` without case, white space and hyphens, in which spellings of one name differ."""
    return re.sub(r"[\s\-\u2010\u2011]", "", text.casefold())


def read_authors(text: str, *, path: str, problems: Problems) -> dict[str, Author]:
    """Return the authors of the authors file `text` at `path`, by id.

    The ids stand below a key `authors`, or at the top. Only a name is needed; an author without
    one is called by the id. Faults are added to `problems`.
    """
    try:
        loaded = load_yaml(text.removeprefix("\ufeff"))
    except MalformedError as error:
        problems.add(error.problem(path))
        return {}
    problems.extend(warning.problem(path) for warning in loaded.warnings)
    entries, places = _entries(loaded)
    if entries is None:
        return {}
    if not isinstance(entries, Mapping):
        expected = "an id for each author, with a map below it"
        problems.add(
            Problem(path=path, line=1, message="the file has no authors", expected=expected)
        )
        return {}
    file = Fields.of(entries, path=path, lines=places.lines, problems=problems)
    return {
        key: _read_entry(file, key, entry, places.below(key).lines)
        for key, entry in entries.items()
    }


def avatar_lines(text: str) -> dict[str, int]:
    """Return the 1-based line of each author's avatar in the authors file `text`, by id."""
    _, places = _entries(load_yaml(text.removeprefix("\ufeff")))
    lines = {key: places.below(key).lines for key in places.lines}
    return {
        key: min((own[name] for name in AVATAR if name in own), default=places.lines[key])
        for key, own in lines.items()
    }


def _entries(loaded: YamlText) -> tuple[object, Places]:
    """Return the authors by id, below the key `authors` or at the top, and where they stand."""
    value = loaded.value
    if isinstance(value, Mapping) and "authors" in value:
        return value["authors"], loaded.places.below("authors")
    return value, loaded.places


def _read_entry(file: Fields, key: str, entry: object, lines: Mapping[str, int]) -> Author:
    """Return the author of one entry of the authors file."""
    if isinstance(entry, str) or entry is None:
        entry = {"name": entry}
    elif not isinstance(entry, Mapping):
        file.report_invalid(key, entry, _ENTRY)
        entry = {"name": key}
    fields = file.inside(key, entry, lines)
    if not any(fields.present("name")):
        file.report(key, "the author has no name", _ENTRY)
    return read_profile(fields, key=key, known=True)


def resolve_authors(
    fields: Fields, known: KnownAuthors, *, unknown: Severity | None
) -> tuple[Author, ...]:
    """Return the authors of a page: each id, name or map of `authors` and `author`, once.

    Args:
        fields: Front matter of the page.
        known: The authors file.
        unknown: Severity of authors that are not in it; None ignores them.
    """
    authors: dict[str, Author] = {}
    for key, value in fields.present(*KEYS["authors"]):
        for item in value if isinstance(value, list) else [value]:
            for author in _resolve(fields, key, item, known):
                authors.setdefault(author.key, author)
                if unknown is not None and not author.known:
                    hint = nearest(author.key, known.by_id) or "an entry in the authors file"
                    fields.report(key, f"there is no author '{author.key}'", hint, unknown)
    return tuple(authors.values())


def _resolve(fields: Fields, key: str, item: object, known: KnownAuthors) -> list[Author]:
    """Return the authors that one item means: one as a rule, several where commas separate them."""
    if isinstance(item, Mapping):
        inner = fields.inside(key, item)
        name = inner.text("key", "name")
        if name:
            return [known.find(name) or read_profile(inner, key=name, known=False)]
    text = as_text(item)
    if text is None:
        fields.report_invalid(key, item, _ENTRY)
    if not text:
        return []
    author = known.find(text)
    return [author] if author else known.split(text) or [Author(key=text, name=text)]
