"""Notes that a reviewer put in: a citation again where its words are known, else a note typed."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.model.word_review import Look, Piece, PieceKind, ReviewedFile
from briefing.review.placing.place_stretches import Group
from briefing.review.placing.place_words import TypedWord
from briefing.review.placing.printed_places import NOTES, Slot
from briefing.text.markdown_atoms import AtomKind

Written = Callable[[Sequence[TypedWord]], str]
_SPACE = re.compile(r"\s+")


@dataclass(slots=True, eq=False)
class NoteBook:
    """What the notes of a file say."""

    lines: Mapping[str, tuple[tuple[Piece, ...], ...]]
    slots: Sequence[Slot]
    _cited: Mapping[str, str] | None = None

    @property
    def cited(self) -> Mapping[str, str]:
        """Return the citation of each note that was worded from sources, by its words."""
        if self._cited is None:
            self._cited = _cited(self.slots)
        return self._cited

    def source_of(self, reference: str, written: Written) -> str:
        """Return the Markdown of a note's mark: its citation, or the note in its place.

        `written` makes Markdown of typed words (pandoc, "inline_notes").
        """
        known = self.cited.get(self.plain(reference))
        if known:
            return known
        words: list[TypedWord] = []
        for number, line in enumerate(self.lines.get(reference, ())):
            words += [TypedWord(" ")] if number else []
            words += typed_words(line)
        text = written(words).strip()
        return f"^[{text}]" if text else ""

    def plain(self, reference: str) -> str:
        """Return what a note says, blanks made one."""
        lines = self.lines.get(reference, ())
        return _flat(" ".join("".join(one.text for one in line) for line in lines))


def typed_words(pieces: Sequence[Piece]) -> list[TypedWord]:
    """Return the words of pieces that stay when all is accepted; formulas as their words."""
    words: list[TypedWord] = []
    for piece in pieces:
        if piece.deleted:
            continue
        if piece.kind is PieceKind.TEXT:
            words += [TypedWord(sign, piece.look) for sign in piece.text]
        elif piece.kind is PieceKind.FORMULA:
            words += [TypedWord(sign, Look()) for sign in piece.reference]
    return words


def note_book(slots: Sequence[Slot], file: ReviewedFile) -> NoteBook:
    """Return what is known of the notes of a returned file."""
    lines: dict[str, tuple[tuple[Piece, ...], ...]] = {}
    for paragraph in file.paragraphs:
        if paragraph.part in NOTES:
            lines[paragraph.note] = (*lines.get(paragraph.note, ()), paragraph.pieces)
    return NoteBook(lines, slots)


def _cited(slots: Sequence[Slot]) -> dict[str, str]:
    """Return the citation of each note that was worded from sources, by its words."""
    words: dict[str, str] = {}
    for slot in slots:
        if slot.paragraph.part in NOTES:
            known = words.get(slot.paragraph.note, "")
            words[slot.paragraph.note] = _flat(f"{known} {slot.paragraph.text}")
    cited: dict[str, str] = {}
    for slot in slots:
        atoms = slot.node.atoms if slot.node else None
        for place, piece in note_places(slot):
            owner = slot.alignment.owners[place]
            if atoms is None or owner < 0 or atoms[owner].kind is not AtomKind.CITATION:
                continue
            first, last = slot.alignment.groups[owner]
            source = "".join(atom.source for atom in atoms[first : last + 1])
            if source.startswith("["):
                cited.setdefault(words.get(piece.reference, ""), source)
    cited.pop("", None)
    return cited


def references_of(slots: Sequence[Slot], groups: Sequence[Group]) -> dict[str, str]:
    """Return which of our notes each mark that was not inserted stands for."""
    references: dict[str, str] = {}
    for group in groups:
        if group.slot < 0:
            continue
        marks = {place: one.reference for place, one in note_places(slots[group.slot])}
        if not marks:
            continue
        for stretch, offset in zip(group.stretches, group.offsets, strict=True):
            piece = stretch.piece
            if piece and piece.kind is PieceKind.NOTE and not stretch.inserted and offset in marks:
                references[piece.reference] = marks[offset]
    return references


def note_places(slot: Slot) -> list[tuple[int, Piece]]:
    """Return the marks of notes in a slot with their places."""
    found: list[tuple[int, Piece]] = []
    place = 0
    for piece in slot.paragraph.pieces:
        if piece.kind is PieceKind.NOTE:
            found.append((place, piece))
        place += len(piece.text)
    return found


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
