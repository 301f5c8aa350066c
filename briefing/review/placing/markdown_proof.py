"""Whether an edit of the Markdown prints what it should: the piece is read again, as it will be."""

from collections.abc import Sequence
from enum import IntEnum

from briefing.model.memo_review import MemoEdit
from briefing.review.placing.memo_tree import Node
from briefing.text.chunk_parse import parse_chunks, parse_part
from briefing.text.printed_signs import THING, PrintedSigns, printed_signs
from briefing.text.rendered_map import Atom, AtomKind, Wrap, WrapKind


class Proof(IntEnum):
    """What came of it: other words, the words without their look, or all as it should be."""

    WRONG = 0
    WORDS = 1
    WHOLE = 2


class Prover:
    """Proves edits of single contents of one body."""

    def __init__(self, body: str) -> None:
        self._body = body
        starts = [placed.start for placed in parse_chunks(body)]
        self._ends = dict(zip(starts, [*starts[1:], len(body)], strict=True))

    def proof(self, edit: MemoEdit, node: Node, expected: Sequence[Atom]) -> Proof:
        """Return what the body prints for a node after an edit, measured against atoms."""
        placed = node.content
        if placed is None:
            return Proof.WHOLE  # code stands for itself
        begin, end = placed.chunk.start, self._ends[placed.chunk.start]
        if not begin <= edit.start <= edit.end <= end:
            return Proof.WRONG
        part = self._body[begin : edit.start] + edit.text + self._body[edit.end : end]
        before = placed.chunk.chunk.contents
        after = parse_part(self._body, part).contents
        if len(before) != len(after):  # a note in the line is a content of its own
            before = tuple(one for one in before if one.kind != "note")
            after = tuple(one for one in after if one.kind != "note")
        if len(before) != len(after):
            return Proof.WRONG
        found = Proof.WHOLE
        for one, other in zip(before, after, strict=True):
            if one.kind != other.kind or one.containers != other.containers:
                return Proof.WRONG
            wanted = _of_atoms(expected) if one is placed.content else printed_signs(one)
            found = min(found, _compared(wanted, printed_signs(other)))
        return found


def _compared(wanted: PrintedSigns, found: PrintedSigns) -> Proof:
    if wanted == found:
        return Proof.WHOLE
    words = ["".join(sign for sign, _ in one).strip() for one in (wanted, found)]
    if words[0] != words[1]:
        return Proof.WRONG
    looks = [[one for one in some if one[0].strip()] for some in (wanted, found)]
    return Proof.WHOLE if looks[0] == looks[1] else Proof.WORDS


def _of_atoms(atoms: Sequence[Atom]) -> PrintedSigns:
    printed: PrintedSigns = []
    wraps: tuple[Wrap, ...] = ()
    look: frozenset[WrapKind] = frozenset()
    for atom in atoms:
        if atom.wraps is not wraps:
            wraps = atom.wraps
            look = frozenset(wrap.kind for wrap in wraps if wrap.kind is not WrapKind.OTHER)
        if atom.kind is AtomKind.TEXT:
            printed.append((atom.text, look))
            continue
        match atom.kind:
            case AtomKind.SOFT | AtomKind.LINE:
                printed.append((atom.text, look))
            case AtomKind.HIDDEN:  # the box of a task is words to the parser
                is_mark = atom.source.startswith(("<", "[]"))
                printed += [] if is_mark else [(sign, look) for sign in atom.source]
            case _:
                printed.append((THING, look))
    return printed
