"""What a table of contents lists: each heading with its number and the page it is likely on."""

from briefing.export.cross_references import CrossReferences
from briefing.export.docx.contents_table import Entry
from briefing.export.docx.heading_numbers import HeadingNumbers
from briefing.export.docx.page_estimate import PageEstimate
from briefing.export.docx.xml_text import Element
from briefing.export.heading_levels import LOWEST
from briefing.model.publication import Publication
from briefing.model.template import NoteStyle

_TITLE, _FIELD = 3.0, 1.7  # lines of the memo's head
_UNNUMBERED = "unnumbered"


def contents_entries(
    publication: Publication,
    references: CrossReferences,
    numbers: HeadingNumbers,
    section: Element,
    shift: int,
) -> tuple[Entry, ...]:
    """Return the headings in their order; they rise by `shift` levels."""
    fields = sum(bool(value.strip()) for _, value in publication.fields)
    head = _TITLE + _FIELD * fields
    levels = [min(max(block.level - shift, 1), LOWEST) for block, _ in references.headings]
    has_footnotes = publication.note_style is NoteStyle.FOOTNOTES
    pages = PageEstimate(section, publication.blocks, head, levels, has_footnotes=has_footnotes)
    entries: list[Entry] = []
    for level, (block, target) in zip(levels, references.headings, strict=True):
        is_bare = _UNNUMBERED in block.classes
        number = "" if is_bare else numbers.next(f"heading{level}")
        if target.words:
            entries.append(Entry(target, level, number, pages.of(block)))
    return tuple(entries)
