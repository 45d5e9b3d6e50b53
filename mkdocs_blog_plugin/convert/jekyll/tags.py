"""Tags that Jekyll and widespread plugins of it have, each a function from its call to Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import markdown
from liquid.builtin.expressions import FilteredExpression, tokenize
from liquid.exceptions import LiquidError
from liquid.stream import TokenStream
from liquid.token import TOKEN_EXPRESSION, Token

from mkdocs_blog_plugin.convert import embeds
from mkdocs_blog_plugin.convert.jekyll.posts import HTML
from mkdocs_blog_plugin.convert.text.fences import fence_content

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from liquid.context import RenderContext

_OPTION = re.compile(
    r"""(?<![\w-])(?P<name>[\w-]++)\s*+[=:](?!//)\s*(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|(?P<bare>[^\s"']+))"""
)
_WORD = re.compile(r""""([^"]*)"|'([^']*)'|(\S+)""")
_EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "tables")
_NO_ADDRESSES: Mapping[str, str] = {}


@dataclass(frozen=True, kw_only=True)
class TagCall:
    """A tag as it stands in a text."""

    name: str
    text: str
    """What follows its name."""
    words: tuple[str, ...]
    """Its arguments without names."""
    options: Mapping[str, Any]
    """Its arguments with names; variables have their values."""
    inner: str = ""
    """What stands between it and its end, rendered."""
    is_target: bool = False
    """Whether it is what a link leads to."""
    page: Mapping[str, Any] = field(default_factory=dict)
    """Variables of the page that it stands on."""
    indent: str = ""
    """The spaces before it on its line; `inner` is indented by them, too."""

    @classmethod
    def of(
        cls,
        name: str,
        text: str,
        context: RenderContext,
        *,
        inner: str = "",
        before: str = "",
        page: Mapping[str, Any] | None = None,
    ) -> TagCall:
        """Return the call of the tag `name` with the arguments in `text`."""
        options = {found["name"]: _value(found, context) for found in _OPTION.finditer(text)}
        rest = _OPTION.sub(" ", text)
        words = tuple(next(filter(None, found), "") for found in _WORD.findall(rest))
        line = before.rpartition("\n")[2]
        indent = line if not line.strip() else ""
        return cls(
            name=name,
            text=text,
            words=words,
            options=options,
            inner=inner,
            indent=indent,
            page=page or {},
            is_target=before.endswith(("](", "](<", '="', "='", "]: ")),
        )

    def option(self, *names: str) -> str:
        """Return the first of the options `names` that is there, as text."""
        return next((str(self.options[name]) for name in names if self.options.get(name)), "")


@dataclass(frozen=True)
class Known:
    """How a tag is written."""

    function: Callable[..., str | None]
    block: bool | None = False
    """Whether it has an end; None where the text decides."""

    is_address: bool = False
    """Whether it is written as an address."""

    def write(self, call: TagCall, addresses: Mapping[str, str] = _NO_ADDRESSES) -> str | None:
        """Return the replacement of the call; None if there is none.

        On a page in HTML, where nothing would read Markdown, it is HTML.
        """
        written = self.function(call, addresses)
        is_html = str(call.page.get("path") or "").endswith(HTML)
        if not written or self.is_address or not is_html:
            return written
        return markdown.markdown(written, extensions=list(_EXTENSIONS))


def mapped(template: Callable[[Sequence[str], Mapping[str, object], str], str]) -> Known:
    """Return how a tag is written that the user maps to a template."""
    return Known(lambda call, _: template(call.words, call.options, call.inner), block=None)


def _value(found: re.Match[str], context: RenderContext) -> object:
    """Return the value of an argument: text in quotes, else what the name stands for."""
    quoted = found["double"] if found["double"] is not None else found["single"]
    if quoted is not None:
        return re.sub(r"\\(.)", r"\1", quoted)
    bare = found["bare"]
    try:
        token = Token(TOKEN_EXPRESSION, bare, 0, bare)
        stream = TokenStream(tokenize(bare, parent_token=token))
        value = FilteredExpression.parse(context.env, stream).evaluate(context)
    except LiquidError:
        return bare
    is_name = re.fullmatch(r"[\w.-]+", bare) and "." not in bare
    return bare if is_name and str(value) == "" and value != "" else value


def _highlight(call: TagCall, _: Mapping[str, str]) -> str:
    language = call.words[0] if call.words else call.option("lang")
    words = [language]
    if re.search(r"\b(?:linenos|line_?numbers)\b(?!\s*=\s*\"?false)", call.text):
        words.append(f"linenums start={call.option('start') or 1}")
    lines = call.option("hl_lines", "mark_lines", "mark")
    if lines:
        words.append(f'hl_lines="{lines.replace(",", " ")}"')
    title = call.option("title")
    if title:
        words.append(f'title="{title}"')
    return fence_content(call.inner, " ".join(words), call.indent)


def _mermaid(call: TagCall, _: Mapping[str, str]) -> str:
    return fence_content(call.inner, "mermaid", call.indent)


def _post_url(call: TagCall, addresses: Mapping[str, str]) -> str | None:
    name = call.text.strip().strip("\"'").lstrip("/")
    return addresses.get(name) or addresses.get(name.rpartition("/")[2]) or _nowhere(call)


