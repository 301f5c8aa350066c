"""A memo as typst source: the look from `resources/docx/memo.typ`, then calls of its functions."""

import re

from briefing.export.captions import caption_words, captioned, figure_of, figure_words
from briefing.export.column_shares import column_shares
from briefing.export.cross_references import CONTENTS, CrossReferences, Target
from briefing.export.element_words import element_words
from briefing.export.heading_levels import LOWEST, heading_shift
from briefing.export.language_tag import language_and_region
from briefing.export.section_kinds import (
    COLUMN,
    LANDSCAPE,
    column_count,
    contents_depth,
    kind_of_section,
)
from briefing.export.table_cells import PlacedRow, placed_rows
from briefing.export.text_direction import is_turned
from briefing.export.typst_inlines import TypstInlines
from briefing.export.typst_text import lines, string
from briefing.model.block import (
    Block,
    CodeBlock,
    Div,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from briefing.model.partial_date import PartialDate
from briefing.model.publication import Publication
from briefing.model.template import NoteStyle
from briefing.text.pandoc_blocks import PAGE_BREAK

DEEPEST = 12  # lists and quotations nest no further in print
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_](?:[A-Za-z]{4}[-_])?([A-Za-z]{2}))?\b")
_PLACE = re.compile(r"#place-of\(\d+, \d+\);")
_SIDES = frozenset({"left", "right", "center"})
_PAGES = "#context [#metadata(counter(page).final())<place>]\n"


def typst_source(publication: Publication, look: str) -> str:
    """Return the whole source; `look` is the text of memo.typ."""
    inlines = TypstInlines(publication.note_style, publication.notes, publication.pictures)
    words = element_words(publication.language)
    inlines.references = CrossReferences(
        publication.blocks, words, publication.markdown, publication.notes
    )
    shift = heading_shift(publication.blocks)
    writer = _Writer(inlines, shift, words.contents)
    unmarked = inlines.unmarked()
    inlines.note_blocks = _Writer(unmarked, shift, words.contents).note
    body = writer.blocks(publication.blocks)
    notes = _endnotes(publication, inlines)
    head = f"{_date(publication)}{_head(publication)}{_fields(publication)}"
    return f"{look}\n{head}{body}{notes}{_PAGES}"


