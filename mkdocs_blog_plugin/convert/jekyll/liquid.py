"""Liquid, run by python-liquid as Jekyll runs it: what it does not know becomes a comment."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TextIO

from liquid import Environment, Mode
from liquid.ast import Node
from liquid.builtin.output import Output, OutputNode
from liquid.exceptions import LiquidError
from liquid.stringify import to_liquid_string
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_ILLEGAL, TOKEN_OUTPUT, TOKEN_TAG
from liquid.undefined import Undefined

from mkdocs_blog_plugin.convert.jekyll.tags import TAGS, Known, TagCall, mapped
from mkdocs_blog_plugin.convert.leftovers import comment
from mkdocs_blog_plugin.convert.mapping import MappingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from liquid.context import RenderContext
    from liquid.stream import TokenStream
    from liquid.template import BoundTemplate
    from liquid.token import Token

    from mkdocs_blog_plugin.convert.report import Notes

_MOST_FAULTS = 50
"""Faults in the syntax of one text that are put into comments one by one."""
_MOST_READ = 5_000_000
"""Characters that are read again because of such faults."""
_UNCLOSED = "\ue000"
"""Stands for a brace that begins nothing, which the lexer would search to the end for."""
_TAG = re.compile(r"\{%-?\s*(\w+)")
_BLOCKS = frozenset({
    "blockquote", "capture", "case", "codeblock", "comment", "details", "for", "highlight", "if",
    "ifchanged", "mermaid", "raw", "tablerow", "unless",
})  # fmt: skip
_FROM_SOURCES = "//"
"""Before the path of a file that is included from beside a post."""
_OUTPUT_LIMIT = 20_000_000
_LOOP_LIMIT = 200_000
_ENDS: Final = {"{%": "%}", "{{": "}}"}


@dataclass(frozen=True, kw_only=True)
class LiquidSite:
    """What tags and filters of a site need to know."""

    variables: Mapping[str, object]
    """`site` and the other global names."""
    filters: Mapping[str, Callable[..., Any]]
    includes: Mapping[str, str]
    """Text of each include by its path below `_includes`."""
    relative: Callable[[str], str | None]
    """Text of the file at a path of the sources, None where there is none."""
    addresses: Mapping[str, str]
    """What `link` and `post_url` lead to: the old address by path, and by a post's name."""
    maps: Mapping[str, Callable[..., str]] = field(default_factory=dict)
    """What the user maps tags to, by name."""


class Liquid:
    """Renders the texts of one site."""

    def __init__(self, site: LiquidSite, notes: Notes) -> None:
        self._site = site
        self._notes = notes
        self._environment = _Environment(site, notes)

    def render(self, text: str, *, path: str, line: int, variables: Mapping[str, object]) -> str:
        """Return `text` with its Liquid run.

        Args:
            text: body of a post or page.
            path: Its file, for messages.
            line: 1-based line of the file on which `text` begins.
            variables: `page` and its like.
        """
        if "{{" not in text and "{%" not in text:
            return text
        self._environment.lines[path] = line - 1
        template = self._environment.parsed(_without_unclosed(text), path)
        if template is None:
            return text
        try:
            rendered = template.render(**self._site.variables, **variables)
        except (LiquidError, RecursionError, ArithmeticError, ValueError, TypeError) as error:
            self._notes.left("Liquid", f"this file cannot be rendered: {_said(error)}", path)
            return text
        return rendered.replace(_UNCLOSED, "{")


def _without_unclosed(text: str) -> str:
    """Return `text` with marks in place of the braces after which no tag and no output ends."""
    for opening, closing in _ENDS.items():
        last = text.rfind(closing)
        rest = text[last + 1 :].replace(opening, _UNCLOSED + opening[1].replace("{", _UNCLOSED))
        text = text[: last + 1] + rest
    return text


