"""Posts and views to fragments: HTML for the content of a page."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from mkdocs_blog_plugin.html import links
from mkdocs_blog_plugin.html.text import count_words
from mkdocs_blog_plugin.html.title import has_h1, split_title
from mkdocs_blog_plugin.render.environment import Templates, make_environment
from mkdocs_blog_plugin.render.post_facts import PostFacts, PrintedByTheme
from mkdocs_blog_plugin.render.view_titles import heading
from mkdocs_blog_plugin.urls.relative import relative_url, root_prefix
from mkdocs_blog_plugin.views.pagination import ItemKind, page_numbers
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.post import Link, Post
    from mkdocs_blog_plugin.render.locale import Locale
    from mkdocs_blog_plugin.settings import Layout, Settings
    from mkdocs_blog_plugin.views.pagination import PageItem
    from mkdocs_blog_plugin.views.redirects import Redirect
    from mkdocs_blog_plugin.views.view import Pager, View

_ITEMS: Final[Mapping[Layout, str]] = {"list": "summary", "cards": "card", "compact": "compact"}
"""The fragment for each post of a list."""

_PRINTED_ALWAYS = (ItemKind.PREVIOUS, ItemKind.NEXT)
"""Links that the line of page numbers leaves out: the fragment prints them at its ends."""
_KEPT_ITEMS = 500
"""Posts whose list items are kept, since the lists that have them are written soon."""


class Renderer:
    """Renders the fragments of one blog in one build.

    Args:
        templates: Those that may override our own.
        settings: The blog's settings.
        catalog: All posts and terms.
        views: All views.
        locale: Language of dates and UI strings.
        theme: What the theme prints of its own.
        feeds: Name and URL of the feed that a view offers to readers, by the view's URL.
    """

    def __init__(
        self,
        *,
        templates: Templates,
        settings: Settings,
        catalog: Catalog,
        views: Sequence[View],
        locale: Locale,
        theme: PrintedByTheme | None = None,
        feeds: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        self._settings = settings
        self._locale = locale
        self._theme = theme or PrintedByTheme()
        self._facts = PostFacts(
            settings=settings, catalog=catalog, locale=locale, theme=self._theme
        )
        self._index = views[0]
        self._overviews = {view.taxonomy: view for view in views if view.kind is Kind.OVERVIEW}
        self._feeds = feeds or {}
        environment = make_environment(templates, locale, settings.posts.date_format)
        environment.globals["settings"] = settings
        is_new = settings.serving and not catalog.posts
        environment.globals["first_posts"] = settings.posts.dir if is_new else ""
        environment.globals["has_anchors"] = any(view.toc for view in views)
        self._environment = environment
        self._item_once = lru_cache(maxsize=_KEPT_ITEMS)(self._item)

    def items(self, view: View, posts: Iterable[RenderedPost]) -> list[str]:
        """Return `posts` as items of the list of `view`, portable: `view` inserts them."""
        own = view.term if view.term and view.term.author else None
        return [self.item(rendered, view.layout, own) for rendered in posts]

    def item(self, rendered: RenderedPost, layout: Layout = "list", own: Term | None = None) -> str:
        """Return a post as one item of a list, portable; on the page of the author `own`."""
        has_others = len(rendered.post.authors) > 1
        return self._item_once(rendered, layout, own if has_others else None)

    def _item(self, rendered: RenderedPost, layout: Layout, own: Term | None) -> str:
        post = rendered.post
        authors = sorted(self._facts.authors(post), key=lambda term: term != own)
        most = self._settings.excerpt.max_authors
        return self._render(
            _ITEMS[layout],
            post=post,
            rendered=rendered,
            authors=authors[:most],
            more=len(authors[most:]),
            terms=self._facts.terms(post, self._settings.excerpt.max_categories),
            part=self._facts.part(post),
            badges=self._facts.badges(post, pinned=post.pinned),
        )

    def view(self, view: View, pager: Pager, items: Sequence[str], introduction: str = "") -> str:
        """Return the content of one page of a view.

        Args:
            view: Any view but an overview.
            pager: The page of it.
            items: The summary of each of its posts, in order.
            introduction: HTML of the hand-written page at this place.
        """
        before = view.pagers[pager.number - 2] if pager.number > 1 else None
        after = view.pagers[pager.number] if pager.number < len(view.pagers) else None
        is_oldest_first = view.term and self._settings.taxonomy(view.term.taxonomy).ordered
        fragment = self._render(
            "view",
            self._beginning(view, introduction),
            pager=pager,
            layout=view.layout,
            items=items,
            newer=after if is_oldest_first else before,
            older=before if is_oldest_first else after,
            numbers=self._numbers(view, pager),
        )
        return _placed(fragment, pager.location.url)

    def overview(self, view: View, introduction: str = "") -> str:
        """Return the content of an overview: the terms of a taxonomy, or all periods, with counts.

        `introduction` is the HTML of the hand-written page at this place.
        """
        name = "terms" if view.terms else "archive"
        terms = view.terms.terms if view.terms else ()
        fragment = self._render(
            name,
            self._beginning(view, introduction),
            children=_nested(terms),
            terms=self._facts.frequent_terms(),
        )
        return _placed(fragment, view.url)

    def listing(
        self,
        rendered: Sequence[RenderedPost],
        layout: Layout,
        url: str,
        ids: str = "",
        *,
        is_whole: bool = False,
    ) -> str:
        """Return a list of posts for the page at `url`, which may be any page of the site.

        Args:
            rendered: The posts, in order.
            layout: `list` as in views, `compact` with a line per post, or `cards`.
            url: URL of the page.
            ids: What the ids of the list begin with, where the page has several lists.
            is_whole: Whether these are all posts: then it leads to the most frequent terms, too.
        """
        fragment = self._render(
            "listing",
            layout=layout,
            items=[self.item(post, layout) for post in rendered],
            is_whole=is_whole,
            terms=self._facts.frequent_terms() if is_whole else [],
        )
        return links.insert_on(fragment, root_prefix(url), ids)

    def mentions(self, rendered: Sequence[RenderedPost], url: str, ids: str = "") -> str:
        """Return the posts that link to the page at `url`; see `listing`."""
        items = [self.item(post, "compact") for post in rendered]
        fragment = self._render("mentioned-in", layout="compact", items=items)
        return links.insert_on(fragment, root_prefix(url), ids)

    def cloud(self, terms: Sequence[Term], url: str) -> str:
        """Return `terms` as a tag cloud for the page at `url`: the more posts, the larger."""
        most = max((term.count for term in terms), default=0)
        sized = [(term, _size(term.count, most)) for term in terms]
        return _placed(self._render("cloud", terms=sized), url)

    def post(
        self,
        rendered: RenderedPost,
        body: str,
        related: Sequence[Post] = (),
        further: Sequence[Link] = (),
        size: Mapping[str, int] | None = None,
    ) -> str:
        """Return the content of a post's page: title, byline, body, and what leads on from there.

        Args:
            rendered: The post.
            body: Its HTML, links relative to its own URL.
            related: The posts to name at the end.
            further: The `links` of its front matter, with titles and with URLs from the site's root.
            size: Width and height of its cover in pixels, where they are known.
        """
        post = rendered.post
        heading, rest = self._facts.title(post.title, body)
        fragment = self._render(
            "post",
            self._facts.cross_links(post),
            post=post,
            rendered=rendered,
            heading=heading,
            body=rest,
            authors=self._facts.authors(post),
            badges=self._facts.badges(post),
            related=related,
            links=further,
            cover=self._facts.cover(post, rest),
            size=size or {},
            words=count_words(rest) if self._settings.posts.words else None,
            comments=self._settings.comments if post.comments is None else post.comments,
            theme=self._theme,
            index=self._index,
        )
        return _placed(fragment, post.url)

    def ways(self, view: View) -> list[tuple[str, str]]:
        """Return names and URLs of the links of `view` besides its posts: overviews, and its feed."""
        feeds = [self._feeds[view.url]] if view.url in self._feeds else []
        if view is not self._index:
            return feeds
        overviews = [
            (found.title, found.url)
            for found in self._overviews.values()
            if found.periods or (found.terms and found.terms.terms)
        ]
        return [*overviews, *feeds] if self._settings.index_links else []

    def named_besides(self, post: Post) -> list[Post]:
        """Return the posts whose titles the page of `post` has in its series box and as neighbours."""
        part = self._facts.part(post)
        around = [found for _, found in part.around] if part else []
        return [*around, *(found for found in self._facts.neighbours(post) if found)]

    def redirect(self, redirect: Redirect, canonical_url: str) -> str:
        """Return the whole page at an old address of a post.

        `canonical_url` is the absolute URL of the post, empty if it is not known.
        """
        return self._render(
            "redirect",
            post=redirect.post,
            target=relative_url(redirect.post.url, redirect.location.url),
            canonical_url=canonical_url,
            locale=self._locale,
        )

    def _render(self, name: str, *facts: Mapping[str, object], **more: object) -> str:
        return self._environment.get_template(f"blog/{name}.html").render(*facts, **more)

    def _beginning(self, view: View, introduction: str) -> dict[str, object]:
        """Return the heading and the introduction that go above a list.

        The heading is the one in `introduction`, if there is one. It is empty if the theme prints the title.
        """
        own = split_title(introduction)
        has_own = own.h1_html is not None or has_h1(own.rest)
        if self._theme.title:
            title = Markup()
        elif has_own:
            title = Markup(own.h1_html or "")  # noqa: S704 - it is HTML
        else:
            title = heading(view, self._locale)
        is_printed = self._theme.title or has_own
        return {
            "view": view,
            "heading": title,
            "has_name": not is_printed and not (view.term and view.term.author),
            "introduction": own.rest,
            "trail": self._trail(view),
            "ways": self.ways(view),
        }

    def _trail(self, view: View) -> list[View]:
        """Return the views above `view`, the outermost first."""
        if view is self._index:
            return []
        above = [self._index, self._overviews.get(view.taxonomy)]
        return [found for found in above if found and found is not view]

    def _numbers(self, view: View, pager: Pager) -> tuple[PageItem, ...]:
        """Return the line of page numbers; empty for a single page."""
        if len(view.pagers) == 1 and not self._settings.pagination_if_single_page:
            return ()
        line = page_numbers(
            self._settings.pagination_format,
            pager.number,
            len(view.pagers),
            per_page=max(len(view.pagers[0].posts), len(view.pagers[-1].posts)),
            total=len(view.posts),
            from_oldest=view.pagers[0].page > 1,
        )
        return tuple(
            item for item in line if item.kind not in _PRINTED_ALWAYS and not item.text.isspace()
        )


def _nested(terms: Iterable[Term]) -> dict[str, list[Term]]:
    """Return `terms` by the slug of their parent, empty for those without one in the list."""
    slugs = {term.slug for term in terms}
    children = defaultdict(list)
    for term in terms:
        children[term.parent if term.parent in slugs else ""].append(term)
    return children


def _size(count: int, most: int) -> int:
    """Return one of five sizes, 0 to 4, by the logarithm of `count`.

    Differences between small numbers say little: the largest size begins at 16.
    """
    return round(4 * log(max(count, 1)) / log(max(most, 16)))


def _placed(fragment: str, url: str) -> str:
    return links.insert_on(fragment, root_prefix(url))
