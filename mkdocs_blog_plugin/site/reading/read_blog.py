"""Files to `Blog`: reads posts, authors and terms, and plans what they make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel

from mkdocs_blog_plugin.catalog.terms_file import TermAnnotations, read_terms
from mkdocs_blog_plugin.posts.authors import KnownAuthors, avatar_lines, read_authors
from mkdocs_blog_plugin.posts.body import mentions
from mkdocs_blog_plugin.posts.defaults import conflicts
from mkdocs_blog_plugin.posts.post import Post
from mkdocs_blog_plugin.posts.reader import Verdict, may_be_post, read_document
from mkdocs_blog_plugin.posts.recognition import is_inside
from mkdocs_blog_plugin.posts.tagged_page import read_tagged_page
from mkdocs_blog_plugin.posts.titles import own_title
from mkdocs_blog_plugin.problems import Problem, Problems, Severity
from mkdocs_blog_plugin.site.cache.fingerprint import digest
from mkdocs_blog_plugin.site.files.documents import meta_plugin, read_documents, read_text
from mkdocs_blog_plugin.site.integrations.macros import title_of_macros
from mkdocs_blog_plugin.site.integrations.post_hooks import run_hooks
from mkdocs_blog_plugin.site.links.pictures import locate_avatar, locate_cover
from mkdocs_blog_plugin.site.reading.kept_posts import KeptPosts, version_of
from mkdocs_blog_plugin.site.reading.overlooked import (
    report_overlooked,
    withhold_foreign_posts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.view import View


@dataclass(frozen=True, kw_only=True)
class Sources:
    """What a blog is made of."""

    posts: Sequence[Post]
    """Those to build."""
    annotations: TermAnnotations
    """What the terms file says."""
    tagged: Sequence[TaggedPage]
    """Ordinary pages that join the tag pages."""


def read_blog(files: Files, setup: Setup) -> Sources:
    """Return what is in `files`, those of the site or of one of its languages, for the blog.

    Drafts are taken out of the build on the way.
    """
    settings, problems = setup.sources, setup.problems
    authors = read_known_authors(files, settings, problems)
    annotations = _read_terms(files, settings, problems)
    kept = KeptPosts(setup.cache, digest(setup.fingerprint, authors), settings.drafts.now)
    problems.extend(setup.git.problems)
    withhold_foreign_posts(files, settings, problems)
    candidates = files.documentation_pages()
    read = run_hooks(_read_posts(files, setup, authors, kept), files, setup.config)
    posts = [locate_cover(post, files, problems) for post in read]
    report_overlooked(candidates, files, setup, has_posts=bool(posts))
    own = {post.src_uri for post in posts}
    ordinary = [file for file in files.documentation_pages() if file.src_uri not in own]
    tagged = _read_tagged_pages(ordinary, files, setup)
    return Sources(posts=posts, annotations=annotations, tagged=tagged)


def introduce(blog: Blog, files: Files, setup: Setup) -> Blog:
    """Return `blog` with its views called as the pages that introduce them."""
    views = tuple(_named(view, files, setup.config, setup.problems) for view in blog.views)
    return setup.language.name_sources(replace(blog, views=views), files)


def _named(view: View, files: Files, config: MkDocsConfig, problems: Problems) -> View:
    """Return `view` with the title of the page that introduces it, if that gives itself one."""
    if not view.introduction:
        return view
    text = read_text(files.src_uris[view.introduction], problems)
    title = title_of_macros(text or "", config) or own_title(text or "")
    return replace(view, title=title or view.title)


def _read_posts(files: Files, setup: Setup, authors: KnownAuthors, kept: KeptPosts) -> list[Post]:
    posts = []
    settings = setup.sources
    pages = files.documentation_pages()
    for file, document in read_documents(
        pages, files, setup.config, setup.git.first, setup.problems
    ):
        known = kept.find(document)
        reading = known or _read(document, file, setup, authors, kept)
        if isinstance(reading, Post) and (settings.drafts.show_all or not reading.state.is_draft):
            posts.append(setup.language.adopt(reading, file))
            if not known:
                setup.offers.offer(file, document.front_matter)
        elif reading is not Verdict.PAGE:
            file.inclusion = InclusionLevel.EXCLUDED
    return posts


def _read(
    document: Document,
    file: File,
    setup: Setup,
    authors: KnownAuthors,
    kept: KeptPosts,
) -> Post | Verdict:
    """Return what `document`, the text of `file`, is; a post is kept unless something is wrong."""
    settings = setup.sources
    if not may_be_post(document.src_uri, document.text, settings, document.defaults):
        return Verdict.PAGE
    found = Problems()
    reading = read_document(document, settings=settings, authors=authors, problems=found)
    if isinstance(reading, Post) and document.defaults and meta_plugin(setup.config):
        found.extend(_conflicts(document))
    setup.problems.extend(replace(problem, path=file.src_uri) for problem in found)
    if not isinstance(reading, Post):
        return reading
    post = _complete(reading, document, setup.config)
    if not found and not settings.templates:
        kept.keep(post)
    return post


def _conflicts(document: Document) -> Iterator[Problem]:
    """Yield keys on which Material's meta plugin would end the build with a traceback."""
    front_matter = document.front_matter
    for key in conflicts(document.defaults, front_matter.data):
        yield Problem(
            path=document.src_uri,
            line=front_matter.lines.get(key.lower()),
            key=key,
            message="Material's meta plugin cannot merge a list with a text",
            expected="a list here and in '.meta.yml', or a text in both",
            severity=Severity.ERROR,
        )


