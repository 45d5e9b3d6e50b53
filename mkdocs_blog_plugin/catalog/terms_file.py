"""The terms file: what an author says about terms beyond using them.

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

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.posts.yaml_text import MalformedError, load_yaml
from mkdocs_blog_plugin.problems import Problem, nearest
from mkdocs_blog_plugin.urls.paths import PathError, safe_path, safe_slug

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_blog_plugin.posts.yaml_text import YamlText
    from mkdocs_blog_plugin.problems import Problems


@dataclass(frozen=True, kw_only=True)
class TermAnnotation:
    """What the terms file says about one term."""

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
        """Return what is said about terms of `taxonomy`, by label or slug."""
        return self.terms.get(taxonomy, {})


def read_terms(text: str, *, path: str, problems: Problems) -> TermAnnotations:
    """Return what `text`, the terms file at `path`, says; what is faulty is told and left out."""
    try:
        document = load_yaml(text)
    except MalformedError as error:
        problems.add(Problem(path=path, line=error.line, message=error.message))
        return TermAnnotations(path)
    problems.extend(
        Problem(path=path, line=odd.line, key=odd.key, message=odd.message, expected=odd.expected)
        for odd in document.oddities
    )
    reader = _Reader(document, path, problems)
    taxonomies = reader.children((), "a map of taxonomies: 'tags', 'categories'")
    return TermAnnotations(
        path, {taxonomy: reader.terms(taxonomy) for taxonomy in taxonomies}, document.key_lines()
    )


@dataclass(frozen=True)
class _Reader:
    """Walks the document and tells each fault with its line; `keys` is the way to a value."""

    document: YamlText
    path: str
    problems: Problems

    def children(self, keys: tuple[str, ...], expected: str) -> Mapping[str, object]:
        """Return the map at `keys`, empty for nothing or a fault."""
        value = self.document.value
        for key in keys:
            value = value[key] if isinstance(value, dict) else None
        if value is None or isinstance(value, dict):
            return value or {}
        self.tell(keys, f"'{value}' is no map", expected)
        return {}

    def terms(self, taxonomy: str) -> dict[str, TermAnnotation]:
        """Return what is said about the terms of `taxonomy`."""
        labels = self.children((taxonomy,), "a map of labels")
        lines = self.document.key_lines(taxonomy)
        return {label: self.term((taxonomy, label), lines.get(label)) for label in labels}

    def term(self, keys: tuple[str, ...], line: int | None) -> TermAnnotation:
        """Return what is said about the term at `keys`."""
        read = {
            "label": self.text,
            "slug": self.slug,
            "description": self.text,
            "icon": self.icon,
            "aliases": self.aliases,
            "hidden": self.flag,
        }
        found: dict[str, Any] = {}
        for name, value in self.children(keys, "a map: " + ", ".join(read)).items():
            if name not in read:
                self.tell((*keys, name), "means nothing here", nearest(name, read))
            elif value is not None:
                found[name] = read[name]((*keys, name), value)
        return TermAnnotation(**found, line=line)

    def text(self, keys: tuple[str, ...], value: object) -> str:
        """Return a line of text."""
        if isinstance(value, dict | list):
            self.tell(keys, f"'{value}' is no text", "one line of text")
            return ""
        return " ".join(str(value).split())

    def slug(self, keys: tuple[str, ...], value: object) -> str:
        """Return a slug that stays inside the site."""
        return self._checked(keys, value, safe_slug)

    def icon(self, keys: tuple[str, ...], value: object) -> str:
        """Return the name of an icon, a path below the theme's icons."""
        return self._checked(keys, value, safe_path)

    def aliases(self, keys: tuple[str, ...], value: object) -> tuple[str, ...]:
        """Return labels, from a list or from one label."""
        items = value if isinstance(value, list) else [value]
        texts = (self.text(keys, item) for item in items if item is not None)
        return tuple(text for text in texts if text)

    def flag(self, keys: tuple[str, ...], value: object) -> bool:
        """Return a truth value, which may be quoted."""
        flag = {"true": True, "false": False}.get(str(value).lower())
        if flag is None:
            self.tell(keys, f"'{value}' is neither true nor false", "true or false")
        return flag or False

    def tell(self, keys: tuple[str, ...], message: str, expected: str) -> None:
        """Add a problem with what stands at `keys`."""
        line = self.document.key_lines(*keys[:-1]).get(keys[-1]) if keys else 1
        self.problems.add(
            Problem(
                path=self.path, line=line, key=".".join(keys), message=message, expected=expected
            )
        )

    def _checked(self, keys: tuple[str, ...], value: object, check: Callable[[str], str]) -> str:
        text = self.text(keys, value)
        try:
            return check(text) if text else ""
        except PathError as error:
            self.tell(keys, error.message, error.expected)
            return ""
