"""Where an article is used: each memo with its sentences, and each fact, to go there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from briefing.services.used_in import UsedIn

_LONGEST = 100


class UsedMenu(QMenu):
    """Lists the uses; choosing one goes there."""

    memo_chosen = Signal(str, int)  # uid, start of the sentence
    fact_chosen = Signal(str)

    def __init__(self, used: "UsedIn", parent: QWidget) -> None:
        super().__init__(parent)
        for memo in used.memos:
            self.addSection(f"Memo · {_short(memo.title)}")
            for sentence in memo.sentences:
                self._add(sentence.text, (memo.uid, sentence.start))
        if used.facts:
            self.addSection("Facts from this article")
        for fact in used.facts:
            self._add(f"{fact.key}  {fact.statement}", (fact.uid, None))
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    def open_at(self, place: QPoint) -> None:
        """Open the menu, the first use under the keyboard."""
        self.popup(place)
        first = next((one for one in self.actions() if not one.isSeparator()), None)
        if first:
            self.setActiveAction(first)

    def _add(self, text: str, place: tuple[str, int | None]) -> None:
        action = self.addAction(_short(text))
        action.setData(place)

    def _on_triggered(self, action: QAction) -> None:
        uid, start = action.data()
        if start is None:
            self.fact_chosen.emit(uid)
        else:
            self.memo_chosen.emit(uid, start)


def _short(text: str) -> str:
    words = " ".join(text.split()).replace("&", "&&")
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
