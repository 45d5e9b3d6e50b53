"""A blog that means nothing: posts of about 500 words, the same in every run."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TAGS, CATEGORIES, AUTHORS, YEARS = 40, 8, 10, 8

_SYLLABLES = ("ar", "be", "cor", "di", "en", "fo", "ga", "hil", "in", "ka", "lu", "mo", "ne", "os")
_WORDS = [f"{first}{second}" for first in _SYLLABLES for second in _SYLLABLES]
_CODE = """```python
def {name}(values: list[int]) -> int:
    # Adds up what is even
    return sum(value for value in values if value % 2 == 0)


print({name}([1, 2, 3]))
```"""


def write_blog(docs: Path, posts: int, *, prose: bool = False) -> None:
    """Write a home page, three other pages, the authors file and `posts` posts below `docs`.

    Posts of `prose` hold no code blocks and no inline code, but paragraphs in their place.
    """
    folder = docs / "blog" / "posts"
    folder.mkdir(parents=True)
    for name in ("index", "install", "use", "about"):
        (docs / f"{name}.md").write_text(f"# {name.title()}\n\n{_paragraph(random.Random(name))}\n")
    authors = "".join(
        f"  author{number}:\n    name: Author {number}\n    description: Writes\n"
        f"    avatar: https://example.org/{number}.png\n"
        for number in range(AUTHORS)
    )
    (docs / "blog" / ".authors.yml").write_text(f"authors:\n{authors}")
    for number in range(posts):
        (folder / file_name(number)).write_text(_post(number, posts, prose=prose))


def file_name(number: int) -> str:
    """Return the name of a post's file."""
    return f"post-{number:05}.md"


def _post(number: int, posts: int, *, prose: bool) -> str:
    rng = random.Random(number)
    day = date(2016, 1, 1) + timedelta(days=number * YEARS * 365 // posts)
    tags = ", ".join(f"Tag {found}" for found in rng.sample(range(TAGS), rng.randint(1, 3)))
    category, author = f"Category {number % CATEGORIES}", f"author{number % AUTHORS}"
    parts = [
        f"---\ndate: {day}\ntags: [{tags}]\ncategories: [{category}]\nauthors: [{author}]\n---",
        f"# Post {number} {_words(rng, 4)}",
        _paragraph(rng),
    ]
    for section in range(3):
        parts += [f"## {_words(rng, 3).title()}", _paragraph(rng), _paragraph(rng)]
        if section and prose:
            parts.append(_paragraph(rng))
        elif section:
            parts.append(_CODE.format(name=rng.choice(_WORDS)))
        else:
            parts.append("\n".join(f"- {_words(rng, 8)}" for _ in range(4)))
    parts.append(f"More of it in [{_words(rng, 3)}]({file_name(rng.randrange(posts))}).")
    text = "\n\n".join(parts) + "\n"
    return text.replace("`", "") if prose else text


def _words(rng: random.Random, count: int) -> str:
    return " ".join(rng.choices(_WORDS, k=count))


def _paragraph(rng: random.Random) -> str:
    """Return some 60 words with emphasis, code and a link among them."""
    sentences = [f"{_words(rng, rng.randint(8, 14)).capitalize()}." for _ in range(4)]
    marked = f"{_words(rng, 4)} *{_words(rng, 2)}*, `{_words(rng, 1)}`, **{_words(rng, 1)}**"
    return " ".join([*sentences, f"{marked} and [{_words(rng, 2)}](https://example.org/)."])
