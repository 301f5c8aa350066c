"""The smallest edit of the Markdown that changes words of one block, proved before it is taken."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Protocol

from briefing.model.memo_review import MemoEdit
from briefing.review.placing.markdown_inline import as_markdown
from briefing.review.placing.markdown_proof import Proof, Prover
from briefing.review.placing.memo_tree import Node, NodeKind
from briefing.review.placing.place_words import (
    PART_OF_CITATION,
    TypedWord,
    UnplacedError,
    gap_at,
    inserted_atoms,
    placed_atoms,
    taken_out,
)
from briefing.review.placing.plain_edits import is_plain
from briefing.review.placing.printed_places import Slot
from briefing.review.placing.typed_words import fully_escaped
from briefing.text.line_openings import escaped_start
from briefing.text.markdown_atoms import Atom, AtomKind, Atoms


@dataclass(frozen=True, slots=True)
class Part:
    """Atoms that take the place of those of a content from `first` up to `last`, which stay."""

    first: int
    last: int
    atoms: Sequence[Atom]

    def widened(self, was: Sequence[Atom]) -> "Part":
        """Return the part with all that stands in one wrap with it, or beside one that does."""
        first, last = self.first, self.last
        while first > 0 and was[first - 1].wraps:
            first -= 1
        while last < len(was) and was[last].wraps:
            last += 1
        if (first, last) == (self.first, self.last):
            return self
        return Part(first, last, [*was[first : self.first], *self.atoms, *was[self.last : last]])


class Make(Protocol):
    """Makes the atoms of a block; `full` asks that what was typed is escaped wherever it can be."""

    def __call__(self, *, full: bool) -> Part:
        """Return the atoms that are others than before."""
        ...


UNSAYABLE = "Markdown cannot say it in this place: change it by hand."


def new_atoms(
    slot: Slot, start: int, end: int, words: Sequence[TypedWord], *, full: bool = False
) -> list[Atom]:
    """Return the atoms of a slot with words in place of its print from `start` to `end`."""
    part, atoms = new_part(slot, start, end, words, full=full), placed_atoms(slot)
    return [*atoms[: part.first], *part.atoms, *atoms[part.last :]]


def new_part(
    slot: Slot, start: int, end: int, words: Sequence[TypedWord], *, full: bool = False
) -> Part:
    """Return what becomes other atoms where words take the place of print."""
    atoms = placed_atoms(slot)
    gone = taken_out(slot, start, end) if end > start else {}
    if words and _is_inside(slot, start, gone):
        raise UnplacedError(PART_OF_CITATION)
    gap = gap_at(slot, start)
    first, last = min(gone, default=gap), max(gone, default=gap - 1) + 1
    first, last = min(first, gap), max(last, gap)
    before, after = (_without(gone, atoms, some) for some in (range(first, gap), range(gap, last)))
    left = next((one for one in chain(reversed(before), atoms.before(first)) if one.text), None)
    right = next((one for one in chain(after, atoms.after(last)) if one.text), None)
    taken = next((atoms[index] for index in sorted(gone) if gone[index] == ()), None)
    made = inserted_atoms(slot, words, (left, right), taken, full=full)
    return Part(first, last, [*before, *made, *after])


def _without(
    gone: Mapping[int, tuple[Atom, ...]], atoms: Sequence[Atom], numbers: range
) -> list[Atom]:
    """Return some of the atoms, what is left of those that go in their place."""
    return [one for index in numbers for one in gone.get(index, (atoms[index],))]


def _is_inside(slot: Slot, place: int, gone: Mapping[int, object]) -> bool:
    """Return whether a place is amid the words that one thing prints."""
    owners = slot.alignment.owners
    if not 0 < place < len(owners):
        return False
    return owners[place - 1] == owners[place] and owners[place] not in gone


def sources(body: str, node: Node, make: Make) -> Iterator[tuple[str, Part]]:
    """Yield the ways in which a content can be said with changed atoms, the most natural first."""
    atoms = node.atoms or Atoms(())
    light = make(full=False).widened(atoms)
    was = atoms[light.first : light.last]
    start = atoms[light.first - 1].end if light.first else node.words.start
    end = atoms[light.last].start if light.last < len(atoms) else node.words.end
    around = body[node.words.start : start], body[end : node.words.end]

    def said(changed: Sequence[Atom], *, stars: bool = False) -> str:
        words = as_markdown(changed, was, stars=stars)
        return _edged(body, node, f"{around[0]}{words}{around[1]}")

    if node.kind is NodeKind.CODE:
        yield "".join((around[0], *(atom.source for atom in light.atoms), around[1])), light
        return
    yield said(light.atoms), light
    yield said(light.atoms, stars=True), light
    yield said(_inherited(light.atoms)), light
    full = make(full=True).widened(atoms)
    yield said(full.atoms, stars=True), full
    escaped = [_escaped(atom) for atom in full.atoms]
    yield said(escaped, stars=True), light
    yield said([atom._replace(wraps=()) for atom in escaped]), light


def _inherited(atoms: Sequence[Atom]) -> list[Atom]:
    """Give typed words the wraps of what stands on both sides, whatever their own look."""
    kept = [(), *(atom.wraps for atom in atoms if atom.start >= 0), ()]
    found: list[Atom] = []
    at = 0
    for atom in atoms:
        if atom.start >= 0:
            at += 1
            found.append(atom)
        else:
            around = tuple(one for one in kept[at] if one in kept[at + 1])
            found.append(atom._replace(wraps=around))
    return found


def _escaped(atom: Atom) -> Atom:
    if atom.kind is not AtomKind.TEXT or len(atom.source) > 1:
        return atom
    return atom._replace(source=fully_escaped(atom.source))


def _edged(body: str, node: Node, text: str) -> str:
    """Return the Markdown of a content without what its edges cannot hold."""
    if node.kind is NodeKind.CELL:
        text = text.strip()
        return text or ""
    text = text.strip(" \t\n")
    text = text.removesuffix("\\") if text.endswith("\\") and not text.endswith("\\\\") else text
    if node.kind is NodeKind.HEADING:
        return text.replace("\n", " ")
    return escaped_start(text) if text != body[node.words.start : node.words.end] else text


def smallest(body: str, start: int, end: int, text: str) -> MemoEdit:
    """Return an edit without what both sides begin and end with."""
    old = body[start:end]
    same = _shared(old, text)
    tail = _shared(old[same:][::-1], text[same:][::-1])
    return MemoEdit(start + same, end - tail, text[same : len(text) - tail])


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    same, limit = 0, min(len(one), len(other))
    while same < limit:
        middle = (same + limit + 1) // 2
        if one[same:middle] == other[same:middle]:
            same = middle
        else:
            limit = middle - 1
    return same


class WordEditor:
    """Makes and proves edits within the blocks of one body."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._prover = Prover(body)

    def replaced(
        self, slot: Slot, start: int, end: int, words: Sequence[TypedWord]
    ) -> tuple[MemoEdit, ...]:
        """Return the edit that puts words in place of print; raises UnplacedError."""
        return self.changed(slot, partial(new_part, slot, start, end, words))

    def changed(self, slot: Slot, make: Make) -> tuple[MemoEdit, ...]:
        """Return the edit that gives a slot other atoms; raises UnplacedError."""
        node = slot.node
        if node is None:
            raise UnplacedError(slot.reason)
        second: MemoEdit | None = None
        for text, expected in sources(self._body, node, make):
            edit = smallest(self._body, node.words.start, node.words.end, text)
            if is_plain(self._body, edit, node, expected.atoms):
                return (edit,)
            atoms = node.atoms or Atoms(())
            whole = (*atoms.runs(0, expected.first), *expected.atoms, *atoms.runs(expected.last))
            proof = self._prover.proof(edit, node, whole)
            if proof is Proof.WHOLE:
                return (edit,) if edit.text or edit.end > edit.start else ()
            if proof is Proof.WORDS and second is None:
                second = edit
        if second is None:
            raise UnplacedError(UNSAYABLE)
        return (second,) if second.text or second.end > second.start else ()
