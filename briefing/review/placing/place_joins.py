"""Two paragraphs made one where marks stand between them that must stay: fences, attributes."""

from collections.abc import Sequence
from functools import partial

from briefing.model.memo_review import MemoEdit
from briefing.review.placing.memo_tree import Node, NodeKind
from briefing.review.placing.place_edit import Part, new_atoms, new_part
from briefing.review.placing.place_ground import Ground
from briefing.review.placing.place_pieces import bare_tail, continued
from briefing.review.placing.place_words import TypedWord, placed_atoms
from briefing.review.placing.printed_places import Slot


def is_apart(one: Node, other: Node) -> bool:
    """Return whether what stands between two paragraphs is more than the gap between them."""
    has_attributes = one.kind is NodeKind.HEADING and one.span.end > one.words.end
    return has_attributes or _fences(one) != _fences(other)


def is_tight(first: tuple[Slot, int], last: tuple[Slot, int]) -> bool:
    """Return whether marks touch where two halves meet, which may then be no marks any more."""
    (slot, start), (other, end) = first, last
    head = reversed(new_atoms(slot, start, slot.length, ()))
    tail = bare_tail(new_atoms(other, 0, end, ()))
    return any(next((one.wraps for one in half if one.text), ()) for half in (head, tail))


def _fences(node: Node) -> list[Node]:
    return [one for one in node.holders if one.kind is NodeKind.DIV]


def joined_inside(
    ground: Ground, first: tuple[Slot, int], last: tuple[Slot, int], words: Sequence[TypedWord]
) -> tuple[MemoEdit, ...]:
    """Return the edits that bring the tail of a paragraph into another one; it stays itself."""
    return ground.words.changed(first[0], partial(_together, first, last, words))


def _together(
    first: tuple[Slot, int], last: tuple[Slot, int], words: Sequence[TypedWord], *, full: bool
) -> Part:
    (slot, start), (other, end) = first, last
    atoms = placed_atoms(slot)
    head = new_part(slot, start, slot.length, words, full=full)
    tail = bare_tail(new_atoms(other, 0, end, ()))
    node = slot.node
    tail = [continued(one, node) if node is not None else one for one in tail]
    return Part(head.first, len(atoms), [*head.atoms, *atoms[head.last :], *tail])
