"""Markdown → blocks for reading, whose every run knows its place in the Markdown.

The parser's inlines carry no places. A run's words stand in the source in the same order as on
the screen, so each is found by looking on from where the last one ended.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.model.block import (
    Block,
    Citation,
    Code,
    CodeBlock,
    Div,
    Emphasis,
    Heading,
    Html,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    NoteMark,
    Paragraph,
    Quote,
    Rule,
    SmallCaps,
    SoftBreak,
    Span,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Table,
    Tagged,
    Text,
)
from briefing.model.reading_block import ReadingBlock, ReadingKind, ReadingRun
from briefing.text.blocks import parse

_NAMES = {"toc": "table of contents", "pagebreak": "page break", "source-summary": "source summary"}


def reading_blocks(markdown: str) -> tuple[ReadingBlock, ...]:
    """Return the body as the reader shows it. Raw HTML and pictures are left out."""
    document = parse(markdown)
    blocks = (*document.blocks, *(block for note in document.notes for block in note.blocks))
    return tuple(_blocks(markdown, blocks, depth=0))


def _blocks(  # noqa: C901 (one case a kind)
    body: str, blocks: Iterable[Block], depth: int
) -> Iterator[ReadingBlock]:
    for block in blocks:
        match block:
            case Heading(span, level, inlines):
                runs = _runs(body, span, inlines)
                yield ReadingBlock(ReadingKind.HEADING, runs, level=level, depth=depth)
            case Paragraph(span, inlines):
                yield ReadingBlock(ReadingKind.PARAGRAPH, _runs(body, span, inlines), depth=depth)
            case List():
                yield from _list(body, block, depth)
            case Quote(_, children):
                for child in _blocks(body, children, depth + 1):
                    is_text = child.kind is ReadingKind.PARAGRAPH
                    yield replace(child, kind=ReadingKind.QUOTE) if is_text else child
            case Div(_, _, _, ()):
                yield ReadingBlock(ReadingKind.QUOTE, (_looked_up(block),), depth=depth)
            case Div(_, _, _, children):
                yield from _blocks(body, children, depth)
            case CodeBlock():
                yield from _code(body, block, depth)
            case Table():
                yield from _table(body, block, depth)
            case Rule():
                yield ReadingBlock(ReadingKind.RULE, (), depth=depth)
            case Html():
                pass


def _looked_up(block: Div) -> ReadingRun:
    """Return what stands for a block that is looked up: `facts: tag:topic/cartels`."""
    name = " ".join(_NAMES.get(one, one) for one in block.classes) or "block"
    query = block.attribute("query")
    return ReadingRun(f"{name}: {query}" if query else name, -1, is_italic=True)


def _list(body: str, block: List, depth: int) -> Iterator[ReadingBlock]:
    for number, item in enumerate(block.items, start=block.start):
        marker = f"{number}." if block.ordered else "•"
        if item.checked is not None:
            marker = "☑" if item.checked else "☐"
        for at, child in enumerate(_blocks(body, item.blocks, depth + 1)):
            is_text = child.kind is ReadingKind.PARAGRAPH
            sign = "" if at else marker
            yield replace(child, kind=ReadingKind.ITEM, marker=sign) if is_text else child


def _code(body: str, block: CodeBlock, depth: int) -> Iterator[ReadingBlock]:
    """Fenced code is code; what a plain text merely indents is a paragraph of its own lines."""
    is_fenced = body[block.span.start : block.span.end].lstrip(" >").startswith(("```", "~~~"))
    if is_fenced:
        run = _Place(body, block.span).find(block.text.rstrip("\n"))
        yield ReadingBlock(ReadingKind.CODE, tuple(run), depth=depth)
        return
    place = _Place(body, block.span)
    lines = [line.strip() for line in block.text.splitlines()]
    runs: list[ReadingRun] = []
    for line in lines:
        if line:
            if runs:
                runs.append(ReadingRun(" ", -1))
            runs += place.find(line)
        elif runs:
            yield ReadingBlock(ReadingKind.PARAGRAPH, tuple(runs), depth=depth)
            runs = []
    if runs:
        yield ReadingBlock(ReadingKind.PARAGRAPH, tuple(runs), depth=depth)


def _table(body: str, table: Table, depth: int) -> Iterator[ReadingBlock]:
    """One block a row, cells set apart by a bar: places stay exact and rows stay selectable."""
    place = _Place(body, table.span)
    for at, row in enumerate((table.header, *table.rows)):
        runs: list[ReadingRun] = []
        for cell in row:
            if runs:
                runs.append(ReadingRun("  |  ", -1))
            runs += _walk(cell, place, _Look(is_bold=at == 0))
        yield ReadingBlock(ReadingKind.PARAGRAPH, tuple(runs), depth=depth)


@dataclass(frozen=True, slots=True)
class _Look:
    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False
    url: str = ""


class _Place:
    """Finds words in a stretch of the body, each behind the last."""

    def __init__(self, body: str, span: Span) -> None:
        self._body = body
        self._at = span.start
        self._end = span.end

    def find(self, words: str, look: _Look | None = None) -> list[ReadingRun]:
        """Return `words` as runs with their places; letter by letter across escapes."""
        look = look or _Look()
        start = self._body.find(words, self._at, self._end)
        if start >= 0:
            self._at = start + len(words)
            return [_run(words, start, look)]
        runs: list[ReadingRun] = []
        for char in words:
            runs = _joined(runs, self._letter(char, look))
        return runs

    def up_to(self, first: str, last: str, look: _Look) -> list[ReadingRun]:
        """Return the next stretch from `first` to `last` as it stands."""
        start = self._body.find(first, self._at, self._end)
        end = self._body.find(last, start, self._end)
        if start < 0 or end < 0:
            return []
        self._at = end + len(last)
        return [_run(self._body[start : self._at], start, look)]

    def _letter(self, char: str, look: _Look) -> ReadingRun:
        """Escapes and entities are short: a letter further off is not this one."""
        start = self._body.find(char, self._at, min(self._end, self._at + 12))
        if start < 0:
            return _run(char, -1, look)
        self._at = start + 1
        return _run(char, start, look)


def _joined(runs: list[ReadingRun], run: ReadingRun) -> list[ReadingRun]:
    last = runs[-1] if runs else None
    if last and last.start >= 0 and last.start + len(last.text) == run.start:
        return [*runs[:-1], replace(last, text=last.text + run.text)]
    return [*runs, run]


def _run(text: str, start: int, look: _Look) -> ReadingRun:
    return ReadingRun(text, start, look.is_bold, look.is_italic, look.is_code, look.url)


def _runs(body: str, span: Span, inlines: Inlines) -> tuple[ReadingRun, ...]:
    return tuple(_walk(inlines, _Place(body, span), _Look()))


def _walk(inlines: Inlines, place: _Place, look: _Look) -> Iterator[ReadingRun]:
    for inline in inlines:
        yield from _inline(inline, place, look)


def _inline(  # noqa: C901, PLR0911 (one case a kind)
    inline: Inline, place: _Place, look: _Look
) -> Iterable[ReadingRun]:
    match inline:
        case Text(text):
            return place.find(text, look)
        case Code(text):
            return place.find(text, replace(look, is_code=True))
        case Strong(children):
            return _walk(children, place, replace(look, is_bold=True))
        case Emphasis(children):
            return _walk(children, place, replace(look, is_italic=True))
        case Strike(children) | Superscript(children) | Subscript(children) | SmallCaps(children):
            return _walk(children, place, look)
        case Tagged(children):
            return _walk(children, place, look)
        case Link(children, url):
            return _walk(children, place, replace(look, url=url))
        case SoftBreak():
            return [_run(" ", -1, look)]
        case LineBreak():
            return [_run("\u2028", -1, look)]
        case NoteMark(label):
            return [_run(f"[{label}]", -1, look)]
        case Citation(items, bare):
            return place.find(f"@{items[0].key}", look) if bare else place.up_to("[", "]", look)
        case Image(alt):
            return [_run(f"[{alt or 'image'}]", -1, replace(look, is_italic=True))]
