"""The event `on_blog_posts`, by which hooks and other plugins change what a blog publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import InclusionLevel

from mkdocs_blog_plugin.posts.post import Post

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

EVENT = "blog_posts"


def allow_event() -> None:
    """Let hooks, and plugins listed after ours, define the event: MkDocs refuses unknown events."""
    register = PluginCollection._register_event  # noqa: SLF001 - there is no public way
    if getattr(register, "allows", "") == EVENT:
        return

    def register_any(self: PluginCollection, event_name: str, *args: Any, **values: Any) -> None:
        if event_name == EVENT:
            self.events.setdefault(EVENT, [])
        register(self, event_name, *args, **values)

    vars(register_any)["allows"] = EVENT
    PluginCollection._register_event = register_any  # type: ignore[method-assign] # noqa: SLF001


def run_hooks(posts: Sequence[Post], files: Files, config: MkDocsConfig) -> list[Post]:
    """Return the posts that hooks and plugins want published; other posts are not built.

    Args:
        posts: all posts of a blog, as they were read.
        files: the files of the site.
        config: MkDocs' configuration.

    Raises:
        PluginError: something else than posts has come back, or one that was not there before.
    """
    known = {post.src_uri: post for post in posts}
    found: list[Any] = list(posts)
    for handler in config.plugins.events.get(EVENT, ()):
        answer = handler(found, config=config)
        found = found if answer is None else list(answer)
    for post in found:
        if not isinstance(post, Post) or post.src_uri not in known:
            message = f"on_blog_posts: {post!r:.80} is not one of the posts that were given"
            raise PluginError(f"{message} (the posts themselves, or dataclasses.replace of them)")
    for src_uri in known.keys() - {post.src_uri for post in found}:
        files.src_uris[src_uri].inclusion = InclusionLevel.EXCLUDED
    return list({post.src_uri: post for post in found}.values())
