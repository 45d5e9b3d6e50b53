"""The event `on_blog_posts`, by which hooks and other plugins change what a blog publishes."""

from __future__ import annotations

from collections.abc import Iterable
from reprlib import repr as short
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import InclusionLevel

from mkdocs_blog_plugin.posts.field_types import wrong_field
from mkdocs_blog_plugin.posts.post import Post
from mkdocs_blog_plugin.site.own_functions import OwnFunction

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

EVENT = "blog_posts"
_EXPECTED = "return posts that it was given, themselves or changed by dataclasses.replace"


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
        posts: All posts of a blog, as they were read.
        files: The files of the site.
        config: MkDocs' configuration.

    Raises:
        FatalProblemsError: a hook fails, returns anything but the posts that it was given, or
            gives a post a value of the wrong type.
    """
    known = {post.src_uri: post for post in posts}
    found: list[Any] = list(posts)
    for handler in config.plugins.events.get(EVENT, ()):
        hook = OwnFunction(handler, "", _EXPECTED, config)
        with hook.watched():
            answer = handler(found, config=config)
            found = found if answer is None else list(_iterable(answer, hook))
        for post in found:
            _check(post, known, hook)
    for src_uri in known.keys() - {post.src_uri for post in found}:
        files.src_uris[src_uri].inclusion = InclusionLevel.EXCLUDED
    return list({post.src_uri: post for post in found}.values())


def _iterable(answer: object, hook: OwnFunction) -> Iterable[Any]:
    return answer if isinstance(answer, Iterable) else hook.refuse(f"returns {short(answer)}")


def _check(post: object, known: Mapping[str, Post], hook: OwnFunction) -> None:
    """Refuse what is not one of the `known` posts, changed or not."""
    if not isinstance(post, Post):
        hook.refuse(f"returns {short(post)} among the posts")
    before = known.get(post.src_uri)
    if before is None:
        hook.refuse(f"returns a post that it was not given, '{post.src_uri}'")
    if field := wrong_field(post, before):
        value = short(getattr(post, field.name))
        kind = str(field.type).replace("datetime", "datetime with a time zone")
        hook.refuse(f"sets {field.name} = {value}", post.src_uri, expected=f"{field.name}: {kind}")
