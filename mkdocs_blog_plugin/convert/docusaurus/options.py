"""The configuration of Docusaurus' blogs as our options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.docusaurus.site import DocusaurusBlog, DocusaurusSite


def options_of(blog: DocusaurusBlog, site: DocusaurusSite, *, is_first: bool) -> dict[str, Any]:
    """Return the options that give `blog` the addresses and lists that it has.

    Those of the first blog name its folder of posts, too.
    """
    options: dict[str, Any] = {"blog_dir": blog.route or "."}
    if is_first and blog.route != "blog":
        options["post_dir"] = "blog/posts"
    if blog.language:
        options["locale"] = blog.language
    options["post_url_format"] = f":year/:month/:day/:title{'' if site.has_slash else '.html'}"
    if blog.separator:
        options["post_excerpt_separator"] = blog.separator
    if blog.is_ascending:
        options["post_sort"] = "-date"
    if blog.per_page:
        options["pagination_per_page"] = blog.per_page
    else:
        options["pagination"] = False
    if blog.pager != "page":
        options["pagination_url_format"] = f"{blog.pager}/{{page}}"
    if blog.archive != "archive":
        options["archive_url_format"] = f"{blog.archive}/{{date}}"
    return options | {
        "tags_url_format": f"{blog.tags}/{{slug}}",
        "authors_profiles_url_format": f"{blog.authors}/{{slug}}",
    }