def _date(publication: Publication) -> str:
    """Return the document's date, that of the memo: a file must not tell when it was written."""
    try:
        day = PartialDate.parse(dict(publication.front_matter).get("date", "")).first_day()
    except ValueError:
        return "#set document(date: none)\n"
    parts = f"year: {day.year}, month: {day.month}, day: {day.day}"
    return f"#set document(date: datetime({parts}))\n"


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
    def __init__(self, inlines: TypstInlines, shift: int, contents: str) -> None:
        self._inlines = inlines
        self._shift = shift
        self._deepest = 0  # the level of the last heading
        self._contents = contents

    def blocks(self, blocks: tuple[Block, ...], depth: int = 0) -> str:
        """Return blocks one after another, each with the mark of its place before it."""
        return "".join(self._block(block, depth, caption) for block, caption in captioned(blocks))

    def note(self, blocks: tuple[Block, ...]) -> str:
        """Return what a note says, without marks of its places: it stands elsewhere."""
        return _PLACE.sub("", self.blocks(blocks, 1))

    def _block(self, block: Block, depth: int, caption: Div | None = None) -> str:
        mark = _place(block.span)
        match block:
            case Paragraph():
                if figure_of(block) is not None:
                    return self._figure(block, mark)
                return _turned(block, f"{mark}{self._inlines.content(block.inlines)}\n\n")
            case Heading():
                return _turned(block, self._heading(block, mark))
            case List():
                return _turned(block, self._list(block, depth))
            case Quote():
                inside = self.blocks(block.blocks, depth + 1)
                quote = f"#quote(block: true)[{inside}]\n\n" if depth < DEEPEST else inside
                return _turned(block, quote)
            case Div():
                return self._div(block, depth)
            case Table():
                return _turned(block, self._captioned(block, caption))
            case _:
                return self._other(block, mark)

    def _div(self, block: Div, depth: int) -> str:
        """Return what a div holds, laid out as it asks."""
        if PAGE_BREAK in block.classes:
            return "" if depth else "#pagebreak(weak: true)\n\n"
        if CONTENTS in block.classes:
            return self._anchor(block) + self._table_of_contents(block)
        if "sources" in block.classes:
            return "".join(self._source(inner, depth) for inner in block.blocks)
        inside = self._columns(block, depth) if block.blocks else ""
        language, region = language_and_region(block.attribute("lang"))
        if language:
            place = string(region) if region else "none"
            inside = f"#[#set text(lang: {string(language)}, region: {place});{inside}]\n\n"
        return self._anchor(block) + inside

    def _columns(self, block: Div, depth: int) -> str:
        kind = "" if depth else kind_of_section(block)
        if kind == LANDSCAPE:
            return f"#page(flipped: true)[{self.blocks(block.blocks, depth)}]\n\n"
        if not kind:
            return self.blocks(block.blocks, depth)
        parts: list[str] = []
        for inner in block.blocks:
            is_column = isinstance(inner, Div) and COLUMN in inner.classes
            parts += ["#colbreak(weak: true)\n"] if is_column and parts else []
            parts.append(self.blocks((inner,), depth + 1))
        return f"#columns({column_count(kind)}, gutter: 7.5mm)[{''.join(parts)}]\n\n"

    def _table_of_contents(self, div: Div) -> str:
        depth = contents_depth(div)
        lines = [
            f"({level}, [#{string(target.words)};], {_name(target)})"
            for block, target in self._inlines.references.headings
            if (level := max(block.level - self._shift, 1)) <= depth and target.words
        ]
        title = div.attribute("title") or self._contents
        return f"#contents({string(title)}, {', '.join(lines)})\n\n" if lines else ""

    def _captioned(self, block: Table, caption: Div | None) -> str:
        target = self._inlines.references.of(block)
        if caption is None or target is None:
            return self._table(block)
        words = self._inlines.content(caption_words(caption))
        label, place = self._label(block), _place(caption.span)
        line = f"#{string(target.words + ': ')};{words}"
        return f"#caption(sticky: true)[{place}{line}]{label}\n\n{self._table(block)}"

    def _figure(self, block: Paragraph, mark: str) -> str:
        image, target = figure_of(block), self._inlines.references.of(block)
        if image is None or target is None:
            return ""
        words = self._inlines.content(figure_words(image))
        line = f"#{string(target.words + (': ' if words else ''))};{words}"
        drawn = f"#block(sticky: true)[{mark}{self._inlines.content(block.inlines)}]"
        return f"{drawn}\n#caption()[{line}]{self._label(block)}\n\n"

    def _label(self, block: Block) -> str:
        """Return a label where links or a table of contents point to a block."""
        target = self._inlines.references.to_mark(block)
        return _name(target) if target else ""

    def _anchor(self, block: Block) -> str:
        label = self._label(block)
        return f"#metadata(none){label}" if label else ""

    def _heading(self, block: Heading, mark: str) -> str:
        inside, label = self._inlines.content(block.inlines), self._label(block)
        if not inside:  # PDF/UA has no heading without words (ISO 14289-1, 7.4)
            return f"{mark}{self._anchor(block)}\n\n"
        return f"#heading(level: {self._level(block)})[{mark}{inside}]{label}\n\n"

    def _level(self, heading: Heading) -> int:
        """Return a level that skips none, as PDF/UA asks (ISO 14289-1, 7.4.2)."""
        wanted = min(max(heading.level - self._shift, 1), LOWEST)
        self._deepest = min(wanted, self._deepest + 1)
        return self._deepest

    def _other(self, block: Block, mark: str) -> str:
        match block:
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
        if item.checked is None:
            return f"#list([{self.blocks(item.blocks, depth + 1)}])\n"
        done = str(bool(item.checked)).lower()
        return f"#task({done})[{self.blocks(item.blocks, depth + 1)}]\n"

    def _table(self, block: Table) -> str:
        count = max(1, len(block.header))
        aligned = [*block.align[:count], *[""] * (count - len(block.align))]
        align = ", ".join(side if side in _SIDES else "start" for side in aligned)
        shares = ", ".join(f"{share}fr" for share in column_shares(block))
        placed = placed_rows(block)
        heads = "".join(
            self._cells(row, is_first=not number)
            for number, row in enumerate(placed)
            if row.is_head
        )
        rows = "".join(self._cells(row) for row in placed if not row.is_head)
        heading = f" table.header({heads})," if heads else ""
        return (
            f"{_place(block.span)}\n#table(columns: ({shares},), align: ({align},),"
            f"{heading} {rows})\n\n"
        )

    def _cells(self, row: PlacedRow, *, is_first: bool = True) -> str:
        cells: list[str] = []
        for cell in row.cells:
            inside = f"[{self._inlines.content(cell.inlines)}]"
            if row.is_head and not is_first:
                inside = f"under-head{inside}"
            if cell.columns > 1 or cell.rows > 1:
                shape = f"colspan: {cell.columns}, rowspan: {cell.rows}"
                inside = f"table.cell({shape}, {inside})"
            cells += [] if cell.covered else [f"{inside}, "]
        return "".join(cells)


def _turned(block: Block, source: str) -> str:
    """Return a block's source, laid out from right to left where its words run that way."""
    return f"#[#set text(dir: rtl);{source.strip()}]\n\n" if is_turned(block) else source


def _name(target: Target) -> str:
    return f"<ref-{target.kind.value}-{target.number}>"


def _place(span: Span) -> str:
    return f"#place-of({span.start}, {span.end});"
