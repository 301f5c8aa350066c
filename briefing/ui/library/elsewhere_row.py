"""One line under the search: how many facts and memos the same query finds, each a menu of them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from briefing.model.found_records import FactPage, MemoPage
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_LONGEST = 90


class ElsewhereRow(QWidget):
    """Hidden while the query finds no fact and no memo."""

    fact_requested = Signal(str)
    memo_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = FactPage(())
        self._memos = MemoPage(())
        self._fact_button = TextButton(theme, "", "link", "quote")
        self._fact_button.clicked.connect(self._on_facts_clicked)
        self._memo_button = TextButton(theme, "", "link", "file-text")
        self._memo_button.clicked.connect(self._on_memos_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(make_label("Also found", "small"))
        row.addWidget(self._fact_button)
        row.addWidget(self._memo_button)
        row.addStretch(1)
        self.hide()

    def show_found(self, facts: FactPage, memos: MemoPage) -> None:
        """Show how many facts and memos were found."""
        self._facts, self._memos = facts, memos
        self._fact_button.setText(_counted(len(facts.hits), "fact", bool(facts.after)))
        self._memo_button.setText(_counted(len(memos.hits), "memo", bool(memos.after)))
        self._fact_button.setVisible(bool(facts.hits))
        self._memo_button.setVisible(bool(memos.hits))
        self.setVisible(bool(facts.hits or memos.hits))

    def _on_facts_clicked(self) -> None:
        menu = QMenu(self)
        for hit in self._facts.hits:
            status = "" if hit.fact.status == "current" else f"  ({hit.fact.status.value})"
            action = menu.addAction(_short(hit.statement.text) + status)
            action.setData(hit.fact.uid)
            action.setToolTip(hit.quote.text)
        menu.setToolTipsVisible(True)
        menu.triggered.connect(self._on_fact_triggered)
        self._open(menu, self._fact_button)

    def _on_memos_clicked(self) -> None:
        menu = QMenu(self)
        for hit in self._memos.hits:
            action = menu.addAction(_short(hit.title.text))
            action.setData(hit.memo.uid)
            action.setToolTip(hit.snippet.text)
        menu.setToolTipsVisible(True)
        menu.triggered.connect(self._on_memo_triggered)
        self._open(menu, self._memo_button)

    def _on_fact_triggered(self, action: QAction) -> None:
        self.fact_requested.emit(action.data())

    def _on_memo_triggered(self, action: QAction) -> None:
        self.memo_requested.emit(action.data())

    def _open(self, menu: QMenu, button: TextButton) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _counted(count: int, noun: str, has_more: bool) -> str:  # noqa: FBT001 (a count and its plus)
    return f"{count}{'+' if has_more else ''} {noun}{'s' * (count != 1)}"


def _short(text: str) -> str:
    words = " ".join(text.split()).replace("&", "&&")
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
