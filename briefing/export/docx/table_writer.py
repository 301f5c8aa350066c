"""Tables with a header row that repeats on each page (ECMA-376 part 1, 17.4)."""

from briefing.export.column_shares import column_widths
from briefing.export.docx.paragraph_look import ParagraphLook
from briefing.export.docx.place_marks import PlaceMarks
from briefing.export.docx.run_look import Look
from briefing.export.docx.run_writer import RunWriter
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.table_bands import bands
from briefing.export.docx.xml_text import attribute
from briefing.export.table_cells import PlacedRow, placed_rows
from briefing.export.text_direction import is_turned, runs_right_to_left
from briefing.model.block import Inlines, Table
from briefing.text.inline_text import inline_text

_ALIGN = {"left": "left", "right": "right", "center": "center"}


class TableWriter:
    """Writes the tables of one document."""

    def __init__(self, styles: StyleMap, runs: RunWriter, places: PlaceMarks) -> None:
        self._styles = styles
        self._runs = runs
        self._places = places

    def table(self, table: Table, width: int, indent: int = 0, title: str = "") -> str:
        """Return a table as wide as the text; `indent` is twentieths of a point from the left.

        The title is not shown: it is read out. More columns than Word opens stand below.
        """
        mark = "".join(self._places.pair(table.span))
        first, *others = bands(table)
        parts = [self._band(first, width, indent, title, mark)]
        parts += [self._band(other, width, indent, title) for other in others]
        return "<w:p/>".join(parts)

    def _band(self, table: Table, width: int, indent: int, title: str, mark: str = "") -> str:
        widths = column_widths(table, width - indent)
        first, *others = placed_rows(table)
        rows = [self._row(first, widths, mark), *(self._row(row, widths) for row in others)]
        turned = "<w:bidiVisual/>" if is_turned(table) else ""
        grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
        inset = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
        named = f'<w:tblCaption w:val="{attribute(title)}"/>' if title else ""
        has_head = int(table.heads > 0)
        look = f'w:val="04{has_head * 2}0" w:firstRow="{has_head}" w:lastRow="0"'
        look += ' w:firstColumn="0" w:lastColumn="0"'
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles.id_of("table")}"/>{turned}'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{inset}'
            f'<w:tblLook {look} w:noHBand="0" w:noVBand="1"/>{named}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(self, row: PlacedRow, widths: list[int], mark: str = "") -> str:
        parts = [
            "<w:tr><w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if row.is_head else "") + "</w:trPr>"
        ]
        for cell in row.cells:
            first = mark if cell.column == 0 else ""
            align = _ALIGN.get(cell.align, "")
            paragraph = self._cell(cell.inlines, align, first, header=row.is_head)
            width = sum(widths[cell.column : cell.column + cell.columns])
            span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
            merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            merge = "<w:vMerge/>" if cell.covered else merge
            shape = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'
            parts.append(f"<w:tc>{shape}{paragraph}</w:tc>")
        parts.append("</w:tr>")
        return "".join(parts)

    def _cell(self, inlines: Inlines, align: str, mark: str, *, header: bool) -> str:
        self._runs.met_right_to_left = False
        runs = self._runs.runs(inlines, Look(bold=header))
        turned = self._runs.met_right_to_left and runs_right_to_left(inline_text(inlines))
        part = "table_head" if header and self._styles.has("table_head") else "table_text"
        look = ParagraphLook(self._styles.id_of(part), align=align)
        return f"<w:p>{look.xml(right_to_left=turned)}{mark}{runs}</w:p>"
