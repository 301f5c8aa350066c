"""The smallest edit of the Markdown that changes words of one block, proved before it is taken."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
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
from briefing.review.placing.printed_places import Slot
from briefing.review.placing.typed_words import fully_escaped
from briefing.text.line_openings import escaped_start
from briefing.text.rendered_map import Atom, AtomKind


class Make(Protocol):
    """Makes the atoms of a block; `full` asks that what was typed is escaped wherever it can be."""

    def __call__(self, *, full: bool) -> Sequence[Atom]:
        """Return the atoms."""
        ...


UNSAYABLE = "Markdown cannot say it in this place: change it by hand."


def new_atoms(
    slot: Slot, start: int, end: int, words: Sequence[TypedWord], *, full: bool = False
) -> list[Atom]:
    """Return the atoms of a slot with words in place of its print from `start` to `end`."""
    atoms = placed_atoms(slot)
    gone = taken_out(slot, start, end) if end > start else {}
    if words and _is_inside(slot, start, gone):
        raise UnplacedError(PART_OF_CITATION)
    gap = gap_at(slot, start)
    before, after = (_without(gone, atoms, some) for some in (range(gap), range(gap, len(atoms))))
    left = next((one for one in reversed(before) if one.text), None)
    right = next((one for one in after if one.text), None)
    taken = next((atoms[index] for index in sorted(gone) if gone[index] == ()), None)
    made = inserted_atoms(slot, words, (left, right), taken, full=full)
    return [*before, *made, *after]


def _without(
    gone: Mapping[int, tuple[Atom, ...]], atoms: Sequence[Atom], numbers: range
) -> Sequence[Atom]:
    """Return some of the atoms, what is left of those that go in their place."""
    if not gone:
        return atoms[numbers.start : numbers.stop]
    return [one for index in numbers for one in gone.get(index, (atoms[index],))]


def _is_inside(slot: Slot, place: int, gone: Mapping[int, object]) -> bool:
    """Return whether a place is amid the words that one thing prints."""
    owners = slot.alignment.owners
    if not 0 < place < len(owners):
        return False
    return owners[place - 1] == owners[place] and owners[place] not in gone


def sources(body: str, node: Node, make: Make) -> Iterator[tuple[str, Sequence[Atom]]]:
    """Yield the ways in which changed atoms can be said, the most natural first."""
    was = node.atoms or ()
    light = make(full=False)
    if node.kind is NodeKind.CODE:
        yield "".join(atom.source for atom in light), light
        return
    yield _edged(body, node, as_markdown(light, was)), light
    yield _edged(body, node, as_markdown(light, was, stars=True)), light
    inside = _inherited(light)
    yield _edged(body, node, as_markdown(inside, was)), light
    full = make(full=True)
    yield _edged(body, node, as_markdown(full, was, stars=True)), full
    escaped = [_escaped(atom) for atom in full]
    yield _edged(body, node, as_markdown(escaped, was, stars=True)), light
    plain = [atom._replace(wraps=()) for atom in escaped]
    yield _edged(body, node, as_markdown(plain, was)), light


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
    same = 0
    limit = min(len(old), len(text))
    while same < limit and old[same] == text[same]:
        same += 1
    tail = 0
    while tail < limit - same and old[len(old) - 1 - tail] == text[len(text) - 1 - tail]:
        tail += 1
    return MemoEdit(start + same, end - tail, text[same : len(text) - tail])


class WordEditor:
    """Makes and proves edits within the blocks of one body."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._prover = Prover(body)

    def replaced(
        self, slot: Slot, start: int, end: int, words: Sequence[TypedWord]
    ) -> tuple[MemoEdit, ...]:
        """Return the edit that puts words in place of print; raises UnplacedError."""
        return self.changed(slot, partial(new_atoms, slot, start, end, words))

    def changed(self, slot: Slot, make: Make) -> tuple[MemoEdit, ...]:
        """Return the edit that gives a slot other atoms; raises UnplacedError."""
        node = slot.node
        if node is None:
            raise UnplacedError(slot.reason)
        second: MemoEdit | None = None
        for text, expected in sources(self._body, node, make):
            edit = smallest(self._body, node.words.start, node.words.end, text)
            proof = self._prover.proof(edit, node, expected)
            if proof is Proof.WHOLE:
                return (edit,) if edit.text or edit.end > edit.start else ()
            if proof is Proof.WORDS and second is None:
                second = edit
        if second is None:
            raise UnplacedError(UNSAYABLE)
        return (second,) if second.text or second.end > second.start else ()
