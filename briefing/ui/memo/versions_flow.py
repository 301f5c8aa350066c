"""The history dialog served: versions compared, brought back, named, sent, and told of."""

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.memo import Memo, MemoVersion
from briefing.model.memo_change import MemoChange
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.memo.version_words_dialog import VersionWordsDialog
from briefing.ui.memo.versions_dialog import VersionsDialog

History = tuple[Memo, tuple[MemoVersion, ...]]


class VersionsFlow(QObject):
    """Works on what is saved: what was typed is written before anything is compared."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self._dialog: VersionsDialog | None = None
        context.actions.handle("memo.history", self.show)
        context.actions.handle("memo.mark_sent", self.ask_sent)
        context.actions.handle("memo.since_sent", self.draft)

    def show(self) -> None:
        """Show the history."""
        if self._opened.is_open:
            self._opened.save_now()
            self._read(self._on_history_read)

    def ask_sent(self) -> None:
        """Ask to whom the memo was sent as it stands now, and keep that as a version."""
        if self._opened.is_open:
            dialog = self._words_dialog(
                "Mark as sent", "To whom it was sent", self._opened.memo.field("to"), "Mark as sent"
            )
            dialog.words_given.connect(self._on_recipients_given)
            dialog.open_over_window()

    def draft(self) -> None:
        """Put in at the cursor, as a list, what changed since the memo was sent."""
        if self._opened.is_open:
            self._opened.save_now()
            uid = self._opened.memo.uid
            work = partial(self._context.desk.memo_versions.since_sent, uid)
            self._context.tasks.run(work, partial(self._on_drafted, uid), key="memo.since_sent")

    # ---- the dialog ----

    def _on_history_read(self, history: History) -> None:
        dialog = VersionsDialog(self._context.theme, *history, self._room.window())
        self._dialog = dialog
        uid = history[0].uid
        dialog.comparison_requested.connect(partial(self._compare, uid))
        dialog.restore_requested.connect(partial(self._restore, uid))
        dialog.take_back_requested.connect(partial(self._take_back, uid))
        dialog.keep_requested.connect(partial(self._keep, uid))
        dialog.name_requested.connect(self._ask_name)
        dialog.sent_requested.connect(self._ask_sent_version)
        dialog.draft_requested.connect(self._on_draft_requested)
        dialog.begin()

    def _compare(self, uid: Uid, before: int, after: int) -> None:
        work = partial(self._context.desk.memo_versions.changes, uid, before, after)
        done = partial(self._on_compared, before, after)
        self._context.tasks.run(work, done, key="memo.compare")

    def _on_compared(self, before: int, after: int, changes: tuple[MemoChange, ...]) -> None:
        dialog = self._open_dialog()
        if dialog is not None:
            dialog.show_changes(before, after, changes)

    def _restore(self, uid: Uid, number: int) -> None:
        work = partial(self._context.desk.drafting.restore, uid, number)
        self._context.tasks.run(work, partial(self._on_changed, f"Version {number} is back"))

    def _take_back(self, uid: Uid, number: int, change: MemoChange) -> None:
        work = partial(self._context.desk.memo_versions.take_back, uid, number, change)
        told = f"The paragraph is as it was in version {number}"
        self._context.tasks.run(work, partial(self._on_changed, told))

    def _keep(self, uid: Uid) -> None:
        work = partial(self._context.desk.drafting.make_version, uid, "kept by hand")
        self._context.tasks.run(work, self._on_kept)

    def _on_kept(self, answer: tuple[MemoVersion, Changes]) -> None:
        self._after_write(answer[1])

    def _ask_name(self, version: MemoVersion) -> None:
        dialog = self._words_dialog(
            f"Name version {version.number}",
            "What it is called; empty takes the name away",
            version.name,
            "Name it",
        )
        dialog.words_given.connect(partial(self._name, version))
        dialog.open_over_window()

    def _name(self, version: MemoVersion, words: str) -> None:
        write = self._context.desk.memo_versions.name
        work = partial(write, version.memo_uid, version.number, words)
        self._context.tasks.run(work, self._after_write)

    def _ask_sent_version(self, version: MemoVersion) -> None:
        dialog = self._words_dialog(
            f"Mark version {version.number} as sent",
            "To whom it was sent",
            version.sent_to or dict(version.fields).get("to", ""),
            "Mark as sent",
        )
        dialog.words_given.connect(partial(self._mark_sent, version))
        dialog.open_over_window()

    def _mark_sent(self, version: MemoVersion, words: str) -> None:
        write = self._context.desk.memo_versions.mark_sent
        work = partial(write, version.memo_uid, version.number, words)
        self._context.tasks.run(work, self._after_write)

    def _on_draft_requested(self) -> None:
        dialog = self._open_dialog()
        if dialog is not None:
            dialog.accept()
        self.draft()

    # ---- the open memo ----

    def _on_recipients_given(self, words: str) -> None:
        if self._opened.is_open:
            self._opened.save_now()
            work = partial(self._send, self._opened.memo.uid, words)
            self._context.tasks.run(work, self._on_sent)

    def _send(self, uid: Uid, words: str) -> Changes:
        desk = self._context.desk
        version, _ = desk.drafting.make_version(uid, "kept as it was sent")
        return desk.memo_versions.mark_sent(uid, version.number, words)

    def _on_sent(self, changes: Changes) -> None:
        self._after_write(changes)
        self._context.messages.info("Kept as the version that was sent")

    def _on_drafted(self, uid: Uid, text: str) -> None:
        if self._opened.is_open and self._opened.memo.uid == uid:
            self._room.editor.insert_paragraph(text)
            self._room.editor.setFocus()

    # ---- shared ----

    def _on_changed(self, told: str, changes: Changes) -> None:
        """Tell of what undo can take back."""
        self._after_write(changes)
        self._context.messages.info(told, undo=True)

    def _after_write(self, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        if self._open_dialog() is not None:
            self._read(self._on_history_changed)

    def _on_history_changed(self, history: History) -> None:
        dialog = self._open_dialog()
        if dialog is not None:
            dialog.set_versions(*history)

    def _read(self, done: Callable[[History], None]) -> None:
        uid = self._opened.memo.uid
        self._context.tasks.run(partial(self._history, uid), done, key="memo.history")

    def _history(self, uid: Uid) -> History:
        drafting = self._context.desk.drafting
        return drafting.memo(uid), drafting.versions(uid)

    def _open_dialog(self) -> VersionsDialog | None:
        """Return the dialog while it is open; Qt deletes it when it closes."""
        if self._dialog is not None and not shiboken6.isValid(self._dialog):
            self._dialog = None
        return self._dialog if self._dialog is not None and self._dialog.isVisible() else None

    def _words_dialog(self, title: str, prompt: str, words: str, verb: str) -> VersionWordsDialog:
        parent = self._open_dialog() or self._room.window()
        return VersionWordsDialog(self._context.theme, title, prompt, words, verb, parent)
