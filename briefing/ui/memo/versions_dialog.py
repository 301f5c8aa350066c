"""The history of a memo: its versions, what changed between any two, and ways to bring it back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.model.memo import Memo, MemoVersion
from briefing.model.memo_change import MemoChange
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.memo.since_words import changed
from briefing.ui.memo.version_changes import FieldChange, VersionChanges
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

NOW = 0  # the number that stands for the memo as it is
_NONE = "No version has been kept yet. Every export keeps one, and so does Ctrl+S."


class VersionsDialog(Sheet):
    """Versions at the left, the newest first; at the right what the selected one says otherwise."""

    comparison_requested = Signal(int, int)  # from version, to version
    restore_requested = Signal(int)  # version
    take_back_requested = Signal(int, object)  # version, a MemoChange
    keep_requested = Signal()
    name_requested = Signal(object)  # a MemoVersion
    sent_requested = Signal(object)  # a MemoVersion
    draft_requested = Signal()

    def __init__(
        self, theme: Theme, memo: Memo, versions: Sequence[MemoVersion], parent: QWidget
    ) -> None:
        super().__init__(theme, "History", parent)
        self._memo = memo
        self._versions: tuple[MemoVersion, ...] = ()
        self._changes: tuple[MemoChange, ...] = ()
        self._list = QListWidget()
        self._list.setAccessibleName("Versions")
        self._list.setWordWrap(True)
        self._list.setSpacing(2)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._other = QComboBox()
        self._other.setAccessibleName("Compare with")
        self._whole = TextButton(theme, "Whole text", "pill")
        self._whole.setCheckable(True)
        self._text = VersionChanges(theme)
        self._detail = make_label("", "small", is_wrapped=True)
        self._own_buttons: tuple[TextButton, ...] = ()
        self._lay_out()
        self.resize(
            min(theme.px(1000), parent.width() - 24), min(theme.px(640), parent.height() - 24)
        )
        self.set_versions(memo, versions)
        self._list.currentRowChanged.connect(self._on_choice_changed)
        self._other.currentIndexChanged.connect(self._on_choice_changed)
        self._whole.toggled.connect(self._on_choice_changed)
        self._text.take_back_requested.connect(self._on_take_back_requested)

    def begin(self) -> None:
        """Open with the newest version compared; connect first."""
        self.open_over_window()
        self._list.setFocus()
        self._on_choice_changed()

    def set_versions(self, memo: Memo, versions: Sequence[MemoVersion]) -> None:
        """Show the versions as they are known now; the one selected stays so."""
        selected, other = self.selected, self._other.currentData()
        self._memo, self._versions = memo, tuple(versions)
        for widget in (self._list, self._other):
            widget.blockSignals(True)
        self._list.clear()
        self._other.clear()
        self._other.addItem("the memo as it is now", NOW)
        for version in self._versions:
            self._add(version)
        numbers = [version.number for version in self._versions]
        kept = numbers.index(selected.number) if selected and selected.number in numbers else 0
        self._list.setCurrentRow(kept)
        self._other.setCurrentIndex(max(self._other.findData(other), 0))
        for widget in (self._list, self._other):
            widget.blockSignals(False)
        for button in self._own_buttons:
            button.setEnabled(bool(self._versions))
        if self.isVisible():
            self._on_choice_changed()

    @property
    def selected(self) -> MemoVersion | None:
        """Return the version that is selected."""
        row = self._list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def show_changes(self, before: int, after: int, changes: tuple[MemoChange, ...]) -> None:
        """Show a comparison, unless another one was asked for meanwhile."""
        version = self.selected
        if version is None or self._whole.isChecked():
            return
        if (before, after) != (version.number, self._other.currentData()):
            return
        self._changes = changes
        fields = _field_changes(version.fields, self._fields_of(after))
        self._text.show_changes(fields, changes, can_take_back=after == NOW)

    def _add(self, version: MemoVersion) -> None:
        when = changed(version.created_at)
        told = f"{version.name} · {version.reason}" if version.name else version.reason
        item = QListWidgetItem(f"Version {version.number} · {when}\n{told}")
        if version.sent_at:
            to = f" to {version.sent_to}" if version.sent_to else ""
            item.setText(f"{item.text()}\nSent{to} · {changed(version.sent_at)}")
            item.setIcon(self.theme.icon("mail", "accent"))
        item.setToolTip(item.text())
        self._list.addItem(item)
        label = f"version {version.number}" + (f" · {version.name}" if version.name else "")
        self._other.addItem(label, version.number)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(make_label("Changes to", "muted"))
        head.addWidget(self._other)
        head.addStretch(1)
        head.addWidget(self._whole)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addLayout(head)
        right.addWidget(self._detail)
        right.addWidget(self._text, 1)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self._list, 1)
        left.addLayout(self._version_buttons())
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(left, 2)
        row.addLayout(right, 4)
        self.content.addLayout(row, 1)
        self._add_bottom_row()

    def _add_bottom_row(self) -> None:
        keep = TextButton(self.theme, "Keep a version now", icon="save")
        keep.clicked.connect(self.keep_requested)
        draft = TextButton(self.theme, "Draft what changed since it was sent", icon="pencil")
        draft.clicked.connect(self.draft_requested)
        close = TextButton(self.theme, "Close")
        close.clicked.connect(self.reject)
        restore = TextButton(self.theme, "Bring this version back", "accent")
        restore.clicked.connect(self._on_restore_clicked)
        self._own_buttons = (*self._own_buttons, draft, restore, self._whole)
        self.add_buttons((keep, draft, close, restore))

    def _version_buttons(self) -> QHBoxLayout:
        name = TextButton(self.theme, "Name…", icon="pencil")
        name.clicked.connect(self._on_name_clicked)
        sent = TextButton(self.theme, "Mark as sent…", icon="mail")
        sent.clicked.connect(self._on_sent_clicked)
        self._own_buttons = (name, sent)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(sent)
        row.addStretch(1)
        return row

    def _fields_of(self, number: int) -> tuple[tuple[str, str], ...]:
        found = (one.fields for one in self._versions if one.number == number)
        return self._memo.fields if number == NOW else next(found, ())

    def _on_choice_changed(self) -> None:
        version = self.selected
        if version is None:
            self._detail.setText(_NONE)
            self._text.clear()
            return
        if self._whole.isChecked():
            self._detail.setText(f"The text of version {version.number}.")
            self._text.show_text(version.body)
            return
        after = int(self._other.currentData() or NOW)
        to = self._other.currentText()
        self._detail.setText(
            f"From version {version.number} to {to}: struck out is gone, underlined is new."
        )
        self._text.clear()
        self.comparison_requested.emit(version.number, after)

    def _on_take_back_requested(self, number: int) -> None:
        version = self.selected
        if version is not None and number < len(self._changes):
            self.take_back_requested.emit(version.number, self._changes[number])

    def _on_name_clicked(self) -> None:
        if self.selected:
            self.name_requested.emit(self.selected)

    def _on_sent_clicked(self) -> None:
        if self.selected:
            self.sent_requested.emit(self.selected)

    def _on_restore_clicked(self) -> None:
        if self.selected:
            self.restore_requested.emit(self.selected.number)
            self.accept()


def _field_changes(
    before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]
) -> tuple[FieldChange, ...]:
    """Return the front matter that differs."""
    was, now = dict(before), dict(after)
    return tuple(
        (name.replace("-", " ").replace("_", " ").capitalize(), was.get(name, ""), text)
        for name, text in {**dict.fromkeys(was, ""), **now}.items()
        if was.get(name, "") != text
    )
