"""Blocks as paragraphs and tables of the document's body (ECMA-376 part 1, 17.2.2)."""

from dataclasses import dataclass, replace

from briefing.export.captions import caption_words, captioned, figure_of
from briefing.export.cross_references import CONTENTS
from briefing.export.docx.caption_writer import CaptionWriter
from briefing.export.docx.layout import Layout
from briefing.export.docx.line_breaks import broken
from briefing.export.docx.list_numbering import INDENT, ListLook, ListNumbering
from briefing.export.docx.paragraph_look import ParagraphLook
from briefing.export.docx.place_marks import PlaceMarks
from briefing.export.docx.run_writer import RunWriter
from briefing.export.docx.section_breaks import section_text
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.table_writer import TableWriter
from briefing.export.docx.xml_text import escape
from briefing.export.heading_levels import LOWEST
from briefing.export.language_tag import language_tag
from briefing.export.section_kinds import COLUMN, kind_of_section
from briefing.export.text_direction import runs_right_to_left
from briefing.model.block import (
    Block,
    CodeBlock,
    Div,
    Heading,
    Html,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from briefing.text.inline_text import inline_text
from briefing.text.pandoc_blocks import PAGE_BREAK

OPEN_BOX, TICKED_BOX = "☐", "☑"
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
_AFTER_TABLE = '<w:spacing w:before="160"/>'
_QUOTE_INDENT = 360
_UNNUMBERED = "unnumbered"
_NO_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_DEEPEST_INDENT = 9 * INDENT


@dataclass(frozen=True, slots=True)
class Around:
    """What a block stands in: list levels, quotations, and a part that replaces body text."""

    lists: int = 0
    quotes: int = 0
    part: str = ""

    @property
    def indent(self) -> int:
        """Return how far the lists push in, in twentieths of a point."""
        return min(self.lists * INDENT, _DEEPEST_INDENT)

    @property
    def stands_free(self) -> bool:
        """Tell whether a block here may have a section of its own."""
        return not self.lists and not self.quotes


TOP = Around()


class BlockWriter:
    """Writes the blocks of one document; `width` is that of its text in twentieths of a point."""

    def __init__(
        self,
        styles: StyleMap,
        runs: RunWriter,
        lists: ListNumbering,
        places: PlaceMarks,
        layout: Layout,
    ) -> None:
        self._styles = styles
        self._runs = runs
        self._lists = lists
        self._places = places
        self._layout = layout
        self._tables = TableWriter(styles, runs, places)
        self._captions = CaptionWriter(styles, runs, places, layout.marks)
        self._break = ""
        self.left_out: list[str] = []

    def blocks(
        self,
        blocks: tuple[Block, ...],
        shift: int = 0,
        around: Around = TOP,
        *,
        after_table: bool = False,
    ) -> str:
        """Return blocks one after another; headings rise by `shift` levels."""
        parts: list[str] = []
        for block, caption in captioned(blocks):
            waiting, self._break = self._break, ""
            text = self._block(block, shift, around, caption, after_table=after_table)
            if waiting and not text:
                self._break = waiting
            elif waiting:
                text = broken(text, waiting)
            if after_table and text.startswith("<w:tbl>"):
                parts.append("<w:p/>")  # Word would make one table of two that touch
            parts.append(text)
            if text:  # what was left out parts nothing
                after_table = text.endswith("</w:tbl>")
        return "".join(parts)

    def _block(
        self,
        block: Block,
        shift: int,
        around: Around,
        caption: Div | None,
        *,
        after_table: bool,
    ) -> str:
        match block:
            case Paragraph():
                look = self._body(around)
                if after_table:
                    look = replace(look, spacing=_AFTER_TABLE)
                return self._running(block, look)
            case Heading():
                return self._heading(block, shift)
            case List():
                return self._list(block, shift, around, after_table=after_table)
            case Quote():
                inner = replace(around, quotes=around.quotes + 1)
                return self.blocks(block.blocks, shift, inner, after_table=after_table)
            case Div():
                return self._div(block, shift, around, after_table=after_table)
            case Table():
                return self._table(block, caption, around)
            case _:
                return self._plain_block(block, around)

    def _running(self, block: Paragraph, look: ParagraphLook) -> str:
        """Return a paragraph; one that is a figure has its caption below it."""
        image = figure_of(block)
        if image is None:
            return self._paragraph(block.span, block.inlines, look)
        look = replace(look, keep_next=True)
        picture = self._paragraph(block.span, block.inlines, look)
        return picture + self._captions.of_figure(block, image)

    def _heading(self, block: Heading, shift: int) -> str:
        part = f"heading{min(max(block.level - shift, 1), LOWEST)}"
        is_bare = _UNNUMBERED in block.classes and self._styles.numbering(part) is not None
        look = ParagraphLook(self._styles.id_of(part), numbering=_NO_NUMBER if is_bare else "")
        return self._paragraph(block.span, block.inlines, look, part=block)

    def _table(self, table: Table, caption: Div | None, around: Around) -> str:
        width = self._layout.width
        if caption is None:
            return self._tables.table(table, width, around.indent)
        title = inline_text(caption_words(caption))
        above = self._captions.of_table(table, caption)
        return above + self._tables.table(table, width, around.indent, title)

    def _div(self, block: Div, shift: int, around: Around, *, after_table: bool) -> str:
        """Return what a div holds, laid out as it asks; one inside a list keeps to the page."""
        if PAGE_BREAK in block.classes:
            self._break = "page"
            return ""
        if CONTENTS in block.classes:
            return self._layout.named(block, self._layout.contents(block))
        if COLUMN in block.classes and self._layout.starts_column():
            self._break = "column"
        part = "sources" if "sources" in block.classes else around.part
        inner = replace(around, part=part)
        outer = self._runs.language
        self._runs.language = language_tag(block.attribute("lang")) or outer
        kind = kind_of_section(block) if inner.stands_free else ""
        if kind:
            with self._layout.section(kind):
                text = section_text(kind, self.blocks(block.blocks, shift, inner))
        else:
            text = self.blocks(block.blocks, shift, inner, after_table=after_table)
        self._runs.language = outer
        return self._layout.named(block, text)

    def _plain_block(self, block: Block, around: Around) -> str:
        match block:
            case CodeBlock():
                return self._code(block, around)
            case Rule():
                look = ParagraphLook(self._styles.id_of("body"), border=_RULE)
                return self._paragraph(block.span, (), look)
            case Html(_, text):
                if not (text.lstrip().startswith("<!--") and text.rstrip().endswith("-->")):
                    self.left_out.append("HTML in the text was left out.")
                return ""
            case _:
                return ""

    def _body(self, around: Around) -> ParagraphLook:
        if around.quotes:
            left = _QUOTE_INDENT * around.quotes + around.indent
            moved = around.quotes > 1 or around.lists
            indent = f'<w:ind w:left="{min(left, _DEEPEST_INDENT)}"/>' if moved else ""
            return ParagraphLook(self._styles.id_of("quote"), indent=indent)
        if around.lists:
            more = self._lists.continued(around.lists - 1)
            return ParagraphLook(more.style, numbering=more.numbering, indent=more.indent)
        return ParagraphLook(self._styles.id_of(around.part or "body"))

    def _list(self, block: List, shift: int, around: Around, *, after_table: bool) -> str:
        look = self._lists.look(around.lists, ordered=block.ordered, start=block.start)
        parts: list[str] = []
        for item in block.items:
            spacing = _AFTER_TABLE if after_table else ""
            parts.append(self._item(item, look, spacing, shift, around))
            after_table = parts[-1].endswith("</w:tbl>")
        return "".join(parts)

    def _item(
        self, item: ListItem, look: ListLook, spacing: str, shift: int, around: Around
    ) -> str:
        first, rest = item.blocks[:1], item.blocks[1:]
        if first and not isinstance(first[0], Paragraph):
            first, rest = (), item.blocks
        inlines = first[0].inlines if first and isinstance(first[0], Paragraph) else ()
        span = first[0].span if first else item.span
        inner = replace(around, lists=around.lists + 1)
        if item.checked is None:
            shape = ParagraphLook(look.style, numbering=look.numbering, indent=look.indent)
            head = self._paragraph(span, inlines, replace(shape, spacing=spacing))
        else:
            shape = self._task(inner, spacing)
            box = f"<w:r><w:t>{TICKED_BOX if item.checked else OPEN_BOX}</w:t><w:tab/></w:r>"
            head = self._paragraph(span, inlines, shape, before=box)
        return head + self.blocks(rest, shift, inner)

    def _task(self, around: Around, spacing: str) -> ParagraphLook:
        look = self._lists.continued(around.lists - 1)
        place = f'<w:tabs><w:tab w:val="left" w:pos="{around.indent}"/></w:tabs>'
        indent = f'<w:ind w:left="{around.indent}" w:hanging="{INDENT}"/>'
        return ParagraphLook(look.style, tabs=place, spacing=spacing, indent=indent)

    def _code(self, block: CodeBlock, around: Around) -> str:
        lines = block.text.rstrip("\n").expandtabs(4).split("\n")
        runs = "<w:r>" + "<w:br/>".join(
            f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines
        )
        indent = f'<w:ind w:left="{around.indent}"/>' if around.lists else ""
        look = ParagraphLook(self._styles.id_of("code_block"), indent=indent)
        return f"<w:p>{look.xml()}{self._places.around(block.span, runs + '</w:r>')}</w:p>"

    def _paragraph(
        self,
        span: Span,
        inlines: Inlines,
        look: ParagraphLook,
        before: str = "",
        part: Block | None = None,
    ) -> str:
        self._runs.met_right_to_left = False
        runs = before + self._runs.runs(inlines)
        turned = self._runs.met_right_to_left and runs_right_to_left(inline_text(inlines))
        marked = self._places.around(span, runs)
        if part is not None:
            marked = self._layout.marks.around(part, marked)
        return f"<w:p>{look.xml(right_to_left=turned)}{marked}</w:p>"
