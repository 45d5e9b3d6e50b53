"""Jekyll's tags and outputs in python-liquid: what is not known becomes a comment."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TextIO

from liquid.ast import Node
from liquid.builtin.output import Output, OutputNode
from liquid.exceptions import LiquidError
from liquid.stringify import to_liquid_string
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_ILLEGAL, TOKEN_OUTPUT, TOKEN_TAG
from liquid.undefined import Undefined

from mkdocs_blog_plugin.convert.jekyll.liquid_environment import (
    FROM_SOURCES,
    LiquidEnvironment,
    environment_of,
    said,
)
from mkdocs_blog_plugin.convert.jekyll.liquid_text import extent
from mkdocs_blog_plugin.convert.jekyll.tags import TAGS, Known, TagCall, mapped
from mkdocs_blog_plugin.convert.leftovers import comment
from mkdocs_blog_plugin.convert.mapping import MappingError
from mkdocs_blog_plugin.convert.text.lines import indented

if TYPE_CHECKING:
    from liquid import Environment
    from liquid.context import RenderContext
    from liquid.stream import TokenStream
    from liquid.token import Token


def add_tags(environment: LiquidEnvironment) -> None:
    """Give the environment Jekyll's tags, and those that the user maps."""
    environment.add_tag(_Output)
    environment.add_tag(_Unknown)
    for name, known in TAGS.items():
        environment.tags[name] = _Known(environment, name, known)
    for name, template in environment.site.maps.items():
        environment.tags[name] = _Known(environment, name, mapped(template))
    for name in ("include", "include_cached", "include_relative"):
        environment.tags[name] = _Include(environment)


class _LeftNode(Node):
    """An unknown tag or output."""

    def __init__(self, token: Token, kind: str, message: str) -> None:
        super().__init__(token)
        self.blank = False
        self._kind = kind
        self._message = message

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        environment = environment_of(context)
        source, index = self.token.source, self.token.start_index
        start, end = extent(source, index)
        path = context.template.name
        environment.left(self._kind, f"{source[start:end]}{self._message}", path, source, start)
        return buffer.write(comment("Liquid", source[start:end]))


class _Unknown(Tag):
    """An unknown tag; its content, if it has any, is rendered."""

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
        environment = environment_of(context)
        try:
            value = self.expression.evaluate(context)
        except (LiquidError, ArithmeticError, ValueError, TypeError) as error:
            return _LeftNode(self.token, "Liquid", f": {said(error)}").render(context, buffer)
        path = context.template.name
        if isinstance(value, Undefined) and not path.startswith("_includes/"):
            source, index = self.token.source, self.token.start_index
            start, end = extent(source, index)
            message = f"{source[start:end]} has no value; nothing is printed, as in Jekyll"
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
        environment = environment_of(context)
        call = TagCall.of("include", _filled(self._text, context), context, page=_page_of(context))
        name = call.words[0] if call.words else ""
        folder = context.template.name.rpartition("/")[0]
        beside = FROM_SOURCES + posixpath.normpath(posixpath.join(folder, name))
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
        environment = environment_of(context)
        inner = ""
        if self._inner is not None:
            own = context.get_buffer(buffer)
            self._inner.render(context, own)
            inner = own.getvalue()
        name = self.token.value
        before = self.token.source[: extent(self.token.source, self.token.start_index)[0]]
        call = TagCall.of(
            name,
            _filled(self._text, context),
            context,
            inner=inner,
            before=before,
            page=_page_of(context),
        )
        try:
            written = self._known.write(call, environment.site.addresses)
        except MappingError as error:
            return _LeftNode(self.token, f"Liquid {name}", f": {error}").render(context, buffer)
        if written is None:
            return _LeftNode(self.token, f"Liquid {name}", "").render(context, buffer)
        if written.startswith(f"#{name}-"):
            where = extent(self.token.source, self.token.start_index)
            text, path = self.token.source, context.template.name
            environment.left(f"Liquid {name}", text[where[0] : where[1]], path, text, where[0])
        environment.notes.converted[name] += 1
        return buffer.write(indented(written, call.indent))


def _call(stream: TokenStream) -> tuple[Token, str]:
    """Return the token of a tag and what follows its name; the stream is left at the last of them."""
    token = stream.expect(TOKEN_TAG)
    if stream.peek.kind != TOKEN_EXPRESSION:
        return token, ""
    next(stream)
    return token, stream.current.value


def _page_of(context: RenderContext) -> Mapping[str, Any]:
    """Return the variables of the page that is rendered."""
    page = context.resolve("page", default=None)
    return page if isinstance(page, Mapping) else {}


def _filled(text: str, context: RenderContext) -> str:
    """Return the text after a tag's name with the outputs in it rendered, which Jekyll allows."""
    if "{{" not in text:
        return text
    try:
        template = context.env.from_string(text, name=context.template.name)
        return str(template.render(**dict(context.scope)))
    except LiquidError:
        return text