class _Environment(Environment):
    """python-liquid with Jekyll's tags and filters."""

    output_stream_limit = _OUTPUT_LIMIT
    loop_iteration_limit = _LOOP_LIMIT
    ternary_expressions = False
    string_first_and_last = True
    suppress_blank_control_flow_blocks = False

    def __init__(self, site: LiquidSite, notes: Notes) -> None:
        super().__init__(tolerance=Mode.STRICT, strict_filters=False)
        self.site = site
        self.notes = notes
        self.lines: dict[str, int] = {}
        self._included: dict[str, BoundTemplate | None] = {}
        self.filters.update(site.filters)
        self.add_tag(_Output)
        self.add_tag(_Unknown)
        for name, known in TAGS.items():
            self.tags[name] = _Known(self, name, known)
        for name, template in site.maps.items():
            self.tags[name] = _Known(self, name, mapped(template))
        self.tags["include"] = _Include(self)
        self.tags["include_cached"] = _Include(self)
        self.tags["include_relative"] = _Include(self)

    def parsed(self, text: str, path: str) -> BoundTemplate | None:
        """Return `text` parsed, faulty tags made comments; None where there are too many of them."""
        for _ in range(min(_MOST_FAULTS, _MOST_READ // (len(text) + 1) + 1)):
            try:
                return self.from_string(text, name=path)
            except LiquidError as error:
                index = error.token.start_index if error.token else -1
                index = index if index >= 0 else _unclosed(text)
                if index < 0:
                    break
                text = self._without(text, index, _said(error), path)
        self.notes.left("Liquid", "the tags of this file cannot be read, and stay", path)
        return None

    def _without(self, text: str, index: int, message: str, path: str) -> str:
        """Return `text` with a comment in place of the tag at `text[index]`."""
        start, end = _extent(text, index)
        self.left("Liquid", f"{text[start:end]}: {message}", path, text, start)
        lines = "\n" * text.count("\n", start, end)
        return text[:start] + comment("Liquid", text[start:end]) + lines + text[end:]

    def left(self, kind: str, message: str, path: str, text: str, index: int) -> None:
        """Take down what was not converted at `text[index]`."""
        line = self.lines.get(path, 0) + text.count("\n", 0, index) + 1
        self.notes.left(kind, message, path, line)

    def included(self, name: str) -> BoundTemplate | None:
        """Return the include called `name`, None where the site has none."""
        if name not in self._included:
            text, path = self.site.includes.get(name), f"_includes/{name}"
            if name.startswith(_FROM_SOURCES):
                path = name.removeprefix(_FROM_SOURCES)
                text = self.site.relative(path)
            self._included[name] = None if text is None else self.parsed(text, path)
        return self._included[name]


def _said(error: Exception) -> str:
    return str(error.args[0]) if error.args else type(error).__name__


def _unclosed(text: str) -> int:
    """Return where the innermost tag begins whose end is missing, -1 where there is none."""
    stack: list[tuple[str, int]] = []
    for found in _TAG.finditer(text):
        name = found[1].removeprefix("end")
        if name == found[1]:
            stack.append((name, found.start()))
            continue
        while stack and stack.pop()[0] != name:
            pass
    opened = [place for name, place in stack if name in _BLOCKS]
    return opened[-1] if opened else -1


def _extent(text: str, index: int) -> tuple[int, int]:
    """Return where the tag or output at `text[index]`, anywhere inside of it, begins and ends."""
    start = max(text.rfind("{%", 0, index + 2), text.rfind("{{", 0, index + 2), 0)
    end = text.find(_ENDS.get(text[start : start + 2], "%}"), start)
    return start, end + 2 if end >= 0 else min(start + 80, len(text))


class _LeftNode(Node):
    """A tag or an output that nobody knows."""

    def __init__(self, token: Token, kind: str, message: str) -> None:
        super().__init__(token)
        self.blank = False
        self._kind = kind
        self._message = message

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        environment = context.env
        assert isinstance(environment, _Environment)
        source, index = self.token.source, self.token.start_index
        start, end = _extent(source, index)
        path = context.template.name
        environment.left(self._kind, f"{source[start:end]}{self._message}", path, source, start)
        return buffer.write(comment("Liquid", source[start:end]))


class _Unknown(Tag):
    """A tag that nobody knows; its content, if it has any, is rendered."""

    name = TOKEN_ILLEGAL
    block = False

    def parse(self, stream: TokenStream) -> Node:
        token = stream.expect(TOKEN_TAG)
        if stream.peek.kind == TOKEN_EXPRESSION:
            next(stream)
        return _LeftNode(token, "Liquid tag", "")


class _Output(Output):
    """`{{ … }}`: an unknown filter makes it a comment, an unknown name is reported."""

    def parse(self, stream: TokenStream) -> Node:  # type: ignore[override] # what is written
        token = stream.expect(TOKEN_OUTPUT)
        node = super().parse(stream)
        filters = getattr(node.expression, "filters", None) or ()
        unknown = [found.name for found in filters if found.name not in self.env.filters]
        if unknown:
            return _LeftNode(token, "Liquid filter", f": there is no filter '{unknown[0]}'")
        return _OutputNode(node.token, node.expression)


class _OutputNode(OutputNode):
    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        environment = context.env
        assert isinstance(environment, _Environment)
        try:
            value = self.expression.evaluate(context)
        except (LiquidError, ArithmeticError, ValueError, TypeError) as error:
            return _LeftNode(self.token, "Liquid", f": {_said(error)}").render(context, buffer)
        path = context.template.name
        if isinstance(value, Undefined) and not path.startswith("_includes/"):
            source, index = self.token.source, self.token.start_index
            start, end = _extent(source, index)
            message = f"{source[start:end]} has no value, as in Jekyll nothing is printed"
            environment.left("Liquid variable", message, path, source, start)
        return buffer.write(to_liquid_string(value, autoescape=False))


class _Include(Tag):
    """Jekyll's `{% include file.html name="value" %}`."""

    name = "include"
    block = False

    def parse(self, stream: TokenStream) -> Node:
        return _IncludeNode(*_call(stream))


class _IncludeNode(Node):
    def __init__(self, token: Token, text: str) -> None:
        super().__init__(token)
        self.blank = False
        self._text = text

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        environment = context.env
        assert isinstance(environment, _Environment)
        call = TagCall.of("include", _filled(self._text, context), context)
        name = call.words[0] if call.words else ""
        folder = context.template.name.rpartition("/")[0]
        beside = _FROM_SOURCES + posixpath.normpath(posixpath.join(folder, name))
        names = [name, f"{name}.html"] if self.token.value != "include_relative" else [beside]
        template = next(filter(None, map(environment.included, names)), None)
        if re.search(r"(?:^|/)toc(?:\.html|\.liquid)?$", name):
            environment.notes.converted["table of contents"] += 1
            return 0
        if template is None:
            written = TAGS["include"].write(call)
            if written:
                environment.notes.converted["include"] += 1
                return buffer.write(written)
            message = f": there is no include '{name}'"
            return _LeftNode(self.token, "Liquid include", message).render(context, buffer)
        environment.notes.converted["include"] += 1
        with context.extend({"include": call.options}, template=template):
            template.render_with_context(context, buffer, partial=True)
        return 1


class _Known(Tag):
    """A tag of Jekyll or of a widespread plugin, or one that the user maps."""

    def __init__(self, env: Environment, name: str, known: Known) -> None:
        super().__init__(env)
        self.name = name
        self.end = f"end{name}"
        self._known = known

    def parse(self, stream: TokenStream) -> Node:
        token, text = _call(stream)
        is_block = self._known.block
        if is_block is None:
            is_block = re.search(rf"\{{%-?\s*{self.end}\b", token.source) is not None
        if not is_block:
            return _KnownNode(token, self._known, text, None)
        next(stream)
        from liquid.parser import get_parser  # noqa: PLC0415 - python-liquid's modules are a circle

        inner = get_parser(self.env).parse_block(stream, (self.end,))
        stream.expect(TOKEN_TAG, value=self.end)
        return _KnownNode(token, self._known, text, inner)


class _KnownNode(Node):
    def __init__(self, token: Token, known: Known, text: str, inner: Node | None) -> None:
        super().__init__(token)
        self.blank = False
        self._known = known
        self._text = text
        self._inner = inner

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        environment = context.env
        assert isinstance(environment, _Environment)
        inner = ""
        if self._inner is not None:
            own = context.get_buffer(buffer)
            self._inner.render(context, own)
            inner = own.getvalue()
        name = self.token.value
        before = self.token.source[: _extent(self.token.source, self.token.start_index)[0]]
        call = TagCall.of(name, _filled(self._text, context), context, inner, before)
        try:
            written = self._known.write(call, environment.site.addresses)
        except MappingError as error:
            return _LeftNode(self.token, f"Liquid {name}", f": {error}").render(context, buffer)
        if written is None:
            return _LeftNode(self.token, f"Liquid {name}", "").render(context, buffer)
        if written.startswith(f"#{name}-"):
            where = _extent(self.token.source, self.token.start_index)
            text, path = self.token.source, context.template.name
            environment.left(f"Liquid {name}", text[where[0] : where[1]], path, text, where[0])
        environment.notes.converted[name] += 1
        return buffer.write(call.indented(written))


def _call(stream: TokenStream) -> tuple[Token, str]:
    """Return the token of a tag and what follows its name, the stream on the last of them."""
    token = stream.expect(TOKEN_TAG)
    if stream.peek.kind != TOKEN_EXPRESSION:
        return token, ""
    next(stream)
    return token, stream.current.value


def _filled(text: str, context: RenderContext) -> str:
    """Return the text after a tag's name with the outputs in it rendered, which Jekyll allows."""
    if "{{" not in text:
        return text
    try:
        template = context.env.from_string(text, name=context.template.name)
        return str(template.render(**dict(context.scope)))
    except LiquidError:
        return text
