"""Asks which memos are to be drafted from the same facts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.model.template import Template
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_WIDTH, _HEIGHT = 560, 520  # px


class SameFactsDialog(Sheet):
    """One box a template; the memo's own is left out."""

    templates_chosen = Signal(object)  # names in their order

    def __init__(
        self, theme: Theme, title: str, templates: Sequence[Template], parent: QWidget
    ) -> None:
        super().__init__(theme, "New memos from the same facts", parent)
        told = (
            f"They begin with the facts and sources of “{title}”, and cite the same ones: when a"
            " fact changes, each of the memos says so."
        )
        self.content.addWidget(make_label(told, "muted", is_wrapped=True))
        self._boxes: dict[str, QCheckBox] = {}
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(1, 1, 8, 1)
        column.setSpacing(4)
        for template in templates:
            box = QCheckBox(template.title)
            box.toggled.connect(self._judge)
            self._boxes[template.name] = box
            column.addWidget(box)
            about = make_label(template.description, "small", is_wrapped=True)
            about.setContentsMargins(theme.px(24), 0, 0, 8)  # under its box
            column.addWidget(about)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self.content.addWidget(area, 1)
        cancel = TextButton(theme, "Cancel")
        cancel.clicked.connect(self.reject)
        self._create = TextButton(theme, "Draft", "accent")
        self._create.clicked.connect(self._on_create_clicked)
        self.add_buttons((cancel, self._create))
        self.resize(theme.px(_WIDTH), min(theme.px(_HEIGHT), parent.height() - 24))
        self._judge()
        if self._boxes:
            next(iter(self._boxes.values())).setFocus()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the names of the templates that are ticked."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def tick(self, *names: str) -> None:
        """Tick templates by name."""
        for name in names:
            self._boxes[name].setChecked(True)

    def _judge(self) -> None:
        count = len(self.chosen)
        self._create.setEnabled(bool(count))
        self._create.setText(f"Draft {count} memos" if count > 1 else "Draft the memo")

    def _on_create_clicked(self) -> None:
        self.templates_chosen.emit(self.chosen)
        self.accept()
