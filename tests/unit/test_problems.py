from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from mkdocs_blog_plugin import problems as module
from mkdocs_blog_plugin.problems import Origin, Problem, Problems, Severity, Summary


def of_kind(count: int, folder: str = "blog") -> list[Problem]:
    summary = Summary(folder, "{count} pages are odd")
    return [
        Problem(
            path=f"{folder}/{number}.md",
            line=number,
            key="x",
            message="odd",
            expected="even",
            severity=Severity.INFO,
            summary=summary,
        )
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("count", "lines"), [(5, 5), (6, ["blog: 6 pages are odd (even)"]), (0, 0)]
)
def test_more_than_five_problems_of_a_kind_are_one_line(count: int, lines: int | list[str]) -> None:
    problems = Problems()
    problems.extend(of_kind(count))
    found = [problem.format() for problem in problems.take()]
    assert found == lines if isinstance(lines, list) else len(found) == lines


def test_each_folder_and_each_kind_is_summarised_by_itself() -> None:
    problems = Problems()
    problems.extend([*of_kind(7, "a"), *of_kind(2, "b"), Problem(path="a/3.md", message="other")])
    paths = [problem.path for problem in problems.take()]
    assert paths == ["a", "a/3.md", "b/0.md", "b/1.md"]
    assert len(problems) == 0


def test_what_concerns_a_line_comes_before_what_concerns_the_page() -> None:
    problems = Problems()
    problems.add(Problem(path="a.md", message="consequence"))
    problems.add(Problem(path="a.md", line=7, message="cause"))
    assert [problem.message for problem in problems] == ["cause", "consequence"]


def test_a_problem_of_several_blogs_is_told_by_the_first_one() -> None:
    first = Problems()
    second = Problems(first.told)
    shared, own = Problem(path="", message="shared"), Problem(path="b.md", message="own")
    first.add(shared)
    second.extend([shared, own])
    assert first.take() == [shared]
    assert second.take() == [own]
    first.add(shared)
    assert first.take() == []


def test_a_problem_that_is_forgotten_may_be_found_again() -> None:
    problem = Problem(path="a.md", message="x")
    problems = Problems()
    problems.add(problem)
    problems.forget()
    assert list(problems) == []
    problems.add(problem)
    assert problems.take() == [problem]


@pytest.mark.parametrize(("line", "there"), [(None, 7), (2, 7), (6, 9), (7, 12), (8, 7)])
def test_a_problem_with_a_page_in_memory_is_one_with_the_file_that_it_comes_from(
    line: int | None, there: int
) -> None:
    problems = Problems()
    problems.origins["a.md"] = Origin(path="../LOG.md", line=7, lines=(9, 12), first=6)
    problems.add(Problem(path="a.md", line=line, message="x"))
    problems.add(Problem(path="b.md", line=line, message="x"))
    places = [(problem.path, problem.line) for problem in problems.take()]
    assert places == [("../LOG.md", there), ("b.md", line)]


def test_the_tree_of_errors_in_the_docstring_is_that_of_the_code() -> None:
    sources = Path(module.__file__).parent.rglob("*.py")
    classes = (node for path in sources for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    errors = {
        node.name
        for node in classes
        if isinstance(node, ast.ClassDef) and "BlogError" in map(ast.unparse, node.bases)
    }
    drawn = re.findall(r"^  - (\w+): ", module.__doc__ or "", re.MULTILINE)
    assert drawn == sorted(errors)
