"""Finding in all memos served: what is typed is saved first, then looked for off the thread."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.model.changes import Changes
from briefing.model.memo_find import FindAllAnswer
from briefing.ui.context import WindowContext
from briefing.ui.memo.find_all_pane import FindAllPane
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo

_REST = 1_000  # ms after memos changed
_LONGEST = 200  # characters of a selection that are looked for


class FindAllFlow(QObject):
    """Opens and closes the pane, and leads from a find to its place."""

    shown_changed = Signal(bool)
    place_requested = Signal(str, int, int)  # uid, start, end

    def __init__(
        self, context: WindowContext, pane: FindAllPane, room: MemoRoom, opened: OpenMemo
    ) -> None:
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self._room = room
        self._opened = opened
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(pane.ask)
        pane.find_requested.connect(self._find)
        pane.place_requested.connect(self.place_requested)
        pane.close_requested.connect(self._close)
        context.actions.handle("memo.find_all", self.begin)

    def begin(self) -> None:
        """Show the pane with the words that are selected in the text."""
        self._opened.save_now()
        words = ""
        if self._opened.is_open:
            start, end = self._room.editor.selected_span()
            words = self._room.editor.text()[start:end]
        self.shown_changed.emit(True)
        self._pane.begin(" ".join(words.split()) if len(words) <= _LONGEST else "")

    def hear(self, changes: Changes) -> None:
        """Look again when memos changed."""
        if (changes.everything or changes.memos) and not self._pane.isHidden():
            self._rest.start()

    def _find(self, words: str, match_case: bool, whole_words: bool) -> None:  # noqa: FBT001
        work = partial(self._answer, words, match_case, whole_words)
        self._context.tasks.run(work, self._pane.show_answer, key="memo.find_all")

    def _answer(self, words: str, match_case: bool, whole_words: bool) -> FindAllAnswer:  # noqa: FBT001
        finding = self._context.desk.memo_finding
        return finding.find(words, match_case=match_case, whole_words=whole_words)

    def _close(self) -> None:
        self.shown_changed.emit(False)
        if self._opened.is_open:
            self._room.editor.setFocus()
