"""A table of contents: a field with its entries in it already (ECMA-376 part 1, 17.16.5.68)."""

from dataclasses import dataclass

from briefing.export.cross_references import Target
from briefing.export.docx.paragraph_look import ParagraphLook
from briefing.export.docx.reference_marks import bookmark_of, linked
from briefing.export.docx.run_writer import RunWriter
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.word_fields import END, begin, field
from briefing.export.section_kinds import contents_depth
from briefing.model.block import Div

_MOST_LEVELS = 6
_INDENT = 240  # twentieths of a point a level, for an entry's number
# a place for numbers beyond a style's right indent is one that LibreOffice does not show
_TO_THE_EDGE = '<w:ind w:right="0"/>'
_TAB = "<w:r><w:tab/></w:r>"
_GALLERY = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    "</w:docPartObj></w:sdtPr>"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as a table of contents lists it; `level` counts from 1."""

    target: Target
    level: int
    number: str
    page: int


class ContentsTable:
    """Writes the tables of contents of one document; `width` in twentieths of a point."""

    def __init__(self, styles: StyleMap, runs: RunWriter, entries: tuple[Entry, ...]) -> None:
        self._styles = styles
        self._runs = runs
        self._entries = entries
        self._is_first = True

    def xml(self, div: Div, title: str, width: int) -> str:
        """Return the whole table, or nothing where there is no heading to list."""
        depth = contents_depth(div)
        listed = [entry for entry in self._entries if entry.level <= depth]
        if not listed:
            return ""
        look = ParagraphLook(self._styles.id_of("toc_heading"), keep_next=True)
        head = f"<w:p>{look.xml()}{self._runs.text(div.attribute('title') or title)}</w:p>"
        lines = [self._line(entry, width) for entry in listed]
        lines[0] = _after_properties(lines[0], begin(f'TOC \\o "1-{depth}" \\h \\z \\u'))
        lines[-1] = lines[-1].removesuffix("</w:p>") + END + "</w:p>"
        gallery, self._is_first = (_GALLERY if self._is_first else ""), False
        content = f"<w:sdtContent>{head}{''.join(lines)}</w:sdtContent>"
        return f"<w:sdt>{gallery}{content}</w:sdt>"

    def _line(self, entry: Entry, width: int) -> str:
        part = f"toc{min(entry.level, _MOST_LEVELS)}"
        tabs = f'<w:tab w:val="right" w:leader="dot" w:pos="{width}"/>'
        if self._styles.has_right_tab(part):
            tabs = ""
        words = self._runs.text(entry.target.words)
        if entry.number:
            place = _INDENT * (entry.level + 1)
            tabs = f'<w:tab w:val="left" w:pos="{place}"/>{tabs}'
            words = self._runs.text(entry.number) + _TAB + words
        page = field(f"PAGEREF {bookmark_of(entry.target)} \\h", self._runs.text(str(entry.page)))
        tabs = f"<w:tabs>{tabs}</w:tabs>" if tabs else ""
        look = ParagraphLook(self._styles.id_of(part), tabs=tabs, indent=_TO_THE_EDGE)
        return f"<w:p>{look.xml()}{linked(entry.target, words + _TAB + page)}</w:p>"


def _after_properties(paragraph: str, runs: str) -> str:
    place = paragraph.index("</w:pPr>") + len("</w:pPr>")
    return paragraph[:place] + runs + paragraph[place:]
