"""The files of a blog that are not pages, filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.site.files.stylesheets import FEED_STYLESHEET
from mkdocs_blog_plugin.site.output.covers import write_covers
from mkdocs_blog_plugin.site.output.export import write_export
from mkdocs_blog_plugin.site.output.feeds import COPY, NOTICE, write_feeds
from mkdocs_blog_plugin.site.output.redirects import write_redirects

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_blog_plugin.render.locale import Locale
    from mkdocs_blog_plugin.site.output.output import Output
    from mkdocs_blog_plugin.site.plan import Outputs


def publish(
    output: Output,
    outputs: Outputs,
    config: MkDocsConfig,
    locale: Locale,
    is_due: Callable[[str], bool],
) -> None:
    """Fill those of `outputs` that are due.

    Args:
        output: All that the blog shows.
        outputs: The files, which are among `files` already.
        config: MkDocs' configuration.
        locale: The language of the blog.
        is_due: Whether the file at a `dest_uri` has to be written.
    """
    settings, publication = output.settings, output.publication
    files = publication.files
    if outputs.cards.fonts:
        from mkdocs_blog_plugin.site.output.cards import write_cards  # noqa: PLC0415 - few have cards

        write_cards(outputs.cards, files, is_due)
    write_covers(outputs.covers, files, is_due)
    write_feeds(
        [found for found in outputs.feeds if is_due(found.location.dest_uri)],
        publication,
        settings.feeds,
        notice=locale.gettext(NOTICE),
        copy=locale.gettext(COPY),
        stylesheet=FEED_STYLESHEET if settings.stylesheet else "",
    )
    if settings.markdown:
        from mkdocs_blog_plugin.site.output.markdown import write_markdown_files  # noqa: PLC0415 - few ask

        write_markdown_files(outputs.markdown, publication, config, is_due)
    if outputs.export and is_due(outputs.export.dest_uri):
        write_export(publication, outputs.export)
    redirects = [found for found in outputs.redirects if is_due(found.location.dest_uri)]
    write_redirects(redirects, files, output.redirect)
