"""The terms file: descriptions, aliases and other attributes of terms.

Its form, all of it optional::

    tags:                  # key of a taxonomy
      Kubernetes:          # a label, or the slug of one
        label: Kubernetes (K8s)
        slug: k8s          # without it, the slug of the key stays
        description: Running containers.
        icon: simple/kubernetes
        aliases: [k8s, kube]
        hidden: false
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.schema import TERM_KEYS
from mkdocs_blog_plugin.posts.yaml_text import MalformedError, load_yaml
from mkdocs_blog_plugin.problems import Problem, nearest
from mkdocs_blog_plugin.text import one_line
from mkdocs_blog_plugin.urls.paths import safe_path, safe_slug

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.yaml_text import Places
    from mkdocs_blog_plugin.problems import Problems


@dataclass(frozen=True, kw_only=True)
class TermAnnotation:
    """The entry of one term in the terms file."""

    label: str = ""
    """Text to print instead of what posts write."""
    slug: str = ""
    """Used verbatim; one or several parts of a path."""
    description: str = ""
    icon: str = ""
    """Name of an icon, a path without suffix (`simple/kubernetes`), or an emoji."""
    aliases: tuple[str, ...] = ()
    """Other labels that mean this term."""
    hidden: bool = False
    """Whether the term has no view and is in no list."""
    line: int | None = field(default=None, compare=False)
    """1-based line in the terms file."""


@dataclass(frozen=True)
class TermAnnotations:
    """All of one terms file."""

    path: str = ""
    """The file, for problems."""
    terms: Mapping[str, Mapping[str, TermAnnotation]] = field(default_factory=dict)
    """By taxonomy, and in there by label or slug."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """1-based line of each taxonomy."""

    def of(self, taxonomy: str) -> Mapping[str, TermAnnotation]:
        """Return the entries of `taxonomy`, by label or slug."""
        return self.terms.get(taxonomy, {})

    def problem(
        self, message: str, taxonomy: str, label: str = "", *, expected: str = ""
    ) -> Problem:
        """Return a problem with the entry of `taxonomy`, or with that of one of its labels."""
        line = self.terms[taxonomy][label].line if label else self.lines.get(taxonomy)
        key = f"{taxonomy}.{label}" if label else taxonomy
        return Problem(path=self.path, line=line, key=key, message=message, expected=expected)


def read_terms(text: str, *, path: str, problems: Problems) -> TermAnnotations:
    """Return the entries of `text`, the terms file at `path`; faults are added to `problems` and left out."""
    try:
        document = load_yaml(text)
    except MalformedError as error:
        problems.add(error.problem(path))
        return TermAnnotations(path)
    problems.extend(warning.problem(path) for warning in document.warnings)
    places = document.places
    taxonomies = document.value if isinstance(document.value, Mapping) else {}
    if not taxonomies and document.value:  # not quoted: it may be a link to any file
        expected = "a map of taxonomies: 'tags', 'categories'"
        problems.add(Problem(path=path, line=1, message="this is not a map", expected=expected))
    file = Fields.of(taxonomies, path=path, lines=places.lines, problems=problems)
    terms = {key: _read_taxonomy(file, key, value, places) for key, value in taxonomies.items()}
    return TermAnnotations(path, terms, places.lines)


def _entries(fields: Fields, key: str, value: object, expected: str) -> Mapping[str, object]:
    """Return the map `value` of `key`; an empty one if it is missing or invalid."""
    if isinstance(value, Mapping):
        return value
    if value is not None:
        fields.report_invalid(key, value, expected)
    return {}


def _read_taxonomy(
    file: Fields, key: str, value: object, places: Places
) -> dict[str, TermAnnotation]:
    """Return the entries of the taxonomy `key`, by label or slug."""
    labels = _entries(file, key, value, "a map of labels")
    inside = places.below(key)
    fields = file.inside(key, labels, inside.lines)
    return {
        one_line(label): _read_term(fields, label, entry, inside) for label, entry in labels.items()
    }


def _read_term(fields: Fields, label: str, entry: object, places: Places) -> TermAnnotation:
    """Return the entry of one term."""
    values = _entries(fields, label, entry, "a map: " + ", ".join(TERM_KEYS))
    term = fields.inside(label, values, places.below(label).lines)
    for name, (written, _) in term.entries.items():
        if name not in TERM_KEYS:
            term.report(written, "the key is not known here", nearest(name, TERM_KEYS))
    return TermAnnotation(
        label=term.text("label"),
        slug=term.checked("slug", safe_slug),
        description=term.text("description"),
        icon=term.checked("icon", safe_path),
        aliases=term.texts("aliases"),
        hidden=term.flag("hidden") or False,
        line=fields.lines.get(label.lower()),
    )
