"""What remains of an unknown tag or shortcode: a comment that no template engine reads."""

from __future__ import annotations


def comment(what: str, text: str) -> str:
    """Return an HTML comment with `text`, without the braces that made it a tag.

    Args:
        what: Kind of what was left (`Liquid`, `shortcode`).
        text: As it stands in the source; a `--`, which would end the comment, gets a space.
    """
    bare = " ".join(text.split()).strip("{}% \t-<>")
    bare = bare.replace("--", "- -").replace("{", "(").replace("}", ")").replace("\x00", "")
    return f"<!-- {what}, not converted: {bare.replace('>', '›')} -->"
