"""A returned file written anew, with what was changed without tracking marked in it."""

from dataclasses import replace

from briefing.model.word_review import (
    Look,
    Piece,
    Revision,
    RevisionKind,
    WordParagraph,
)
from briefing.review.comparing.compare_atoms import Atom, with_text
from briefing.review.comparing.place_map import PlaceMap
from briefing.review.reading.paragraph_builder import said

_COME = {True: RevisionKind.PARAGRAPH_INSERTION, False: RevisionKind.INSERTION}
_GONE = {True: RevisionKind.PARAGRAPH_DELETION, False: RevisionKind.DELETION}


class RewrittenFile:
    """Takes atoms in their order; paragraphs end where the end of one is taken.

    Changes get numbers behind those of the file: `order` says where each is met first.
    """

    def __init__(self, first_number: int, author: str) -> None:
        self.paragraphs: list[WordParagraph] = []
        self.found: dict[int, Revision] = {}
        self.places = PlaceMap()
        self._next = first_number
        self._author = author
        self._pieces: list[Piece] = []
        self._words: list[str] = []  # of the last piece
        self._length = 0
        self._last: tuple[RevisionKind, int] | None = None

    def keep(self, atom: Atom) -> None:
        """Take an atom as it stands in the returned file."""
        self._last = None
        self._take(atom, returned=True)

    def keep_paragraph(self, paragraph: WordParagraph) -> None:
        """Take a whole paragraph as it stands, where none has begun."""
        self._last = None
        number = len(self.paragraphs)
        self.places.add(paragraph.number, 0, len(paragraph.text), (number, 0))
        self.paragraphs.append(replace(paragraph, number=number, bookmarks=()))

    def reformat(self, atom: Atom, was: Look) -> None:
        """Take an atom that looked otherwise before."""
        if atom.piece is None:
            return
        number = self._number(RevisionKind.RUN_FORMAT, said(atom.piece), said(atom.piece))
        piece = replace(atom.piece, formatted=number, was=was)
        self._take(replace(atom, piece=piece), returned=True)

    def insert(self, atom: Atom) -> None:
        """Take an atom that the file that was sent had not."""
        kind = _COME[atom.is_mark]
        number = self._number(kind, "", said(atom.piece) if atom.piece else "\n")
        if atom.piece is not None:
            piece = replace(atom.piece, inserted=(number, *atom.piece.inserted))
            self._take(replace(atom, piece=piece), returned=True)
        else:
            self._take(atom, returned=True, mark_inserted=number)

    def delete(self, atom: Atom) -> None:
        """Take an atom of the file that was sent which the returned one has no more."""
        kind = _GONE[atom.is_mark]
        number = self._number(kind, said(atom.piece) if atom.piece else "\n", "")
        if atom.piece is not None:
            piece = replace(atom.piece, inserted=(), deleted=(number,), formatted=0, was=None)
            self._take(replace(atom, piece=piece), returned=False)
        else:
            self._take(atom, returned=False, mark_deleted=number)

    def bring_back(self, atom: Atom) -> None:
        """Take an atom of a row or a cell that is there no more."""
        self._take(atom, returned=False)

    def whole(self, kind: RevisionKind, words: str) -> int:
        """Return the number of a change of a whole row or cell, whose words are taken next."""
        self._last = None
        is_come = kind in {RevisionKind.ROW_INSERTION, RevisionKind.CELL_INSERTION}
        number = self._number(kind, "" if is_come else words, words if is_come else "")
        self._last = None
        return number

    def shape(self, was: WordParagraph, now: WordParagraph) -> None:
        """Note that the paragraph being taken was of another kind."""
        detail = f"{_kind(now)}, was {_kind(was)}"
        self._last = None
        self._number(RevisionKind.PARAGRAPH_FORMAT, now.text, now.text, detail)
        self._last = None

    def _number(self, kind: RevisionKind, before: str, after: str, detail: str = "") -> int:
        """Return the number of the change that goes on, or of a new one."""
        if self._last is not None and self._last[0] is kind:
            number = self._last[1]
            one = self.found[number]
            one = replace(one, before=one.before + before, after=one.after + after)
        else:
            number, self._next = self._next, self._next + 1
            one = Revision(
                number, kind, self._author, "", "", len(self.paragraphs), before, after,
                is_tracked=False, detail=detail,
            )  # fmt: skip
        self.found[number] = one
        self._last = (kind, number)
        return number

    def _take(
        self, atom: Atom, *, returned: bool, mark_inserted: int = 0, mark_deleted: int = 0
    ) -> None:
        if returned:
            length = len(atom.piece.text) if atom.piece is not None else 0
            place = (len(self.paragraphs), self._length)
            self.places.add(atom.paragraph.number, atom.start, length, place)
        if atom.piece is not None:
            self._add(atom.piece)
            return
        paragraph = atom.paragraph
        self.paragraphs.append(
            replace(
                paragraph,
                number=len(self.paragraphs),
                pieces=self._joined(),
                bookmarks=(),
                mark_inserted=mark_inserted or (paragraph.mark_inserted if returned else 0),
                mark_deleted=mark_deleted or (paragraph.mark_deleted if returned else 0),
            )
        )
        self._pieces.clear()
        self._length = 0
        self._last = None

    def _add(self, piece: Piece) -> None:
        self._length += len(piece.text)
        if self._pieces and _is_alike(self._pieces[-1], piece):
            self._words.append(piece.text)
            return
        self._end_piece()
        self._pieces.append(piece)
        self._words.append(piece.text)

    def _end_piece(self) -> None:
        if len(self._words) > 1:
            self._pieces[-1] = with_text(self._pieces[-1], "".join(self._words))
        self._words.clear()

    def _joined(self) -> tuple[Piece, ...]:
        self._end_piece()
        return tuple(self._pieces)


def _is_alike(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces differ in their words alone."""
    return (
        one.kind is other.kind
        and one.look == other.look
        and one.inserted == other.inserted
        and one.deleted == other.deleted
        and one.formatted == other.formatted
        and one.reference == other.reference
        and one.was == other.was
    )


def _kind(paragraph: WordParagraph) -> str:
    if paragraph.heading:
        return f"heading {paragraph.heading}"
    if paragraph.list_level >= 0:
        return "numbered item" if paragraph.is_ordered else "bulleted item"
    return "text"
