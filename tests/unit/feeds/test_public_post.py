"""The public facts about a post."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any

from support.builders import NOON, SITE, a_post, a_rendered, a_term, blog_settings

from mkdocs_blog_plugin.feeds.public_post import (
    Category,
    Person,
    PublicNames,
    PublicPost,
    category_schemes,
    make_public_post,
    source_id,
)
from mkdocs_blog_plugin.posts.post import Author, State
from mkdocs_blog_plugin.urls.base import Site

if TYPE_CHECKING:
    from mkdocs_blog_plugin.catalog.term import Term


def public(*terms: Term, site: Site = SITE, text: str = "All", **values: Any) -> PublicPost:
    schemes = category_schemes(blog_settings(), site)
    names = PublicNames(site, schemes, has_emails=values.pop("has_emails", False))
    rendered = a_rendered(a_post(**values), text=text)
    return make_public_post(rendered, terms, None, site=site, names=names)


def test_urls_are_absolute() -> None:
    post = public()
    assert post.url == post.canonical_url == "https://acme.org/docs/blog/x/"


def test_a_site_without_url_leaves_urls_empty() -> None:
    post = public(a_term("spark"), site=Site(name="Acme"), authors=(Author(key="j", name="J"),))
    assert (post.url, post.canonical_url, post.authors[0].url) == ("", "", "")
    assert post.categories[0].scheme == ""


def test_a_site_whose_address_cannot_be_read_gives_posts_no_id_of_their_source() -> None:
    assert source_id(a_post(), Site(name="Acme", url="http://[::1/")) == ""
    assert source_id(a_post(), SITE).startswith("tag:acme.org,")


def test_front_matter_may_name_another_original() -> None:
    assert public(canonical_url="https://jane.org/x").canonical_url == "https://jane.org/x"
    assert public(canonical_url="javascript:x").canonical_url == "https://acme.org/docs/blog/x/"


def test_addresses_elsewhere_have_only_characters_that_urls_may_have() -> None:
    post = public(
        external_url='https://jane.org/a b?q="ü"', hreflang={"fr": "https://jane.org/c d"}
    )
    assert post.external_url == "https://jane.org/a%20b?q=%22%C3%BC%22"
    assert post.translations == (("fr", "https://jane.org/c%20d"),)


def test_the_description_is_that_of_the_front_matter_or_the_first_words() -> None:
    assert public(description="Short").description == public(description="Short").summary == "Short"
    long = public(text="word " * 100)
    assert long.summary == "word " * 100
    assert long.description == " ".join(["word"] * 32) + "…"


def test_an_authors_own_page_comes_before_that_of_the_blog() -> None:
    jane = Author(key="jane", name="Jane", url="https://jane.org/", avatar="img/jane.png")
    joe = Author(key="joe", name="Joe", avatar="https://joe.org/me.png")
    terms = [a_term(found.key, "authors", author=found) for found in (jane, joe)]
    assert public(*terms, authors=(jane, joe)).authors == (
        Person(name="Jane", url="https://jane.org/", avatar="https://acme.org/docs/img/jane.png"),
        Person(
            name="Joe",
            url="https://acme.org/docs/blog/author/joe/",
            avatar="https://joe.org/me.png",
        ),
    )


def test_an_address_is_public_only_where_the_site_prints_addresses() -> None:
    jane = Author(key="jane", name="Jane", email="jane@acme.org")
    assert public(authors=(jane,)).authors[0].email == ""
    assert public(authors=(jane,), has_emails=True).authors[0].email == "jane@acme.org"


def test_categories_are_the_terms_of_all_taxonomies_but_authors_and_hidden_ones() -> None:
    post = public(
        a_term("news", "categories"),
        a_term("c-2", label="C++"),
        a_term("secret", hidden=True),
        a_term("jane", "authors"),
    )
    root = "https://acme.org/docs/blog"
    assert post.categories == (
        Category(taxonomy="categories", label="News", slug="news", scheme=f"{root}/category/"),
        Category(taxonomy="tags", label="C++", slug="c-2", scheme=f"{root}/tag/"),
    )


def test_a_post_that_never_changed_was_modified_when_it_was_published() -> None:
    assert public().updated is None
    assert public().modified == NOON
    assert public(updated=NOON + timedelta(1)).modified == NOON + timedelta(1)


def test_guid_language_and_listing_are_those_of_the_post() -> None:
    post = public(guid="42", lang="fr", state=State.UNLISTED)
    assert (post.guid, post.language, post.is_listed) == ("42", "fr", False)
    assert public(published=NOON.astimezone(UTC)).is_listed
