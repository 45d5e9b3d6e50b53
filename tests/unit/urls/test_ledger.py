from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.problems import Severity
from mkdocs_blog_plugin.urls.ledger import Ledger, claim_all
from mkdocs_blog_plugin.urls.location import Location


def at(path: str) -> Location:
    return Location.of_permalink(path, directory_urls=True)


def settled(*wanted: tuple[str, str], taken: dict[str, str] | None = None) -> dict[str, str]:
    pairs = [(src_uri, at(path)) for src_uri, path in wanted]
    locations, _ = claim_all(pairs, Ledger(taken or {}))
    return {src_uri: location.url for src_uri, location in locations.items()}


def test_paths_of_their_own_are_kept() -> None:
    assert settled(("a.md", "x/"), ("b.md", "y/")) == {"a.md": "x/", "b.md": "y/"}


def test_the_smaller_source_keeps_the_path_in_any_order() -> None:
    expected = {"a.md": "x/", "b.md": "x-2/", "c.md": "x-3/"}
    assert settled(("c.md", "x/"), ("a.md", "x/"), ("b.md", "x/")) == expected


def test_file_permalinks_are_numbered_before_their_suffix() -> None:
    assert settled(("a.md", "x.html"), ("b.md", "x.html"))["b.md"] == "x-2.html"


def test_a_page_that_exists_keeps_its_path() -> None:
    assert settled(("a.md", "about/"), taken={"about/index.html": "about.md"}) == {
        "a.md": "about-2/"
    }


def test_a_numbered_path_that_another_post_asks_for_is_left_to_it() -> None:
    moved = settled(("a.md", "x/"), ("b.md", "x/"), ("z.md", "x-2/"))
    assert moved == {"a.md": "x/", "b.md": "x-3/", "z.md": "x-2/"}


def test_paths_that_differ_by_case_or_unicode_form_alone_collide() -> None:
    assert settled(("a.md", "X/"), ("b.md", "x/"))["b.md"] == "x-2/"
    assert settled(("a.md", "caf\u00e9/"), ("b.md", "cafe\u0301/"))["b.md"].endswith("-2/")


def test_a_file_and_a_folder_of_one_name_collide() -> None:
    assert settled(("a.md", "x.html"), ("b.md", "x.html/"))["b.md"] == "x.html-2/"
    assert settled(("a.md", "x.html/y/"), ("b.md", "x.html"))["b.md"] == "x-2.html"
    assert settled(("a.md", "x.html"), ("b.md", "x.html/y/z/"))["b.md"] == "x.html-2/y/z/"


def test_the_index_of_the_site_is_numbered_as_a_file() -> None:
    assert settled(("a.md", "index.html"), taken={"index.html": "index.md"}) == {
        "a.md": "index-2.html"
    }


def test_a_problem_names_both_and_where_the_post_went() -> None:
    _, collisions = claim_all([("a.md", at("x/")), ("b.md", at("x/"))], Ledger({}))
    (collision,) = collisions
    problem = collision.problem()
    assert problem.severity is Severity.WARNING
    line = problem.format("docs")
    assert line.startswith("docs/b.md: ")
    assert "a.md" in line
    assert "x-2/index.html" in line


def test_views_claim_their_paths_in_the_order_of_their_rank() -> None:
    ledger = Ledger({})
    assert ledger.claim(at("x/"), "the index").url == "x/"
    assert ledger.claim(at("x/"), "a tag").url == "x-2/"
    assert ledger.claim(at("x/"), "a tag").url == "x-3/"
    assert ledger.owner("x/index.html") == "the index"
    assert ledger.owner("y/index.html") is None


def test_a_page_leaves_its_path_to_the_view_that_it_introduces_and_to_no_other() -> None:
    ledger = Ledger({"x/index.html": "x.md"})
    assert ledger.claim(at("x/"), "a tag", instead_of="x.md").url == "x/"
    assert ledger.claim(at("x/"), "another tag", instead_of="x.md").url == "x-2/"
    assert ledger.owner("x/index.html") == "a tag"


def test_a_moved_post_is_served_as_its_neighbours_are() -> None:
    flat = Location.of_permalink("x/", directory_urls=False)
    locations, _ = claim_all([("a.md", flat), ("b.md", flat)], Ledger({}))
    assert locations["b.md"].url == "x-2/index.html"


paths = st.sampled_from(
    ["x/", "X/", "x-2/", "x.html", "x-2.html", "x.html/", "x.html/y/z.html", "y/z/", "index.html"]
)


@given(st.dictionaries(st.text("ab", min_size=1), paths), st.sets(paths))
def test_each_post_has_a_path_of_its_own_that_nothing_else_has(
    wanted: dict[str, str], taken: set[str]
) -> None:
    owners = {at(path).dest_uri: "a page" for path in taken}
    pairs = [(src_uri, at(path)) for src_uri, path in wanted.items()]
    locations, collisions = claim_all(pairs, Ledger(owners))
    written = [location.dest_uri.casefold() for location in locations.values()]
    assert set(locations) == set(wanted)
    assert len(set(written)) == len(written)
    assert not set(written) & {dest_uri.casefold() for dest_uri in owners}
    moved = {found.src_uri for found in collisions}
    assert moved == {src_uri for src_uri, path in wanted.items() if locations[src_uri] != at(path)}


@given(st.dictionaries(st.text("ab", min_size=1), paths), st.sets(paths))
def test_posts_that_have_paths_of_their_own_keep_them(
    wanted: dict[str, str], taken: set[str]
) -> None:
    owners = {at(path).dest_uri: "a page" for path in taken}
    pairs = [(src_uri, at(path)) for src_uri, path in wanted.items()]
    locations, _ = claim_all(pairs, Ledger(owners))
    assert claim_all(locations.items(), Ledger(owners)) == (locations, [])
