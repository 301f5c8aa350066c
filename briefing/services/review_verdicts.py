"""What a decision about one change says of others: of equal ones, of those in its conflict."""

from collections.abc import Mapping, Sequence

from briefing.model.memo_review import Decision, ReviewChange, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision, MergeConflict
from briefing.review.merging.combining import JOIN


def of_twins(
    changes: Sequence[ReviewChange], decisions: Mapping[int, Decision]
) -> dict[int, Decision]:
    """Return the decisions for changes that are equal to decided ones."""
    by_edits = {
        (change.edits, change.field): decisions[change.number]
        for change in changes
        if change.number in decisions and change.is_placed
    }
    return {
        change.number: by_edits[change.edits, change.field]
        for change in changes
        if (change.edits, change.field) in by_edits
    }


def verdict_of(
    decision: ConflictDecision, conflict: MergeConflict, change: ReviewChange
) -> Verdict:
    """Return what becomes of a change as its conflict is settled."""
    match decision.choice:
        case ConflictChoice.OPEN:
            return Verdict.OPEN
        case ConflictChoice.MINE:
            return Verdict.REJECTED
        case ConflictChoice.THEIRS:
            side = conflict.sides[decision.side]
            files = set(change.file.split(JOIN)) & set(side.file.split(JOIN))
            is_taken = change.number in side.changes or (change.number in conflict.also and files)
            return Verdict.ACCEPTED if is_taken else Verdict.REJECTED
        case _:
            return Verdict.ACCEPTED
