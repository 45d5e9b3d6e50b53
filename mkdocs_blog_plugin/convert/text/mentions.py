"""People that are mentioned by their names on GitHub."""

from __future__ import annotations

import re

from mkdocs_blog_plugin.convert.text.inline import outside_code

_MENTION = re.compile(
    r"<[^<>]*>|\[[^\]\n]*\]\([^)\n]*\)|(?<![\w/`@.:-])@(?P<name>[a-zA-Z\d](?:[a-zA-Z\d]|-(?=[a-zA-Z\d])){0,38})(?![\w.@/])"
)
_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})")


def mentioned(body: str) -> str:
    """Return `body` with each `@name` outside of code, links and tags as a link, as jekyll-mentions has it."""
    if "@" not in body:
        return body
    result: list[str] = []
    prose: list[str] = []
    fence = ""
    for line in [*body.split("\n"), None]:
        found = _FENCE.match(line) if line is not None else None
        if line is not None and not fence and not found:
            prose.append(line)
            continue
        if prose:
            result.append(outside_code("\n".join(prose), _linked))
            prose = []
        if line is None:
            break
        result.append(line)
        is_end = fence and found and found[1].startswith(fence)
        fence = "" if is_end else fence or (found[1] if found else "")
    return "\n".join(result)


def _linked(text: str) -> str:
    def link(found: re.Match[str]) -> str:
        name = found["name"]
        return f"[@{name}](https://github.com/{name})" if name else found[0]

    return _MENTION.sub(link, text)
