"""The panes kept in step with the open review."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from briefing.model.marked_text import Mark, MarkKind
from briefing.text.marked_pieces import conflict_places
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.open_review import OpenReview
from briefing.ui.review.own_rows import OwnRow
from briefing.ui.review.review_board import ReviewBoard
from briefing.ui.review.review_items import ItemKind, ReviewItem
from briefing.ui.review.review_room import ReviewRoom
from briefing.ui.review.review_summary import inks_of, place_of, places_of
from briefing.ui.theme_tokens import Token


class ReviewView(QObject):
    """Shows the board, and takes what is pressed in a pane to the item it belongs to."""

    def __init__(self, pane: ReviewRoom, opened: OpenReview) -> None:
        super().__init__(pane)
        self._pane = pane
        self._opened = opened
        self._marks: dict[tuple[bool, int], list[Mark]] = {}
        self._inks: dict[str, Token] = {}
        opened.board_shown.connect(self._on_board_shown)
        opened.decided.connect(self._on_decided)
        opened.moved.connect(self._on_moved)
        opened.filtered.connect(self._on_filtered)
        pane.cards.item_chosen.connect(opened.go_to)
        pane.text.mark_pressed.connect(self._on_mark_pressed)
        pane.places.place_pressed.connect(self._on_place_pressed)
        pane.places.author_pressed.connect(self.toggle_author)
        pane.places.own_pressed.connect(self._on_own_pressed)

    def toggle_author(self, author: str) -> None:
        """Show only one reviewer's items, or all again."""
        self._opened.set_author(None if self._opened.author == author else author)

    def _on_board_shown(self) -> None:
        self._pane.show_review(is_open=self._opened.is_open)
        if not self._opened.is_open:
            return
        board = self._opened.board
        self._pane.say(" ".join(board.review.content.warnings))
        self._pane.places.show_board(board)
        self._pane.places.set_author(self._opened.author)
        self._marks = _by_number(board.marked.marks)
        self._inks = inks_of(board)
        self._pane.text.show_text(
            board.marked,
            board.blocks,
            self._state_of,
            board.labels,
            conflict_places(board.merged.pieces),
        )
        self._show_cards()
        self._on_moved()

    def _on_decided(self, numbers: frozenset[int]) -> None:
        self._pane.text.refresh(numbers)
        self._pane.places.refresh(self._opened.board)
        self._show_cards()

    def _on_filtered(self) -> None:
        if self._opened.is_open:
            self._pane.places.set_author(self._opened.author)
            self._show_cards()
            self._on_moved()

    def _on_moved(self) -> None:
        item = self._opened.current
        self._pane.cards.go_to(item)
        self._pane.places.set_place(place_of(item) if item else "")
        self._pane.text.go_to(self._marks_of(item) if item else ())

    def _marks_of(self, item: ReviewItem) -> tuple[Mark, ...]:
        """Return where an item stands in the text; a conflict where any of its sides does."""
        is_thread = item.kind is ItemKind.THREAD
        numbers = dict.fromkeys((item.number, *(change.number for change in item.changes)))
        return tuple(
            mark
            for number in numbers
            for mark in self._marks.get((is_thread, number), ())
            if mark.kind is not MarkKind.MINE or item.conflict is not None
        )

    def _show_cards(self) -> None:
        board = self._opened.board
        shown = self._opened.shown
        states = {item: board.state(item) for item in shown}
        self._pane.say_nothing("" if shown else _why_nothing(board))
        self._pane.cards.show_items(shown, states, self._inks)

    def _state_of(self, mark: Mark) -> ItemState:
        board = self._opened.board
        if mark.kind is MarkKind.COMMENTED:
            states = (one.is_resolved for one in board.review.threads if one.number == mark.number)
            return ItemState.RESOLVED if next(states, False) else ItemState.OPEN
        if mark.kind is MarkKind.MINE:
            # Where the other side is rejected by itself, there is no conflict any more.
            state = board.states.get((ItemKind.CONFLICT, mark.number), ItemState.REJECTED)
            return ItemState.REJECTED if state is ItemState.BOTH else state
        return board.state_of_change(mark.number)

    def _on_mark_pressed(self, mark: Mark) -> None:
        board = self._opened.board
        for item in self._opened.shown or board.items:
            if mark in self._marks_of(item):
                self._opened.go_to(item)
                return

    def _on_place_pressed(self, section: str) -> None:
        board = self._opened.board
        here = [item for item in self._opened.shown if place_of(item) == section]
        first = next((item for item in here if board.is_open(item)), here[0] if here else None)
        if first is not None:
            self._opened.go_to(first)
            return
        point = next((one.point for one in places_of(board) if one.section == section), -1)
        if point >= 0:
            self._pane.text.scroll_to_text(point)
        self._pane.places.set_place(section)

    def _on_own_pressed(self, row: OwnRow) -> None:
        key = row.item.key if row.item is not None else None
        item = next((one for one in self._opened.board.items if one.key == key), None)
        if item is not None:
            self._opened.go_to(item)
        else:
            self._pane.text.scroll_to_text(row.point)


def _by_number(marks: Iterable[Mark]) -> dict[tuple[bool, int], list[Mark]]:
    """Return the marks of each thread (true) and change or conflict (false)."""
    found: dict[tuple[bool, int], list[Mark]] = {}
    for mark in marks:
        found.setdefault((mark.kind is MarkKind.COMMENTED, mark.number), []).append(mark)
    return found


def _why_nothing(board: ReviewBoard) -> str:
    if board.items:
        return "Nothing here is open any more. Shift+O shows what was decided, too."
    if board.review.applied:
        return "Everything that came back is in the memo. Close the review, or undo Apply."
    return "The file came back as it was sent: no change and no comment."
