"""The words of a file as atoms that can be compared, and the blocks that hold them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from briefing.model.word_review import Look, Piece, PieceKind, WordParagraph
from briefing.text.token_changes import tokens
from briefing.text.unit_pairs import UnitKey

MARK = "\n"  # the end of a paragraph
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, a thing or a paragraph's end; `start` is its place in its paragraph.

    One that is not in the `base` was put in by a tracked change: it is passed on as it stands.
    """

    key: str
    piece: Piece | None
    paragraph: WordParagraph
    start: int
    in_base: bool

    @property
    def is_mark(self) -> bool:
        """Tell whether it is the end of its paragraph."""
        return self.piece is None

    def put_in(self, other: WordParagraph) -> "Atom":
        """Return it as of the note, box or cell that another paragraph stands in."""
        if not self.is_mark:
            return self
        place = replace(self.paragraph, part=other.part, note=other.note, cell=other.cell)
        return replace(self, paragraph=place)


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or all paragraphs of a block: a table's row, a note, a text box."""

    paragraphs: tuple[WordParagraph, ...]
    key: UnitKey

    @property
    def is_row(self) -> bool:
        """Tell whether it is a table's row."""
        return self.paragraphs[0].cell is not None


def with_text(piece: Piece, text: str) -> Piece:
    """Return a piece with other words; quicker than `replace`, for there are many."""
    return Piece(
        text, piece.kind, piece.look, piece.reference, piece.inserted, piece.deleted,
        piece.formatted, piece.was,
    )  # fmt: skip


def units(paragraphs: Iterable[WordParagraph], *, accepted: bool) -> list[Unit]:
    """Return paragraphs as units; `accepted` says which words of each count."""
    return [
        _unit(tuple(group), block, accepted=accepted)
        for block, group in groupby(paragraphs, _block)
    ]


def atoms(paragraph: WordParagraph, *, accepted: bool) -> list[Atom]:
    """Return a paragraph's atoms with its end; accepted ones are those without deleted words."""
    found: list[Atom] = []
    start = 0
    for piece in paragraph.pieces:
        words = tokens(piece.text) if piece.kind is PieceKind.TEXT else [piece.text]
        in_base = not (piece.deleted if accepted else piece.inserted)
        for word in words:
            part = with_text(piece, word) if len(words) > 1 else piece
            found.append(Atom(_key(part), part, paragraph, start, in_base))
            start += len(word)
    mark = paragraph.mark_deleted if accepted else paragraph.mark_inserted
    return [*found, Atom(MARK, None, paragraph, start, not mark)]


def whole_words(some: Sequence[Atom]) -> list[tuple[Atom, ...]]:
    """Return atoms joined to words where a change or a look begins within one."""
    words: list[tuple[Atom, ...]] = []
    for is_text, run in groupby(some, lambda atom: atom.key not in {MARK, ""} and _is_text(atom)):
        atoms_of_run = list(run)
        if not is_text:
            words += [(atom,) for atom in atoms_of_run]
            continue
        waiting = iter(atoms_of_run)
        for token in tokens("".join(_text(atom) for atom in atoms_of_run)):
            word: list[Atom] = []
            length = 0
            while length < len(token):
                word.append(next(waiting))
                length += len(_text(word[-1]))
            words.append(tuple(word))
    return words


def side_by_side(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[tuple[Atom, Atom]]:
    """Yield each new atom with the old one that its first character stands in."""
    ends = list(accumulate(len(_text(atom)) or 1 for atom in old))
    at = place = 0
    for atom in new:
        while at < len(ends) - 1 and place >= ends[at]:
            at += 1
        yield old[at], atom
        place += len(_text(atom)) or 1


def _is_text(atom: Atom) -> bool:
    return atom.piece is not None and atom.piece.kind is PieceKind.TEXT


def _text(atom: Atom) -> str:
    return atom.piece.text if atom.piece is not None else ""


def cells(unit: Unit) -> list[tuple[WordParagraph, ...]]:
    """Return the paragraphs of each cell of a row."""
    found: list[list[WordParagraph]] = []
    for paragraph in unit.paragraphs:
        if found and found[-1][0].cell == paragraph.cell:
            found[-1].append(paragraph)
        else:
            found.append([paragraph])
    return [tuple(one) for one in found]


def words_of(paragraphs: Sequence[WordParagraph], *, accepted: bool) -> str:
    """Return what paragraphs say in the base."""
    return "".join(
        part[0] for paragraph in paragraphs for part in said_as(paragraph, accepted=accepted)
    )


def said_as(paragraph: WordParagraph, *, accepted: bool) -> list[tuple[str, Look]]:
    """Return what a paragraph says in the base and how it looked there, alike words as one."""
    found: list[tuple[str, Look]] = []
    for piece in paragraph.pieces:
        if piece.deleted if accepted else piece.inserted:
            continue
        look = piece.was if piece.was is not None and not accepted else piece.look
        words = _key(piece)
        if found and found[-1][1] == look:
            words = found.pop()[0] + words
        found.append((words, look))
    mark = paragraph.mark_deleted if accepted else paragraph.mark_inserted
    return found if mark else [*found, (MARK, Look())]


def _block(paragraph: WordParagraph) -> str:
    """Return what tells a block from others; a plain paragraph has its own number."""
    place = f"{paragraph.part}|{paragraph.note}"
    if paragraph.cell is not None:
        return f"{place}|{paragraph.cell.table}|{paragraph.cell.row}"
    return place if paragraph.note else str(paragraph.number)


def _unit(paragraphs: tuple[WordParagraph, ...], block: str, *, accepted: bool) -> Unit:
    first = paragraphs[0]
    kind = f"{first.part} {'row' if first.cell else ''}" if "|" in block else ""
    words = words_of([_unnumbered(one) for one in paragraphs], accepted=accepted)
    return Unit(paragraphs, UnitKey(kind, words))


def _unnumbered(paragraph: WordParagraph) -> WordParagraph:
    """Return a paragraph whose marks of notes are all alike: numbers tell nothing across files."""
    if all(one.kind is not PieceKind.NOTE for one in paragraph.pieces):
        return paragraph
    pieces = (
        replace(one, reference="") if one.kind is PieceKind.NOTE else one
        for one in paragraph.pieces
    )
    return replace(paragraph, pieces=tuple(pieces))


def _key(piece: Piece) -> str:
    """Return what makes an atom equal to another; of a note's mark, which note it is."""
    if piece.kind is PieceKind.TEXT:
        return _plain(piece.text)
    if piece.kind in {PieceKind.FORMULA, PieceKind.NOTE}:
        return f"{piece.text}{piece.reference}"
    return f"{piece.text}{piece.kind.value}"


def _plain(text: str) -> str:
    """Return words without what programs write anew as they like: blanks, letters in parts."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("\u00a0", " ")
    if "  " in text:
        text = _SPACES.sub(" ", text)
    return text
