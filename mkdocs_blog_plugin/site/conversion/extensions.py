"""Markdown extensions: which of them may convert one post after another.

MkDocs builds a Markdown converter with all its extensions for every page, which takes a tenth of
the time of a build. Python-Markdown can reset a converter for the next document; that leaves
nothing of the last one only if all extensions take part. Those that do are listed here.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from markdown import Markdown
from markdown.extensions.toc import TocExtension
from pygments.style import Style, StyleMeta

from mkdocs_blog_plugin.site.cache.fingerprint import (
    contents,
    described,
    digest,
    hooks_of,
    installation,
)
from mkdocs_blog_plugin.site.conversion.quick_markdown import (
    QuickMarkdown,
    QuickTocTreeprocessor,
)
from mkdocs_blog_plugin.site.links.post_links import PostLinks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown.extensions import Extension
    from mkdocs.config.defaults import MkDocsConfig

FORGETFUL: Final = frozenset(
    "mkdocs_blog_plugin.site.links.post_links"  # noqa: SIM905 - a long list
    " markdown.extensions.abbr markdown.extensions.admonition markdown.extensions.attr_list"
    " markdown.extensions.codehilite markdown.extensions.def_list markdown.extensions.extra"
    " markdown.extensions.fenced_code markdown.extensions.footnotes markdown.extensions.md_in_html"
    " markdown.extensions.nl2br markdown.extensions.sane_lists markdown.extensions.smarty"
    " markdown.extensions.tables markdown.extensions.toc"
    " pymdownx.arithmatex pymdownx.betterem pymdownx.caret pymdownx.details pymdownx.emoji"
    " pymdownx.highlight pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink pymdownx.mark"
    " pymdownx.smartsymbols pymdownx.snippets pymdownx.superfences pymdownx.tabbed"
    " pymdownx.tasklist pymdownx.tilde".split()
)
"""Modules of the extensions that keep nothing of a document when they are reset."""

_SNIPPETS = "pymdownx.snippets"
"""The only one of them whose result depends on files that may change between two builds."""

_SNIPPET = "8<"
"""Text in each line that names a snippet."""

_COUNTS_DOCUMENTS = "UNIQUE_IDS"
"""Option of `footnotes` that numbers the documents that one converter has seen."""

_HIGHLIGHT = "pymdownx.highlight"
"""The extension that lets Pygments highlight code, for `superfences` and `inlinehilite` too."""

_CUSTOM_ICONS = "custom_icons"
"""Option of Material's icons: folders of the site's own."""

_TRUSTED = ("markdown.", "material.", "pymdownx.")
"""Packages whose functions may stand in the options of extensions."""


class _NoColours(StyleMeta):
    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return iter(())


class Unstyled(Style, metaclass=_NoColours):
    """A style for Pygments without any rules.

    A formatter turns its style into a stylesheet when it is made, for each code block again, and
    asks it for nothing as long as classes, not colours, are written into the page.
    """


def make_markdown(config: MkDocsConfig) -> Markdown | None:
    """Return a converter like those of MkDocs; None where it cannot serve several documents."""
    options = config.mdx_configs
    if not _keeps_nothing(comparable(options)):
        return None
    named: Sequence[str | Extension] = config.markdown_extensions
    builder = Markdown()
    extensions = [
        builder.build_extension(found, options.get(found, {})) if isinstance(found, str) else found
        for found in named
    ]
    if not all(type(extension).__module__ in FORGETFUL for extension in extensions):
        return None
    for extension in extensions:
        if type(extension).__module__ == _HIGHLIGHT and not extension.getConfig("noclasses"):
            extension.setConfig("pygments_style", Unstyled)
        if isinstance(extension, TocExtension):
            extension.TreeProcessorClass = QuickTocTreeprocessor
    return QuickMarkdown().registerExtensions(extensions, {})


def expand_snippets(text: str, config: MkDocsConfig) -> str:
    """Return Markdown with the files that `pymdownx.snippets` includes, if the site has that."""
    if _SNIPPETS not in config.markdown_extensions or not reads_files(text, config):
        return text
    options = config.mdx_configs.get(_SNIPPETS, {})
    converter = Markdown(extensions=[_SNIPPETS], extension_configs={_SNIPPETS: options})
    return "\n".join(converter.preprocessors["snippet"].run(text.split("\n")))


def comparable(value: object) -> object:
    """Return a copy of the options of extensions that equals another where the options do."""
    if isinstance(value, dict):
        return {key: comparable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [comparable(item) for item in value]
    if isinstance(value, partial):
        return [value.func, comparable(value.args), comparable(value.keywords)]
    return value


def conversion_fingerprint(config: MkDocsConfig) -> bytes:
    """Return the fingerprint of all that the conversion of any page depends on."""
    named: Sequence[str | Extension] = config.markdown_extensions
    return digest(
        installation(),
        hooks_of(config),
        described(
            [
                [type(found) if isinstance(found, PostLinks) else found for found in named],
                config.mdx_configs,
                dict(config.validation.links),
                config.use_directory_urls,
            ]
        ),
        contents(map(Path, _icons(config.mdx_configs))),
    )


def _icons(options: object) -> Iterator[str]:
    """Yield the folders with pictures that `pymdownx.emoji` puts into pages."""
    if isinstance(options, dict):
        for key, value in options.items():
            yield from value if key == _CUSTOM_ICONS and isinstance(value, list) else _icons(value)


def reads_files(markdown: str, config: MkDocsConfig) -> bool:
    """Return whether the conversion of `markdown` may include other files."""
    return _SNIPPET in markdown or bool(config.mdx_configs.get(_SNIPPETS, {}).get("auto_append"))


def _keeps_nothing(options: object) -> bool:
    """Return whether no option counts documents, or is a function of which we know nothing."""
    if isinstance(options, dict):
        return not options.get(_COUNTS_DOCUMENTS) and all(map(_keeps_nothing, options.values()))
    if isinstance(options, list):
        return all(map(_keeps_nothing, options))
    return not callable(options) or options.__module__.startswith(_TRUSTED)
