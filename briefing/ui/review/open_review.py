"""The review that is open: its board, the item at hand, which items are shown."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from briefing.model.review_record import Review
from briefing.ui.review.item_states import ItemState, Settled
from briefing.ui.review.review_board import FlagsOf, ReviewBoard
from briefing.ui.review.review_items import ReviewItem


class OpenReview(QObject):
    """Holds what the panes show; tells them when it is another."""

    board_shown = Signal()  # another review, or other words in it
    decided = Signal(object)  # the numbers of the changes and conflicts
    moved = Signal()  # another item is at hand
    filtered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board: ReviewBoard | None = None
        self._current: ReviewItem | None = None
        self.author: str | None = None
        self.is_only_open = False
        self._kept_open: set[object] = set()  # decided here, and shown until the filter is set anew
        self._taken_back: list[dict[ReviewItem, Settled]] = []

    @property
    def is_open(self) -> bool:
        """Tell whether there is a review."""
        return self._board is not None

    @property
    def board(self) -> ReviewBoard:
        """Return the board; there must be one."""
        if self._board is None:
            raise LookupError("no review is open")
        return self._board

    @property
    def review(self) -> Review | None:
        """Return the review, or nothing."""
        return self._board.review if self._board else None

    @property
    def current(self) -> ReviewItem | None:
        """Return the item at hand."""
        return self._current

    @property
    def state(self) -> ItemState:
        """Return what became of the item at hand."""
        return self.board.state(self._current) if self._current else ItemState.OPEN

    @property
    def shown(self) -> tuple[ReviewItem, ...]:
        """Return the items that the filters let through."""
        if self._board is None:
            return ()
        board = self._board
        return tuple(
            item
            for item in board.items
            if (self.author is None or self.author in item.authors)
            and (not self.is_only_open or board.is_open(item) or item.key in self._kept_open)
        )

    def show(self, board: ReviewBoard | None) -> None:
        """Show a review, or its other state; the item at hand stays, if it is still there."""
        before = self.review
        self._board = board
        is_other = not (before and board and before.uid == board.review.uid)
        if is_other:
            self.author, self._current, self._taken_back = None, None, []
            self._kept_open = set()
        items = board.items if board else ()
        kept = next((one for one in items if self._current and one.key == self._current.key), None)
        self._current = kept or self._first_open()
        self.board_shown.emit()

    def take_flags(self, flags: FlagsOf) -> None:
        """Take what changes want a look for, by their numbers."""
        before = self.board.items
        self._board = self.board.flagged(flags)
        if all(one is other for one, other in zip(before, self._board.items, strict=True)):
            return
        current = self._current
        items = self._board.items
        self._current = next((one for one in items if current and one.key == current.key), None)
        self.decided.emit(frozenset[int]())

    def take_review(self, review: Review) -> None:
        """Take over what was decided elsewhere; an answer for another review is passed over."""
        if self._board is None or self._board.review.uid != review.uid:
            return
        before = self._board
        self._board = before.reviewed(review)
        changed = [one for one in before.items if before.state(one) is not self._board.state(one)]
        if changed:
            self.decided.emit(_numbers(changed))

    def decide(self, decisions: Mapping[ReviewItem, Settled], *, is_noted: bool = True) -> None:
        """Take decisions; with `is_noted` they can be taken back."""
        if is_noted:
            self._taken_back.append({item: self.board.decision(item) for item in decisions})
        self._kept_open |= {item.key for item in decisions}
        self._board = self.board.decided(decisions)
        self.decided.emit(_numbers(decisions))

    def note(self, item: ReviewItem) -> None:
        """Note how an item stands now, before it is decided elsewhere."""
        self._taken_back.append({item: self.board.decision(item)})

    def last_decisions(self) -> dict[ReviewItem, Settled]:
        """Return what was before the last decisions, and forget them."""
        last = self._taken_back.pop() if self._taken_back else {}
        now = {item.key: item for item in self.board.items}
        return {now[item.key]: was for item, was in last.items() if item.key in now}

    def go_to(self, item: ReviewItem | None) -> None:
        """Take an item to hand."""
        self._current = item
        self.moved.emit()

    def step(self, by: int) -> None:
        """Go on to the next of the items that are shown (1), or back (-1)."""
        shown = self.shown
        if not shown:
            return
        at = next((n for n, one in enumerate(shown) if self._is_current(one)), None)
        at = 0 if at is None else min(max(at + by, 0), len(shown) - 1)
        self.go_to(shown[at])

    def go_on(self) -> None:
        """Go to the next item that is open, behind the one at hand or else from the first on."""
        shown = self.shown
        at = next((n for n, one in enumerate(shown) if self._is_current(one)), -1)
        waiting = (*shown[at + 1 :], *shown[: at + 1])
        following = next((one for one in waiting if self.board.is_open(one)), None)
        if following is not None:
            self.go_to(following)

    def set_author(self, author: str | None) -> None:
        """Show only one reviewer's items, or with nothing everyone's."""
        self.author = author
        self._keep_shown()

    def set_only_open(self, *, is_only: bool) -> None:
        """Show only what still waits, or everything."""
        self.is_only_open = is_only
        self._kept_open = set()
        self._keep_shown()

    def _keep_shown(self) -> None:
        shown = self.shown
        if not any(self._is_current(one) for one in shown):
            self._current = next((one for one in shown if self.board.is_open(one)), None)
            self._current = self._current or (shown[0] if shown else None)
        self.filtered.emit()

    def _first_open(self) -> ReviewItem | None:
        shown = self.shown
        waiting = (one for one in shown if self.board.is_open(one))
        return next(waiting, shown[0] if shown else None)

    def _is_current(self, item: ReviewItem) -> bool:
        return self._current is not None and item.key == self._current.key


def _numbers(items: Iterable[ReviewItem]) -> frozenset[int]:
    return frozenset(
        number for item in items for number in (item.number, *(one.number for one in item.changes))
    )
