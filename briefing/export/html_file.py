"""A memo as one web page: no scripts, nothing fetched, headings and notes that can be followed."""

from html import escape

from briefing.export.captions import caption_words, captioned, figure_of, figure_words
from briefing.export.cross_references import CONTENTS, CrossReferences
from briefing.export.element_words import ElementWords, element_words
from briefing.export.heading_levels import LOWEST, heading_shift
from briefing.export.html_inlines import HtmlInlines
from briefing.export.language_tag import language_tag
from briefing.export.legal_text import legal
from briefing.export.section_kinds import (
    COLUMN,
    LANDSCAPE,
    column_count,
    contents_depth,
    kind_of_section,
)
from briefing.export.table_cells import PlacedRow, placed_rows
from briefing.export.text_direction import is_turned
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
from briefing.text.pandoc_blocks import PAGE_BREAK

_LOOK = """
body{max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff;
font:1.05rem/1.55 "Source Serif 4",Cambria,Georgia,serif}
h1,h2,h3,h4,h5,h6,dl,table,.marking{font-family:Inter,Calibri,Arial,sans-serif}
h2,h3{color:#1f4e79}a{color:#1f4e79;overflow-wrap:anywhere}
.marking{text-align:center;font-weight:700}
dl{display:grid;grid-template-columns:1fr 5fr;margin:0 0 1.5rem;border-top:1px solid #c4c8ce}
dt,dd{margin:0;padding:.3rem 0;border-bottom:1px solid #c4c8ce}dt{color:#5a6069}
table{border-collapse:collapse;width:100%;font-size:.92em}
th,td{padding:.35rem .5rem;border-bottom:1px solid #c4c8ce;text-align:start;vertical-align:top}
thead th{border-bottom-color:#1f4e79;color:#1f4e79}
blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid #b9cbdd}
pre{background:#f3f2ee;padding:.7rem;overflow-x:auto}.notes{font-size:.88em}
.task{list-style:none}figure{margin:1rem 0}caption,figcaption{text-align:start;color:#5a6069;
font:.85em/1.5 Inter,Calibri,Arial,sans-serif;padding:.3rem 0}.contents{list-style:none;padding:0}
.columns>*{break-inside:avoid-column}.column+.column{break-before:column}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
@page{margin:2cm}@page wide{size:landscape}.landscape{page:wide}
@media print{body{margin:0;max-width:none;font-size:10.5pt}.skip{display:none}
a{color:inherit;text-decoration:none}h1,h2,h3,h4,caption{break-after:avoid}
tr,img,pre,li{break-inside:avoid}thead{display:table-header-group}}
"""
_START = "briefing-text"  # no heading of a memo has this name
_RIGHT = {"right": ' style="text-align:right"', "center": ' style="text-align:center"'}


def _skip(words: ElementWords) -> str:
    """Return the link to the text, in English where the memo's language has no words for it."""
    language = ' lang="en"' if words == ElementWords() else ""
    return f'<a class="skip" href="#{_START}"{language}>{escape(words.skip)}</a>'


def write_html(publication: Publication) -> str:
    """Return the whole page."""
    title = escape(legal(publication.subject or publication.heading))
    heading = escape(legal(publication.heading or publication.subject))
    marking = f'<p class="marking">{escape(legal(publication.marking))}</p>\n'
    head = f"<header>\n{marking}</header>\n" if publication.marking else ""
    foot = f"<footer>\n{marking}</footer>\n" if publication.marking else ""
    inlines = HtmlInlines({str(note.number) for note in publication.notes}, publication.pictures)
    words = element_words(publication.language)
    inlines.references = CrossReferences(
        publication.blocks, words, publication.markdown, publication.notes
    )
    # the memo's title is the page's first heading, so that its own begin at the second
    shift = heading_shift(publication.blocks) - 1
    writer = _Writer(inlines, shift, words.contents)
    body = writer.blocks(publication.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(publication.language or "en")}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_LOOK}</style>\n</head>\n<body>\n"
        f'{_skip(words)}\n{head}<main id="{_START}">\n<h1>{heading}</h1>\n'
        f"{_fields(publication)}{body}{_notes(publication.notes, writer, words)}</main>\n"
        f"{foot}</body>\n</html>\n"
    )


def _fields(publication: Publication) -> str:
    rows = "".join(
        f"<dt>{escape(legal(label))}</dt><dd>{escape(legal(value))}</dd>\n"
        for label, value in publication.fields
        if value.strip()
    )
    return f"<dl>\n{rows}</dl>\n" if rows else ""


def _notes(notes: tuple[PublishedNote, ...], writer: "_Writer", words: ElementWords) -> str:
    if not notes:
        return ""
    items = "".join(
        f'<li id="note-{note.number}">'
        + writer.note(note)
        + f' <a href="#mark-{note.number}" aria-label="{escape(words.back)}">↩</a></li>\n'
        for note in notes
    )
    label = escape(words.notes)
    return f'<section class="notes" aria-label="{label}">\n<hr>\n<ol>\n{items}</ol>\n</section>\n'


