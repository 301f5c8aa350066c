"""What the room's actions say and whether they can be done, as the review stands."""

from PySide6.QtCore import QObject, QTimer

from briefing.model.review_record import FlagKind
from briefing.ui.actions import ActionSet
from briefing.ui.review.open_review import OpenReview
from briefing.ui.review.review_items import ItemKind
from briefing.ui.review.review_summary import place_of

_LONGEST = 30  # letters of a name in a button
_OF_CHANGES = ("review.accept", "review.reject", "review.edit")
_OF_THREADS = ("review.answer", "review.resolve", "review.make_task")
_OF_REVIEWS = (
    "review.add_file",
    "review.list",
    "review.next",
    "review.previous",
    "review.take_back",
    "review.only_author",
    "review.only_open",
    "review.accept_author",
    "review.accept_section",
    "review.accept_all",
    "review.reject_author",
    "review.reject_section",
    "review.reject_all",
    "review.send_back",
    "review.close",
)
_OF_ITEMS = ("review.evidence", "review.copy", "review.go_to_memo")


class ReviewActionWords(QObject):
    """Names the reviewer, the place and the count in the actions that are about them."""

    def __init__(self, actions: ActionSet, opened: OpenReview, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._opened = opened
        # A decision and the step to the next card are one to the eye.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        for changed in (opened.board_shown, opened.decided, opened.moved, opened.filtered):
            changed.connect(self._soon.start)
        self.refresh()

    def refresh(self) -> None:
        """Say what can be done now."""
        item, is_open = self._opened.current, self._opened.is_open
        is_thread = item is not None and item.kind is ItemKind.THREAD
        can = {
            **dict.fromkeys(_OF_REVIEWS, is_open),
            **dict.fromkeys(_OF_ITEMS, item is not None),
            **dict.fromkeys(_OF_CHANGES, item is not None and not is_thread),
            **dict.fromkeys(_OF_THREADS, is_thread),
            "review.accept_other": item is not None
            and item.conflict is not None
            and len(item.conflict.sides) > 1,
            "review.keep_both": item is not None and item.kind is ItemKind.CONFLICT,
            "review.keep_citation": item is not None and item.parted_citation is not None,
            "review.quote": item is not None and any(flag.keys for flag in item.flags),
            "review.apply": is_open and self._opened.board.to_apply > 0,
        }
        for name, is_possible in can.items():
            self._actions.set_enabled(name, enabled=is_possible)
        self._say()

    def _say(self) -> None:
        item = self._opened.current
        count = self._opened.board.to_apply if self._opened.is_open else 0
        author = (item.changes[0].author if item.changes else item.author) if item else ""
        author = _cut(author) or "this reviewer"
        place = f"“{_cut(place_of(item))}”" if item else "this place"
        words = {
            "review.apply": f"Apply {count:,} to the memo" if count else "Apply to the memo",
            "review.accept_author": f"Accept all from {author}",
            "review.keep_citation": "Accept, with its citation"
            if item and item.parted_citation is FlagKind.CITATION_LEFT
            else "Accept, but keep the citation",
            "review.reject_author": f"Reject all from {author}",
            "review.only_author": f"Show only what {author} wrote",
            "review.accept_section": f"Accept all in {place}",
            "review.reject_section": f"Reject all in {place}",
        }
        for name, text in words.items():
            self._actions.set_text(name, text)
        self._actions.set_checked("review.only_author", checked=self._opened.author is not None)
        self._actions.set_checked("review.only_open", checked=self._opened.is_only_open)


def _cut(name: str) -> str:
    """Return a name as a button can say it."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
