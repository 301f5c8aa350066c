"""The tabs served: each open memo keeps its text with its own undo while another is in front."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.tab_shelf import Tab, TabShelf


class MemoTabs(QObject):
    """Brings the texts of memos into the one editor."""

    tab_requested = Signal(str)  # uid
    close_requested = Signal(str)  # uid
    changed = Signal()

    def __init__(self, room: MemoRoom) -> None:
        super().__init__(room)
        self._room = room
        self._bar = room.tabs
        self._shelf = TabShelf()
        self._titles: Mapping[Uid, str] = {}
        self._bar.tab_requested.connect(self.tab_requested)
        self._bar.close_requested.connect(self.close_requested)
        self._bar.moved.connect(self._shelf.move)

    @property
    def current(self) -> Uid | None:
        """Return the memo in front."""
        return self._shelf.current

    @property
    def uids(self) -> tuple[Uid, ...]:
        """Return the memos that are open, in the order of the tabs."""
        return tuple(tab.uid for tab in self._shelf.tabs)

    @property
    def titles(self) -> tuple[tuple[Uid, str], ...]:
        """Return the memos that are open with what they are called."""
        return tuple((tab.uid, tab.title) for tab in self._shelf.tabs)

    def bring(self, memo: Memo, title: str, position: int) -> bool:
        """Show a memo's text with the cursor at a code point; return whether it was kept.

        What was written elsewhere meanwhile becomes one step of the text's own undo.
        """
        tab, editor = self._shelf.take(memo.uid, title), self._room.editor
        is_kept = tab.text is not None
        tab.text = tab.text or editor.make_text()
        editor.show_text(tab.text)
        if not is_kept:
            editor.set_text(memo.body, min(position, len(memo.body)))
        else:
            if editor.text() != memo.body:
                editor.replace_text(memo.body)
            editor.set_position(min(position, len(memo.body)))
        crowded = self._shelf.overflow()
        if crowded is not None:
            self.drop(crowded.uid)
        self._show()
        return is_kept

    def drop(self, uid: Uid) -> Uid | None:
        """Close a memo's tab; return which memo comes to the front, if there is another."""
        tab = self._shelf.find(uid)
        following = self._shelf.drop(uid)
        self._discard(tab)
        self._show()
        return following

    def beside(self, step: int) -> Uid | None:
        """Return the memo so many tabs further on."""
        return self._shelf.beside(step)

    def set_title(self, uid: Uid, title: str) -> None:
        """Call a memo otherwise."""
        tab = self._shelf.find(uid)
        if tab is not None and tab.title != title:
            tab.title = title
            self._show()

    def take_titles(self, titles: Mapping[Uid, str]) -> None:
        """Hear which memos there are: tabs of those that are gone close."""
        self._titles = titles
        before = list(self._shelf.tabs)
        self._shelf.keep_only(dict(self._titles))
        for tab in before:
            if tab not in self._shelf.tabs:
                self._discard(tab)
        self._show()

    def restore(self, uids: Sequence[Uid]) -> None:
        """Open tabs again; their texts are read when they are first shown."""
        known = self._titles
        self._shelf.tabs = [
            Tab(uid, known.get(uid, "")) for uid in uids if not known or uid in known
        ]
        self._show()

    def _discard(self, tab: Tab | None) -> None:
        if tab is None or tab.text is None:
            return
        editor = self._room.editor
        if tab.text is editor.shown:
            editor.show_text(editor.make_text())
        tab.text.deleteLater()

    def _show(self) -> None:
        self._bar.set_tabs(self.titles, self._shelf.current)
        self.changed.emit()
