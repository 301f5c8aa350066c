"""A review written into its memo: what was accepted, as one version and one step of undo."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.errors import InputError
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.memo_review import Verdict
from briefing.model.review_record import Merged, Review
from briefing.review.merging.merged_head import with_head
from briefing.review.merging.three_way import merge
from briefing.services.standing_reviews import standing_review
from briefing.services.tracing import retrace
from briefing.store import memos, review_decisions, reviews, versions
from briefing.store.connections import Connection

TYPED_SINCE = (
    "Apply cannot be taken back: the memo was typed in since. Its History has the version “before"
    " the review”; restore that one, and what was typed stays there as a version, too."
)
_NAMED = 2  # files that a version's reason names


def applied(connection: Connection, uid: Uid) -> None:
    """Write the accepted changes of a review into its memo; the caller makes it one write.

    InputError where nothing is accepted, or an accepted change is in an open conflict.
    """
    review = standing_review(connection, uid)
    memo = memos.get(connection, review.memo_uid)
    made = merged(review, memo)
    taken = taken_changes(review, made)
    names = joined_names([one.name for one in review.files])
    versions.add(connection, memo, f"before the review of {names}")
    said = {name: text for name, text in made.fields if text != memo.field(name)}
    fields = tuple((dict(memo.fields) | said).items())
    changed = replace(memo, body=made.body, fields=fields)
    memos.update(connection, changed)
    retrace(connection, changed)
    versions.add(connection, changed, f"with the review of {names}")
    review_decisions.mark_applied(connection, reviews.pk_of(connection, uid), taken)


def merged(review: Review, memo: Memo) -> Merged:
    """Return a memo with what was accepted of a review."""
    choices = review.decisions, review.settled, review.applied
    body = merge(review.content, memo.body, *choices)
    return with_head(body, review.content, memo.field, *choices)


def taken_changes(review: Review, made: Merged) -> list[int]:
    """Return the numbers of the changes that Apply would write.

    InputError where there are none, or one of them is in an open conflict.
    """
    disputed = {number for one in made.open_conflicts for number in one.changes}
    accepted = review.waiting(Verdict.ACCEPTED)
    open_ones = [one.number for one in made.open_conflicts if {*one.changes} & {*accepted}]
    if open_ones:
        which = ", ".join(map(str, open_ones))
        raise InputError(
            f"Accepted changes are in conflict ({which}); settle each: keep yours, take theirs, or"
            " write it anew."
        )
    if not accepted:
        raise InputError("Nothing is accepted that is not in the memo yet; accept changes first.")
    return [number for number in accepted if number not in disputed]


def joined_names(names: Sequence[str]) -> str:
    """Return how the files of a review are named in one line."""
    if len(names) > _NAMED:
        return f"“{names[0]}” and {len(names) - 1} more"
    return " and ".join(f"“{name}”" for name in names)
