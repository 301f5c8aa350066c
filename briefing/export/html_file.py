"""A memo as one web page: no scripts, nothing fetched, headings and notes that can be followed."""

from html import escape

from briefing.export.heading_levels import LOWEST, heading_shift
from briefing.export.html_inlines import HtmlInlines
from briefing.export.legal_text import legal
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
    Table,
)
from briefing.model.publication import Publication, PublishedNote

_LOOK = """
body{max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff;
font:1.05rem/1.55 "Source Serif 4",Cambria,Georgia,serif}
h1,h2,h3,h4,h5,h6,dl,table,.marking{font-family:Inter,Calibri,Arial,sans-serif}
h2,h3{color:#1f4e79}a{color:#1f4e79}.marking{text-align:center;font-weight:700}
dl{display:grid;grid-template-columns:1fr 5fr;margin:0 0 1.5rem;border-top:1px solid #c4c8ce}
dt,dd{margin:0;padding:.3rem 0;border-bottom:1px solid #c4c8ce}dt{color:#5a6069}
table{border-collapse:collapse;width:100%;font-size:.92em}
th,td{padding:.35rem .5rem;border-bottom:1px solid #c4c8ce;text-align:left;vertical-align:top}
thead th{border-bottom-color:#1f4e79;color:#1f4e79}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid #b9cbdd}
pre{background:#f3f2ee;padding:.7rem;overflow-x:auto}.notes{font-size:.88em}
.task{list-style:none}@media print{body{margin:0;max-width:none}}
"""
_RIGHT = {"right": ' style="text-align:right"', "center": ' style="text-align:center"'}


def write_html(publication: Publication) -> str:
    """Return the whole page."""
    title = escape(legal(publication.subject or publication.heading))
    heading = escape(legal(publication.heading or publication.subject))
    marking = f'<p class="marking">{escape(legal(publication.marking))}</p>\n'
    marking = marking if publication.marking else ""
    inlines = HtmlInlines({str(note.number) for note in publication.notes}, publication.pictures)
    # the memo's title is the page's first heading, so that its own begin at the second
    body = _Writer(inlines, heading_shift(publication.blocks) - 1).blocks(publication.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(publication.language or "en")}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_LOOK}</style>\n</head>\n<body>\n{marking}<main>\n<h1>{heading}</h1>\n"
        f"{_fields(publication)}{body}{_notes(publication.notes, inlines)}</main>\n"
        f"{marking}</body>\n</html>\n"
    )


def _fields(publication: Publication) -> str:
    rows = "".join(
        f"<dt>{escape(legal(label))}</dt><dd>{escape(legal(value))}</dd>\n"
        for label, value in publication.fields
        if value.strip()
    )
    return f"<dl>\n{rows}</dl>\n" if rows else ""


def _notes(notes: tuple[PublishedNote, ...], inlines: HtmlInlines) -> str:
    if not notes:
        return ""
    items = "".join(
        f'<li id="note-{note.number}">'
        + "<br>".join(inlines.content(paragraph) for paragraph in note.paragraphs)
        + f' <a href="#mark-{note.number}" aria-label="Back to the text">↩</a></li>\n'
        for note in notes
    )
    return f'<section class="notes" aria-label="Notes">\n<hr>\n<ol>\n{items}</ol>\n</section>\n'


class _Writer:
    def __init__(self, inlines: HtmlInlines, shift: int) -> None:
        self._inlines = inlines
        self._shift = shift

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """Return blocks one after another."""
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return f'<p dir="auto">{self._inlines.content(block.inlines)}</p>\n'
            case Heading():
                level = min(max(block.level - self._shift, 2), LOWEST)
                return f"<h{level}>{self._inlines.content(block.inlines)}</h{level}>\n"
            case List():
                return self._list(block)
            case Quote():
                return f"<blockquote>\n{self.blocks(block.blocks)}</blockquote>\n"
            case Div():
                return self.blocks(block.blocks)
            case _:
                return self._other(block)

    def _other(self, block: Block) -> str:
        match block:
            case Table():
                return self._table(block)
            case CodeBlock():
                return f"<pre><code>{escape(legal(block.text))}</code></pre>\n"
            case Rule():
                return "<hr>\n"
            case _:
                return ""

    def _list(self, block: List) -> str:
        items = "".join(self._item(item, tight=block.tight) for item in block.items)
        if block.ordered:
            start = f' start="{block.start}"' if block.start != 1 else ""
            return f"<ol{start}>\n{items}</ol>\n"
        return f"<ul>\n{items}</ul>\n"

    def _item(self, item: ListItem, *, tight: bool) -> str:
        inside = "".join(
            f"{self._inlines.content(block.inlines)}\n"
            if tight and isinstance(block, Paragraph)
            else self._block(block)
            for block in item.blocks
        )
        if item.checked is None:
            return f"<li>{inside}</li>\n"
        return f'<li class="task">{"☑" if item.checked else "☐"} {inside}</li>\n'

    def _table(self, block: Table) -> str:
        sides = [_RIGHT.get(side, "") for side in block.align]
        sides += [""] * (len(block.header) - len(sides))
        head = "".join(
            f'<th scope="col"{side}>{self._inlines.content(cell)}</th>'
            for cell, side in zip(block.header, sides, strict=False)
        )
        rows = "".join(
            "<tr>"
            + "".join(
                f"<td{side}>{self._inlines.content(cell)}</td>"
                for cell, side in zip(row, sides, strict=False)
            )
            + "</tr>\n"
            for row in block.rows
        )
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
