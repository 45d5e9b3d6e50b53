"""Files to posts, authors, terms and pages: all that a blog is made of, each read once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.structure.files import InclusionLevel

from mkdocs_blog_plugin.catalog.terms_file import TermAnnotations, read_terms
from mkdocs_blog_plugin.posts.authors import KnownAuthors, avatar_lines, read_authors
from mkdocs_blog_plugin.posts.body import anchors_of, link_targets, linked_paths, paths_of
from mkdocs_blog_plugin.posts.code import without_code
from mkdocs_blog_plugin.posts.defaults import conflicts
from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.front_matter import body_from, clean_source
from mkdocs_blog_plugin.posts.reader import Verdict, may_be_post, read_document
from mkdocs_blog_plugin.posts.recognition import is_inside
from mkdocs_blog_plugin.posts.tagged_page import read_tagged_page
from mkdocs_blog_plugin.posts.words import words_of
from mkdocs_blog_plugin.problems import Problem, Problems, Severity
from mkdocs_blog_plugin.site.cache.fingerprint import digest
from mkdocs_blog_plugin.site.files.documents import meta_plugin, read_documents, read_text
from mkdocs_blog_plugin.site.integrations.post_hooks import run_hooks
from mkdocs_blog_plugin.site.links.pictures import (
    locate_avatar,
    locate_cover,
    locate_own_avatars,
)
from mkdocs_blog_plugin.site.reading.cover_sources import cover_sources
from mkdocs_blog_plugin.site.reading.kept_posts import KeptPosts, version_of
from mkdocs_blog_plugin.site.reading.overlooked import (
    exclude_foreign_posts,
    report_overlooked,
)
from mkdocs_blog_plugin.site.reading.read_post import ReadPost

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.setup import Setup


class Sources(NamedTuple):
    """The sources of a blog."""

    posts: Sequence[Post]
    """Those to build."""
    read_posts: Mapping[str, ReadPost]
    """How they and others, which hooks have taken away, were read, by `src_uri`."""
    words: Mapping[str, str]
    """The words of all of these, by `src_uri`; empty texts if unused."""
    pages: Mapping[str, Document]
    """All other pages of the site, by `src_uri`."""
    drafts: frozenset[str]
    """`src_uri` of posts and pages that are not built."""
    annotations: TermAnnotations
    """The terms file."""
    tagged: Sequence[TaggedPage]
    """Ordinary pages that join the tag pages."""


def read_blog(files: Files, setup: Setup) -> Sources:
    """Return the sources of the blog in `files`, which are those of the site or of one of its languages.

    Drafts are taken out of the build on the way. Each page is read once.
    """
    settings, problems = setup.source_settings, setup.problems
    authors = read_known_authors(files, settings, problems)
    annotations = _read_terms(files, settings, problems)
    problems.extend(setup.git.problems)
    exclude_foreign_posts(files, settings, problems)
    read_posts, pages, drafts = {}, {}, set()
    reader = _Reader(setup, authors)
    built = files.documentation_pages()
    for file, document in read_documents(built, files, setup.config, setup.git.first, problems):
        found = reader.read(setup.language.adopt(document, file), file)
        if isinstance(found, ReadPost):
            read_posts[file.src_uri] = found
        elif isinstance(found, Document):
            pages[file.src_uri] = found
        else:
            file.inclusion = InclusionLevel.EXCLUDED
            drafts.add(file.src_uri)
    posts = run_hooks([found.post for found in read_posts.values()], files, setup.config)
    sources_of = partial(cover_sources, widths=settings.posts.cover_widths)
    report_overlooked(built, files, setup, has_posts=bool(posts))
    return Sources(
        posts=[  # hooks see pictures as written
            locate_own_avatars(locate_cover(post, files, sources_of, problems), files, problems)
            for post in posts
        ],
        read_posts=read_posts,
        words=reader.words,
        pages=pages,
        drafts=frozenset(drafts | (read_posts.keys() - {post.src_uri for post in posts})),
        annotations=annotations,
        tagged=_tagged_pages(pages, files, setup) if settings.tags_pages else [],
    )


class _Reader:
    """Reads the posts of one blog."""

    def __init__(self, setup: Setup, authors: KnownAuthors) -> None:
        settings = setup.source_settings
        self._setup = setup
        self._settings = settings
        self._authors = authors
        self.words: dict[str, str] = {}
        """The words of each post, by `src_uri`."""
        self._kept = KeptPosts(setup.cache, digest(setup.fingerprint, authors), settings.drafts.now)

    def read(self, document: Document, file: File) -> ReadPost | Document | None:
        """Return the post that `document`, the text of `file`, is; `document` if it is not a post.

        None for a draft, which is not built.
        """
        found: ReadPost | Verdict | None = self._kept.find(document)
        if found is None:
            found = self._read(document)
        if isinstance(found, ReadPost):
            if found.plain is not None:
                body = body_from(document.text, found.post.body_line)
                self._setup.offers.offer(file, body, found.plain)
            if not self._is_built(found.post):
                return None
            self.words[file.src_uri] = found.words
            return found.without_texts()
        return document if found is Verdict.PAGE else None

    def _is_built(self, post: Post) -> bool:
        return self._settings.drafts.show_all or not post.state.is_draft

    def _read(self, document: Document) -> ReadPost | Verdict:
        """Return the post that `document` is, or a verdict; a post without problems is kept."""
        if not may_be_post(document.src_uri, document.text, self._settings, document.defaults):
            return Verdict.PAGE
        problems = Problems()
        post = read_document(
            document,
            settings=self._settings,
            authors=self._authors,
            problems=problems,
            expand=self._setup.expand,
        )
        if not isinstance(post, Verdict) and document.defaults and meta_plugin(self._setup.config):
            problems.extend(_conflicts(document))
        self._setup.problems.extend(problems)
        if isinstance(post, Verdict):
            return post
        targets = link_targets(document.text)
        read_post = ReadPost(
            post=post,
            version=version_of(document),
            linked_paths=paths_of(targets),
            anchors=anchors_of(targets),
            mentioned_paths=(
                linked_paths(without_code(document.text)) if self._settings.mentions else ()
            ),
            words=self._words(post, document),
            plain=document.front_matter.plain if document.front_matter.body else None,
            clean_text=clean_source(document.front_matter),
        )
        if not problems and not self._settings.templates:
            self._kept.keep(read_post)
        return read_post

    def _words(self, post: Post, document: Document) -> str:
        if not self._settings.compares_texts:
            return ""
        return words_of(post.title, post.description or "", document.front_matter.body)


def _conflicts(document: Document) -> Iterator[Problem]:
    """Yield keys on which Material's meta plugin would end the build with a traceback."""
    front_matter = document.front_matter
    for key in conflicts(document.defaults, front_matter.data):
        yield Problem(
            path=document.source,
            line=front_matter.lines.get(key.lower()),
            key=key,
            message="Material's meta plugin cannot merge a list with a text",
            expected="a list here and in '.meta.yml', or a text in both",
            severity=Severity.ERROR,
        )


def _tagged_pages(pages: Mapping[str, Document], files: Files, setup: Setup) -> list[TaggedPage]:
    """Return those of `pages` with tags; other blogs keep their own."""
    settings = setup.source_settings
    tags = settings.taxonomy("tags")
    found = [
        read_tagged_page(document, files.src_uris[src_uri].url, tags, setup.expand)
        for src_uri, document in pages.items()
        if not any(folder and is_inside(document.src_uri, folder) for folder in settings.others)
    ]
    return [page for page in found if page]


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


def data_files(files: Files, settings: Settings) -> list[File]:
    """Return the authors file and the terms file, as far as the site has them."""
    found = map(files.get_file_from_path, (settings.authors_file, settings.terms_file))
    return [file for file in found if file is not None]


def _read_hidden(files: Files, path: str, problems: Problems) -> str | None:
    """Return the text of an authors or terms file, and keep the file itself out of the site."""
    file = files.get_file_from_path(path)
    if file is None:
        return None
    file.inclusion = InclusionLevel.EXCLUDED
    return read_text(file, problems)
