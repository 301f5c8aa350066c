"""What wants a look in changed sentences: read after the words, and again where one was decided."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.errors import BriefingError
from briefing.model.ids import Uid
from briefing.model.review_record import ReviewFlag
from briefing.ui.context import WindowContext
from briefing.ui.review.open_review import OpenReview
from briefing.ui.review.review_board import FlagsOf

if TYPE_CHECKING:
    from briefing.services.desk import Desk


class FlagFlow(QObject):
    """Reads flags off the window's thread; what is decided meanwhile is looked at once more."""

    def __init__(self, context: WindowContext, opened: OpenReview, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._opened = opened
        self._is_reading_all = False
        self._numbers: set[int] = set()  # of changes whose sentences read otherwise now

    def read_all(self) -> None:
        """Read the flags of all changes: the review was opened, or its words are others."""
        review = self._opened.review
        if review is None:
            return
        self._is_reading_all = True
        self._numbers.clear()
        numbers = frozenset(one.number for one in review.content.changes)
        work = partial(_every_flag, self._context.desk, review.uid, numbers)
        done = partial(self._on_all_read, self._opened.board.merged)
        self._context.tasks.run(work, done, self._on_failed, key="review.flags")

    def look_again(self, numbers: Collection[int]) -> None:
        """Read the flags of changes that were decided, and of those in the same sentences."""
        self._numbers |= set(numbers)
        if self._numbers and not self._is_reading_all:
            self._read_near()

    def _read_near(self) -> None:
        review = self._opened.review
        if review is None:
            return
        asked = frozenset(self._numbers)
        work = partial(_near_flags, self._context.desk, review.uid, asked)
        done = partial(self._on_near_read, review.uid, asked)
        self._context.tasks.run(work, done, self._on_failed, key="review.flags")

    def _on_all_read(self, merged: object, flags: FlagsOf) -> None:
        self._is_reading_all = False
        if self._opened.is_open and self._opened.board.merged is merged:
            self._opened.take_flags(flags)
        self.look_again(())

    def _on_near_read(self, uid: Uid, asked: frozenset[int], flags: FlagsOf) -> None:
        self._numbers -= asked
        review = self._opened.review
        if review is not None and review.uid == uid:
            self._opened.take_flags(flags)

    def _on_failed(self, error: BriefingError) -> None:
        self._is_reading_all = False
        self._context.messages.error(error)


def _every_flag(desk: "Desk", uid: Uid, numbers: Iterable[int]) -> FlagsOf:
    found: dict[int, tuple[ReviewFlag, ...]] = dict.fromkeys(numbers, ())
    for flag in desk.reviewing.flags(uid):
        found[flag.change] = (*found.get(flag.change, ()), flag)
    return _said(desk, found)


def _near_flags(desk: "Desk", uid: Uid, numbers: Collection[int]) -> FlagsOf:
    return _said(desk, desk.reviewing.flags_near(uid, numbers))


def _said(desk: "Desk", flags: FlagsOf) -> FlagsOf:
    """Name what flags cite as the chips in the text do."""
    every = [one for some in flags.values() for one in some if "@" in one.reason]
    keys = {key for one in every for key in one.keys}
    labels = {key: one.label for key, one in desk.citing.labels(keys).items()}
    return {
        number: tuple(_with_labels(one, labels) for one in some) for number, some in flags.items()
    }


def _with_labels(flag: ReviewFlag, labels: Mapping[str, str]) -> ReviewFlag:
    reason = flag.reason
    for key in sorted(labels.keys() & set(flag.keys), key=len, reverse=True):
        reason = reason.replace(f"@{key}", f"“{labels[key]}”")
    return replace(flag, reason=reason)
