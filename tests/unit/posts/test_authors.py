from __future__ import annotations

import pytest
from support.documents import fields_of

from mkdocs_blog_plugin.posts.authors import (
    KnownAuthors,
    avatar_lines,
    read_authors,
    resolve_authors,
)
from mkdocs_blog_plugin.posts.post import Author, Link
from mkdocs_blog_plugin.problems import Problems, Severity

KNOWN = KnownAuthors(
    {
        "joe": Author(key="joe", name="Joe Doe", known=True),
        "ann": Author(key="ann", name="Ann Roe", known=True),
    }
)


def authors_of(text: str) -> tuple[dict[str, Author], list[str]]:
    problems = Problems()
    found = read_authors(text, path="blog/.authors.yml", problems=problems)
    return found, [problem.format() for problem in problems]


@pytest.mark.parametrize("indent", ["", "authors:\n  "])
def test_the_key_authors_is_optional(indent: str) -> None:
    found, problems = authors_of(
        f"{indent}joe: {{name: Joe, description: Writes, avatar: joe.png}}"
    )
    assert found == {
        "joe": Author(key="joe", name="Joe", description="Writes", avatar="joe.png", known=True)
    }
    assert problems == []


def test_only_a_name_is_needed() -> None:
    found, problems = authors_of("joe:\n  name: Joe\nann: Ann Roe\n")
    assert [author.name for author in found.values()] == ["Joe", "Ann Roe"]
    assert problems == []


@pytest.mark.parametrize(
    "written",
    [
        "email: joe@a.example",
        "email: mailto:joe@a.example",
        "Socials: {Email: joe@a.example}",
        "socials: {email: 'mailto:joe@a.example'}",
        "email: joe@a.example, socials: {email: other@a.example}",
    ],
)
def test_an_address_among_the_profiles_is_that_of_the_author(written: str) -> None:
    found, problems = authors_of(f"joe: {{name: Joe, {written}}}")
    assert (found["joe"].email, found["joe"].links) == ("joe@a.example", ())
    assert problems == []


def test_attributes_of_docusaurus_and_jekyll_are_understood() -> None:
    found, problems = authors_of(
        "slorber:\n"
        "  name: Sébastien\n"
        "  title: Maintainer\n"
        "  image_url: https://github.com/slorber.png\n"
        "  page: true\n"
        "  socials: {x: sebastienlorber, github: 'https://github.com/slorber', mastodon: '@s@foo.org'}\n"
        "tom:\n"
        "  name: Tom\n"
        "  bio: Founder\n"
        "  picture: /tom.png\n"
        "  uri: https://tom.example\n"
        "  email: tom@tom.example\n"
        "  twitter: '@mojombo'\n"
        "  links:\n"
        "    - {label: Site, icon: fas, url: 'https://tom.example'}\n"
        "    - Books: books.md\n"
        "    - https://else.example\n"
    )
    assert problems == []
    assert found["slorber"] == Author(
        key="slorber",
        name="Sébastien",
        title="Maintainer",
        avatar="https://github.com/slorber.png",
        links=(
            Link(title="X", url="https://x.com/sebastienlorber"),
            Link(title="GitHub", url="https://github.com/slorber"),
            Link(title="Mastodon", url="https://foo.org/@s"),
        ),
        known=True,
    )
    assert found["tom"] == Author(
        key="tom",
        name="Tom",
        description="Founder",
        avatar="/tom.png",
        url="https://tom.example",
        email="tom@tom.example",
        links=(
            Link(title="Site", url="https://tom.example"),
            Link(title="Books", url="books.md"),
            Link(title="https://else.example", url="https://else.example"),
            Link(title="Twitter", url="https://twitter.com/mojombo"),
        ),
        known=True,
    )


