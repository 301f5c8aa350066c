"""Block tokens → our blocks, with the place of each in the text."""

import re
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from briefing.model.block import (
    Block,
    CodeBlock,
    Div,
    Heading,
    Html,
    Inlines,
    List,
    ListItem,
    Note,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from briefing.text.attributes import split_attributes
from briefing.text.block_words import fence_language, task_box
from briefing.text.inline_tree import to_inlines
from briefing.text.markdown_rules import markdown_parser
from briefing.text.pandoc_blocks import (
    CAPTION,
    PAGE_BREAK,
    caption_of,
    column_dashes,
    is_page_break,
)
from briefing.text.placed_inline import InlineParse, parse_inline
from briefing.text.ruled_table_rule import ruled_block
from briefing.text.source_lines import SourceLines
from briefing.text.source_map import SourceMap, cell_map, paragraph_map

# What stands before a table's row: quotation marks, and the mark of a list's item.
_BEFORE_ROW = re.compile(r"(?:[ \t>]|(?:[-+*]|\d{1,9}[.)])[ \t])*(?=\|)|[ \t>]*")
_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Content:
    """One inline content with its places: what sentences and citations are found in.

    `kind` is paragraph, heading, caption, cell or note; `containers` are the kinds of blocks that
    it stands in, outermost first (`quote`, `item`, `div` with its classes, `note`).
    """

    kind: str
    text: str
    parse: InlineParse
    map: SourceMap
    containers: tuple[str, ...]
    block: int


@dataclass(slots=True)
class TreeBuilder:
    """Walks the tokens of one text once, from the first to the last."""

    lines: SourceLines
    tokens: list[Token]
    env: dict[str, Any]
    at: int = 0
    notes: list[Note] = field(default_factory=list[Note])
    contents: list[Content] = field(default_factory=list[Content])
    containers: list[str] = field(default_factory=list[str])
    block: int = 0

    def top_blocks(self) -> tuple[Block, ...]:
        """Return the blocks of the text; notes and contents are gathered on the way."""
        blocks: list[Block] = []
        while self.at < len(self.tokens):
            self.block = len(blocks)
            block = self._next()
            if block is not None:
                blocks.append(block)
        return tuple(blocks)

    def _until(self, close: str) -> tuple[Block, ...]:
        """Return the blocks up to the closing token of their container, and step over it."""
        blocks: list[Block] = []
        while self.tokens[self.at].type != close:
            block = self._next()
            if block is not None:
                blocks.append(block)
        self.at += 1
        return tuple(blocks)

    def _next(self) -> Block | None:  # noqa: PLR0911 (one a kind)
        token = self.tokens[self.at]
        self.at += 1
        match token.type:
            case "heading_open":
                return self._heading(token)
            case "paragraph_open":
                return self._paragraph(token)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token)
            case "blockquote_open":
                return Quote(self._span(token), self._inside("quote", "blockquote_close"))
            case "div_open":
                name = " ".join(("div", *token.meta["classes"]))
                blocks = self._inside(name, "div_close")
                return Div(self._span(token), token.meta["classes"], token.meta["pairs"], blocks)
            case "table_open":
                return self._table(token)
            case "ruled_table":
                return self._ruled_table(token)
            case "footnote_reference_open":
                self._note(token)
                return None
            case _:
                return self._leaf(token)

    def _leaf(self, token: Token) -> Block:
        span = self._span(token)
        match token.type:
            case "fence":
                return CodeBlock(span, token.content, fence_language(token.info))
            case "code_block":
                return CodeBlock(span, token.content)
            case "hr":
                return Rule(span)
            case "html_block":
                return Html(span, token.content)
            case _:
                raise AssertionError(f"a block that nothing makes: {token.type}")

    def _inside(self, container: str, close: str) -> tuple[Block, ...]:
        self.containers.append(container)
        blocks = self._until(close)
        self.containers.pop()
        return blocks

    def _heading(self, token: Token) -> Heading:
        span = self._span(token)
        inline = self.tokens[self.at]
        words, attributes = split_attributes(inline.content)
        begin = span.start + (len(token.markup) if token.markup[0] == "#" else 0)
        place = paragraph_map(words, self.lines, _first_line(token), begin)
        inlines = self._inlines("heading", words, place)
        self.at += 2
        return Heading(span, int(token.tag[1]), inlines, *attributes)

    def _paragraph(self, token: Token) -> Paragraph | Div:
        span = self._span(token)
        content = self.tokens[self.at].content
        self.at += 2
        if is_page_break(content):
            return Div(span, (PAGE_BREAK,), (), ())
        caption = caption_of(content)
        kind, words = (CAPTION, caption[0]) if caption else ("paragraph", content)
        place = paragraph_map(words, self.lines, _first_line(token), span.start)
        paragraph = Paragraph(span, self._inlines(kind, words, place))
        if caption is None:
            return paragraph
        classes, pairs = caption[1]
        return Div(span, (CAPTION, *classes), pairs, (paragraph,))

    def _inlines(self, kind: str, content: str, place: SourceMap) -> Inlines:
        parse = parse_inline(markdown_parser(), content, self.env)
        self._keep(kind, content, parse, place)
        return to_inlines(parse.tokens)

    def _keep(self, kind: str, content: str, parse: InlineParse, place: SourceMap) -> None:
        containers = tuple(self.containers)
        self.contents.append(Content(kind, content, parse, place, containers, self.block))
        for start, end, inner in parse.notes:
            words = content[start:end]
            shifted = _sub_map(place, start, end)
            span = Span(place.to_source(start), place.end_to_source(end))
            paragraph = Paragraph(span, to_inlines(inner.tokens))
            self.notes.append(Note(span, "^" + words, (paragraph,)))
            self.containers.append("note")
            self._keep("note", words, inner, shifted)
            self.containers.pop()

    def _list(self, token: Token) -> List:
        is_ordered = token.type == "ordered_list_open"
        close = "ordered_list_close" if is_ordered else "bullet_list_close"
        span = self._span(token)
        first = self.at
        items: list[ListItem] = []
        while self.tokens[self.at].type != close:
            items.append(self._item(self.tokens[self.at], span, is_first=not items))
        tight = _is_tight(self.tokens, first, self.at, token.level + 2)
        self.at += 1
        start = token.attrGet("start")
        number = 1 if start is None else int(start)
        return List(span, tuple(items), is_ordered, number, tight)

    def _item(self, token: Token, whole: Span, *, is_first: bool) -> ListItem:
        self.at += 1
        inner = self._inside("item", "list_item_close")
        start, end = _lines_span(self.lines, token)
        if is_first:
            start = whole.start
        else:
            limit = inner[0].span.start if inner else self.lines.end_of(_first_line(token))
            markers = list(_ITEM.finditer(self.lines.text, start, max(limit, start)))
            start = markers[-1].start() if markers else start
        checked, blocks = task_box(inner)
        return ListItem(Span(start, max(start, end)), blocks, checked)

    def _table(self, token: Token) -> Table:
        rows: list[tuple[Inlines, ...]] = []
        align: list[str] = []
        while (inner := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if inner.type == "tr_open":
                rows.append(self._row(inner, align if not rows else None))
        self.at += 1
        span = self._span(token)
        dashes = column_dashes(self.lines.text[span.start : span.end].split("\n"))
        return Table(span, rows[0], tuple(rows[1:]), tuple(align), dashes)

    def _ruled_table(self, token: Token) -> Table:
        def inlines(content: str, place: SourceMap) -> Inlines:
            return self._inlines("cell", content, place)

        return ruled_block(token.meta["table"], self._span(token), token.meta["starts"], inlines)

    def _row(self, token: Token, align: list[str] | None) -> tuple[Inlines, ...]:
        line = _first_line(token)
        at, end = self.lines.starts[line], self.lines.end_of(line)
        if (before := _BEFORE_ROW.match(self.lines.text, at, end)) is not None:
            at = before.end()
        cells: list[Inlines] = []
        while (inner := self.tokens[self.at]).type != "tr_close":
            self.at += 1
            if inner.type in {"th_open", "td_open"} and align is not None:
                align.append(str(inner.attrGet("style") or "").removeprefix("text-align:"))
            if inner.type == "inline":
                place, at = cell_map(inner.content, self.lines.text, at, end)
                cells.append(self._inlines("cell", inner.content, place))
        self.at += 1
        return tuple(cells)

    def _note(self, token: Token) -> None:
        outer = len(self.notes)
        blocks = self._inside("note", "footnote_reference_close")
        self.notes.insert(outer, Note(self._span(token), token.meta["label"], blocks))

    def _span(self, token: Token) -> Span:
        start, end = _lines_span(self.lines, token)
        start = token.meta.get("begin", start)
        return Span(start, max(start, end))


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _lines_span(lines: SourceLines, token: Token) -> tuple[int, int]:
    """Return a token's lines as a span: from the first one's start to the last word's end."""
    first, after = token.map or [0, 1]
    start = lines.starts[first]
    end = lines.end_of(max(after - 1, first))
    return start, start + len(lines.text[start:end].rstrip(" \t\n"))


def _sub_map(place: SourceMap, start: int, end: int) -> SourceMap:
    pairs = zip(place.here, place.there, strict=True)
    inner = [(here - start, there) for here, there in pairs if start < here < end]
    return SourceMap(
        (0, *(here for here, _ in inner)),
        (place.to_source(start), *(there for _, there in inner)),
    )


def _is_tight(tokens: list[Token], first: int, last: int, level: int) -> bool:
    return not any(
        token.type == "paragraph_open" and token.level == level and not token.hidden
        for token in tokens[first:last]
    )
