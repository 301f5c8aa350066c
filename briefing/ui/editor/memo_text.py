"""One text that an editor can show: its document with its undo, its lines and their layout."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from briefing.ui.editor.line_room import CursorPlace
from briefing.ui.editor.line_setter import LineSetter
from briefing.ui.editor.line_table import LineTable
from briefing.ui.editor.memo_layout import MemoLayout


class MemoText(QObject):
    """An editor shows one at a time; those in the back keep all they have."""

    def __init__(self, setter: LineSetter, cursor: CursorPlace, parent: QObject) -> None:
        super().__init__(parent)
        self.document = QTextDocument(self)
        self.table = LineTable(self.document, self)
        self.document.setDefaultFont(setter.looks.font)
        self.is_shown = False
        self._cursor = cursor
        self.page = MemoLayout(self.document, self.table, setter, self._cursor_place)
        self.document.setDocumentLayout(self.page)
        self._setter = setter

    def wear(self, setter: LineSetter) -> None:
        """Take other looks, if these are others."""
        if setter is not self._setter:
            self._setter = setter
            self.document.setDefaultFont(setter.looks.font)
            self.page.set_looks(setter)

    def _cursor_place(self) -> tuple[int, int]:
        """Return where the editor's cursor is, which is another text's while this is not shown."""
        return self._cursor() if self.is_shown else (0, 0)