def test_an_address_without_a_scheme_is_reported_with_the_address_that_is_meant() -> None:
    found, problems = authors_of(
        "authors:\n"
        "  joe:\n"
        "    name: Joe\n"
        "    url: example.org/me\n"
        "    links: [{Talks: www.example.org}, {Books: books.md}]\n"
        "  ann: {name: Ann, url: about.md}\n"
        "  bob: {name: Bob, url: /about/}\n"
        "  eve: {name: Eve, url: example.org, website: 'https://eve.example'}\n"
    )
    message = "'{0}' has no scheme, so it is a path (did you mean 'https://{0}')"
    assert problems == [
        f"blog/.authors.yml:4: joe.url: {message.format('example.org/me')}",
        f"blog/.authors.yml:5: joe.links: {message.format('www.example.org')}",
        f"blog/.authors.yml:8: eve.url: {message.format('example.org')}",
    ]
    assert {key: author.url for key, author in found.items()} == {
        "joe": "", "ann": "about.md", "bob": "/about/", "eve": "https://eve.example",
    }  # fmt: skip
    assert found["joe"].links == (Link(title="Books", url="books.md"),)


def test_an_author_keeps_what_is_right_and_each_fault_has_its_line() -> None:
    found, problems = authors_of(
        "authors:\n"
        "  joe:\n"
        "    name: Joe\n"
        "    description: [a]\n"
        "    avatar: javascript:alert(1)\n"
        "    url: javascript:alert(1)\n"
        "    socials: {nowhere: joe}\n"
        "    links: [{Bad: 'data:x'}]\n"
        "  ann:\n"
        "    url: https://ann.example\n"
        "    avatar: 'data:image/png;base64,x'\n"
        "  bob:\n"
    )
    assert found["joe"] == Author(key="joe", name="Joe", known=True)
    assert found["ann"] == Author(key="ann", name="ann", url="https://ann.example", known=True)
    assert found["bob"] == Author(key="bob", name="bob", known=True)
    places = [problem.split(": ")[:2] for problem in problems]
    assert places == [
        ["blog/.authors.yml:4", "joe.description"],
        ["blog/.authors.yml:5", "joe.avatar"],
        ["blog/.authors.yml:6", "joe.url"],
        ["blog/.authors.yml:7", "joe.socials"],
        ["blog/.authors.yml:8", "joe.links"],
        ["blog/.authors.yml:9", "ann"],
        ["blog/.authors.yml:11", "ann.avatar"],
        ["blog/.authors.yml:12", "bob"],
    ]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("joe: {name: Joe\nann: x", "blog/.authors.yml:2: "),
        ("- joe", "blog/.authors.yml:1: the file has no authors"),
        ("authors: joe", "blog/.authors.yml:1: the file has no authors"),
        ("joe: Joe\njoe: Ann", "blog/.authors.yml:2: joe: the key is there twice"),
    ],
)
def test_a_file_without_a_map_of_authors_is_reported(text: str, reported: str) -> None:
    _, problems = authors_of(text)
    assert len(problems) == 1
    assert problems[0].startswith(reported)


@pytest.mark.parametrize("text", ["", "# nobody yet\n", "authors:\n"])
def test_a_file_may_be_empty(text: str) -> None:
    assert authors_of(text) == ({}, [])


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("author: joe", ["joe"]),
        ("authors: joe", ["joe"]),
        ("authors: [joe, ann, joe]", ["joe", "ann"]),
        ("author: [joe]\nauthors: [ann]", ["ann", "joe"]),
        ("author: lewuathe", ["lewuathe"]),
        ("author: Doe, Joe", ["Doe, Joe"]),
        ("authors: {name: Sam, url: 'https://sam.example'}", ["Sam"]),
        ("authors: [joe, {name: Sam}, '', null]", ["joe", "Sam"]),
        ("authors: [{key: joe, title: Guest}]", ["joe"]),
        ("authors: [2024]", ["2024"]),
        ("author:", []),
    ],
)
def test_authors_are_ids_names_maps_or_a_mix(written: str, keys: list[str]) -> None:
    found = fields_of(written)
    authors = resolve_authors(found, KNOWN, unknown=None)
    assert [author.key for author in authors] == keys
    assert [author.known for author in authors] == [key in KNOWN.by_id for key in keys]
    assert len(found.problems) == 0


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("author: Joe", ["joe"]),
        ("author: Joe Doe", ["joe"]),
        ("author: joe-doe", ["joe"]),
        ("author: ' ann  ROE '", ["ann"]),
        ("author: joe, Ann Roe", ["joe", "ann"]),
        ("authors: ['Ann-Roe,JOE']", ["ann", "joe"]),
        ("author: joe, Sam", ["joe, Sam"]),
        ("author: {name: Joe Doe}", ["joe"]),
        ("author: J. Doe", ["J. Doe"]),
    ],
)
def test_an_author_is_known_by_id_or_name_in_any_spelling(written: str, keys: list[str]) -> None:
    authors = resolve_authors(fields_of(written), KNOWN, unknown=None)
    assert [author.key for author in authors] == keys


