"""Options as plain data: others for other options, and the same in each process."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import markdown.extensions.toc
import pytest
from mkdocs.contrib.search import SearchPlugin
from mkdocs.theme import Theme

from mkdocs_blog_plugin.config.options import BlogOptions
from mkdocs_blog_plugin.site.cache import fingerprint
from mkdocs_blog_plugin.site.cache.fingerprint import _own_files, contents, described

if TYPE_CHECKING:
    from collections.abc import Callable


class Something:
    """An option that nobody knows."""

    value: object = None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1}, {"a": 2}),
        ({"a": {"b": [1, {"c": "x"}]}}, {"a": {"b": [1, {"c": "y"}]}}),
        ([1, 2], [2, 1]),
        ({1: "a"}, {"1": "a"}),
        (None, ""),
        (True, False),
        (len, max),
        (partial(max, default=1), partial(max, default=2)),
        (date(2024, 1, 1), date(2024, 1, 2)),
        (Theme("mkdocs"), Theme("readthedocs")),
        (Theme("mkdocs", nav_style="dark"), Theme("mkdocs", nav_style="light")),
    ],
)
def test_other_options_are_described_in_other_words(one: Any, other: Any) -> None:
    assert described(one) != described(other)


def test_no_description_names_an_address_in_memory() -> None:
    options = {"a": Something(), "b": [len, Something, lambda: 0], "c": partial(max, key=len)}
    assert "0x" not in str(described(options))
    assert described(Something()) == described(Something())


def _slugify(case: str) -> Callable[[str], str]:
    return lambda text: text + case


def slugify() -> None:
    """Has the name of another function."""


def test_functions_of_one_name_are_described_in_other_words() -> None:
    assert described(slugify) != described(markdown.extensions.toc.slugify)
    assert described(_slugify("lower")) != described(_slugify("upper"))
    assert described(_slugify("lower")) == described(_slugify("lower"))
    assert described(lambda text: text.upper()) != described(lambda text: text.lower())


def test_objects_are_described_by_what_they_hold() -> None:
    one, other = Something(), Something()
    one.value, other.value = [1, other], [2]
    assert described(one) != described(other)
    one.value = one
    assert described(one) == described(one)


def test_maps_and_lists_that_hold_themselves_are_described_once() -> None:
    options: dict[str, Any] = {"a": [1]}
    options["a"].append(options["a"])
    options["self"] = options
    other = {**options, "a": [2]}
    assert described(options) == described(options)
    assert described(options) != described(other)


def test_objects_without_readable_attributes_never_have_the_same_fingerprint() -> None:
    assert described(iter("a")) != described(iter("a"))


def test_the_options_of_a_blog_are_described_in_the_same_words_each_time() -> None:
    options = BlogOptions()
    options.validate()
    assert described(dict(options)) == described(dict(options))


def test_options_of_plugins_are_described_in_one_order() -> None:
    one, other = SearchPlugin(), SearchPlugin()
    one.load_config({})
    other.load_config({})
    other.config.data = dict(reversed(one.config.data.items()))
    assert described(one) == described(other)


def test_each_part_that_is_not_a_scalar_may_be_checked() -> None:
    found: list[object] = []
    options = {"a": [1, "b"], "c": len}
    described(options, found.append)
    assert found == [options, [1, "b"], len]


def test_sets_are_described_in_one_order() -> None:
    assert described({"b", "a", "c"}) == described(frozenset("abc")) == ["'a'", "'b'", "'c'"]


def test_equal_texts_are_described_in_the_same_words_whether_they_are_one_object() -> None:
    text, other = str(1234), str(1234)
    assert text is not other
    assert described([text, text]) == described([text, other])


def test_files_and_folders_are_told_apart_by_names_and_contents(tmp_path: Path) -> None:
    folder = tmp_path / "hooks"
    (folder / "more").mkdir(parents=True)
    (folder / "a.py").write_text("a")
    found = [contents([folder])]
    assert found == [contents([folder])]
    for path, text in (("a.py", "b"), ("b.py", "b"), ("more/c.py", "b")):
        (folder / path).write_text(text)
        found.append(contents([folder]))
    (folder / "b.py").rename(folder / "d.py")
    found.append(contents([folder]))
    (folder / "more").rename(folder / "other")
    found += [contents([folder]), contents([folder / "d.py"])]
    assert len(set(found)) == len(found) == 7


def test_the_files_of_the_plugin_are_known_by_path_and_content() -> None:
    found = list(_own_files())
    files = dict(zip(found[::2], found[1::2], strict=True))
    assert files["/site/cache/fingerprint.py"] == Path(fingerprint.__file__).read_bytes()
    assert files["/templates/blog/comments.html"] == b""
    assert not any("__pycache__" in str(path) for path in files)
