"""The files of a blog that are no pages, filled: feeds, the export and redirects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.site.files.stylesheets import FEED_STYLESHEET
from mkdocs_blog_plugin.site.output.cards import write_cards
from mkdocs_blog_plugin.site.output.export import write_export
from mkdocs_blog_plugin.site.output.feeds import NOTICE, write_feeds
from mkdocs_blog_plugin.site.output.redirects import write_redirects

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.render.locale import Locale
    from mkdocs_blog_plugin.site.dirty.output_digests import Outputs
    from mkdocs_blog_plugin.site.output.presentation import Presentation


def publish(
    presentation: Presentation,
    outputs: Outputs,
    files: Files,
    locale: Locale,
    is_due: Callable[[str], bool],
) -> None:
    """Fill those of `outputs` that are due.

    Args:
        presentation: What the blog shows.
        outputs: The files, which are among `files` already.
        files: All files of the site.
        locale: The language of the blog.
        is_due: Whether the file at a `dest_uri` has to be written.
    """
    settings = presentation.settings
    write_cards(outputs.cards, files, is_due)
    write_feeds(
        [found for found in outputs.feeds if is_due(found.location.dest_uri)],
        presentation.publication,
        settings.feeds,
        notice=locale.gettext(NOTICE),
        stylesheet=FEED_STYLESHEET if settings.stylesheet else "",
    )
    if outputs.export and is_due(outputs.export.dest_uri):
        write_export(presentation.publication, outputs.export)
    redirects = [found for found in outputs.redirects if is_due(found.location.dest_uri)]
    write_redirects(redirects, files, presentation.redirect)
