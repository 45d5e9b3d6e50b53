"""From a folder of the old blog to the files of the new one: recognise, read, write."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.convert.blog import unpublished
from mkdocs_blog_plugin.convert.docusaurus.reader import is_docusaurus, read_docusaurus
from mkdocs_blog_plugin.convert.hugo.reader import is_hugo, read_hugo
from mkdocs_blog_plugin.convert.jekyll.reader import is_jekyll, read_jekyll
from mkdocs_blog_plugin.convert.pelican.reader import is_pelican, read_pelican
from mkdocs_blog_plugin.convert.reading import Reading
from mkdocs_blog_plugin.convert.report import Notes, Report
from mkdocs_blog_plugin.convert.wordpress.reader import is_wordpress, read_wordpress
from mkdocs_blog_plugin.convert.writer import Files, write_blog
from mkdocs_blog_plugin.problems import BlogError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from mkdocs_blog_plugin.convert.blog import OldBlog
    from mkdocs_blog_plugin.convert.report import Finding
    from mkdocs_blog_plugin.convert.sources import Sources


class ConversionError(BlogError):
    """A folder that cannot be converted, or must not be."""


@dataclass(frozen=True, kw_only=True)
class ConvertOptions:
    """How a blog is converted."""

    system: str = ""
    """One of `SYSTEMS`; recognised where it is empty."""
    theme: str = "mkdocs"
    """Theme of a new mkdocs.yml."""
    has_configuration: bool = False
    """Whether the site has an mkdocs.yml that must stay as it is."""
    maps: Mapping[str, Callable[..., str]] = field(default_factory=dict)
    """What the user wants written for a tag or shortcode, by its name."""
    progress: Callable[[Iterable[Any], str], Iterable[Any]] = lambda items, _: items
    """Takes posts and the name of a step; yields the posts, and shows the progress of the step."""


@dataclass(frozen=True)
class System:
    """A system whose blogs can be converted."""

    name: str
    recognise: Callable[[Sources], bool]
    read: Callable[[Reading], OldBlog]


SYSTEMS: Final[Mapping[str, System]] = {
    "docusaurus": System("Docusaurus", is_docusaurus, read_docusaurus),
    "hugo": System("Hugo", is_hugo, read_hugo),
    "pelican": System("Pelican", is_pelican, read_pelican),
    "wordpress": System("WordPress", is_wordpress, read_wordpress),
    "jekyll": System("Jekyll", is_jekyll, read_jekyll),
}
"""In the order in which a folder is recognised."""


def convert_blog(sources: Sources, options: ConvertOptions) -> tuple[Files, Report]:
    """Return the files of the new site by path, and what came of the conversion.

    Raises:
        ConversionError: the folder is not a blog of a known system, or has no posts.
    """
    system = SYSTEMS[options.system] if options.system else _recognised(sources)
    notes = Notes()
    blog = system.read(
        Reading(
            sources=sources,
            notes=notes,
            maps=options.maps,
            progress=lambda posts: options.progress(posts, "Reading"),
        )
    )
    if not blog.posts:
        raise ConversionError(_without_posts(system, sorted(notes.found)))
    return write_blog(
        replace(blog, pages=tuple(map(unpublished, blog.pages))),
        notes,
        theme=options.theme,
        has_configuration=options.has_configuration,
        progress=lambda posts: options.progress(posts, "Writing"),
    )


def _without_posts(system: System, left: Sequence[Finding]) -> str:
    """Return the message that a folder has no post, with a reason if there is one."""
    message = f"this folder has no posts of {system.name}"
    if not left:
        return message
    more = f", and {len(left) - 1} more" if len(left) > 1 else ""
    return f"{message} that can be converted: {left[0]}{more}"


def _recognised(sources: Sources) -> System:
    for system in SYSTEMS.values():
        if system.recognise(sources):
            return system
    known = ", ".join(SYSTEMS)
    raise ConversionError(f"this is not a blog of a known system; --from takes {known}")
