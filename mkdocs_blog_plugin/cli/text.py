"""Text from the sources of a site, made safe to print."""

from __future__ import annotations

import codecs
import io
import json
import sys
import unicodedata

import click


def printable(text: str) -> str:
    """Return `text` on one line, without the control characters that would drive a terminal."""
    kept = (" " if found.isspace() else found for found in text)
    return "".join(found for found in kept if unicodedata.category(found) not in ("Cc", "Cf"))


def print_json(value: object) -> None:
    """Print `value` as JSON, with escapes where standard output does not take every character."""
    takes_all = codecs.lookup(getattr(sys.stdout, "encoding", None) or "ascii").name == "utf-8"
    click.echo(json.dumps(value, ensure_ascii=not takes_all, indent=2))


def print_every_character() -> None:
    """Let standard output escape what its encoding lacks, as standard error does, instead of failing."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
