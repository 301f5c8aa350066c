"""What the room says of a review: in its list, in the heading, after Apply."""

from briefing.model.review_record import Review
from briefing.ui.review.review_board import ReviewBoard


def review_row(review: Review) -> tuple[str, str, str]:
    """Return a review's uid, what is reviewed, and how far it is."""
    changes = [one for one in review.content.changes if one.is_placed]
    decided = sum(one.number in review.decisions or one.number in review.applied for one in changes)
    files = ", ".join(file.name for file in review.files)
    return review.uid, f"{review.memo_title} · {files}", f"{decided:,} of {len(changes):,} decided"


def decided_words(board: ReviewBoard) -> str:
    """Return `8 of 17 decided`; what could not be placed is not to be decided."""
    return f"{board.asked - board.waiting:,} of {board.asked:,} decided"


def applied_words(review: Review, count: int, waiting: int) -> str:
    """Return what Apply did."""
    changes = "1 change is" if count == 1 else f"{count:,} changes are"
    rest = f" {waiting:,} still wait in the review." if waiting else ""
    return f"{changes} in “{review.memo_title}”, as one version.{rest}"
