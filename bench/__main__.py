"""The table: `python -m bench`, with the options that `--help` names."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from bench.process import edit_post
from bench.variants import EXTENSIONS, VARIANTS, Variant, write_variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - each run makes a folder of its own there
"""Where sites are written if there is such a folder: a disk takes another price each time."""
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2", "PyYAML")
Cost: TypeAlias = dict[str, float]
"""What `bench.process` has printed."""


@dataclass(frozen=True)
class Run:
    """One thing to measure."""

    variant: str
    mode: str = "build"


Pair: TypeAlias = tuple[Run, Run]


@dataclass(frozen=True)
class Row:
    """A ratio of two runs, and the bound that it should keep."""

    title: str
    ours: Run
    other: Run
    bound: float
    unit: str = "seconds"

    @property
    def pair(self) -> Pair:
        """What is measured together."""
        return self.ours, self.other


ROWS: Final = (
    Row("lists ÷ plain pages", Run("lists"), Run("bare"), 1.10),
    Row("lists ÷ Material's blog", Run("lists"), Run("material"), 0.27),
    Row("feeds, lists with ÷ without", Run("feeds"), Run("lists"), 1.04),
    Row("default options ÷ plain pages", Run("default"), Run("bare"), 1.15),
    Row("everything ÷ plain pages, both with search", Run("everything"), Run("bare-search"), 1.4),
    Row("memory, lists ÷ plain pages", Run("lists"), Run("bare"), 1.3, "megabytes"),
    Row("memory, default ÷ plain pages", Run("default"), Run("bare"), 1.3, "megabytes"),
    Row("rebuild of serve, lists", Run("lists", "rebuild"), Run("bare", "rebuild"), 0.5),
    Row("rebuild of serve, default", Run("default", "rebuild"), Run("bare", "rebuild"), 0.5),
    Row("--dirty build, lists ÷ full build", Run("lists", "dirty"), Run("bare"), 0.1),
    Row("--dirty build, default ÷ full build", Run("default", "dirty"), Run("bare"), 0.1),
    Row("serve --dirty, default ÷ full build", Run("default", "dirty-rebuild"), Run("bare"), 0.1),
)


def measured(variant: Variant, mode: str) -> Cost:
    """Build `variant` in a process of its own; return what that costs."""
    if mode == "dirty":
        measured(variant, "build")
        edit_post(variant.folder)
    else:
        shutil.rmtree(variant.site, ignore_errors=True)
    command = [sys.executable, "-m", "bench.process", mode, str(variant.config_file)]
    environment = {
        **os.environ,
        "XDG_CACHE_HOME": str(variant.folder / "cache"),
        "PYTHONDONTWRITEBYTECODE": "",  # what pip installs has its bytecode, too
    }
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment)
    found: Cost = json.loads(done.stdout)
    return found


def compare(
    folder: Path, pairs: Iterable[Pair], *, posts: int, rounds: int, extensions: str
) -> dict[Pair, list[tuple[Cost, Cost]]]:
    """Return what each of `pairs` costs, `rounds` times, one run right after the other.

    A machine that others use is now faster, now slower; so what is to be compared stays together.
    """
    variants = write_variants(folder, posts, extensions)
    samples = defaultdict(list)
    for _ in range(rounds):
        for ours, other in pairs:
            theirs = measured(variants[other.variant], other.mode)
            samples[ours, other].append((measured(variants[ours.variant], ours.mode), theirs))
    return samples


def ratios(samples: Mapping[Pair, Sequence[tuple[Cost, Cost]]]) -> list[str]:
    """Return the lines of the table of ratios, medians of all rounds."""
    lines = ["| | ratio | bound |", "|---|--:|--:|"]
    for row in ROWS:
        if found := samples.get(row.pair):
            ratio = statistics.median(ours[row.unit] / other[row.unit] for ours, other in found)
            lines.append(f"| {row.title} | {ratio:.2f} | {row.bound:.2f} |")
    return lines


def costs(samples: Mapping[Pair, Sequence[tuple[Cost, Cost]]]) -> list[str]:
    """Return the lines of the table of what has been measured, medians of all rounds."""
    found: defaultdict[Run, list[Cost]] = defaultdict(list)
    for pair, rounds in samples.items():
        for position, run in enumerate(pair):
            found[run] += [measures[position] for measures in rounds]
    lines = ["| build | CPU s | peak MB | pages | conversions |", "|---|--:|--:|--:|--:|"]
    for run, measures in found.items():
        name = run.variant if run.mode == "build" else f"{run.variant}, {run.mode}"
        units = measures[0]
        cost = {unit: statistics.median(one[unit] for one in measures) for unit in units}
        numbers = "{seconds:.2f} | {megabytes:.0f} | {pages:.0f} | {conversions:.0f}"
        lines.append(f"| {name} | {numbers.format_map(cost)} |")
    return lines


def growth(folder: Path, rounds: int, extensions: str, sizes: tuple[int, int] = (500, 8000)) -> str:
    """Return a line that compares the CPU time per post of a large blog with that of a small one."""
    small, large = (write_variants(folder / f"{n}", n, extensions)["lists"] for n in sizes)
    times = [
        measured(large, "build")["seconds"] / measured(small, "build")["seconds"]
        for _ in range(rounds)
    ]
    ratio = statistics.median(times) * sizes[0] / sizes[1]
    return f"| CPU per post, {sizes[1]} ÷ {sizes[0]} posts | {ratio:.2f} | 1.10 |"


def machine() -> str:
    """Return what the numbers hold for."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    name = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}"
    return f"{name}, Python {platform.python_version()}, {versions}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--extensions", choices=EXTENSIONS, default="code")
    parser.add_argument("--folder", default=IN_MEMORY if IN_MEMORY.is_dir() else None)
    parser.add_argument("--without-growth", action="store_true", help="no builds of 8,000 posts")
    parser.add_argument("--variants", help="only these, separated by commas")
    options = parser.parse_args()
    wanted = set((options.variants or ",".join(VARIANTS)).split(","))
    pairs = dict.fromkeys(row.pair for row in ROWS)
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        samples = compare(
            Path(name),
            [pair for pair in pairs if wanted.issuperset(run.variant for run in pair)],
            posts=options.posts,
            rounds=options.rounds,
            extensions=options.extensions,
        )
        lines = ratios(samples)
        if not options.without_growth:
            lines.append(growth(Path(name), options.rounds, options.extensions))
    head = f"{options.posts} posts, extensions: {options.extensions}, medians of {options.rounds}"
    print("\n".join([head, machine(), "", *lines, "", *costs(samples)]))


if __name__ == "__main__":
    main()
