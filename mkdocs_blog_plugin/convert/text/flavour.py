"""How the Markdown of a system differs from CommonMark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Flavour:
    """What a post's Markdown was written for."""

    kramdown: bool = False
    """Jekyll's converter: attribute lists, tables without a header, raw HTML blocks."""
    dollars: bool = False
    """Whether `$x$` is a formula, because the old pages loaded MathJax or KaTeX."""
