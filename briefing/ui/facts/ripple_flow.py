"""Bringing sentences up to date: all that are ticked in one step, or kept with a reason."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.ripple import TouchedSentence
from briefing.ui.context import WindowContext
from briefing.ui.facts.fact_subject import FactSubject
from briefing.ui.facts.ripple_sheet import RippleSheet

_Answer = tuple[tuple[TouchedSentence, ...], tuple[str, ...]]


class RippleFlow(QObject):
    """Shows what rests on a fact and writes what the user settles."""

    def __init__(self, context: WindowContext, subject: FactSubject, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._subject = subject
        self._over = parent
        self._uid: Uid | None = None
        self._sheet: RippleSheet | None = None
        context.actions.handle("facts.touched", self._show_current)

    def show(self, uid: Uid, *, is_asked: bool = False) -> None:
        """Show the sentences that cite a fact; where there are none, say so if it was asked."""
        self._uid = uid
        done = partial(self._on_read, is_asked)
        self._context.tasks.run(partial(self._read, uid), done, key="facts.ripple")

    def offer(self, uid: Uid) -> None:
        """Say how many sentences rest on a fact that no longer stands, with a button to them."""
        work = partial(self._context.desk.ripple.touched, uid)
        self._context.tasks.run(work, self._on_counted, key="facts.ripple_count")

    def _show_current(self) -> None:
        fact = self._subject.fact()
        if fact is not None:
            self.show(fact.uid, is_asked=True)

    def _read(self, uid: Uid) -> _Answer:
        touched = self._context.desk.ripple.touched(uid)
        return touched, self._context.desk.ripple.proposals(touched)

    def _on_counted(self, touched: tuple[TouchedSentence, ...]) -> None:
        if touched:
            count, memos = len(touched), len({one.memo_uid for one in touched})
            what = f"{count:,} sentence{'s' if count > 1 else ''} of {memos:,} memo"
            self._context.messages.offer(
                f"{what}{'s' if memos > 1 else ''} rest{'' if count > 1 else 's'} on it.",
                "facts.touched",
            )

    def _on_read(self, is_asked: bool, answer: _Answer) -> None:  # noqa: FBT001 (a partial's)
        touched, proposals = answer
        left = any(not one.kept_reason for one in touched)
        if self._sheet is not None and not left:
            self._sheet.accept()
        elif self._sheet is None and not touched:
            if is_asked:
                self._context.messages.info("No memo cites this fact.")
        else:
            sheet = self._sheet or self._open()
            sheet.show_sentences(touched, proposals)

    def _open(self) -> RippleSheet:
        sheet = RippleSheet(self._context.theme, self._over.window())
        sheet.update_requested.connect(self._on_update_requested)
        sheet.keep_requested.connect(self._on_keep_requested)
        sheet.memo_requested.connect(self._context.navigator.open_memo)
        sheet.finished.connect(self._on_finished)
        self._sheet = sheet
        sheet.open_over_window()
        return sheet

    def _on_finished(self) -> None:
        self._sheet = None

    def _on_update_requested(self, touched: list[TouchedSentence], texts: list[str]) -> None:
        memos = len({one.memo_uid for one in touched})
        told = f"{_counted(len(touched), 'sentence')} of {_counted(memos, 'memo')} updated"
        work = partial(self._context.desk.ripple.update, touched, texts)
        self._context.tasks.run(work, partial(self._on_written, told))

    def _on_keep_requested(self, touched: list[TouchedSentence], reason: str) -> None:
        told = f"{_counted(len(touched), 'sentence')} kept"
        work = partial(self._context.desk.ripple.keep, touched, reason)
        self._context.tasks.run(work, partial(self._on_written, told))

    def _on_written(self, told: str, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info(told, undo=True)
        if self._uid is not None and self._sheet is not None:
            self.show(self._uid)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
