"""The head of a memo: its kind, then To, From, Date, Subject as a table with hairlines."""

from collections.abc import Mapping
from dataclasses import replace

from briefing.export.docx.memo_fields import HEADING, SUBJECT, MemoFields
from briefing.export.docx.paragraph_look import ParagraphLook
from briefing.export.docx.run_look import Look
from briefing.export.docx.run_writer import RunWriter
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.style_words import Tokens
from briefing.model.publication import Publication

_LABEL_SHARE = 6  # the labels take a sixth of the width


def title_block(publication: Publication, styles: StyleMap, runs: RunWriter, width: int) -> str:
    """Return the title and the fields that are filled in; `width` in twentieths of a point."""
    parts: list[str] = []
    title = publication.heading or publication.subject
    if title:
        look = ParagraphLook(styles.id_of("title"))
        parts.append(f"<w:p>{look.xml()}{runs.text(title)}</w:p>")
    fields = [(label, value) for label, value in publication.fields if value.strip()]
    if fields:
        parts.append(_table(fields, publication.subject, styles, runs, width))
    return "".join(parts)


def unplaced(
    publication: Publication, placed: Mapping[Tokens, str], fields: MemoFields
) -> Publication:
    """Return a publication without what a house's own text says already (`placed`, by keys)."""
    keys, values = set(placed), {value for value in placed.values() if value}
    named = {fields.key(HEADING), fields.key(SUBJECT)} & keys
    return replace(
        publication,
        heading="" if named else publication.heading,
        subject="" if named else publication.subject,
        fields=tuple(
            (label, value)
            for label, value in publication.fields
            if fields.key(label) not in keys and value.strip() not in values
        ),
    )


def _table(
    fields: list[tuple[str, str]], subject: str, styles: StyleMap, runs: RunWriter, width: int
) -> str:
    label_width = width // _LABEL_SHARE
    widths = (label_width, width - label_width)
    rows: list[str] = []
    for label, value in fields:
        cells = (
            (styles.id_of("field_label"), runs.text(label), widths[0]),
            (styles.id_of("field_value"), runs.text(value, Look(bold=value == subject)), widths[1]),
        )
        row = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{cell_width}" w:type="dxa"/></w:tcPr>'
            f"<w:p>{ParagraphLook(style).xml()}{text}</w:p></w:tc>"
            for style, text, cell_width in cells
        )
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>")
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.id_of("fields")}"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{widths[0]}"/><w:gridCol w:w="{widths[1]}"/></w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )
