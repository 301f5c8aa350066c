"""The memo's head as the room draws it: a line for each field, its changes in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from briefing.model.head_field import HeadField
from briefing.model.marked_text import Mark, MarkKind
from briefing.model.memo_review import ReviewChange, ReviewThread, Verdict
from briefing.model.reading_block import ReadingBlock, ReadingKind, ReadingRun
from briefing.model.review_head import ReviewHead
from briefing.model.review_record import (
    ConflictChoice,
    MergeConflict,
    MergedPiece,
    PieceRole,
    Review,
)
from briefing.text.parted_pieces import parted_pieces
from briefing.text.word_changes import word_changes

_ALIKE = 0.4  # of the letters in common: so much is told word by word
_END = MergedPiece("\n", is_in_body=False)
_ROLES = {
    "equal": PieceRole.KEPT,
    "delete": PieceRole.DELETED,
    "insert": PieceRole.INSERTED,
}


@dataclass(frozen=True, slots=True)
class HeadDrawing:
    """Pieces that stand before those of the body, and none of them in it.

    `points` tells where the line of each field begins in the text of all pieces.
    """

    pieces: tuple[MergedPiece, ...] = ()
    blocks: tuple[ReadingBlock, ...] = ()
    points: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def length(self) -> int:
        """Return how many code points come before the body."""
        return sum(len(piece.text) for piece in self.pieces)

    def comments(self, threads: Iterable[ReviewThread]) -> Iterator[Mark]:
        """Yield marks of comments that the body has no place for, and one line of the head has."""
        text = "".join(piece.text for piece in self.pieces)
        for one in threads:
            if _is_beside_body(one) and text.count(one.anchor) == 1:
                start = text.index(one.anchor)
                yield Mark(MarkKind.COMMENTED, one.number, start, start + len(one.anchor))

    def before(self, blocks: Iterable[ReadingBlock]) -> tuple[ReadingBlock, ...]:
        """Return the blocks of a body behind those of its head."""
        by, length = self.blocks, self.length
        return (*by, *(_moved(block, length) for block in blocks))


def draw_head(head: ReviewHead, review: Review, conflicts: Iterable[MergeConflict]) -> HeadDrawing:
    """Return the head with what reviewers would change in it, nothing where it is untouched.

    Empty fields are left out, unless a change would fill one.
    """
    waiting: dict[str, list[ReviewChange]] = {}
    for change in review.content.changes:
        if change.field is not None and change.number not in review.applied:
            waiting.setdefault(change.field.name, []).append(change)
    asked = [one.anchor for one in review.content.threads if _is_beside_body(one)]
    is_asked = any(anchor in one.printed for anchor in asked for one in head.fields)
    if not waiting and not head.own and not is_asked:
        return HeadDrawing()
    printed = (as_printed(one, head, review) for one in conflicts if one.is_in_head)
    clashing = {number: one for one in printed for number in one.changes}
    pieces: list[MergedPiece] = []
    blocks: list[ReadingBlock] = []
    points: dict[str, int] = {}
    at = 0
    for one in head.fields:
        line = _line(one, waiting.get(one.name, ()), clashing, review)
        if line:
            points[one.name] = at
            pieces += (*line, _END)
            text = "".join(piece.text for piece in line)
            run = ReadingRun(text, at)
            blocks.append(ReadingBlock(ReadingKind.FIELD, (run,), marker=one.label))
            at += len(text) + len(_END.text)
    return HeadDrawing(tuple(pieces), tuple(blocks), points)


def as_printed(conflict: MergeConflict, head: ReviewHead, review: Review) -> MergeConflict:
    """Return a conflict of the head in the words of the page: a date as it is written out there."""
    if not conflict.is_in_head:
        return conflict
    numbers = {*conflict.changes}
    changes = [one for one in review.content.changes if one.number in numbers]
    names = {one.field.name for one in changes if one.field is not None}
    field = next((one for one in head.fields if one.name in names), None)
    if field is None:
        return conflict
    after = {one.number: one.after for one in changes}
    sides = tuple(
        replace(side, text=next((after[each] for each in side.changes if after[each]), side.text))
        for side in conflict.sides
    )
    base = changes[0].before
    mine = field.printed if conflict.is_with_mine else base
    return replace(conflict, base=base, mine=mine, sides=sides)


def _is_beside_body(thread: ReviewThread) -> bool:
    return thread.span is None and bool(thread.anchor.strip())


def _line(
    of: HeadField,
    changes: Sequence[ReviewChange],
    clashing: Mapping[int, MergeConflict],
    review: Review,
) -> tuple[MergedPiece, ...]:
    conflict = next((clashing[one.number] for one in changes if one.number in clashing), None)
    if conflict is not None:
        found = _of_conflict(of, conflict, review)
    else:
        found = _of_changes(of, changes, review)
    return tuple(parted_pieces(replace(one, is_in_body=False) for one in found))


def _of_conflict(of: HeadField, conflict: MergeConflict, review: Review) -> Iterator[MergedPiece]:
    """Yield what the memo says and what each side would; the analyst's words in their place."""
    number = conflict.number
    yield MergedPiece(of.printed, conflict=number)
    settled = review.settled.get(number)
    if settled is not None and settled.choice is ConflictChoice.EDITED:
        yield MergedPiece(settled.text, PieceRole.INSERTED, conflict.changes, number)
        return
    for side in conflict.sides:
        yield MergedPiece(side.text, PieceRole.INSERTED, side.changes, number)


def _of_changes(
    of: HeadField, changes: Sequence[ReviewChange], review: Review
) -> Iterator[MergedPiece]:
    """Yield the words of a field, and in them what changes would bring; the same is told once."""
    said = sorted((_said(one, review), one.number) for one in changes)
    alike = [(words, tuple(n for _, n in some)) for words, some in groupby(said, lambda x: x[0])]
    if len(alike) != 1:
        every = tuple(number for _, number in said)
        yield MergedPiece(of.printed, PieceRole.DELETED if every else PieceRole.KEPT, every)
        for words, numbers in alike:
            yield MergedPiece(words, PieceRole.INSERTED, numbers)
        return
    words, numbers = alike[0]
    for kind, text in _compared(of.printed, words):
        yield MergedPiece(text, _ROLES[kind], numbers if kind != "equal" else ())


def _said(change: ReviewChange, review: Review) -> str:
    """Return the words that a change brings, or those that it was taken with."""
    decision = review.decision(change.number)
    if decision.text is not None and decision.verdict is Verdict.ACCEPTED:
        return decision.text
    return change.after


def _compared(was: str, now: str) -> list[tuple[str, str]]:
    """Return the words of two values in a row, whole where they have little in common."""
    found = list(word_changes(was, now))
    while found and found[-1][0] == "equal" and not found[-1][1].strip():
        found.pop()
    same = sum(len(text) for kind, text in found if kind == "equal")
    if same < _ALIKE * max(len(was), len(now)):
        return [("delete", was), ("insert", now)]
    return [(kind, text) for kind, text in found if text]


def _moved(block: ReadingBlock, by: int) -> ReadingBlock:
    runs = (replace(run, start=run.start + by) if run.start >= 0 else run for run in block.runs)
    return replace(block, runs=tuple(runs)) if by else block
