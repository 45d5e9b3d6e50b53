from __future__ import annotations

import pytest

from mkdocs_blog_plugin.site.integrations.generated_views import covering_patterns


@pytest.mark.parametrize(
    ("paths", "others", "patterns"),
    [
        (["blog/index.md", "blog/tag/a.md", "blog/tag/b.md"], ["index.md"], ["blog/*"]),
        (
            ["blog/index.md", "blog/tag/a.md", "blog/tag/b.md", "blog/archive/2024.md"],
            ["blog/posts/x.md"],
            ["blog/archive/*", "blog/index.md", "blog/tag/*"],
        ),
        (
            ["blog/tag/a.md", "blog/tag/[b].md"],
            ["blog/tag/c.md"],
            ["blog/tag/[[]b].md", "blog/tag/a.md"],
        ),
        (["index.md", "tag/a.md"], ["about.md"], ["index.md", "tag/*"]),
        ([], ["about.md"], []),
    ],
)
def test_as_few_patterns_as_possible_match_the_views_alone(
    paths: list[str], others: list[str], patterns: list[str]
) -> None:
    assert list(covering_patterns(paths, others)) == patterns
