"""The list of templates: each with its title, where it comes from, and whether it can be used."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from briefing.services.template_editing import Origin, ShelvedTemplate

ORIGINS = {
    Origin.PROGRAM: "comes with the program",
    Origin.OWN: "in your folder",
    Origin.LIBRARY: "in this library",
}


class TemplateRows(QListWidget):
    """Says which template was chosen."""

    template_chosen = Signal(object)  # a ShelvedTemplate

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates: tuple[ShelvedTemplate, ...] = ()
        self.setAccessibleName("Templates")
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_current_row_changed)

    @property
    def chosen(self) -> ShelvedTemplate | None:
        """Return the template that is chosen."""
        row = self.currentRow()
        return self._templates[row] if 0 <= row < len(self._templates) else None

    def show_templates(
        self, templates: Sequence[ShelvedTemplate], name: str, origin: Origin | None
    ) -> None:
        """Show templates and choose one; the first where it is not there."""
        self.blockSignals(True)
        self._templates = tuple(templates)
        self.clear()
        for one in self._templates:
            self.addItem(QListWidgetItem(f"{_title(one)}\n{_detail(one)}"))
        fitting = [
            row
            for row, one in enumerate(self._templates)
            if one.name == name and origin in (None, one.origin)
        ]
        self.setCurrentRow(fitting[0] if fitting else 0)
        self.blockSignals(False)
        self._on_current_row_changed()

    def _on_current_row_changed(self) -> None:
        if self.chosen is not None:
            self.template_chosen.emit(self.chosen)


def _title(one: ShelvedTemplate) -> str:
    return one.template.title if one.template else one.name


def _detail(one: ShelvedTemplate) -> str:
    count = len(one.faults)
    faults = f"{count} fault{'s' * (count != 1)}" if count else ""
    unused = "" if one.is_used else "another takes its place"
    return " · ".join(filter(None, (one.name, ORIGINS[one.origin], faults, unused)))
