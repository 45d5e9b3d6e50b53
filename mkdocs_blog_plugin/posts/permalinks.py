"""The location of a post: the path that its front matter sets, else the one that the options make."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.recognition import post_name, sections, sections_below_blog
from mkdocs_blog_plugin.settings import CATEGORIES
from mkdocs_blog_plugin.urls.dates import format_date
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.urls.paths import PathError, safe_path, safe_slug
from mkdocs_blog_plugin.urls.permalink import STYLES, Pattern, PatternError, compile_pattern
from mkdocs_blog_plugin.urls.slug import slug_or_name
from mkdocs_blog_plugin.urls.tokens import POST_TOKENS, PermalinkValues

if TYPE_CHECKING:
    from datetime import datetime

    from mkdocs_blog_plugin.posts.fields import Fields
    from mkdocs_blog_plugin.settings import Settings


def permalink_values(
    fields: Fields,
    *,
    settings: Settings,
    published: datetime,
    slug_source: str,
    categories: tuple[str, ...],
) -> PermalinkValues:
    """Return the values of the tokens of a post's URL.

    Args:
        fields: Front matter of the post, whose `slug` is used verbatim.
        settings: How dates and slugs are written.
        published: The date of the post, in its own zone.
        slug_source: Text that a slug is made of where front matter has none.
        categories: Labels of the post.
    """
    posts = settings.posts
    taxonomy = settings.taxonomy(CATEGORIES)
    title_slug = slug_or_name(slug_source, posts.slugify, posts.slugify_separator)
    own_slug = fields.checked("slug", safe_slug)
    return PermalinkValues(
        published=published,
        slug=own_slug or title_slug,
        title_slug=title_slug,
        file_name=post_name(fields.path, settings),
        own_slug=own_slug,
        date=format_date(published, posts.url_date_format, settings.locale),
        categories=tuple(
            slug_or_name(label, taxonomy.slugify, taxonomy.slugify_separator)
            for label in categories[: posts.url_max_categories]
        ),
        labels=categories,
        folders=sections_below_blog(fields.path, settings),
    )


def post_location(fields: Fields, *, values: PermalinkValues, settings: Settings) -> Location:
    """Return the location of a post.

    `permalink` or `url` sets the whole path from the site's root; it may have tokens, or be one of
    Jekyll's named styles. Without it, or where it leaves the site, `post_url_format` makes the
    path below the blog, as with Material.
    """
    permalink = fields.text(*KEYS["permalink"])
    if permalink:
        below_docs = values._replace(folders=tuple(sections(fields.path, settings)))
        try:
            path = _permalink_path(permalink, below_docs)
        except (PathError, PatternError) as error:
            key = next(key for key, _ in fields.present(*KEYS["permalink"]))
            fields.report(key, error.message, error.expected)
        else:
            return Location.of_permalink(path, directory_urls=settings.directory_urls)
    return _pattern(settings.posts.url_format).location(
        values, folder=settings.blog_dir, directory_urls=settings.directory_urls
    )


def _permalink_path(text: str, values: PermalinkValues) -> str:
    """Return the path of a permalink, with the slash at its end that it may have."""
    fixed = safe_path(text)
    if ":" not in text and text not in STYLES:
        return fixed
    path = _pattern(text).path(values)
    return f"{path}/" if STYLES.get(text, text).endswith("/") else path


@lru_cache(maxsize=8)
def _pattern(text: str) -> Pattern[PermalinkValues]:
    """Return the compiled pattern; posts share a few."""
    return compile_pattern(text, tokens=POST_TOKENS)
