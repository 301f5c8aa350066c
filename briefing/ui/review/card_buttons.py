"""Which buttons the card at hand has: what can be done with a change, a conflict, a comment."""

from briefing.model.review_record import FlagKind, MergeConflict, ThreadState
from briefing.ui.review.current_card import CardButton
from briefing.ui.review.review_items import ReviewItem

MOST_KEYS = 9  # sides of a conflict that have a number as their key

_COPY = CardButton("review.copy", "Copy the words", "", "copy")
_GO = CardButton("review.go_to_memo", "Go to the memo", "G", "file-text")
_ACCEPT = CardButton("review.accept", "Accept", "A", "check", "accent")
_REJECT = CardButton("review.reject", "Reject", "R", "x")
_EDIT = CardButton("review.edit", "Edit", "E", "pencil")
_KEEP_CITATION = CardButton("review.keep_citation", "Accept, keep the citation", "K", "link")
_DROP_CITATION = CardButton("review.keep_citation", "Accept, with its citation", "K", "link")
_OF_CITATION: dict[FlagKind | None, tuple[CardButton, ...]] = {
    None: (),
    FlagKind.CITATION_DELETED: (_KEEP_CITATION,),
    FlagKind.CITATION_LEFT: (_DROP_CITATION,),
}
_QUOTE = CardButton("review.quote", "Show the quote", "Q", "text-quote")


def buttons_of(item: ReviewItem) -> tuple[CardButton, ...]:
    """Return what can be done with an item, the most likely first."""
    quote = (_QUOTE,) if any(flag.keys for flag in item.flags) else ()
    if item.thread is not None:
        return _of_thread(item.thread)
    if item.conflict is not None:
        return (*_of_conflict(item.conflict), *quote)
    if not item.is_placed:
        return (_COPY, _GO)
    return (_ACCEPT, _REJECT, *_OF_CITATION[item.parted_citation], _EDIT, *quote)


def _of_conflict(conflict: MergeConflict) -> tuple[CardButton, ...]:
    several = len(conflict.sides) > 1
    keep = "Keep mine" if conflict.is_with_mine else "Keep as it was"
    takes = tuple(
        CardButton(
            "review.accept",
            f"Take {side.author or 'theirs'}" if several else "Take theirs",
            "A" if not place else str(place + 1) if place < MOST_KEYS else "",
            "check",
            "plain" if place else "accent",
            place,
        )
        for place, side in enumerate(conflict.sides)
    )
    both = (CardButton("review.keep_both", "Keep both", "B"),) if conflict.mine else ()
    return (*takes, CardButton("review.reject", keep, "R", "x"), *both, _EDIT)


def _of_thread(state: ThreadState) -> tuple[CardButton, ...]:
    resolve = "Open again" if state.is_resolved else "Resolve"
    return (
        CardButton("review.evidence", "Find evidence", "F", "quote"),
        CardButton("review.resolve", resolve, "S"),
        CardButton("review.answer", "Answer", "W"),
        CardButton("review.make_task", "Make a task", "T"),
    )
