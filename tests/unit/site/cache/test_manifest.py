"""Digests: what is made of other parts has another one."""

from __future__ import annotations

from mkdocs_blog_plugin.site.cache.manifest import digest


def test_digests_tell_parts_apart() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("a", None)}) == 4
    assert digest(1, "a") == digest("1", "a")
    assert digest("\ud800")
