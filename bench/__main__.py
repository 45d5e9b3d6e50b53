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
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from bench.process import edit_post
from bench.variants import EXTENSIONS, VARIANTS, Variant, write_variants
from bench.versions import versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - each run makes a folder of its own there
"""Where sites are written if there is such a folder: a disk takes another price each time."""
Cost: TypeAlias = dict[str, float]
"""What `bench.process` has printed."""


@dataclass(frozen=True)
class Run:
    """One thing to measure."""

    variant: str
    mode: str = "build"
    """One of `bench.process`, or `warm`: a build after an earlier one, with one post edited."""
    posts: int | None = None
    """How many posts; None for as many as the command line says."""


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
    Row("lists ÷ plain pages", Run("lists"), Run("bare"), 1.05),
    Row("lists ÷ Material's blog", Run("lists"), Run("material"), 0.27),
    Row("feeds, lists with ÷ without", Run("feeds"), Run("lists"), 1.04),
    Row("default options ÷ plain pages", Run("default"), Run("bare"), 1.15),
    Row("default, related by text too ÷ by terms", Run("default"), Run("terms-only"), 1.1),
    Row("default, Markdown files with ÷ without", Run("markdown"), Run("default"), 1.1),
    Row(
        "default, cards with ÷ without, all drawn before",
        Run("cards", "warm"),
        Run("default", "warm"),
        1.1,
    ),
    Row("everything ÷ plain pages, both with search", Run("everything"), Run("bare-search"), 1.2),
    Row("warm build, lists ÷ plain pages", Run("lists", "warm"), Run("bare"), 0.5),
    Row("warm build, default ÷ plain pages", Run("default", "warm"), Run("bare"), 0.65),
    Row("memory, lists ÷ plain pages", Run("lists"), Run("bare"), 1.2, "megabytes"),
    Row("memory, default ÷ plain pages", Run("default"), Run("bare"), 1.3, "megabytes"),
    Row("rebuild of serve, lists", Run("lists", "rebuild"), Run("bare", "rebuild"), 0.3),
    Row("rebuild of serve, default", Run("default", "rebuild"), Run("bare", "rebuild"), 0.45),
    Row("--dirty build, lists ÷ full build", Run("lists", "dirty"), Run("bare"), 0.08),
    Row("--dirty build, default ÷ full build", Run("default", "dirty"), Run("bare"), 0.1),
    Row("serve --dirty, default ÷ full build", Run("default", "dirty-rebuild"), Run("bare"), 0.1),
    Row("one post, default ÷ plain pages", Run("default", posts=1), Run("bare", posts=1), 1.3),
)
SIZES: Final = (500, 2000, 8000, 20000)
"""Numbers of posts that `--scale` compares."""


def measured(variant: Variant, mode: str) -> Cost:
    """Build `variant` in a process of its own; return what that costs.

    Only a dirty and a warm build know of an earlier one.
    """
    if mode in ("dirty", "warm"):
        measured(variant, "build")
        edit_post(variant.folder)
    else:
        shutil.rmtree(variant.site, ignore_errors=True)
        shutil.rmtree(variant.cache, ignore_errors=True)
    mode = "build" if mode == "warm" else mode
    command = [sys.executable, "-m", "bench.process", mode, str(variant.config_file)]
    environment = {
        **os.environ,
        "MKDOCS_BLOG_CACHE": str(variant.cache),
        "PYTHONDONTWRITEBYTECODE": "",  # what pip installs has its bytecode, too
    }
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment)
    found: Cost = json.loads(done.stdout)
    return found


class Sites:
    """The sites of one run, written when they are asked for.

    Args:
        folder: Where they go.
        posts: How many posts a site has, unless a run says another number.
        extensions: One of `EXTENSIONS`.
        prose: Whether posts have no code.
    """

    def __init__(self, folder: Path, posts: int, extensions: str, *, prose: bool) -> None:
        self._folder = folder
        self._posts = posts
        self._extensions = extensions
        self._prose = prose
        self._written: dict[int, dict[str, Variant]] = {}

    def measure(self, run: Run) -> Cost:
        """Return what `run` costs."""
        posts = run.posts or self._posts
        if posts not in self._written:
            folder = self._folder / f"{posts}"
            self._written[posts] = write_variants(
                folder, posts, self._extensions, prose=self._prose
            )
        return measured(self._written[posts][run.variant], run.mode)

    def compare(self, pairs: Iterable[Pair], rounds: int) -> dict[Pair, list[tuple[Cost, Cost]]]:
        """Return what each of `pairs` costs, `rounds` times, one run right after the other.

        A machine that others use is now faster, now slower; so what is to be compared stays together.
        """
        samples = defaultdict(list)
        for _ in range(rounds):
            for ours, other in pairs:
                theirs = self.measure(other)
                samples[ours, other].append((self.measure(ours), theirs))
        return samples

    def scale(self, rounds: int) -> list[str]:
        """Return the lines of a table that compares large blogs with small ones, lists only."""
        lines = ["| posts | CPU per post ÷ that of the smallest | peak MB |", "|--:|--:|--:|"]
        samples = [
            {size: self.measure(Run("lists", posts=size)) for size in SIZES} for _ in range(rounds)
        ]
        for size in SIZES:
            times = [
                found[size]["seconds"] / size / (found[SIZES[0]]["seconds"] / SIZES[0])
                for found in samples
            ]
            memory = statistics.median(found[size]["megabytes"] for found in samples)
            lines.append(f"| {size} | {statistics.median(times):.2f} | {memory:.0f} |")
        return lines


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
        name = ", ".join(
            str(part) for part in (run.variant, run.mode, run.posts) if part not in ("build", None)
        )
        units = measures[0]
        cost = {unit: statistics.median(one[unit] for one in measures) for unit in units}
        numbers = "{seconds:.2f} | {megabytes:.0f} | {pages:.0f} | {conversions:.0f}"
        lines.append(f"| {name} | {numbers.format_map(cost)} |")
    return lines


def machine() -> str:
    """Return what the numbers hold for."""
    found = ", ".join(f"{name} {version}" for name, version in versions().items())
    return f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, {found}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--extensions", choices=EXTENSIONS, default="code")
    parser.add_argument("--of", choices=("code", "prose", "both"), default="both")
    parser.add_argument("--folder", default=IN_MEMORY if IN_MEMORY.is_dir() else None)
    parser.add_argument("--scale", action="store_true", help=f"builds of {SIZES} posts, too")
    parser.add_argument("--variants", help="only these, separated by commas")
    options = parser.parse_args()
    wanted = set((options.variants or ",".join(VARIANTS)).split(","))
    pairs = dict.fromkeys(row.pair for row in ROWS)
    pairs = {pair: None for pair in pairs if wanted.issuperset(run.variant for run in pair)}
    print(machine())
    for kind in ("code", "prose") if options.of == "both" else (options.of,):
        head = f"{options.posts} posts of {kind}, extensions: {options.extensions}"
        print(f"\n{head}, medians of {options.rounds}\n")
        with tempfile.TemporaryDirectory(dir=options.folder) as name:
            sites = Sites(Path(name), options.posts, options.extensions, prose=kind == "prose")
            samples = sites.compare(pairs, options.rounds)
            lines = [*ratios(samples), "", *costs(samples)]
            if options.scale:
                lines += ["", *sites.scale(options.rounds)]
        print("\n".join(lines), flush=True)


if __name__ == "__main__":
    main()
