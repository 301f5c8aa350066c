"""The history of a memo: its versions, what each says, and a way to bring one back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.model.memo import MemoVersion
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.memo.since_words import changed
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class VersionsDialog(Sheet):
    """Versions at the left, the newest first; the text of the selected one at the right."""

    restore_requested = Signal(int)  # number
    keep_requested = Signal()

    def __init__(self, theme: Theme, versions: Sequence[MemoVersion], parent: QWidget) -> None:
        super().__init__(theme, "History", parent)
        self._versions = tuple(versions)
        self._list = QListWidget()
        self._list.setAccessibleName("Versions")
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName("Text of the version")
        self._text.setFont(theme.font(FontRole.READING))
        self._detail = make_label("", "small", is_wrapped=True)
        for version in self._versions:
            when = changed(version.created_at)
            item = QListWidgetItem(f"Version {version.number} · {when}\n{version.reason}")
            self._list.addItem(item)
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._lay_out()
        self._list.setCurrentRow(0)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._detail)
        right.addWidget(self._text, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._list, 2)
        row.addLayout(right, 3)
        self.content.addLayout(row, 1)
        keep = TextButton(self.theme, "Keep a version now", icon="save")
        keep.clicked.connect(self._on_keep_clicked)
        close = TextButton(self.theme, "Close")
        close.clicked.connect(self.reject)
        self._restore = TextButton(self.theme, "Bring this version back", "accent")
        self._restore.clicked.connect(self._on_restore_clicked)
        self._restore.setEnabled(bool(self._versions))
        self.add_buttons((keep, close, self._restore))
        self.resize(self.theme.px(860), self.theme.px(560))
        if not self._versions:
            self._detail.setText(
                "No version has been kept yet. Every export keeps one, and so does Ctrl+S."
            )

    def _on_row_changed(self, row: int) -> None:
        if 0 <= row < len(self._versions):
            version = self._versions[row]
            named = ((name.replace("-", " ").capitalize(), value) for name, value in version.fields)
            fields = " · ".join(f"{name}: {value}" for name, value in named if value)
            self._detail.setText(fields)
            self._text.setPlainText(version.body)

    def _on_restore_clicked(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._versions):
            self.restore_requested.emit(self._versions[row].number)
            self.accept()

    def _on_keep_clicked(self) -> None:
        self.keep_requested.emit()
        self.accept()
