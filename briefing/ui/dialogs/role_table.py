"""Which style plays which role of a memo, and why: a table in which each can be chosen anew."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from briefing.model.house_style import HouseStyleLook, RoleStyle, StyleKind, StyleRoles
from briefing.ui.theme import Theme

_HEADS = ("Role in the memo", "Style of the house", "Why")
_ROLE, _STYLE, _WHY = range(3)
_ROW = 34  # px
_BY_YOU = "chosen by you"


class _StyleBox(QComboBox):
    """Leaves the wheel to the table that it stands in."""

    # ---- what Qt calls ----

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class RoleTable(QTableWidget):
    """Shows the roles of one look; `roles_changed` comes when the user chooses a style."""

    roles_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADS), parent)
        self._chosen: dict[str, str] = {}
        self._boxes: dict[str, QComboBox] = {}
        self.setAccessibleName("Styles by their roles")
        self.setHorizontalHeaderLabels(_HEADS)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its boxes take it, one after another
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(_ROLE, theme.px(200))
        self.setColumnWidth(_STYLE, theme.px(270))

    @property
    def roles(self) -> StyleRoles:
        """Return the roles whose styles are chosen, not guessed."""
        return tuple(self._chosen.items())

    def show_look(self, look: HouseStyleLook) -> None:
        """Show what plays each role in a file."""
        names = {kind: [one.name for one in look.styles if one.kind is kind] for kind in StyleKind}
        self._chosen = {one.role: one.style for one in look.roles if one.is_chosen}
        self.setRowCount(len(look.roles))
        for row, role in enumerate(look.roles):
            self._show_row(row, role, names)

    def box(self, role: str) -> QComboBox:
        """Return the box in which the style of a role is chosen."""
        return self._boxes[role]

    def forget(self) -> None:
        """Have every style be guessed again; the look has to be taken anew."""
        self._chosen.clear()
        self.roles_changed.emit()

    def _show_row(self, row: int, role: RoleStyle, names: Mapping[StyleKind, list[str]]) -> None:
        label = QTableWidgetItem(role.label)
        label.setToolTip(f"{role.label} (in a template: {role.role})")
        self.setItem(row, _ROLE, label)
        self._say_why(row, _BY_YOU if role.is_chosen else role.reason)
        box = _StyleBox()
        box.setAccessibleName(f"Style for: {role.label}")
        box.setProperty("role", "quiet")
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        guessed = "As guessed" if role.is_chosen else role.style or "–"
        box.addItem(guessed, "")
        for name in names[role.kind]:
            box.addItem(name, name)
        box.setCurrentIndex(max(box.findData(role.style), 0) if role.is_chosen else 0)
        box.activated.connect(partial(self._on_box_activated, row, role.role))
        self._boxes[role.role] = box
        self.setCellWidget(row, _STYLE, box)

    def _on_box_activated(self, row: int, role: str, _index: int) -> None:
        name = str(self._boxes[role].currentData() or "")
        if self._chosen.get(role, "") == name:
            return
        if name:
            self._chosen[role] = name
        else:
            del self._chosen[role]
        self._say_why(row, _BY_YOU if name else "")
        self.roles_changed.emit()

    def _say_why(self, row: int, reason: str) -> None:
        why = QTableWidgetItem(reason)
        why.setToolTip(reason)
        self.setItem(row, _WHY, why)
