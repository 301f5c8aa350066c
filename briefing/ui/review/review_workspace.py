"""The review as a workspace: places, the memo with its changes, one card a change or comment."""

from collections.abc import Mapping
from typing import Any, Literal, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from briefing.model.ids import Uid
from briefing.ui.review.deciding_flow import DecidingFlow
from briefing.ui.review.open_review import OpenReview
from briefing.ui.review.review_flow import ReviewFlow
from briefing.ui.review.review_room import ReviewRoom
from briefing.ui.review.review_words import decided_words
from briefing.ui.workspace import Heading, Status, Workspace

_UNTIL = "Nothing is written until you apply"
_WITH_REVIEW = ("review.accept_author", "review.apply")
_WITHOUT = ("review.open",)


class ReviewWorkspace(Workspace):
    """The start, or one review; both are looked up when the room is entered."""

    name = "review"
    primary_actions = _WITHOUT

    def __init__(
        self, pane: ReviewRoom, opened: OpenReview, flow: ReviewFlow, deciding: DecidingFlow
    ) -> None:
        super().__init__()
        self._pane = pane
        self._opened = opened
        self._flow = flow
        self._deciding = deciding
        self._left = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        opened.decided.connect(self._soon.start)
        opened.board_shown.connect(self._on_board_shown)

    @property
    def widget(self) -> QWidget:
        return self._pane

    def activate(self) -> None:
        left, self._left = self._left, ""
        if left and not self._opened.is_open:
            self._flow.come_back(left)
        self._flow.enter(may_go_on=not left)
        self.take_focus()

    def deactivate(self) -> None:
        self._flow.leave()

    def take_focus(self) -> None:
        """Let the keys go to the cards."""
        if self._opened.is_open:
            self._pane.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._pane.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, uid: Uid, **place: int) -> None:
        """Show a review."""
        del place
        self._left = ""
        self._flow.open(uid)

    def take_files(self, names: list[str]) -> None:
        """Review Word files that came back."""
        self._flow.open_files(names)

    def toggle_pane(self, side: Literal["left", "right"]) -> None:
        """Hide or show the places, or the cards."""
        self._pane.panes.toggle_pane(side)

    def state(self) -> dict[str, object]:
        review = self._opened.review
        return {
            "panes": self._pane.panes.state(),
            "review": review.uid if review else self._left,
            "only_open": self._opened.is_only_open,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        panes = state.get("panes")
        if isinstance(panes, dict):
            self._pane.restore_panes(cast("dict[str, Any]", panes))
        self._left = str(state.get("review") or "")
        self._opened.set_only_open(is_only=bool(state.get("only_open")))

    def _on_board_shown(self) -> None:
        names = _WITH_REVIEW if self._opened.is_open else _WITHOUT
        self._tell()
        if names != self.primary_actions:
            self.primary_actions = names
            self.primary_actions_changed.emit()

    def _tell(self) -> None:
        if not self._opened.is_open:
            self.set_heading(Heading())
            self.set_status(Status())
            return
        board = self._opened.board
        files = ", ".join(file.name for file in board.review.files)
        self.set_heading(Heading(f"Review: {board.review.memo_title}", detail=files))
        self.set_status(Status(saved=decided_words(board), right=_UNTIL))
