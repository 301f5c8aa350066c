"""Some changes of a returned file accepted before it is looked at: those that were our own."""

from collections.abc import Collection
from dataclasses import replace

from briefing.model.word_review import Cell, Piece, ReviewedFile, WordParagraph
from briefing.review.comparing.compare_atoms import MARK, Atom
from briefing.review.comparing.renumbered import renumbered
from briefing.review.comparing.rewritten_file import RewrittenFile

_Place = tuple[str, str, Cell | None]


def settled(file: ReviewedFile, numbers: Collection[int]) -> ReviewedFile:
    """Return a file as it were if those changes had been accepted; the others stay as they are."""
    if not numbers:
        return file
    out = RewrittenFile(len(file.revisions) + 1, file.last_author)
    settling = _Settling(frozenset(numbers), out)
    for paragraph in file.paragraphs:
        settling.add(paragraph)
    settling.end()
    kept = tuple(one for one in file.revisions if one.number not in numbers)
    return renumbered(replace(file, revisions=kept), out)


class _Settling:
    def __init__(self, numbers: frozenset[int], out: RewrittenFile) -> None:
        self._numbers, self._out = numbers, out
        self._waiting: WordParagraph | None = None  # its end is gone: it joins the next one

    def add(self, paragraph: WordParagraph) -> None:
        """Take a paragraph, its changes settled."""
        cell = paragraph.cell
        if cell and {cell.row_deleted, cell.cell_deleted} & self._numbers:
            return
        paragraph = replace(paragraph, cell=self._cell(cell))
        if self._waiting is not None and _place(self._waiting) != _place(paragraph):
            self.end()
        start = 0
        for piece in paragraph.pieces:
            if not self._numbers.intersection(piece.deleted):
                self._out.keep(Atom(piece.text, self._piece(piece), paragraph, start, in_base=True))
            start += len(piece.text)
        self._waiting = paragraph
        if paragraph.mark_deleted not in self._numbers:
            self._close(paragraph, start)

    def end(self) -> None:
        """Close a paragraph that nothing follows which it could join."""
        if self._waiting is not None and self._waiting.mark_deleted in self._numbers:
            self._close(self._waiting, len(self._waiting.text))
        self._waiting = None

    def _close(self, paragraph: WordParagraph, start: int) -> None:
        marks = {
            name: 0
            for name in ("mark_inserted", "mark_deleted")
            if getattr(paragraph, name) in self._numbers
        }
        self._out.keep(Atom(MARK, None, replace(paragraph, **marks), start, in_base=True))
        self._waiting = None

    def _piece(self, piece: Piece) -> Piece:
        is_format = piece.formatted in self._numbers
        return replace(
            piece,
            inserted=tuple(one for one in piece.inserted if one not in self._numbers),
            formatted=0 if is_format else piece.formatted,
            was=None if is_format else piece.was,
        )

    def _cell(self, cell: Cell | None) -> Cell | None:
        if cell is None:
            return None
        return replace(
            cell,
            row_inserted=0 if cell.row_inserted in self._numbers else cell.row_inserted,
            cell_inserted=0 if cell.cell_inserted in self._numbers else cell.cell_inserted,
        )


def _place(paragraph: WordParagraph) -> _Place:
    return paragraph.part, paragraph.note, paragraph.cell
