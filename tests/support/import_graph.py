"""The imports of the package as text: `make imports` draws the pictures in docs/how-it-works.md.

A room is a folder of the package, or a module that lies in none; imports for type checkers count.
Each line is a room, and below which others it stands: rooms on one floor do not know each other.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

PACKAGE = "mkdocs_blog_plugin"
CHECKOUT = Path(__file__).parents[2]
FOLDER = CHECKOUT / PACKAGE
PAGE = CHECKOUT / "docs/how-it-works.md"
INSIDE = ("", "site")
"""Folders of the package whose rooms the page shows, in its order."""


def room_of(module: str, inside: str) -> str:
    """Return the room of a dotted module below the folder `inside`; empty for one elsewhere."""
    prefix = ".".join(filter(None, (PACKAGE, inside, "")))
    prefix = prefix if prefix.endswith(".") else f"{prefix}."
    return module.removeprefix(prefix).split(".")[0] if module.startswith(prefix) else ""


def imported(path: Path) -> set[str]:
    """Return the dotted names that a module imports from the package."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.startswith(f"{PACKAGE}.")}


def arrows(inside: str = "") -> dict[str, set[str]]:
    """Return which rooms below the folder `inside` import which of the others."""
    folder = FOLDER / inside
    found: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        if parts == ("__init__",):
            continue
        others = found.setdefault(parts[0], set())
        others |= {room for name in imported(path) if (room := room_of(name, inside))}
    return {room: (others & found.keys()) - {room} for room, others in found.items()}


def modules() -> dict[str, set[str]]:
    """Return which modules of the package import which of the others; a package counts as one."""
    paths = {_dotted(path): path for path in FOLDER.rglob("*.py")}
    found = {}
    for module, path in paths.items():
        names = ((name, name.rpartition(".")[0]) for name in imported(path))
        others = {next((part for part in parts if part in paths), "") for parts in names}
        found[module] = others - {module, ""}
    return found


def _dotted(path: Path) -> str:
    parts = path.relative_to(FOLDER.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def circles(graph: dict[str, set[str]]) -> list[set[str]]:
    """Return the circles of `graph`: names that all lead to each other."""
    below = {name: _reached(name, graph) for name in graph}
    found = {frozenset(other for other in below[name] if name in below[other]) for name in graph}
    return [set(circle) for circle in found if circle]


def _reached(name: str, graph: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    pending = set(graph[name])
    while pending:
        found |= pending
        pending = {below for other in pending for below in graph[other]} - found
    return found


def floors(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return the rooms from the top floor down; each imports from floors below its own only.

    Raises:
        ValueError: rooms import each other in a circle.
    """
    below = {room: set(others) for room, others in graph.items()}
    found = []
    while below:
        ground = sorted(room for room, others in below.items() if not others)
        if not ground:
            raise ValueError(f"a circle of {', '.join(sorted(below))}")
        found.append(ground)
        below = {room: below[room] - set(ground) for room in below if room not in ground}
    return found[::-1]


def picture(inside: str = "") -> str:
    """Return one line per floor, the top one first, each room with the rooms that it imports."""
    graph = arrows(inside)
    lines = []
    for number, rooms in reversed(list(enumerate(reversed(floors(graph)), 1))):
        for room in rooms:
            others = ", ".join(sorted(graph[room]))
            lines.append(f"{number:>2}  {room:<13}{others}".rstrip())
    return "\n".join(lines)


def with_pictures(text: str) -> str:
    """Return the page `text` with its pictures drawn anew, which it has in this order."""
    before, *blocks = re.split(r"(?<=^```text\n)(?=\s*\d+  )", text, flags=re.MULTILINE)
    drawn = [
        f"{picture(inside)}\n{block[block.index('```') :]}"
        for inside, block in zip(INSIDE, blocks, strict=True)
    ]
    return "".join([before, *drawn])


if __name__ == "__main__":
    PAGE.write_text(with_pictures(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
