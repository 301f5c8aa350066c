"""One paragraph while it is read: alike pieces are joined, and offsets counted."""

from briefing.model.word_review import Look, Piece, PieceKind
from briefing.review.reading.revision_log import Mark

OBJECT = "\ufffc"
_THINGS = {PieceKind.NOTE: "[note]", PieceKind.PICTURE: "[picture]"}
Numbers = tuple[int, ...]
_PLAIN = Look()


def said(piece: Piece) -> str:
    """Return the words that a change tells of a piece by."""
    if piece.kind is PieceKind.TEXT:
        return piece.text
    return _THINGS.get(piece.kind, piece.reference)


class ParagraphBuilder:
    """Gathers pieces; `inserted` and `deleted` are the changes that the next ones stand in."""

    def __init__(self, number: int, part: str, inserted: Numbers, deleted: Numbers) -> None:
        self.number = number
        self.part = part
        self.inserted = inserted
        self.deleted = deleted
        self.length = 0
        self._pieces: list[Piece] = []
        self._words: list[str] = []
        self._alike: tuple[Look, Numbers, Numbers, int, Look | None] | None = None
        self._last: tuple[tuple[Mark, Numbers, Numbers], int] | None = None
        self._formatted: tuple[Mark, str, int] | None = None

    def words(
        self, text: str, look: Look = _PLAIN, formatted: int = 0, was: Look | None = None
    ) -> None:
        """Add words; they join those before them where nothing differs."""
        if not text:
            return
        alike = (look, self.inserted, self.deleted, formatted, was)
        if alike != self._alike:
            self._flush()
            self._alike = alike
        self._words.append(text)
        self._count(len(text), formatted)

    def thing(self, kind: PieceKind, reference: str, look: Look = _PLAIN) -> str:
        """Add what is no text: a note's mark, a picture, a formula; return what it is told by."""
        self._flush()
        piece = Piece(OBJECT, kind, look, reference, self.inserted, self.deleted)
        self._pieces.append(piece)
        self._count(1, 0)
        return said(piece)

    def pieces(self) -> tuple[Piece, ...]:
        """Return what was gathered."""
        self._flush()
        return tuple(self._pieces)

    def same_change(self, mark: Mark) -> int:
        """Return the number of the change that ended here if this one goes on with it, or 0."""
        key = (mark, self.inserted, self.deleted)
        return self._last[1] if self._last is not None and self._last[0] == key else 0

    def end_change(self, mark: Mark, number: int) -> None:
        """Remember the change that ends here; its next run may be of the same change."""
        self._last = ((mark, self.inserted, self.deleted), number)

    def same_format(self, mark: Mark, detail: str) -> int:
        """Return the number of the change of format that the last words had if it goes on, or 0."""
        last = self._formatted
        return last[2] if last is not None and last[:2] == (mark, detail) else 0

    def begin_format(self, mark: Mark, detail: str, number: int) -> None:
        """Remember the change of format that the next words have."""
        self._formatted = (mark, detail, number)

    def _count(self, length: int, formatted: int) -> None:
        self.length += length
        self._last = None
        if self._formatted is not None and self._formatted[2] != formatted:
            self._formatted = None

    def _flush(self) -> None:
        if self._alike is not None:
            look, inserted, deleted, formatted, was = self._alike
            text = "".join(self._words)
            self._pieces.append(
                Piece(text, PieceKind.TEXT, look, "", inserted, deleted, formatted, was)
            )
        self._words.clear()
        self._alike = None
