"""Instructions of small builds, compared with those in the repository: `python -m bench.check`.

Instructions are the same each time, however busy a machine is; Valgrind counts them. Each site is
built in two sizes: the difference is the cost of the posts, the rest is that of the build itself.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.variants import write_variants
from bench.versions import versions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bench.variants import Variant

FIGURES: Final = Path(__file__).with_name("instructions.json")
"""The versions that the figures hold for, and millions of instructions by what they are spent on."""
CHECKED: Final = ("lists", "default", "everything")
SMALL, LARGE = 10, 40
"""Numbers of posts."""
TOLERANCE: Final = 0.03
_RENEW: Final = "python -m bench.check --write"
_COUNT: Final = re.compile(r"I\s+refs:\s+([\d,]+)")
_VALGRIND: Final = (
    "valgrind",
    "--tool=cachegrind",
    "--cache-sim=no",
    "--cachegrind-out-file=/dev/null",
)


def built(variant: Variant, *wrapper: str) -> str:
    """Build `variant` without any cache, by a process that `wrapper` runs; return what that reports."""
    shutil.rmtree(variant.cache, ignore_errors=True)
    command = [*wrapper, sys.executable, "-m", "bench.process", "build", str(variant.config_file)]
    environment = {
        **os.environ,
        "MKDOCS_BLOG_CACHE": str(variant.cache),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONHASHSEED": "0",
    }
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return done.stderr


def count(variant: Variant) -> float:
    """Return the millions of instructions of a build of `variant`."""
    report = built(variant, *_VALGRIND)
    found = _COUNT.search(report)
    assert found is not None, report
    return int(found[1].replace(",", "")) / 1e6


def measured() -> dict[str, int]:
    """Return millions of instructions: per post, and of a build without any."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        small = write_variants(Path(folder) / "small", SMALL, "code", prose=True)
        large = write_variants(Path(folder) / "large", LARGE, "code", prose=True)
        built(small["everything"])  # lets Python compile all that it imports
        for name in CHECKED:
            few, many = count(small[name]), count(large[name])
            per_post = (many - few) / (LARGE - SMALL)
            found[f"{name}, 100 posts"] = round(per_post * 100)
            found[f"{name}, without posts"] = round(few - per_post * SMALL)
    return found


def faults(found: Mapping[str, int], known: Mapping[str, int]) -> Iterator[str]:
    """Yield a line for each figure of `found` that is not as `known`."""
    for name, instructions in found.items():
        change = instructions / known[name] - 1
        if abs(change) > TOLERANCE:
            yield f"{name}: {change:+.1%}"


def main() -> None:
    """Count and compare, or write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="renew the figures")
    is_renewed = parser.parse_args().write
    known = json.loads(FIGURES.read_text())
    if not is_renewed and known["versions"] != versions():
        sys.exit(
            f"The figures hold for {known['versions']}, and this is {versions()}.\n"
            f"Renew them before your change: {_RENEW}"
        )
    found = measured()
    if is_renewed:
        figures = {"versions": versions(), "millions": found}
        FIGURES.write_text(json.dumps(figures, indent=2) + "\n")
    for name, instructions in found.items():
        print(f"{name}: {instructions} million instructions")
    if not is_renewed and (lines := list(faults(found, known["millions"]))):
        sys.exit("\n".join([*lines, f"If that is meant, renew the figures: {_RENEW}"]))


if __name__ == "__main__":
    main()
