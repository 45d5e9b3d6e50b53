from __future__ import annotations

import json

import pytest

from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.posts.notebook import notebook_source

CODE = {"cell_type": "code", "source": "print(1)", "outputs": []}
RAW = {"cell_type": "raw", "source": "---\ntitle: From a cell\n---"}


def markdown(*lines: str) -> dict[str, object]:
    return {"cell_type": "markdown", "source": list(lines)}


@pytest.mark.parametrize(
    ("notebook", "data", "body"),
    [
        ({"cells": [], "metadata": {"title": "A"}}, {"title": "A"}, ""),
        ({"cells": [markdown("# A\n", "\n", "b"), CODE, markdown("c")]}, {}, "# A\n\nb\n\nc"),
        ({"cells": [RAW, markdown("c")]}, {"title": "From a cell"}, "c"),
        ({"metadata": {"kernelspec": {}, "tags": ["a"]}, "cells": None}, {"tags": ["a"]}, ""),
        ({"cells": [5, {"source": 5}, {"cell_type": "markdown", "source": 5}]}, {}, "5"),
        ({"cells": [CODE], "metadata": 5}, {}, ""),
        ([], {}, ""),
        ("text", {}, ""),
    ],
)
def test_a_notebook_is_read_as_a_page(notebook: object, data: dict[str, object], body: str) -> None:
    found = parse_front_matter(notebook_source(json.dumps(notebook)))
    assert dict(found.data) == data
    assert found.body.strip() == body
    assert found.problems == ()


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "# Not a notebook\n"])
def test_what_is_not_a_notebook_is_an_empty_page(text: str) -> None:
    assert notebook_source(text) == ""
