"""Reviews opened, gone on with, added to, applied and put away."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError, InputError
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.review_record import Review, ReviewState
from briefing.services.desk import Desk
from briefing.ui.context import WindowContext
from briefing.ui.review.board_reading import read_board
from briefing.ui.review.open_review import OpenReview
from briefing.ui.review.review_board import ReviewBoard
from briefing.ui.review.review_room import ReviewRoom
from briefing.ui.review.review_words import applied_words, review_row

_MOST_DONE = 10  # reviews that are listed as done
_FILTERS = "Word files (*.docx *.docm *.dotx *.dotm);;All files (*)"


class ReviewFlow(QObject):
    """Reads off the window's thread, and shows what was read."""

    board_read = Signal()  # the words are shown; what is told of them besides is not known yet

    def __init__(self, context: WindowContext, pane: ReviewRoom, opened: OpenReview) -> None:
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self._opened = opened
        self._is_stale = False
        self._is_seen = False
        self._may_go_on = False
        self._is_list_asked = False
        handle = context.actions.handle
        handle("review.open", self.ask_files)
        handle("review.add_file", self.ask_more_files)
        handle("review.list", self.show_list)
        handle("review.apply", self.apply)
        handle("review.close", self.close)
        pane.files_dropped.connect(self.open_files)
        pane.start.review_chosen.connect(self.take_up)

    # ---- coming and going ----

    def enter(self, *, may_go_on: bool = False) -> None:
        """Show what is there, read anew where it changed meanwhile.

        With `may_go_on` the one review that is open is gone on with, unless all were asked for.
        """
        self._is_seen = True
        self._may_go_on = may_go_on and not self._is_list_asked
        if not self._opened.is_open:
            self.list_reviews()
        elif self._is_stale:
            self.read_again()

    def leave(self) -> None:
        """Let changes of the memo wait until the room is in front again."""
        self._is_seen = False

    def hear(self, changes: Changes) -> None:
        """Read the review anew when its memo changed."""
        review = self._opened.review
        touched = changes.everything or changes.facts or changes.articles
        if review is not None and (touched or review.memo_uid in changes.memos):
            self._is_stale = True
        if self._is_seen and (self._is_stale or (review is None and changes.memos)):
            self.enter()

    # ---- opening ----

    def ask_files(self) -> None:
        """Ask for the files that came back, for a review of their own."""
        self._context.navigator.workspace_requested.emit("review")
        paths = self._context.files.open_files("Review a returned file", _FILTERS)
        self._open_paths(paths, None)

    def ask_more_files(self) -> None:
        """Ask for another reviewer's copy of the version that is reviewed."""
        review = self._opened.review
        if review is not None:
            paths = self._context.files.open_files("Add another reviewer's file", _FILTERS)
            self._open_paths(paths, review.uid)

    def open_files(self, names: Sequence[str]) -> None:
        """Review files that were dropped; copies of the version at hand join its review."""
        review = self._opened.review
        self._open_paths([Path(name) for name in names], review.uid if review else None)

    def open(self, uid: str) -> None:
        """Go on with a review."""
        work = partial(read_board, self._context.desk, Uid(uid))
        self._context.tasks.run(work, self._on_board_read, key="review.read")

    def come_back(self, uid: str) -> None:
        """Go on with the review that was open last; one that is gone is passed over."""
        work = partial(read_board, self._context.desk, Uid(uid))
        self._context.tasks.run(work, self._on_board_read, self._on_gone, key="review.read")

    def _on_lost(self, error: BriefingError) -> None:
        """Leave a review whose memo or files are gone."""
        self._context.messages.error(error)
        self.show_list()

    def _on_gone(self, _error: BriefingError) -> None:
        self.show_list()

    def take_up(self, uid: str) -> None:
        """Go on with a review of the list; one that was put away is open again."""
        work = partial(_taken_up, self._context.desk, Uid(uid))
        self._context.tasks.run(work, self._on_board_read, key="review.read")

    def read_again(self) -> None:
        """Read the open review anew: its memo or its words changed."""
        review = self._opened.review
        if review is not None:
            self._is_stale = False
            work = partial(read_board, self._context.desk, review.uid)
            self._context.tasks.run(work, self._on_board_read, self._on_lost, key="review.read")

    def list_reviews(self) -> None:
        """List the reviews that can be gone on with."""
        work = partial(_listed, self._context.desk)
        self._context.tasks.run(work, self._on_reviews_read, key="review.list")

    def show_list(self) -> None:
        """Leave the review as it is, and show all of them."""
        self._is_list_asked, self._may_go_on = True, False
        self._opened.show(None)
        self.list_reviews()

    def _open_paths(self, paths: Sequence[Path], into: Uid | None) -> None:
        if not paths:
            return
        names = ", ".join(path.name for path in paths)
        work = partial(_added, self._context.desk, into, tuple(paths))
        self._context.tasks.run_long(
            lambda _progress: work(),
            self._on_review_made,
            label=f"Reading {names}",
            key="review.open",
        )

    def _on_review_made(self, review: Review) -> None:
        self.open(review.uid)

    def _on_board_read(self, board: ReviewBoard) -> None:
        if board.review.state is ReviewState.CLOSED:
            self.show_list()
            return
        self._is_list_asked = self._may_go_on = False
        self._opened.show(board)
        self.board_read.emit()

    def _on_reviews_read(self, reviews: Sequence[Review]) -> None:
        waiting = [one for one in reviews if one.state is ReviewState.OPEN]
        if len(waiting) == 1 and self._may_go_on and not self._opened.is_open:
            self.come_back(waiting[0].uid)
        done = [one for one in reviews if one.state is not ReviewState.OPEN][:_MOST_DONE]
        self._pane.start.show_reviews(
            [review_row(review) for review in waiting], [review_row(review) for review in done]
        )

    # ---- the end ----

    def apply(self) -> None:
        """Write what was accepted into the memo, as one version and one step of undo."""
        review = self._opened.review
        if review is None:
            return
        count = self._opened.board.to_apply
        if not count:
            self._context.messages.info("Nothing is accepted yet. A accepts the change at hand.")
            return
        self._context.tasks.run(
            partial(self._context.desk.reviewing.apply, review.uid),
            partial(self._on_applied, review, count, self._opened.board.waiting),
        )

    def _on_applied(self, review: Review, count: int, waiting: int, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info(applied_words(review, count, waiting), undo=True)
        self._is_stale = True
        self._context.navigator.open_memo(review.memo_uid)

    def close(self) -> None:
        """Put a review away; its files and decisions stay in the library."""
        review = self._opened.review
        if review is not None:
            work = partial(self._context.desk.reviewing.close, review.uid)
            self._context.tasks.run(work, partial(self._on_closed, review))

    def _on_closed(self, review: Review, _answer: object) -> None:
        self._context.messages.info(f"The review of “{review.memo_title}” is put away.")
        self.show_list()


def _taken_up(desk: Desk, uid: Uid) -> ReviewBoard:
    if desk.reviewing.get(uid).state is ReviewState.CLOSED:
        desk.reviewing.reopen(uid)
    return read_board(desk, uid)


def _listed(desk: Desk) -> tuple[Review, ...]:
    """Return all reviews; off the window's thread, since the service comes with the first call."""
    return desk.reviewing.reviews()


def _added(desk: Desk, uid: Uid | None, paths: tuple[Path, ...]) -> Review:
    """Add files to a review; those of another memo or version are reviewed by themselves."""
    if uid is None:
        return desk.reviewing.open(paths)
    try:
        return desk.reviewing.add_files(uid, paths)
    except InputError:
        return desk.reviewing.open(paths)
