"""Suggested facts under the open article: how many, the one at hand, why, and the keys for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefing.model.suggestion import Suggestion
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.elided_label import ElidedLabel
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import make_label

_SIDE = 44
_LONGEST = 320  # characters of a sentence that are shown; the text has it marked

_ACTIONS = (
    ("library.keep_suggestion", "Keep", "Y"),
    ("library.change_suggestion", "Change…", "Shift+Y"),
    ("library.skip_suggestion", "Skip", "Z"),
)


class SuggestStrip(QFrame):
    """One line while nobody goes through the suggestions; the sentence at hand while one does."""

    action_requested = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_wanted = False
        self.setProperty("role", "strip")
        self._title = make_label("", "strong")
        self._reason = ElidedLabel("", "small")
        self._begin = TextButton(theme, "Go through them (G)", "link")
        self._begin.clicked.connect(lambda: self.action_requested.emit("library.suggest"))
        self._leave = TextButton(theme, "", "link", "x")
        self._leave.setAccessibleName("Stop going through the suggested facts")
        self._leave.setToolTip("Stop (Esc)")
        self._leave.clicked.connect(self.left)
        self._sentence = make_label("", is_wrapped=True)
        self._keys = QWidget()
        self._lay_out(theme)
        self.hide()

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(theme, "sparkles", "accent", 15))
        head.addWidget(self._title)
        head.addWidget(self._reason, 1)
        head.addWidget(self._begin)
        head.addWidget(self._leave)
        row = QHBoxLayout(self._keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name, text, key in _ACTIONS:
            row.addWidget(self._button(theme, name, text))
            row.addWidget(make_label(key, "key"))
            row.addSpacing(8)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 10, _SIDE, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._sentence)
        layout.addWidget(self._keys)

    def _button(self, theme: Theme, name: str, text: str) -> TextButton:
        button = TextButton(theme, text)
        button.clicked.connect(lambda: self.action_requested.emit(name))
        return button

    def show_count(self, count: int) -> None:
        """Say how many there are; nothing is shown where there are none."""
        self._title.setText(f"{count} suggested fact{'s' * (count != 1)}")
        self._reason.setText("Sentences with figures, decisions, dates, quoted speech")
        self._set_walking(is_walking=False)
        self._want(is_wanted=count > 0)

    def show_suggestion(self, one: Suggestion, number: int, count: int) -> None:
        """Show the one at hand, the `number`th of `count`, with its reasons."""
        self._title.setText(f"Suggested {one.kind.value} {number} of {count}")
        self._reason.setText(" · ".join(one.reasons))
        self._sentence.setText(_shortened(one.text))
        self._set_walking(is_walking=True)
        self._want(is_wanted=True)

    def set_aside(self, *, is_aside: bool) -> None:
        """Make room for the form, or come back from behind it."""
        self.setVisible(self._is_wanted and not is_aside)

    def words(self) -> tuple[str, str]:
        """Return the title and the reasons that are shown."""
        return self._title.text(), self._reason.text()

    def _set_walking(self, *, is_walking: bool) -> None:
        shown: tuple[QLabel | QWidget, ...] = (self._sentence, self._keys, self._leave)
        for widget in shown:
            widget.setVisible(is_walking)
        self._begin.setVisible(not is_walking)

    def _want(self, *, is_wanted: bool) -> None:
        self._is_wanted = is_wanted
        self.setVisible(is_wanted)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
