"""Tables: kramdown's forms, written as Python-Markdown wants them."""

from __future__ import annotations

import re

_SEPARATOR = re.compile(r"\|?[ \t]*:*[-=][ \t:|+=-]*")
_CELLS = re.compile(r"(?<!\\)\|")


def is_table(lines: list[str]) -> bool:
    """Return whether kramdown reads a paragraph as a table without a header."""
    return len(lines) > 1 and all(line.strip().startswith("|") for line in lines)


def convert_table(lines: list[str]) -> list[str]:
    """Return a table with a header, one separator below it, and no others.

    A table that begins with rows alone gets an empty header; kramdown's lines between bodies and
    above footers are dropped.
    """
    rows = [line.strip() for line in lines]
    while rows and _is_separator(rows[0]):
        rows = rows[1:]
    if not rows:
        return lines
    has_header = len(rows) > 1 and _is_separator(rows[1])
    header, separator = (rows[0], rows[1]) if has_header else _empty_header(rows)
    body = [row for row in rows[2 if has_header else 0 :] if not _is_separator(row)]
    return [header, separator.replace("+", "|").replace("=", "-"), *body]


def _is_separator(row: str) -> bool:
    return "-" in row.replace("=", "-") and bool(_SEPARATOR.fullmatch(row))


def _empty_header(rows: list[str]) -> tuple[str, str]:
    columns = max(len(_CELLS.findall(row.strip("|"))) + 1 for row in rows)
    return "|" + "   |" * columns, "|" + "---|" * columns
