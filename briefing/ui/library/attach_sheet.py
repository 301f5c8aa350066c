"""The sheet that asks which fact the selected words speak for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.fact_chooser import FactChooser
from briefing.ui.widgets.labels import make_label

_LONGEST = 300


class AttachSheet(Sheet):
    """Shows the words and a search for the fact."""

    fact_chosen = Signal(str)  # uid

    def __init__(self, theme: Theme, quote: str, parent: QWidget) -> None:
        super().__init__(theme, "Add to a fact", parent)
        words = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST].rstrip()}…"
        self.content.addWidget(make_label(f"“{words}”", "muted", is_wrapped=True))
        self.chooser = FactChooser("Search the fact that these words speak for")
        self.chooser.fact_taken.connect(self._on_fact_taken)
        self.chooser.current_changed.connect(self._on_current_changed)
        self.content.addWidget(self.chooser, 1)
        leave = TextButton(theme, "Cancel")
        leave.clicked.connect(self.reject)
        self._keep = TextButton(theme, "Add as evidence", "accent")
        self._keep.setEnabled(False)
        self._keep.clicked.connect(self._on_keep_clicked)
        self.add_buttons((leave, self._keep))
        self.resize(theme.px(600), theme.px(480))
        self.chooser.setFocus()

    def _on_current_changed(self, uid: str) -> None:
        self._keep.setEnabled(bool(uid))

    def _on_keep_clicked(self) -> None:
        uid = self.chooser.current()
        if uid is not None:
            self._on_fact_taken(uid)

    def _on_fact_taken(self, uid: str) -> None:
        self.fact_chosen.emit(uid)
        self.accept()
