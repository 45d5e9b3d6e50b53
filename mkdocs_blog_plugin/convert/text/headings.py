"""The ids of headings, which links of the old blog and of others lead to."""

from __future__ import annotations

import re
from collections import Counter

from mkdocs_blog_plugin.posts.code import fenced
from mkdocs_blog_plugin.urls.slug import slugify

_PLAIN = re.compile(r"#{1,6} +([^*_`<&\\\[\]!{}]+)")
"""A heading without inline markup and without an id of its own."""


def keep_ids(body: str) -> str:
    """Return Markdown whose headings of the same text have the ids that they had: `a`, `a-1`, `a-2`.

    Kramdown, Goldmark and Docusaurus number them like that, Python-Markdown as `a_1` and `a_2`.
    """
    seen: Counter[str] = Counter()
    lines = []
    for line, in_code in fenced(body.split("\n")):
        found = None if in_code else _PLAIN.fullmatch(line)
        slug = slugify(found[1].strip("# ")) if found else ""
        is_repeated = bool(slug) and seen[slug] > 0
        lines.append(f"{line} {{: #{slug}-{seen[slug]} }}" if is_repeated else line)
        seen[slug] += 1
    return "\n".join(lines)