class _Writer:
    def __init__(self, inlines: HtmlInlines, shift: int, contents: str) -> None:
        self._inlines = inlines
        self._shift = shift
        self._deepest = 1  # the level of the last heading; the page's own is the first
        self._contents = contents

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """Return blocks one after another."""
        return "".join(self._block(block, caption) for block, caption in captioned(blocks))

    def note(self, note: PublishedNote) -> str:
        """Return what a note says."""
        if note.blocks:
            return self.blocks(note.blocks)
        return "<br>".join(self._inlines.content(paragraph) for paragraph in note.paragraphs)

    def _block(self, block: Block, caption: Div | None = None) -> str:
        match block:
            case Paragraph():
                if figure_of(block) is not None:
                    return self._figure(block)
                return f'<p dir="auto">{self._inlines.content(block.inlines)}</p>\n'
            case Heading():
                return self._heading(block)
            case List():
                return self._list(block)
            case Quote():
                return f"<blockquote{_turn(block)}>\n{self.blocks(block.blocks)}</blockquote>\n"
            case Div():
                return self._div(block)
            case Table():
                return self._table(block, caption)
            case _:
                return self._other(block)

    def _heading(self, block: Heading) -> str:
        """Return a heading whose level skips none; one without words is no more than its place."""
        inside = self._inlines.content(block.inlines)
        if not inside:
            return f"<div{named}></div>\n" if (named := self._id(block)) else ""
        level = min(max(block.level - self._shift, 2), LOWEST, self._deepest + 1)
        self._deepest = level
        return f"<h{level}{self._id(block)}{_turn(block)}>{inside}</h{level}>\n"

    def _div(self, block: Div) -> str:
        """Return what a div holds, laid out as it asks."""
        if PAGE_BREAK in block.classes:
            return '<div style="break-after:page"></div>\n'
        if CONTENTS in block.classes:
            return self._table_of_contents(block)
        inside = self.blocks(block.blocks)
        kind = kind_of_section(block)
        named = self._id(block)
        if kind == LANDSCAPE:
            named += ' class="landscape"'
        elif kind:
            named += f' class="columns" style="columns:{column_count(kind)}"'
        elif COLUMN in block.classes:
            named += ' class="column"'
        language = language_tag(block.attribute("lang"))
        named += f' lang="{language}"' if language else ""
        return f"<div{named}>\n{inside}</div>\n" if named else inside

    def _table_of_contents(self, div: Div) -> str:
        depth = contents_depth(div)
        lines = [
            f'<li style="padding-left:{level - 1}em"><a href="#{escape(target.identifier)}">'
            f"{escape(legal(target.words))}</a></li>\n"
            for block, target in self._inlines.references.headings
            if (level := max(block.level - self._shift - 1, 1)) <= depth and target.words
        ]
        title = escape(legal(div.attribute("title") or self._contents))
        named = self._id(div)
        if not lines:
            return f"<div{named}></div>\n" if named else ""
        head = f'<nav{named} aria-label="{title}">\n<h2>{title}</h2>\n<ul class="contents">\n'
        return f"{head}{''.join(lines)}</ul>\n</nav>\n"

    def _figure(self, block: Paragraph) -> str:
        image, target = figure_of(block), self._inlines.references.of(block)
        words = self._inlines.content(figure_words(image)) if image else ""
        label = target.words if target else ""
        line = f"{escape(label)}: {words}" if words else escape(label)
        drawn = self._inlines.content(block.inlines)
        return f"<figure{self._id(block)}>\n{drawn}\n<figcaption>{line}</figcaption>\n</figure>\n"

    def _id(self, block: Block) -> str:
        """Return the id of a block that links or a table of contents point to."""
        target = self._inlines.references.to_mark(block)
        return f' id="{escape(target.identifier)}"' if target else ""

    def _other(self, block: Block) -> str:
        match block:
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
            return f"<ol{start}{_turn(block)}>\n{items}</ol>\n"
        return f"<ul{_turn(block)}>\n{items}</ul>\n"

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

    def _table(self, block: Table, caption: Div | None) -> str:
        target = self._inlines.references.of(block)
        above = ""
        if caption is not None and target is not None:
            words = self._inlines.content(caption_words(caption))
            above = f"<caption>{escape(target.words)}: {words}</caption>\n"
        rows = placed_rows(block)
        head = "".join(self._row(row, "th") for row in rows if row.is_head)
        body = "".join(self._row(row, "td") + "\n" for row in rows if not row.is_head)
        head = f"<thead>{head}</thead>\n" if head else ""
        named = self._id(block) + _turn(block)
        return f"<table{named}>\n{above}{head}<tbody>\n{body}</tbody>\n</table>\n"

    def _row(self, row: PlacedRow, tag: str) -> str:
        cells: list[str] = []
        for cell in row.cells:
            if cell.covered:
                continue
            scope = ' scope="colgroup"' if cell.columns > 1 else ' scope="col"'
            shape = scope if tag == "th" else ""
            shape += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            shape += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            inside = self._inlines.content(cell.inlines)
            cells.append(f"<{tag}{shape}{_RIGHT.get(cell.align, '')}>{inside}</{tag}>")
        return f"<tr>{''.join(cells)}</tr>"


def _turn(block: Block) -> str:
    """Return the attribute of a block that is laid out from right to left."""
    return ' dir="rtl"' if is_turned(block) else ""
