"""Blocks as paragraphs and tables of the document's body (ECMA-376 part 1, 17.2.2)."""

from dataclasses import dataclass, replace

from briefing.export.docx.list_numbering import INDENT, ListLook, ListNumbering
from briefing.export.docx.paragraph_look import ParagraphLook
from briefing.export.docx.place_marks import PlaceMarks
from briefing.export.docx.run_writer import RunWriter
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.table_writer import TableWriter
from briefing.export.docx.xml_text import escape
from briefing.export.heading_levels import LOWEST
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

OPEN_BOX, TICKED_BOX = "☐", "☑"
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
_AFTER_TABLE = '<w:spacing w:before="160"/>'
_QUOTE_INDENT = 360
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


TOP = Around()


class BlockWriter:
    """Writes the blocks of one document; `width` is that of its text in twentieths of a point."""

    def __init__(
        self,
        styles: StyleMap,
        runs: RunWriter,
        lists: ListNumbering,
        places: PlaceMarks,
        width: int,
    ) -> None:
        self._styles = styles
        self._runs = runs
        self._lists = lists
        self._places = places
        self._width = width
        self._tables = TableWriter(styles, runs, places)
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
        for block in blocks:
            text = self._block(block, shift, around, after_table=after_table)
            if after_table and text.startswith("<w:tbl>"):
                parts.append("<w:p/>")  # Word would make one table of two that touch
            parts.append(text)
            if text:  # what was left out parts nothing
                after_table = text.endswith("</w:tbl>")
        return "".join(parts)

    def _block(self, block: Block, shift: int, around: Around, *, after_table: bool) -> str:
        match block:
            case Paragraph():
                look = self._body(around)
                if after_table:
                    look = replace(look, spacing=_AFTER_TABLE)
                return self._paragraph(block.span, block.inlines, look)
            case Heading():
                part = f"heading{min(max(block.level - shift, 1), LOWEST)}"
                look = ParagraphLook(self._styles.id_of(part))
                return self._paragraph(block.span, block.inlines, look)
            case List():
                return self._list(block, shift, around)
            case Quote():
                inner = replace(around, quotes=around.quotes + 1)
                return self.blocks(block.blocks, shift, inner, after_table=after_table)
            case Div():
                part = "sources" if "sources" in block.classes else around.part
                inner = replace(around, part=part)
                return self.blocks(block.blocks, shift, inner, after_table=after_table)
            case Table():
                return self._tables.table(block, self._width, around.indent)
            case _:
                return self._plain_block(block, around)

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

    def _list(self, block: List, shift: int, around: Around) -> str:
        look = self._lists.look(around.lists, ordered=block.ordered, start=block.start)
        return "".join(self._item(item, look, shift, around) for item in block.items)

    def _item(self, item: ListItem, look: ListLook, shift: int, around: Around) -> str:
        first, rest = item.blocks[:1], item.blocks[1:]
        if first and not isinstance(first[0], Paragraph):
            first, rest = (), item.blocks
        inlines = first[0].inlines if first and isinstance(first[0], Paragraph) else ()
        span = first[0].span if first else item.span
        inner = replace(around, lists=around.lists + 1)
        if item.checked is None:
            shape = ParagraphLook(look.style, numbering=look.numbering, indent=look.indent)
            head = self._paragraph(span, inlines, shape)
        else:
            head = self._task(span, inlines, inner, ticked=item.checked)
        return head + self.blocks(rest, shift, inner)

    def _task(self, span: Span, inlines: Inlines, around: Around, *, ticked: bool) -> str:
        look = self._lists.continued(around.lists - 1)
        place = f'<w:tabs><w:tab w:val="left" w:pos="{around.indent}"/></w:tabs>'
        indent = f'<w:ind w:left="{around.indent}" w:hanging="{INDENT}"/>'
        box = f"<w:r><w:t>{TICKED_BOX if ticked else OPEN_BOX}</w:t><w:tab/></w:r>"
        shape = ParagraphLook(look.style, tabs=place, indent=indent)
        return self._paragraph(span, inlines, shape, before=box)

    def _code(self, block: CodeBlock, around: Around) -> str:
        lines = block.text.rstrip("\n").expandtabs(4).split("\n")
        runs = "<w:r>" + "<w:br/>".join(
            f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines
        )
        indent = f'<w:ind w:left="{around.indent}"/>' if around.lists else ""
        look = ParagraphLook(self._styles.id_of("code_block"), indent=indent)
        return f"<w:p>{look.xml()}{self._places.around(block.span, runs + '</w:r>')}</w:p>"

    def _paragraph(
        self, span: Span, inlines: Inlines, look: ParagraphLook, before: str = ""
    ) -> str:
        self._runs.met_right_to_left = False
        runs = before + self._runs.runs(inlines)
        turned = self._runs.met_right_to_left and runs_right_to_left(inline_text(inlines))
        marked = self._places.around(span, runs)
        return f"<w:p>{look.xml(right_to_left=turned)}{marked}</w:p>"
