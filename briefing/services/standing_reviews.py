"""Reviews read beside their memos: what was applied and taken out again waits once more."""

from dataclasses import replace

from briefing.model.ids import Uid
from briefing.model.review_record import Review, ReviewState
from briefing.review.merging.taken_back import taken_back
from briefing.store import memos, reviews
from briefing.store.connections import Connection


def standing_review(connection: Connection, uid: Uid) -> Review:
    """Return a review; NotFoundError where there is none."""
    review = reviews.get(connection, uid)
    if not review.applied:
        return review
    memo = memos.get(connection, review.memo_uid)
    choices = review.decisions, review.settled, review.applied
    gone = taken_back(review.content, memo.body, memo.field, *choices)
    if not gone:
        return review
    is_done = review.state is ReviewState.APPLIED
    state = ReviewState.OPEN if is_done else review.state
    return replace(review, applied=review.applied - gone, state=state)
