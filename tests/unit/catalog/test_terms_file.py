from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.catalog.terms_file import TermAnnotation, TermAnnotations, read_terms
from mkdocs_blog_plugin.problems import Problems


def read(text: str) -> tuple[TermAnnotations, list[str]]:
    problems = Problems()
    annotations = read_terms(text, path="blog/.terms.yml", problems=problems)
    return annotations, [problem.format() for problem in problems]


def test_every_key_of_the_terms_file_is_read() -> None:
    annotations, problems = read(
        """
tags:
  Kubernetes:
    label: Kubernetes (K8s)
    slug: K8s.io
    description: |
      Running
      containers.
    icon: simple/kubernetes
    aliases: [k8s, 2]
    hidden: true
"""
    )
    assert problems == []
    assert annotations.of("tags") == {
        "Kubernetes": TermAnnotation(
            label="Kubernetes (K8s)",
            slug="K8s.io",
            description="Running containers.",
            icon="simple/kubernetes",
            aliases=("k8s", "2"),
            hidden=True,
        )
    }
    assert annotations.of("tags")["Kubernetes"].line == 3
    assert annotations.lines == {"tags": 2}


@pytest.mark.parametrize("text", ["", "# nothing\n", "tags:\n", "tags:\n  Spark:\n", "{}"])
def test_an_empty_file_is_not_a_problem(text: str) -> None:
    annotations, problems = read(text)
    assert problems == []
    assert annotations.of("tags").get("Spark", TermAnnotation()) == TermAnnotation()
    assert annotations.of("categories") == {}


def test_one_alias_needs_no_list_and_flags_may_be_quoted() -> None:
    annotations, problems = read('tags:\n  A: {aliases: b, hidden: "True", label: null}\n')
    assert problems == []
    assert annotations.of("tags")["A"] == TermAnnotation(aliases=("b",), hidden=True)


def test_numbers_and_booleans_are_labels_by_their_text() -> None:
    annotations, _ = read("tags:\n  2024: {label: The year}\n  true: {hidden: false}\n")
    assert set(annotations.of("tags")) == {"2024", "true"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tags: [a", "did not find expected ',' or ']'"),
        ("- tags", "blog/.terms.yml:1: this is not a map (a map of taxonomies"),
        ("root:x:0:0", "blog/.terms.yml:1: this is not a map (a map of taxonomies"),
        ("tags: [a]", "blog/.terms.yml:1: tags: a list is not understood (a map of labels)"),
        ("tags:\n  A: b", "blog/.terms.yml:2: tags.A: 'b' is not understood (a map: label, slug"),
        (
            "tags:\n  A:\n    lable: b",
            ":3: tags.A.lable: the key is not known here (did you mean 'label'",
        ),
        ("tags:\n  A:\n    label: [b]", ":3: tags.A.label: a list is not understood (text)"),
        ("tags:\n  A:\n    slug: ../b", ":3: tags.A.slug: '../b' leads out of the site"),
        ("tags:\n  A:\n    icon: ../../b", ":3: tags.A.icon: '../../b' leads out of the site"),
        (
            "tags:\n  A:\n    hidden: maybe",
            ":3: tags.A.hidden: 'maybe' is not understood (true or false)",
        ),
        ("tags:\n  A:\n    label: b\n    label: c", ":4: label: the key is "),
    ],
)
def test_a_fault_is_reported_with_its_line(text: str, problem: str) -> None:
    _, problems = read(text)
    assert len(problems) == 1
    assert problem in problems[0]


@given(st.text(alphabet="tags:\n -[]{}A'\"&*!|>#,?x0", max_size=40))
def test_no_text_makes_a_traceback(text: str) -> None:
    annotations, _ = read(text)
    assert isinstance(annotations, TermAnnotations)
