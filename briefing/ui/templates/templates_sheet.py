"""The templates that memos begin from: a list, the text of the chosen one, and what to do with it.

What was typed is kept when another template is chosen and when the sheet is closed.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMessageBox, QWidget

from briefing.services.template_editing import Origin, ShelvedTemplate, TemplateFault
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.templates.template_pane import TemplatePane
from briefing.ui.templates.template_rows import TemplateRows
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton


class TemplatesSheet(Sheet):
    """Wishes for copies, changes and removals; the flow carries them out."""

    copy_requested = Signal(object, object, str)  # ShelvedTemplate, Origin, name
    save_requested = Signal(object, str)  # ShelvedTemplate, text
    remove_requested = Signal(object)  # ShelvedTemplate
    check_requested = Signal(str, str)  # name, text
    style_requested = Signal(str, str)  # name, text

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "Templates", parent)
        self.rows = TemplateRows()
        self.pane = TemplatePane(theme)
        self._shown: ShelvedTemplate | None = None
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self.rows, 2)
        row.addWidget(self.pane, 5)
        self.content.addLayout(row, 1)
        self._make_buttons()
        self.rows.template_chosen.connect(self._on_template_chosen)
        self.pane.text_changed.connect(self._on_text_changed)
        self.pane.style_requested.connect(self._on_style_requested)
        width, height = parent.width() - 48, parent.height() - 48
        self.resize(min(theme.px(1080), width), min(theme.px(720), height))

    def show_templates(
        self, templates: Sequence[ShelvedTemplate], name: str = "", origin: Origin | None = None
    ) -> None:
        """Show the templates there are, and choose one."""
        if self._shown is not None and self.pane.is_changed:
            self.keep()  # it was typed meanwhile; the list comes again when it is kept
            return
        self._shown = None
        self.rows.show_templates(templates, name, origin)

    def show_faults(self, name: str, faults: Sequence[TemplateFault]) -> None:
        """Show what is wrong with the text as it is typed."""
        if self._shown is not None and self._shown.name == name:
            self.pane.show_faults(faults)

    def keep(self) -> None:
        """Wish that what was typed be kept."""
        if self._shown is not None and self.pane.is_changed:
            self.save_requested.emit(self._shown, self.pane.text.toPlainText())
            self.pane.note_kept()

    def _make_buttons(self) -> None:
        theme = self.theme
        self._remove = TextButton(theme, "Remove", icon="trash-2")
        self._remove.clicked.connect(self._on_remove_clicked)
        self._own = TextButton(theme, "Copy to your folder…", icon="copy")
        self._own.clicked.connect(self._on_own_clicked)
        self._into = TextButton(theme, "Copy into this library", icon="library")
        self._into.clicked.connect(self._on_into_clicked)
        close = TextButton(theme, "Close", "accent")
        close.clicked.connect(self.reject)
        self.add_buttons((self._remove, self._own, self._into, close))
        QShortcut(QKeySequence("Ctrl+S"), self, self.keep)

    def _on_template_chosen(self, chosen: ShelvedTemplate) -> None:
        self.keep()
        self._shown = chosen
        self.pane.show_template(chosen)
        self._remove.setEnabled(chosen.origin is not Origin.PROGRAM)
        self._into.setEnabled(chosen.origin is not Origin.LIBRARY)

    def _on_text_changed(self, text: str) -> None:
        if self._shown is not None:
            self.check_requested.emit(self._shown.name, text)

    def _on_style_requested(self, text: str) -> None:
        if self._shown is not None:
            self.style_requested.emit(self._shown.name, text)

    def _on_own_clicked(self) -> None:
        """Ask for the copy's name: under the same one it takes the place of the other."""
        if self._shown is None:
            return
        self.keep()
        proposed = f"{self._shown.name}-copy" if self._shown.origin is Origin.OWN else ""
        name, is_given = QInputDialog.getText(
            self,
            "Copy to your folder",
            "Name of the copy (small letters, digits, hyphens):",
            text=proposed or self._shown.name,
        )
        if is_given:
            self.copy_requested.emit(self._shown, Origin.OWN, name.strip())

    def _on_into_clicked(self) -> None:
        if self._shown is not None:
            self.keep()
            self.copy_requested.emit(self._shown, Origin.LIBRARY, self._shown.name)

    def _on_remove_clicked(self) -> None:
        if self._shown is not None and self._may_remove(self._shown):
            shown, self._shown = self._shown, None
            self.remove_requested.emit(shown)

    def _may_remove(self, shown: ShelvedTemplate) -> bool:
        """Ask where the removal cannot be undone: of a file in the user's folder."""
        if shown.origin is not Origin.OWN:
            return True
        asked = f"Remove {shown.key}.md from your folder of templates? This cannot be undone."
        answer = QMessageBox.question(self, "Remove template", asked)
        return answer is QMessageBox.StandardButton.Yes

    # ---- what Qt calls ----

    def reject(self) -> None:
        self.keep()
        super().reject()