def _complete(post: Post, document: Document, config: MkDocsConfig) -> Post:
    """Return `post` with what its text tells beside the front matter."""
    return replace(
        post,
        title=title_of_macros(document.text, config) or post.title,
        version=version_of(document),
        mentions=mentions(document.text),
    )


def _read_tagged_pages(pages: Sequence[File], files: Files, setup: Setup) -> list[TaggedPage]:
    """Return those of `pages` with tags, if their tags are wanted; other blogs keep their own."""
    settings = setup.sources
    if not settings.tags_pages:
        return []
    found = []
    for file, document in read_documents(
        pages, files, setup.config, setup.git.first, setup.problems
    ):
        page = read_tagged_page(document, file.url, settings.taxonomy("tags"))
        if page and not any(
            folder and is_inside(page.src_uri, folder) for folder in settings.others
        ):
            found.append(replace(page, src_uri=file.src_uri))
    return found


def read_known_authors(files: Files, settings: Settings, problems: Problems) -> KnownAuthors:
    """Return the authors of the authors file, which is kept out of the site; none without it."""
    text = _read_hidden(files, settings.authors_file, problems)
    if text is None:
        return KnownAuthors()
    path = settings.authors_file
    authors = read_authors(text, path=path, problems=problems)
    found = Problems()
    located = {key: locate_avatar(author, files, path, found) for key, author in authors.items()}
    lines = avatar_lines(text) if found else {}
    problems.extend(replace(problem, line=lines.get(problem.key)) for problem in found)
    return KnownAuthors(located)


def _read_terms(files: Files, settings: Settings, problems: Problems) -> TermAnnotations:
    text = _read_hidden(files, settings.terms_file, problems)
    return read_terms(text or "", path=settings.terms_file, problems=problems)


def explanations(files: Files, settings: Settings) -> list[File]:
    """Return those files of the site that explain posts: the authors file and the terms file."""
    found = map(files.get_file_from_path, (settings.authors_file, settings.terms_file))
    return [file for file in found if file is not None]


def _read_hidden(files: Files, path: str, problems: Problems) -> str | None:
    """Return the text of a file that explains posts, and keep the file itself out of the site."""
    file = files.get_file_from_path(path)
    if file is None:
        return None
    file.inclusion = InclusionLevel.EXCLUDED
    return read_text(file, problems)
