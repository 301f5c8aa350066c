"""Applied changes that are in the memo no more: its own undo took all of them out of the text.

A single one whose words are as they were is the analyst's own later wish, and stays applied.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from briefing.model.memo_review import Decision, MemoReview, ReviewChange
from briefing.model.review_record import ConflictDecision
from briefing.review.merging.file_hunks import file_hunks
from briefing.review.merging.hunks import settled_place
from briefing.review.merging.merge_conflicts import members
from briefing.review.merging.own_edits import own_edits


def taken_back(
    content: MemoReview,
    body: str,
    field: Callable[[str], str],
    decisions: Mapping[int, Decision],
    settled: Mapping[int, ConflictDecision],
    applied: frozenset[int],
) -> frozenset[int]:
    """Return the applied changes of a text in which none of them stands; likewise of the head.

    `body` and `field` tell what the memo says now. Those that were in a conflict go with the rest:
    their words were the analyst's before, and need not be the version's.
    """
    some = [one for one in content.changes if one.number in applied]
    disputed = {number for one in settled.values() for number in members(one.about)}
    gone: set[int] = set()
    for every, stands in (
        ([one for one in some if one.edits], partial(_in_text, content.body, body, decisions)),
        ([one for one in some if one.field is not None], partial(_in_head, field)),
    ):
        sure = [one for one in every if one.number not in disputed]
        if sure and not any(stands(sure)):
            gone |= {one.number for one in every}
    return frozenset(gone)


def _in_text(
    base: str, body: str, decisions: Mapping[int, Decision], changes: Sequence[ReviewChange]
) -> Iterator[bool]:
    """Yield of each edit whether the memo is otherwise than the version where it stands."""
    mine = own_edits(base, body)
    known = {settled_place(base, one) for one in mine}
    for one in file_hunks(changes, decisions):
        touched = (other.start <= one.end and one.start <= other.end for other in mine)
        yield settled_place(base, one) in known or any(touched)


def _in_head(field: Callable[[str], str], changes: Sequence[ReviewChange]) -> Iterator[bool]:
    for one in changes:
        if one.field is not None:
            yield field(one.field.name) != one.field.before
