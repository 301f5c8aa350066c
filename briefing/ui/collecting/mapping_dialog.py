"""A table's columns to the fields of an article: asked once, remembered for tables like it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.model.table_preview import NEEDED
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.elided_label import ElidedLabel
from briefing.ui.widgets.labels import make_label

_SAMPLES = 3
_LONGEST = 60
_WIDTH, _HEIGHT = 680, 480


class MappingDialog(Sheet):
    """Shows each column with its first values and the field it goes to."""

    kept = Signal(dict)  # column → field

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        mapping: Mapping[str, str],
        fields: Mapping[str, str],
        parent: QWidget,
    ) -> None:
        """Ask for the table `name`; `fields` are the fields there are, each with its word."""
        super().__init__(theme, f"Columns of {name}", parent)
        self._fields = dict(fields)
        self._boxes: dict[str, QComboBox] = {}
        self.content.addWidget(
            make_label(
                "Say what each column holds. Columns that are left keep their names as further"
                " fields. A table with the same columns is not asked about again.",
                "muted",
                is_wrapped=True,
            )
        )
        self.content.addWidget(self._make_table(columns, rows, mapping), 1)
        self._problem = make_label("", "warn", is_wrapped=True)
        self.content.addWidget(self._problem)
        leave = TextButton(theme, "Cancel")
        leave.clicked.connect(self.reject)
        self._keep = TextButton(theme, "Import the table", "accent")
        self._keep.clicked.connect(self._on_keep_clicked)
        self.add_buttons((leave, self._keep))
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT))
        self._judge()
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def mapping(self) -> dict[str, str]:
        """Return the field of each column that goes to one."""
        chosen = {column: str(box.currentData()) for column, box in self._boxes.items()}
        return {column: field for column, field in chosen.items() if field}

    def _make_table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], mapping: Mapping[str, str]
    ) -> QScrollArea:
        inside = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, column in enumerate(columns):
            values = [row[at] for row in rows[:_SAMPLES] if at < len(row) and row[at].strip()]
            sample = " · ".join(" ".join(value.split())[:_LONGEST] for value in values)
            grid.addWidget(make_label(column or "(without a name)", "strong"), at, 0)
            grid.addWidget(ElidedLabel(sample, "small"), at, 1)
            grid.addWidget(self._make_box(column, mapping.get(column, "")), at, 2)
        outside = QVBoxLayout(inside)
        outside.setContentsMargins(0, 0, 8, 0)
        outside.addLayout(grid)
        outside.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _make_box(self, column: str, field: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"Field for {column}")
        box.addItem("Further field", "")
        for name, word in self._fields.items():
            box.addItem(word, name)
        box.setCurrentIndex(max(box.findData(field), 0))
        box.currentIndexChanged.connect(self._judge)
        self._boxes[column] = box
        return box

    def _judge(self) -> None:
        """Say what is still amiss; a table that names neither title nor text is none of ours."""
        chosen = list(self.mapping().values())
        twice = sorted({self._fields[one] for one in chosen if chosen.count(one) > 1})
        is_enough = not NEEDED.isdisjoint(chosen)
        problem = "" if is_enough else "Say which column holds the title or the text."
        if is_enough and twice:
            problem = f"{', '.join(twice)}: more than one column; the first one with words is used."
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._keep.setEnabled(is_enough)

    def _on_keep_clicked(self) -> None:
        self.kept.emit(self.mapping())
        self.accept()
