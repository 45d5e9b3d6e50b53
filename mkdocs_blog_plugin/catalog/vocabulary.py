"""The terms file applied to the terms that posts use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.catalog.slugs import choose_slugs
from mkdocs_blog_plugin.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_blog_plugin.catalog.labels import Identity, Label, LabelReader
    from mkdocs_blog_plugin.catalog.terms_file import TermAnnotation, TermAnnotations
    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import TaxonomySettings


@dataclass(frozen=True)
class Vocabulary:
    """The entries of the terms file for one taxonomy, by identity."""

    notes: Mapping[Identity, TermAnnotation]
    aliases: Mapping[Identity, Label]
    """The term that each alias means."""

    def resolve(self, label: Label) -> Label:
        """Return the term that `label` is an alias of, else `label` itself."""
        return self.aliases.get(label.identity, label)

    def slugs(self) -> dict[Identity, str]:
        """Return the slugs that the file fixes."""
        return {term: note.slug for term, note in self.notes.items() if note.slug}


def read_vocabulary(
    annotations: TermAnnotations,
    settings: TaxonomySettings,
    reader: LabelReader,
    written: Mapping[Identity, Label],
    problems: Problems,
) -> Vocabulary:
    """Return the entries of `annotations` for the taxonomy of `settings`.

    Args:
        annotations: The terms file.
        settings: The taxonomy.
        reader: Reads labels of this taxonomy.
        written: The terms that posts write, before aliases are resolved.
        problems: Collects aliases that mean two terms.
    """
    entries = annotations.of(settings.key)
    slugs = choose_slugs(written, settings, given={}).by_term if entries else {}
    by_slug = {slug: written[term] for term, slug in slugs.items()}
    notes: dict[Identity, TermAnnotation] = {}
    aliases: dict[Identity, Label] = {}
    meant: dict[str, Label] = {}

    def report(key: str, message: str) -> None:
        place = f"{settings.key}.{key}"
        line = entries[key].line
        problems.add(Problem(path=annotations.path, line=line, key=place, message=message))

    for key, note in entries.items():
        label = reader.read(key)
        meant[key] = written.get(label.identity) or by_slug.get(key, label)
        if meant[key].identity in notes:
            report(key, f"'{key}' means the same term as an entry above")
        notes.setdefault(meant[key].identity, note)
    for key, alias in _aliases(entries):
        identity = reader.read(alias).identity
        if identity in aliases or identity in notes:
            report(key, f"the alias '{alias}' already means a term")
        else:
            aliases[identity] = meant[key]
    return Vocabulary(notes, aliases)


def _aliases(entries: Mapping[str, TermAnnotation]) -> Iterator[tuple[str, str]]:
    return ((key, alias) for key, note in entries.items() for alias in note.aliases)
