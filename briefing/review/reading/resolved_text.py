"""A returned file as plain text, with all its changes accepted or all of them rejected."""

from collections.abc import Iterable

from briefing.model.word_review import Cell, Piece, PieceKind, ReviewedFile, WordParagraph

_SHOWN = frozenset(("body", "text-box", "footnote", "endnote"))
_NOTES = frozenset(("footnote", "endnote"))
_BREAKS = str.maketrans({"\n": " ", "\f": "", "\u00ad": ""})


def resolved_text(file: ReviewedFile, *, accept: bool) -> str:
    """Return the words of the body, its boxes and its notes: one paragraph a line.

    Notes that nothing refers to any more are left out, as are heads and feet of pages.
    """
    moved = frozenset(one.number for one in file.revisions if one.move)
    lines = _Lines(moved, accept=accept)
    for paragraph in file.paragraphs:
        if paragraph.part in _SHOWN:
            lines.add(paragraph)
    return lines.text()


class _Lines:
    """The lines so far; of each container the one that the next paragraph would join."""

    def __init__(self, moved: frozenset[int], *, accept: bool) -> None:
        self._accept = accept
        self._moved = moved
        self._lines: list[str | None] = []
        self._pending: dict[tuple[str, str, Cell | None], int] = {}
        self._notes: set[str] = set()

    def add(self, paragraph: WordParagraph) -> None:
        """Add a paragraph that stands in the text when all is settled."""
        place = (paragraph.part, paragraph.note, paragraph.cell)
        if paragraph.part != "text-box":
            self._end_others(place)  # by a row that goes, too: its table stays between
        if _is_gone(paragraph.cell, accept=self._accept):
            return
        if paragraph.part in _NOTES and paragraph.note not in self._notes:
            return
        pieces = [one for one in paragraph.pieces if not self._is_away(one)]
        self._notes.update(one.reference for one in pieces if one.kind is PieceKind.NOTE)
        words = "".join(map(_words, pieces)).translate(_BREAKS)
        at = self._pending.pop(place, None)
        if at is None:
            at = len(self._lines)
            self._lines.append("")
        self._lines[at] = (self._lines[at] or "") + words
        mark = paragraph.mark_deleted if self._accept else paragraph.mark_inserted
        if mark and not (mark in self._moved and not self._lines[at]):
            self._pending[place] = at  # a whole paragraph that moved leaves an empty one

    def text(self) -> str:
        """Return the lines."""
        self._drop(self._pending.values())
        return "\n".join(line for line in self._lines if line is not None)

    def _is_away(self, piece: Piece) -> bool:
        return bool(piece.deleted if self._accept else piece.inserted)

    def _end_others(self, place: tuple[str, str, Cell | None]) -> None:
        """Settle paragraphs that cannot join the next one: a table or the end lies between."""
        others = [one for one in self._pending if one != place and one[0] != "text-box"]
        self._drop(self._pending.pop(one) for one in others)

    def _drop(self, places: Iterable[int]) -> None:
        """Leave out paragraphs whose end is gone and that hold nothing."""
        for at in places:
            if not self._lines[at]:
                self._lines[at] = None


def _is_gone(cell: Cell | None, *, accept: bool) -> bool:
    if cell is None:
        return False
    if accept:
        return bool(cell.row_deleted or cell.cell_deleted)
    return bool(cell.row_inserted or cell.cell_inserted)


def _words(piece: Piece) -> str:
    if piece.kind is PieceKind.TEXT:
        return piece.text
    return piece.reference if piece.kind is PieceKind.FORMULA else ""
