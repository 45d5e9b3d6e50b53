"""Figures, frames and whatever else other systems embed, as Markdown and plain HTML."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_FRAMES: Final = {
    "youtube": "https://www.youtube-nocookie.com/embed/{}",
    "vimeo": "https://player.vimeo.com/video/{}",
    "bilibili": "https://player.bilibili.com/player.html?bvid={}",
    "twitch": "https://player.twitch.tv/?video={}",
    "spotify": "https://open.spotify.com/embed/track/{}",
    "tencent": "https://v.qq.com/txp/iframe/player.html?vid={}",
    "google-drive": "https://drive.google.com/file/d/{}/preview",
}
_MARKS = re.compile(r"[*`]+|(?<!\w)_+|_+(?!\w)")
_IDENTIFIER = re.compile(r"(?:v=|be/|embed/|video/|shorts/|vimeo\.com/)([\w-]+)|^([\w-]+)$")


def figure(
    src: str,
    *,
    alt: str = "",
    caption: str = "",
    title: str = "",
    link: str = "",
    attributes: str = "",
) -> str:
    """Return a picture, with a caption in a `figure` where it has one.

    Args:
        src: As the old blog has it.
        alt: Its alternative text; empty for the text of the caption.
        caption: Markdown.
        title: Plain text.
        link: Where a click leads.
        attributes: An attribute list without braces (`width=300`).
    """
    text = _plain(alt or _MARKS.sub("", caption)).replace("[", "\\[").replace("]", "\\]")
    target = f"<{src}>" if re.search(r"[\s()]", src) else src
    suffix = f' "{_plain(title)}"' if title else ""
    picture = f"![{text}]({target}{suffix})" + (f"{{: {attributes} }}" if attributes else "")
    if link:
        picture = f"[{picture}]({link})"
    return gallery([picture], caption) if caption else picture


def gallery(pictures: Sequence[str], caption: str = "") -> str:
    """Return pictures side by side in a `figure`, with a caption in Markdown where they have one."""
    body = "\n".join(pictures)
    if caption:
        body += f'\n\n<figcaption markdown="span">{caption.strip()}</figcaption>'
    return f'\n<figure markdown="1">\n\n{body}\n\n</figure>\n'


def details(summary: str, body: str) -> str:
    """Return Markdown that is folded away below `summary`, which is *Details* if empty."""
    heading = f"<summary>{summary or 'Details'}</summary>"
    return f'\n<details markdown="1">\n{heading}\n\n{body.strip()}\n\n</details>\n'


def player(kind: str, src: str, title: str = "") -> str:
    """Return the player of a file, `video` or `audio`, and its title below it."""
    body = f'<{kind} src="{escape(src)}" controls style="max-width: 100%"></{kind}>'
    if title:
        body += f"<figcaption>{escape(title)}</figcaption>"
    return f"\n<figure>{body}</figure>\n"


def _plain(text: str) -> str:
    return re.sub(r"<[^<>]*>", "", text).replace('"', "&quot;").replace("\n", " ").strip()


def frame(kind: str, identifier: str, title: str = "") -> str | None:
    """Return the player of a video, None where the service is not known."""
    pattern = _FRAMES.get(kind.lower())
    found = _IDENTIFIER.search(identifier.strip())
    if pattern is None or found is None:
        return None
    src = escape(pattern.format(found[1] or found[2]))
    label = escape(title or kind)
    return (
        f'\n<iframe src="{src}" title="{label}" width="560" height="315" loading="lazy" '
        'allowfullscreen style="border: 0; max-width: 100%"></iframe>\n'
    )


def gist(identifier: str, file: str = "") -> str:
    """Return the script that shows a gist, and a link for whoever has no scripts."""
    path = escape(identifier.strip("/ "))
    query = f"?file={escape(file)}" if file else ""
    url = f"https://gist.github.com/{path}"
    return (
        f'\n<div><script src="{url}.js{query}"></script>'
        f'<noscript><a href="{url}">{url}</a></noscript></div>\n'
    )


def tweet(identifier: str, user: str = "") -> str:
    """Return a link to a post on Twitter, by its URL or by user and number."""
    url = (
        identifier
        if "://" in identifier
        else f"https://twitter.com/{user or 'i'}/status/{identifier}"
    )
    return f"<{url}>"


def admonition(kind: str, title: str, body: str) -> str:
    """Return an admonition around Markdown.

    Args:
        kind: `note`, `warning`, ….
        title: Plain text; empty for the kind's own.
        body: Markdown.
    """
    heading = f'!!! {kind} "{_plain(title)}"' if title else f"!!! {kind}"
    lines = [heading, "", *(f"    {line}" if line else "" for line in body.strip("\n").split("\n"))]
    return "\n" + "\n".join(lines) + "\n"
