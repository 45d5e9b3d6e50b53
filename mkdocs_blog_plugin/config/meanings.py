"""What each option is for, in one sentence that editors show; the reference begins with it, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_MEANINGS: Final[Mapping[str, str]] = {
    "enabled": "Whether the plugin does anything",
    "blog_dir": "Folder of the blog below the docs folder",
    "layout": (
        "How lists of posts look: 'list' with excerpts, 'cards' in a grid, or 'compact' with "
        "a line per post"
    ),
    "blog_toc": "Whether the table of contents of each list has the titles of its posts",
    "cache": (
        "Whether 'mkdocs build' keeps converted posts and rendered pages for the next build, in "
        "the user's cache folder"
    ),
    "timezone": (
        "The zone in which dates without one are read, by its IANA name, such as 'Europe/Berlin'"
    ),
    "locale": "The language of dates and words",
    "stylesheet": "Whether pages load our CSS file",
    "metadata": (
        "Whether pages have tags for search engines and previews in their head, where the "
        "theme has none"
    ),
    "webmention": "Endpoint that takes webmentions for the blog",
    "micropub": "Micropub endpoint",
    "redirects": "Whether each old address of a post has a page that leads to the new one",
    "post_dir": "The folder whose dated files are posts",
    "post_include": "Patterns of files that are posts, too, written as in 'exclude_docs'",
    "post_defaults": (
        "Front matter for posts that lack a key under all of its names: a map for all posts, "
        "or a list of maps with 'path', a pattern as in 'exclude_docs', and 'values'"
    ),
    "post_date_format": (
        "How dates are printed: 'full', 'long', 'medium', 'short' or a Babel pattern"
    ),
    "post_date_from_git": "Whether files without a date take that of the commit that added them",
    "post_sort": (
        "Order of lists: 'date' (newest first), 'updated', 'weight' (smallest first), 'title'"
    ),
    "post_neighbours": (
        "Previous and next post among 'all' posts, or among those of the same first 'category'"
    ),
    "post_date_keys": "Keys of front matter that hold the dates, in the order in which they count",
    "post_dates_in": (
        "In which zone the day of a post is counted, for its address, the archive and the "
        "printed date: 'own' is the zone that the post names, 'site' is that of 'timezone' "
        "for all posts, as in Jekyll"
    ),
    "post_default_time": "Time of day of dates that have none",
    "post_url_format": "The address of a post, below the blog",
    "post_url_date_format": "How '{date}' is written in the address of a post, as a Babel pattern",
    "post_url_max_categories": "How many categories '{categories}' has",
    "post_slugify": "A function that makes a slug from a text and a separator",
    "post_slugify_separator": "The separator between the words of a slug",
    "post_tags_split": "How one text becomes several tags: 'comma', 'whitespace' or 'none'",
    "post_readtime": "Whether the byline has the reading time",
    "post_readtime_words_per_minute": "How many words a reader reads in a minute",
    "post_byline": "Whether posts show date, authors, reading time and terms",
    "post_footer": "Whether author, series, related, previous and next posts are below the text",
    "post_title": (
        "When the plugin prints the title as 'h1': 'auto' where the theme prints none and the "
        "text does not begin with one, 'always', or 'never'"
    ),
    "post_cover": "Whether the page of a post shows its cover below the title",
    "post_cover_widths": "Widths in pixels of the smaller copies of covers",
    "post_words": "Whether the byline has the number of words",
    "comments": (
        "Whether posts print the fragment 'blog/comments.html', which is empty until a "
        "template of the site replaces it"
    ),
    "mentions": "Whether ordinary pages of the docs end with a list of the posts that link to them",
    "keys_misspelt": (
        "What happens with keys of front matter that look like slips of known ones, such as "
        "'drfat' or 'auther': 'ignore', 'warn', 'error' (stops the build)"
    ),
    "related": "How many related posts are shown below a post",
    "related_by": "What makes posts related",
    "post_excerpt": (
        "Posts without a separator: 'auto' cuts the beginning, 'optional' shows all, "
        "'required' reports them"
    ),
    "post_excerpt_words": "Length of the beginning that 'auto' cuts, at the end of a block",
    "post_excerpt_separator": "The comment that ends an excerpt",
    "post_excerpt_separators": "Further comments that end an excerpt",
    "post_excerpt_max_authors": "How many authors a list shows for a post",
    "post_excerpt_max_categories": "How many categories a list shows for a post",
    "archive": "Whether there is an archive",
    "archive_name": "Title of the overview",
    "archive_date_format": "Title of a period, as a Babel pattern",
    "archive_url_date_format": (
        "How '{date}' is written in the address of a period, as a Babel pattern"
    ),
    "archive_url_format": "The address of a period, below the blog",
    "archive_index": "Whether there is an overview of the periods",
    "archive_pagination": (
        "Whether the list of a period is cut into pages, and how many posts are on each"
    ),
    "archive_pagination_per_page": (
        "Whether the list of a period is cut into pages, and how many posts are on each"
    ),
    "archive_layout": "The same as 'layout' for the pages of years and months",
    "archive_toc": "Whether the table of contents lists the titles of posts",
    "categories": "Whether posts show terms of this kind, each with a page",
    "tags": "Whether posts show terms of this kind, each with a page",
    "series": "Whether posts show terms of this kind, each with a page",
    "*_name": "Title of the overview",
    "*_url_format": "The address of a term, below the blog",
    "*_slugify": "A function that makes the slug of a term from its label and a separator",
    "*_slugify_separator": "The separator between the words of the slug of a term",
    "*_sort_by": (
        "Order in the overview: 'view_name' (as people sort, without regard to case and "
        "accents), 'view_post_count', or a function of an object with 'name' and 'posts'"
    ),
    "*_sort_reverse": "Whether the order in the overview is reversed",
    "*_allowed": "The terms that posts may use",
    "*_unknown": (
        "What happens with terms that are not allowed: 'ignore', 'warn', 'error' (stops the build)"
    ),
    "*_index": "Whether there is an overview",
    "*_hierarchy": "Whether 'a/b' is a child of 'a'",
    "*_hierarchy_separator": "What separates parent and child",
    "*_pagination": "Whether the list of a term is cut into pages, and how many posts are on each",
    "*_pagination_per_page": (
        "Whether the list of a term is cut into pages, and how many posts are on each"
    ),
    "*_layout": "The same as 'layout' for the pages of terms",
    "*_toc": "Whether the table of contents lists the titles of posts",
    "tags_pages": "Whether tags of ordinary pages are on the tag pages, too",
    "taxonomies": "Taxonomies of your own, by front-matter key",
    "terms_file": "The file with labels, slugs, descriptions and icons of terms",
    "authors": "Whether authors are shown",
    "authors_file": "File that says who the authors are",
    "authors_unknown": (
        "What happens with authors who are not in the file: 'ignore', 'warn', 'error' (stops "
        "the build)"
    ),
    "authors_email": "Whether pages and feeds have the e-mail addresses of authors",
    "authors_index": "Whether there is an overview",
    "authors_profiles": "Whether each author has a page",
    "authors_profiles_name": "Title of the overview",
    "authors_profiles_url_format": "The address of an author's page, below the blog",
    "authors_profiles_pagination": (
        "Whether the list of an author is cut into pages, and how many posts are on each"
    ),
    "authors_profiles_pagination_per_page": (
        "Whether the list of an author is cut into pages, and how many posts are on each"
    ),
    "authors_profiles_layout": "The same as 'layout' for the pages of authors",
    "authors_profiles_toc": "Whether the table of contents lists the titles of posts",
    "pagination": "Whether lists are cut into pages",
    "pagination_per_page": "How many posts are on a page of a list",
    "pagination_url_format": "Address of further pages below the view",
    "pagination_format": "What the pager prints",
    "pagination_from_oldest": (
        "Whether pages are numbered from the oldest: 'page/1/' has the oldest posts, and each "
        "address keeps its posts when new ones appear"
    ),
    "pagination_if_single_page": "Whether the pager is shown where there is only one page",
    "pagination_keep_content": (
        "Whether the introduction is on every page of a list, not only on the first"
    ),
    "index_links": ("Whether the index has links to the overviews and to the feed below its title"),
    "nav_recent": (
        "How many of the newest posts are in the navigation, in the section of the blog's index"
    ),
    "nav": "What joins the index in the navigation: 'overviews', 'views', 'none'",
    "sitemap_exclude": (
        "Kinds of views that are left out of the sitemap and marked 'noindex': 'index', "
        "'archive', 'categories', 'tags', 'series', 'authors', or a taxonomy of your own"
    ),
    "views_in_search": "Whether the search index has lists, with what introduces them, as well as posts",
    "draft": "Whether drafts are built",
    "draft_on_serve": "Whether 'mkdocs serve' shows drafts",
    "draft_if_future_date": "Whether posts with a date in the future wait for it",
    "feeds": "Whether feeds are written",
    "feeds_formats": "The formats of feeds",
    "feeds_for": "Which views have feeds: 'index', and any taxonomy, such as 'tags'",
    "feeds_content": "What feeds have of each post: the 'full' text, or its 'excerpt'",
    "feeds_length": "How many posts a feed has",
    "feeds_order": (
        "Order of posts in feeds: 'published', or 'updated' for those first that were changed last"
    ),
    "feeds_ids": (
        "What posts without a 'guid' are known by: 'url', or 'source' for an id that "
        "survives another title"
    ),
    "feeds_hub": "The WebSub hub that feeds name",
    "home_url": (
        "The address of the site where the blog has its home, if the site that is built is a "
        "copy, such as one of several versions"
    ),
    "markdown": (
        "Whether each post is written as Markdown beside its page, and 'llms.txt', which lists them"
    ),
    "export": ("Whether the whole blog is written as 'posts.json', for widgets and other tools"),
    "releases_file": "Path of a changelog, from the folder of mkdocs.yml",
    "releases_title": "What the posts of a changelog are called",
    "releases_categories": "Categories of the posts of a changelog",
    "releases_authors": "Authors of the posts of a changelog",
    "cards": "Whether each post and view without a picture gets a preview card",
    "cards_background": "Background of cards, as '#rrggbb' or '#rgb'",
    "cards_color": "Colour of the text on cards",
    "cards_logo": "Path of the logo on cards, from the docs folder: a PNG, JPEG or WebP file",
    "cards_font": "Paths of font files, from the folder of mkdocs.yml",
    "cards_draw": "A Python function that draws a card in a design of your own",
    "image_default": (
        "Preview picture of posts and views without one: a path from the docs folder, or a URL"
    ),
    "taxonomies.enabled": "Whether posts show terms of this kind, each with a page",
    "taxonomies.singular": "The second front-matter key",
}
"""By option, in the order of the reference; `*_` stands for the prefix of any taxonomy."""


def meaning_of(option: str) -> str:
    """Return what an option under `blog-plugin:` is for.

    Raises:
        KeyError: no option has this name.
    """
    family = "*_" + option.partition("_")[2]
    return _MEANINGS[option if option in _MEANINGS else family]


def meaning_in_taxonomy(option: str) -> str:
    """Return what an option of one of the user's own taxonomies is for.

    Raises:
        KeyError: no option has this name.
    """
    own = f"taxonomies.{option}"
    return _MEANINGS[own if own in _MEANINGS else f"*_{option}"]