def _link(call: TagCall, addresses: Mapping[str, str]) -> str | None:
    return addresses.get(call.text.strip().strip("\"'").lstrip("/")) or _nowhere(call)


def _nowhere(call: TagCall) -> str | None:
    """Return the tag itself as the target of a link, where a comment cannot stand."""
    return f"#{call.name}-{call.text.strip()}".replace(" ", "-") if call.is_target else None


def _include(call: TagCall, _: Mapping[str, str]) -> str | None:
    """Return the output of includes of widespread themes: figures, galleries, players and frames."""
    name = (call.words[0] if call.words else "").removesuffix(".html").removesuffix(".liquid")
    if name in ("gallery", "feature_row"):
        return _row(call, name)
    image = call.option("image_path", "url", "src", "path", "image")
    if name in ("figure", "image", "img", "figure_image") and image:
        caption = call.option("caption", "description")
        return embeds.figure(image, alt=call.option("alt", "title"), caption=caption)
    kind = name.rpartition("/")[2]
    if kind in ("video", "audio") and image:
        return embeds.player(kind, image, call.option("title"))
    identifier = call.option("id", "video", "youtube")
    kind = call.option("provider") or kind
    return embeds.frame(kind, identifier) if identifier else None


def _row(call: TagCall, name: str) -> str | None:
    """Return a `gallery` or a `feature_row` of Minimal Mistakes, whose items are in front matter."""
    items = call.page.get(call.option("id") or name)
    items = [item for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []
    if not items:
        return None
    if name == "gallery":
        return embeds.gallery([_picture_of(item) for item in items], call.option("caption"))
    return "\n" + "\n\n".join(filter(None, map(_feature, items))) + "\n"


def _picture_of(item: Mapping[str, Any]) -> str:
    text = {key: str(item.get(key) or "") for key in ("image_path", "url", "alt", "title")}
    source = text["image_path"] or text["url"]
    return embeds.figure(source, alt=text["alt"], title=text["title"], link=text["url"])


def _feature(item: Mapping[str, Any]) -> str:
    """Return one of the items of a `feature_row`: picture, title, text and button."""
    text = {key: str(item.get(key) or "").strip() for key in ("title", "excerpt", "url")}
    label = str(item.get("btn_label") or "Learn more")
    parts = [
        _picture_of({**item, "url": "", "title": ""}) if item.get("image_path") else "",
        f"**{text['title']}**" if text["title"] else "",
        text["excerpt"],
        f"[{label}]({text['url']})" if text["url"] else "",
    ]
    return "\n\n".join(filter(None, parts))


def _frame(call: TagCall, _: Mapping[str, str]) -> str | None:
    identifier = next(iter(call.words), "") or call.option("id", "url")
    return embeds.frame(call.name, identifier) if identifier else None


def _gist(call: TagCall, _: Mapping[str, str]) -> str | None:
    file = call.words[1] if len(call.words) > 1 else call.option("file")
    return embeds.gist(call.words[0], file) if call.words else None


def _tweet(call: TagCall, _: Mapping[str, str]) -> str | None:
    return embeds.tweet(call.words[0]) if call.words else None


def _img(call: TagCall, _: Mapping[str, str]) -> str | None:
    """Octopress: `{% img [class] /path [width] [height] [title [alt]] %}`."""
    path = next((word for word in call.words if "/" in word or "." in word), "")
    if not path:
        return None
    after = call.words[call.words.index(path) + 1 :]
    texts = [word for word in after if not re.fullmatch(r"\d+%?(?:px)?", word)]
    sizes = [word.removesuffix("px") for word in after if re.fullmatch(r"\d+(?:px)?", word)]
    width = f"{{: width={sizes[0]} }}" if sizes else ""
    return f"![{texts[-1] if texts else ''}]({path}){width}"


def _blockquote(call: TagCall, _: Mapping[str, str]) -> str:
    lines = call.inner.strip().split("\n")
    source = call.text.strip()
    quoted = "\n".join(f"> {line}".rstrip() for line in lines)
    return f"\n{quoted}\n>\n> — {source}\n" if source else f"\n{quoted}\n"


def _details(call: TagCall, _: Mapping[str, str]) -> str:
    return embeds.details(call.text.strip().strip("\"'"), call.inner)


def _nothing(*_: object) -> str:
    return ""


TAGS: Final[Mapping[str, Known]] = {
    "blockquote": Known(_blockquote, block=True),
    "codeblock": Known(_highlight, block=True),
    "csrf": Known(_nothing),
    "details": Known(_details, block=True),
    "feed_meta": Known(_nothing),
    "gist": Known(_gist),
    "highlight": Known(_highlight, block=True),
    "img": Known(_img),
    "include": Known(_include),
    "link": Known(_link, is_address=True),
    "mermaid": Known(_mermaid, block=True),
    "post_url": Known(_post_url, is_address=True),
    "seo": Known(_nothing),
    "tweet": Known(_tweet),
    "twitter": Known(_tweet),
    "vimeo": Known(_frame),
    "youtube": Known(_frame),
}
"""Known tags by name."""
