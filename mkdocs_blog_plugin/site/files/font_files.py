"""Font files for preview cards: those that the site names, and those that the system has."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_TIMEOUT = 20
"""Seconds: fontconfig may have to look at every font of the system first."""


def find_font(character: str = "") -> bytes | None:
    """Return a bold sans-serif font file of the system, one that has `character`.

    None where there is none, or no fontconfig that could find it. See `man fc-match`.
    """
    if not shutil.which("fc-match"):
        return None
    pattern = "sans-serif:bold" + (f":charset={ord(character):x}" if character else "")
    try:
        found = subprocess.run(  # noqa: S603 - a pattern of our own
            ["fc-match", "--format=%{file}", pattern],  # noqa: S607 - wherever the system has it
            capture_output=True,
            check=True,
            timeout=_TIMEOUT,
        )
        return Path(found.stdout.decode()).read_bytes()
    except (OSError, UnicodeDecodeError, subprocess.SubprocessError):
        return None
