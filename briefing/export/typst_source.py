"""A memo as typst source: the look from `resources/docx/memo.typ`, then calls of its functions."""

import re

from briefing.export.column_shares import column_shares
from briefing.export.heading_levels import LOWEST, heading_shift
from briefing.export.text_direction import runs_right_to_left
from briefing.export.typst_inlines import TypstInlines
from briefing.export.typst_text import lines, string
from briefing.model.block import (
    Block,
    CodeBlock,
    Div,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from briefing.model.publication import Publication
from briefing.model.template import NoteStyle
from briefing.text.inline_text import inline_text

DEEPEST = 12  # lists and quotations nest no further in print
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_](?:[A-Za-z]{4}[-_])?([A-Za-z]{2}))?\b")
_SIDES = frozenset({"left", "right", "center"})
_PAGES = "#context [#metadata(counter(page).final())<place>]\n"


def typst_source(publication: Publication, look: str) -> str:
    """Return the whole source; `look` is the text of memo.typ."""
    inlines = TypstInlines(publication.note_style, publication.notes, publication.pictures)
    writer = _Writer(inlines, heading_shift(publication.blocks))
    body = writer.blocks(publication.blocks)
    notes = _endnotes(publication, inlines)
    return f"{look}\n{_head(publication)}{_fields(publication)}{body}{notes}{_PAGES}"


def _head(publication: Publication) -> str:
    match = _LANGUAGE.match(publication.language)
    language = match[1].lower() if match else "en"
    region = match[2] if match else None
    author = dict(publication.front_matter).get("from", "")
    return (
        f"#show: memo.with(title: {string(publication.heading or publication.subject)},"
        f" subject: {string(publication.subject)}, author: {string(author)},"
        f" marking: {string(publication.marking)}, lang: {string(language)},"
        f" region: {string(region.upper()) if region else 'none'})\n"
    )


def _fields(publication: Publication) -> str:
    pairs = [
        f"({string(label)}, {string(value)})"
        for label, value in publication.fields
        if value.strip()
    ]
    return f"#fields({string(publication.subject)}, {', '.join(pairs)})\n\n" if pairs else ""


def _endnotes(publication: Publication, inlines: TypstInlines) -> str:
    if publication.note_style is not NoteStyle.ENDNOTES or not publication.notes:
        return ""
    rows = [f'("{note.number}.", [{inlines.note(note)}])' for note in publication.notes]
    return f"#endnotes({', '.join(rows)})\n"


class _Writer:
    def __init__(self, inlines: TypstInlines, shift: int) -> None:
        self._inlines = inlines
        self._shift = shift

    def blocks(self, blocks: tuple[Block, ...], depth: int = 0) -> str:
        """Return blocks one after another, each with the mark of its place before it."""
        return "".join(self._block(block, depth) for block in blocks)

    def _block(self, block: Block, depth: int) -> str:
        mark = _place(block.span)
        match block:
            case Paragraph():
                turn = "#set text(dir: rtl);" if _is_turned(block) else ""
                inside = f"{turn}{mark}{self._inlines.content(block.inlines)}"
                return f"#[{inside}]\n\n" if turn else f"{inside}\n\n"
            case Heading():
                level = min(max(block.level - self._shift, 1), LOWEST)
                inside = self._inlines.content(block.inlines)
                return f"#heading(level: {level})[{mark}{inside}]\n\n"
            case List():
                return self._list(block, depth)
            case Quote():
                inside = self.blocks(block.blocks, depth + 1)
                return f"#quote(block: true)[{inside}]\n\n" if depth < DEEPEST else inside
            case Div():
                if "sources" in block.classes:
                    return "".join(self._source(inner, depth) for inner in block.blocks)
                return self.blocks(block.blocks, depth)
            case _:
                return self._other(block, mark)

    def _other(self, block: Block, mark: str) -> str:
        match block:
            case Table():
                return self._table(block)
            case CodeBlock():
                return f"{mark}\n#raw({lines(block.text.rstrip())}, block: true)\n\n"
            case Rule():
                return f"{mark}#rule()\n\n"
            case _:
                return ""

    def _source(self, block: Block, depth: int) -> str:
        if isinstance(block, Paragraph):
            return f"#source[{self._inlines.content(block.inlines)}]\n"
        return self._block(block, depth)

    def _list(self, block: List, depth: int) -> str:
        if depth >= DEEPEST:
            return "".join(self.blocks(item.blocks, depth) for item in block.items)
        if any(item.checked is not None for item in block.items):
            return "".join(self._task(item, depth) for item in block.items) + "\n"
        items = ", ".join(f"[{self.blocks(item.blocks, depth + 1)}]" for item in block.items)
        kind = f"enum(start: {block.start}, " if block.ordered else "list("
        return f"#{kind}tight: {str(block.tight).lower()}, {items})\n\n"

    def _task(self, item: ListItem, depth: int) -> str:
        done = str(bool(item.checked)).lower()
        return f"#task({done})[{self.blocks(item.blocks, depth + 1)}]\n"

    def _table(self, block: Table) -> str:
        count = max(1, len(block.header))
        aligned = [*block.align[:count], *[""] * (count - len(block.align))]
        align = ", ".join(side if side in _SIDES else "start" for side in aligned)
        shares = ", ".join(f"{share}fr" for share in column_shares(block))
        header = self._cells(block.header, count)
        rows = "".join(self._cells(row, count) for row in block.rows)
        return (
            f"{_place(block.span)}\n#table(columns: ({shares},), align: ({align},),"
            f" table.header({header}), {rows})\n\n"
        )

    def _cells(self, cells: tuple[Inlines, ...], count: int) -> str:
        padded = [*cells[:count], *[()] * (count - len(cells))]
        return "".join(f"[{self._inlines.content(cell)}], " for cell in padded)


def _is_turned(block: Paragraph) -> bool:
    text = inline_text(block.inlines)
    return not text.isascii() and runs_right_to_left(text)


def _place(span: Span) -> str:
    return f"#place-of({span.start}, {span.end});"
