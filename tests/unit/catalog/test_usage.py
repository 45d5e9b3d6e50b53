from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import a_post, catalog_of, problems_of

from mkdocs_blog_plugin.posts.post import Author

if TYPE_CHECKING:
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.posts.post import Post


def tags(*posts: Post, terms: str) -> list[Term]:
    return list(catalog_of(*posts, terms=terms).taxonomies["tags"].terms)


SPARK = a_post("x", tags=["Spark"])


def test_a_term_is_described_by_label_or_slug() -> None:
    for key in ("Spark", "spark", "SPARK"):
        (term,) = tags(SPARK, terms=f"tags: {{{key}: {{description: Fast, icon: a/b}}}}")
        assert (term.label, term.description, term.icon) == ("Spark", "Fast", "a/b")


def test_another_label_leaves_the_slug_alone() -> None:
    (term,) = tags(SPARK, terms="tags: {Spark: {label: Apache Spark}}")
    assert (term.label, term.slug) == ("Apache Spark", "spark")


def test_a_slug_is_used_verbatim() -> None:
    (term,) = tags(SPARK, terms="tags: {Spark: {slug: Apache/Spark.io}}")
    assert term.url == "blog/tag/Apache/Spark.io/"


def test_a_given_slug_is_not_numbered() -> None:
    both = a_post("x", tags=["C++", "C#"])
    found = tags(both, terms="tags: {C++: {slug: c}}")
    assert {term.label: term.slug for term in found} == {"C++": "c", "C#": "c-2"}


def test_a_numbered_slug_is_a_key_too() -> None:
    both = a_post("x", tags=["C++", "C#"])
    found = tags(both, terms="tags: {c-2: {description: Templates}}")
    assert {term.label: term.description for term in found} == {"C++": "Templates", "C#": ""}


def test_aliases_are_the_same_term() -> None:
    posts = a_post("a", tags=["k8s"]), a_post("b", tags=["Kubernetes", "kube"])
    terms = "tags: {Kubernetes: {aliases: [k8s, kube]}}"
    (term,) = tags(*posts, terms=terms)
    assert (term.label, term.slug, term.count) == ("Kubernetes", "kubernetes", 2)
    assert problems_of(*posts, terms=terms) == []


@pytest.mark.parametrize("written", ["Apache Spark", "apache-spark", "APACHE  SPARK"])
def test_the_label_of_the_terms_file_is_the_same_term(written: str) -> None:
    posts = a_post("a", tags=["Spark"]), a_post("b", tags=[written])
    terms = "tags: {Spark: {label: Apache Spark, aliases: [sp, apache_spark]}}"
    (term,) = tags(*posts, terms=terms)
    assert (term.label, term.slug, term.count) == ("Apache Spark", "spark", 2)
    assert problems_of(*posts, terms=terms) == []


def test_a_term_that_only_aliases_name_is_called_by_its_key() -> None:
    (term,) = tags(a_post("a", tags=["k8s"]), terms="tags: {Kubernetes: {aliases: [k8s]}}")
    assert (term.label, term.slug) == ("Kubernetes", "kubernetes")


def test_a_name_is_an_alias_of_an_author() -> None:
    stranger = Author(key="Joe D.", name="Joe D.")
    known = Author(key="joe", name="Joe Doe", known=True)
    posts = a_post("a", authors=(stranger,)), a_post("b", authors=(known,))
    made = catalog_of(*posts, terms="authors: {joe: {aliases: [Joe D.]}}")
    (term,) = made.taxonomies["authors"].terms
    assert (term.label, term.slug, term.count) == ("Joe Doe", "joe", 2)


def test_a_hidden_term_has_no_view_and_is_in_no_list() -> None:
    both = a_post("x", tags=["Spark", "internal"])
    made = catalog_of(both, terms="tags: {internal: {hidden: true}}")
    assert [term.label for term in made.taxonomies["tags"].terms] == ["Spark"]
    assert [term.label for term in made.terms_of(both, "tags")] == ["Spark"]
    _, hidden = made.all_terms_of(both, "tags")
    assert (hidden.label, hidden.hidden, hidden.location) == ("internal", True, None)


@pytest.mark.parametrize(
    ("terms", "problem"),
    [
        (
            "tags:\n  A: {aliases: [c]}\n  B: {aliases: [C]}",
            ":3: tags.B: the alias 'C' already means",
        ),
        ("tags:\n  A: {aliases: [b]}\n  B: {}", ":2: tags.A: the alias 'b' already means a term"),
        ("tags:\n  A: {label: b}\n  B: {}", ":2: tags.A: the label 'b' already means a term"),
        (
            "tags:\n  A: {label: C}\n  B: {label: c}",
            ":3: tags.B: the label 'c' already means a term",
        ),
        ("tags:\n  A: {}\n  a: {}", ":3: tags.a: 'a' means the same term as an entry above"),
        (
            "tags: {}\ntegs: {A: {}}",
            ":2: tegs: the blog does not have this taxonomy (did you mean 'tags'",
        ),
    ],
)
def test_a_contradiction_is_reported(terms: str, problem: str) -> None:
    (found,) = problems_of(SPARK, terms=terms)
    assert problem in found.format()


@pytest.mark.parametrize("name", ["Spark", "spark", "Apache Spark", "SP", "sp", "apache-spark"])
def test_a_term_is_found_by_label_alias_or_slug(name: str) -> None:
    terms = "tags: {Spark: {label: Apache Spark, aliases: [sp], hidden: true}}"
    found = catalog_of(SPARK, terms=terms).taxonomies["tags"].find(name)
    assert found is not None
    assert found.slug == "spark"


def test_a_term_that_nobody_uses_is_not_found() -> None:
    assert catalog_of(SPARK).taxonomies["tags"].find("Hadoop") is None
