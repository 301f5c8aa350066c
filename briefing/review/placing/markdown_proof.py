"""Whether an edit of the Markdown prints what it should: the piece is read again, as it will be."""

from collections.abc import Iterable
from enum import IntEnum

from briefing.model.memo_review import MemoEdit
from briefing.review.placing.memo_tree import Node
from briefing.text.chunk_parse import parse_chunks, parse_part
from briefing.text.markdown_atoms import Atom, AtomKind, Wrap, WrapKind
from briefing.text.printed_runs import PLAIN, THING, PrintedRuns, joined, printed_runs


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

    def proof(self, edit: MemoEdit, node: Node, expected: Iterable[Atom]) -> Proof:
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
            if one is placed.content:
                found = min(found, _compared(_of_atoms(expected), printed_runs(other)))
            elif one.text != other.text:
                found = min(found, _compared(printed_runs(one), printed_runs(other)))
        return found


def _compared(wanted: PrintedRuns, found: PrintedRuns) -> Proof:
    if wanted == found:
        return Proof.WHOLE
    words = ["".join(text for text, _ in one).strip() for one in (wanted, found)]
    if words[0] != words[1]:
        return Proof.WRONG
    looks = [joined(("".join(text.split()), look) for text, look in one) for one in (wanted, found)]
    return Proof.WHOLE if looks[0] == looks[1] else Proof.WORDS


def _of_atoms(atoms: Iterable[Atom]) -> PrintedRuns:
    return joined((_printed(atom), _look(atom.wraps)) for atom in atoms)


def _printed(atom: Atom) -> str:
    match atom.kind:
        case AtomKind.TEXT | AtomKind.SOFT | AtomKind.LINE:
            return atom.text
        case AtomKind.HIDDEN:  # the box of a task is words to the parser
            return "" if atom.source.startswith(("<", "[]")) else atom.source
        case _:
            return THING


def _look(wraps: tuple[Wrap, ...]) -> frozenset[WrapKind]:
    if not wraps:
        return PLAIN
    return frozenset(wrap.kind for wrap in wraps if wrap.kind is not WrapKind.OTHER)