def test_an_id_counts_before_a_name_and_a_shared_name_means_nobody() -> None:
    one, other = (Author(key=key, name="Kim Lee", known=True) for key in ("kim", "kim2"))
    named = Author(key="x", name="Kim", known=True)
    known = KnownAuthors({author.key: author for author in (named, one, other)})
    assert known.find("Kim") is one
    assert known.find("kim lee") is None


def test_roles_and_accounts_of_authors_are_read() -> None:
    found, problems = authors_of(
        "ada: {title: Founder, bio: Counts, fediverse: ada@example.social,"
        " orcid: 'https://orcid.org/0000-0002-1825-009x'}\n"
        "joe: {name: Joe, fediverse: joe, orcid: 12}"
    )
    ada = found["ada"]
    assert (ada.title, ada.description) == ("Founder", "Counts")
    assert (ada.fediverse, ada.orcid) == ("@ada@example.social", "0000-0002-1825-009X")
    assert (found["joe"].fediverse, found["joe"].orcid) == ("", "")
    assert [problem.split(" (")[0] for problem in problems] == [
        "blog/.authors.yml:1: ada: the author has no name",
        "blog/.authors.yml:2: joe.fediverse: 'joe' is not understood",
        "blog/.authors.yml:2: joe.orcid: '12' is not understood",
    ]


@pytest.mark.parametrize(
    ("slug", "message"),
    [("../x", "'../x' leads out of the site"), ("https://x.org/", "'https://x.org/' has a scheme")],
)
def test_a_slug_of_an_author_that_cannot_be_used_is_reported(slug: str, message: str) -> None:
    found, problems = authors_of(f"ann:\n  name: Ann Roe\n  slug: {slug}\n")
    assert found == {"ann": Author(key="ann", name="Ann Roe", known=True)}
    (problem,) = problems
    assert problem.startswith(f"blog/.authors.yml:3: ann.slug: {message}")


@pytest.mark.parametrize("entry", ["5", "true", "[Ann]"])
def test_an_entry_that_is_neither_a_name_nor_a_map_is_reported(entry: str) -> None:
    found, problems = authors_of(f"ann: {entry}")
    assert found == {"ann": Author(key="ann", name="ann", known=True)}
    assert [problem.split(" is ")[1] for problem in problems] == [
        "not understood (a name, or a map with at least 'name')"
    ]


def test_an_inline_author_has_attributes() -> None:
    (author,) = resolve_authors(
        fields_of("author: {name: Sam, uri: 'https://sam.example', twitter: sam}"),
        KnownAuthors(),
        unknown=None,
    )
    assert author == Author(
        key="Sam",
        name="Sam",
        url="https://sam.example",
        links=(Link(title="Twitter", url="https://twitter.com/sam"),),
    )


def test_a_fault_of_an_inline_author_is_not_one_of_the_post() -> None:
    found = fields_of("author: {name: Sam, url: 'javascript:alert(1)'}")
    resolve_authors(found, KnownAuthors(), unknown=None)
    assert [problem.key for problem in found.problems] == ["author.url"]


@pytest.mark.parametrize("written", ["[[joe]]", "{company: VMware}"])
def test_a_value_that_names_nobody_is_reported(written: str) -> None:
    found = fields_of(f"author: {written}")
    assert resolve_authors(found, KNOWN, unknown=None) == ()
    assert [problem.line for problem in found.problems] == [2]


def test_authors_that_the_file_lacks_are_reported_with_the_nearest_ids() -> None:
    found = fields_of("title: x\nauthors: [joe, jo]")
    resolve_authors(found, KNOWN, unknown=Severity.ERROR)
    (problem,) = found.problems
    assert problem.severity is Severity.ERROR
    assert problem.format() == "post.md:3: authors: there is no author 'jo' (did you mean 'joe'?)"


def test_avatars_are_known_by_their_line() -> None:
    text = "authors:\n  joe:\n    name: Joe\n    picture: x.png\n  ann: Ann\n"
    assert avatar_lines(text) == {"joe": 4, "ann": 5}
