"""The options of a section: their titles, their texts, and where they stand."""

import re
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck, excerpt
from briefing.checks.structure_words import words
from briefing.model.block import Block, Heading, List, Paragraph, Span, Strong, Table
from briefing.text.counting import visible_text
from briefing.text.inline_text import inline_text
from briefing.text.outline import OutlineEntry

_LEAD = re.compile(
    r"\W*(?:option|alternative|course of action|opción|alternativa)\s+[\dA-Z]\b", re.IGNORECASE
)
# A flag, or a name as programs have them: no course of action.
_SETTING = re.compile(r"--?[a-z]|`|[a-z]+(?:[A-Z][a-z]*|[._][a-z]+)+(?::|$)")
_FILLED = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class OptionText:
    """An option; `has_pros` and `has_cons` where a column of a table says what speaks for it."""

    title: str
    text: str
    start: int
    end: int
    has_pros: bool = False
    has_cons: bool = False


def options_of(memo: MemoUnderCheck, section: OutlineEntry) -> tuple[OptionText, ...]:
    """Return the options of a section; none where its form does not tell them.

    Options of a program (`--author`, `separateMarkdown`) are none that one chooses between.
    """
    options = _options_of(memo, section)
    settings = sum(bool(_SETTING.match(option.title)) for option in options)
    return () if settings * 2 > len(options) else options


def _options_of(memo: MemoUnderCheck, section: OutlineEntry) -> tuple[OptionText, ...]:
    blocks = [
        block
        for block in memo.document.blocks
        if section.heading_span.end <= block.span.start < section.span.end
    ]
    heads = [block for block in blocks if isinstance(block, Heading)]
    if heads:
        level = min(block.level for block in heads)
        starts: list[Block] = [block for block in heads if block.level == level]
        return _between(memo, starts, section.span.end)
    leads: list[Block] = [block for block in blocks if _is_lead(block)]
    if leads:
        return _between(memo, leads, section.span.end)
    tables = [block for block in blocks if isinstance(block, Table)]
    if tables:
        return _rows(tables[0])
    lists = [block for block in blocks if isinstance(block, List)]
    return _items(memo, lists[0]) if lists else ()


def _is_lead(block: Block) -> bool:
    if not isinstance(block, Paragraph) or not block.inlines:
        return False
    first = block.inlines[0]
    return isinstance(first, Strong) or bool(_LEAD.match(inline_text(block.inlines)))


def _between(memo: MemoUnderCheck, starts: list[Block], end: int) -> tuple[OptionText, ...]:
    """Return what stands from each beginning to the next one."""
    ends = [*(block.span.start for block in starts[1:]), end]
    return tuple(_option(memo, block, finish) for block, finish in zip(starts, ends, strict=True))


def _option(memo: MemoUnderCheck, block: Block, end: int) -> OptionText:
    body = memo.memo.body
    if isinstance(block, Heading):
        title, text = inline_text(block.inlines), body[block.span.end : end]
    else:
        inlines = block.inlines if isinstance(block, Paragraph) else ()
        title, text = inline_text(inlines[:1]), body[block.span.start : end]
    lead_end = body.find("\n", block.span.start, end)
    span = Span(block.span.start, min(block.span.end, lead_end if lead_end > 0 else end))
    shown = visible_text(text).replace(title, "", 1)
    return OptionText(
        excerpt(" ".join(title.split())),
        shown if _FILLED.search(shown) else "",
        span.start,
        span.end,
    )


def _items(memo: MemoUnderCheck, block: List) -> tuple[OptionText, ...]:
    options: list[OptionText] = []
    for item in block.items:
        text = visible_text(memo.memo.body[item.span.start : item.span.end])
        title = excerpt(" ".join(text.split()))
        options.append(OptionText(title, text, item.span.start, item.span.end))
    return tuple(options)


def _rows(table: Table) -> tuple[OptionText, ...]:
    """Return an option a row; a filled cell under a column for or against says enough."""
    heads = [inline_text(cell) for cell in table.header]
    pros = [bool(words("pros").search(head)) for head in heads]
    cons = [bool(words("cons").search(head)) for head in heads]
    options: list[OptionText] = []
    for row in table.rows:
        cells = [inline_text(cell).strip() for cell in row]
        if not cells or not cells[0]:
            continue
        for_it = any(is_pro and cell for is_pro, cell in zip(pros, cells, strict=False))
        against = any(is_con and cell for is_con, cell in zip(cons, cells, strict=False))
        text = " ".join(cells[1:])
        start, end = table.span.start, table.span.end
        options.append(OptionText(excerpt(cells[0]), text, start, end, for_it, against))
    return tuple(options)
