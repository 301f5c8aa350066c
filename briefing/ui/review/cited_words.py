"""Citations of a document said in words: `[@fact:by3]` becomes “AP, 3 Sept. 2025”.

The document then is shorter than the text that it was made of; `PlaceShift` leads from one to the
other.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from briefing.model.block import Citation
from briefing.services.citing import CitationLabel
from briefing.text.citation_syntax import KEY, find_plain
from briefing.ui.editor.citation_chips import chip_look
from briefing.ui.utf16 import utf16_offset

_KEEP = QTextCursor.MoveMode.KeepAnchor
_EDGE = "\u2009"  # of a chip: its ground goes a little beyond the words

Labels = Mapping[str, CitationLabel]
Replaced = tuple[int, int, str]  # where in the document, in UTF-16 units, and by what


class PlaceShift:
    """From places of a document to those after some of its words were replaced."""

    def __init__(self, replaced: Sequence[Replaced]) -> None:
        self._starts = [start for start, _, _ in replaced]
        self._stretches: list[tuple[int, int, int]] = []  # where it was, where it is
        grown = 0
        for start, end, words in replaced:
            length = utf16_offset(words, len(words))
            self._stretches.append((end, start + grown, start + grown + length))
            grown += length - (end - start)

    def place(self, position: int) -> int:
        """Return where a place is now; one inside words that are gone is at their start."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return position
        end, first, last = self._stretches[at]
        return first if position < end else position - end + last


def say_citations(
    document: QTextDocument, look: QTextCharFormat, labels: Labels, bounds: Collection[int]
) -> PlaceShift:
    """Put a chip's words in place of each citation.

    `bounds` are the places where marks begin and end: a citation that one goes through is said a
    source at a time, and keeps its brackets.
    """
    cut = sorted(bounds)
    replaced = [
        one
        for block in _blocks(document)
        if "@" in block.text()
        for one in _of_block(block, labels, cut)
    ]
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for start, end, words in reversed(replaced):
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)
        made = QTextCharFormat(cursor.charFormat())
        made.merge(look)
        cursor.insertText(words, made)
    cursor.endEditBlock()
    return PlaceShift(replaced)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _of_block(block: QTextBlock, labels: Labels, cut: Sequence[int]) -> Iterator[Replaced]:
    text = block.text()
    for first, last, citation in find_plain(text):
        if not any(item.key in labels for item in citation.items):
            continue  # what only looks like one: an address, code
        start, end = (block.position() + utf16_offset(text, at) for at in (first, last))
        if bisect_right(cut, start) == bisect_right(cut, end - 1):
            yield start, end, _words(citation, labels)
        else:
            yield from _one_by_one(text, first, last, block.position(), labels)


def _one_by_one(
    text: str, first: int, last: int, position: int, labels: Labels
) -> Iterator[Replaced]:
    for match in KEY.finditer(text, first, last):
        label = labels.get(match["braced"] or match["plain"])
        if label is not None:
            start, end = (position + utf16_offset(text, at) for at in match.span())
            yield start, end, label.label


def _words(citation: Citation, labels: Labels) -> str:
    return f"{_EDGE}{chip_look(citation, labels).text}{_EDGE}"
