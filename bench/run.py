"""What the blog costs: CPU seconds of builds with the plugin beside the same posts as plain pages.

Usage: python bench/run.py [POSTS] [ROUNDS]
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

WORDS = ("time", "release", "search", "page", "index", "reader", "build", "theme", "text", "order")
PLAIN = "site_name: Bench\nsite_url: https://example.org/\ntheme: {theme}\n"
BARE = PLAIN + "plugins: [search]\nnot_in_nav: /blog/\n"
BLOG = PLAIN + "plugins: [search, blog-plugin]\n"


def sentence(rng: random.Random) -> str:
    """Return ten to twenty words that mean nothing."""
    return " ".join(rng.choices(WORDS, k=rng.randint(10, 20))).capitalize() + "."


def post(number: int, rng: random.Random) -> str:
    """Return a post of about 500 words with headings, code and a link to another post."""
    day = date(2016, 1, 1) + timedelta(days=number)
    tags = ", ".join(f"tag {found}" for found in rng.sample(range(40), 3))
    head = f"---\ndate: {day}\ntags: [{tags}]\ncategories: [category {number % 8}]\n"
    parts = [f"{head}author: Author {number % 10}\n---\n# Post {number}"]
    for section in range(4):
        parts.append(f"## Section {section}")
        parts += [" ".join(sentence(rng) for _ in range(4)) for _ in range(2)]
        parts.append("```python\nprint('code')\n```")
    parts.append(f"[another]({rng.randrange(number + 1):05}.md)")
    return "\n\n".join(parts) + "\n"


def write_site(folder: Path, posts: int) -> None:
    """Write a home page and `posts` posts below `folder`."""
    rng = random.Random(posts)
    target = folder / "docs/blog/posts"
    target.mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    for number in range(posts):
        (target / f"{number:05}.md").write_text(post(number, rng), encoding="utf-8")


def cpu_seconds(folder: Path, config: str) -> float:
    """Build the site with `config` in a process of its own; return its user and system seconds."""
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    before = os.times()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file"]
    subprocess.run([*command, str(folder / "mkdocs.yml")], check=True)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def main(posts: int = 500, rounds: int = 3) -> None:
    """Print medians of alternating builds and their ratio, for two themes."""
    print(f"{posts} posts, median of {rounds}\n\ntheme     bare s  blog s  ratio")
    for theme in ("mkdocs", "material"):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_site(folder, posts)
            runs = [
                [cpu_seconds(folder, config.format(theme=theme)) for config in (BARE, BLOG)]
                for _ in range(rounds)
            ]
        bare, blog = (statistics.median(times) for times in zip(*runs, strict=True))
        print(f"{theme:8} {bare:7.2f} {blog:7.2f} {blog / bare:6.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
