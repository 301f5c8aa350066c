"""The sentences that rest on a fact: each as it stands and as it would stand, to take or keep."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from briefing.model.ripple import TouchedSentence
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_CHECKED = Qt.CheckState.Checked


class RippleSheet(Sheet):
    """Ticked sentences are updated in one step, or kept with a reason.

    Enter updates them, in the line of the reason it keeps them; Ctrl+Enter opens the memo.
    """

    update_requested = Signal(object, object)  # sentences, their new texts
    keep_requested = Signal(object, str)  # sentences, the reason
    memo_requested = Signal(str, int)  # uid, position

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "Sentences that rest on the fact", parent)
        self._touched: tuple[TouchedSentence, ...] = ()
        self._texts: list[str] = []
        self._told = make_label("", "muted", is_wrapped=True)
        self._list = QListWidget()
        self._list.setAccessibleName("Sentences")
        self._list.setWordWrap(True)
        self._list.setSpacing(3)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._list.itemChanged.connect(self._on_item_changed)
        self._list.itemDoubleClicked.connect(self._on_item_opened)
        self._text = QPlainTextEdit()
        self._text.setAccessibleName("The sentence as it would stand")
        self._text.setFont(theme.font(FontRole.READING))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(theme.px(96))
        self._text.textChanged.connect(self._on_text_changed)
        self._reason = QLineEdit()
        self._reason.setAccessibleName("Reason to keep them as they are")
        self._reason.setPlaceholderText("Why they stay as they are, to keep them")
        self._reason.textChanged.connect(self._show_count)
        self.content.addWidget(self._told)
        self.content.addWidget(self._list, 1)
        self.content.addWidget(make_label("As it would stand (you can change it):", "small"))
        self.content.addWidget(self._text)
        self.content.addWidget(self._reason)
        self._add_buttons()
        self.resize(theme.px(760), theme.px(620))

    def _add_buttons(self) -> None:
        close = TextButton(self.theme, "Close")
        close.clicked.connect(self.reject)
        self._keep = TextButton(self.theme, "Keep")
        self._keep.clicked.connect(self._on_keep_clicked)
        self._update = TextButton(self.theme, "Update", "accent")
        self._update.clicked.connect(self._on_update_clicked)
        self._list.setToolTip("Ctrl+Enter or a double click opens the memo at the sentence")
        self.add_buttons((close, self._keep, self._update))

    def show_sentences(self, touched: Sequence[TouchedSentence], proposals: Sequence[str]) -> None:
        """Show sentences with what each would say; those not kept yet are ticked."""
        self._touched = tuple(touched)
        self._texts = list(proposals)
        self._list.blockSignals(True)
        self._list.clear()
        for one in touched:
            self._list.addItem(_item(one, is_ticked=not one.kept_reason))
        self._list.blockSignals(False)
        memos = len({one.memo_uid for one in touched})
        count = len(touched)
        self._told.setText(
            f"{count:,} sentence{'s' if count != 1 else ''} of {memos:,}"
            f" memo{'s' if memos != 1 else ''}. Each memo becomes a version before it is changed."
        )
        self._list.setCurrentRow(0)
        self._list.setFocus()
        self._show_count()

    def ticked(self) -> list[int]:
        """Return the places of the sentences that are ticked."""
        rows = range(self._list.count())
        return [at for at in rows if self._list.item(at).checkState() == _CHECKED]

    def _changed(self) -> list[int]:
        return [at for at in self.ticked() if self._texts[at] != self._touched[at].text]

    def _show_count(self) -> None:
        ticked, changed = len(self.ticked()), len(self._changed())
        self._update.setText(f"Update {changed:,}" if changed else "Update")
        self._update.setEnabled(bool(changed))
        self._keep.setText(f"Keep {ticked:,} with this reason" if ticked else "Keep")
        self._keep.setEnabled(bool(ticked and self._reason.text().strip()))

    def _on_row_changed(self, at: int) -> None:
        self._text.setEnabled(at >= 0)
        self._text.blockSignals(True)
        self._text.setPlainText(self._texts[at] if at >= 0 else "")
        self._text.blockSignals(False)

    def _on_text_changed(self) -> None:
        at = self._list.currentRow()
        if at >= 0:
            self._texts[at] = self._text.toPlainText()
            self._list.item(at).setCheckState(_CHECKED)
            self._show_count()

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self._show_count()

    def _on_item_opened(self, item: QListWidgetItem) -> None:
        one = self._touched[self._list.row(item)]
        self.memo_requested.emit(one.memo_uid, one.start)
        self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._reason.hasFocus():
            self._keep.click()
        elif is_enter and self._list.hasFocus():
            item = self._list.currentItem()
            if item and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._on_item_opened(item)
            else:
                self._update.click()
        else:
            super().keyPressEvent(event)

    def _on_update_clicked(self) -> None:
        places = self._changed()
        touched = [self._touched[at] for at in places]
        self.update_requested.emit(touched, [self._texts[at] for at in places])

    def _on_keep_clicked(self) -> None:
        reason = " ".join(self._reason.text().split())
        self.keep_requested.emit([self._touched[at] for at in self.ticked()], reason)


def _item(one: TouchedSentence, *, is_ticked: bool) -> QListWidgetItem:
    kept = f"\nKept: {one.kept_reason}" if one.kept_reason else ""
    item = QListWidgetItem(f"{one.title or one.slug}\n{' '.join(one.text.split())}{kept}")
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(_CHECKED if is_ticked else Qt.CheckState.Unchecked)
    return item
