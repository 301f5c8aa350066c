"""The export dialog: which kind of file, where, how it looks, and whether it is final."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.model.export_options import CommentsKept, ExportOptions
from briefing.model.house_style import StyleRoles
from briefing.model.memo_release import OpenCheck
from briefing.model.template import NoteStyle
from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.memo.choice_box import ChoiceBox
from briefing.ui.memo.export_choices import Choice, ExportOffer, LastExport
from briefing.ui.memo.release_box import ReleaseBox
from briefing.ui.memo.style_choice import StyleChoice
from briefing.ui.memo.target_row import TargetRow
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_WORD = ".docx"
_AS_TEMPLATE = Choice("", "As the template has it")
_NOTES = (
    _AS_TEMPLATE,
    Choice(NoteStyle.FOOTNOTES, "At the foot of the page"),
    Choice(NoteStyle.ENDNOTES, "At the end"),
)
_COMMENTS = (
    Choice(CommentsKept.NONE, "None"),
    Choice(CommentsKept.FINDINGS, "Open findings of the checks"),
    Choice(CommentsKept.REVIEWERS, "Reviewers’ open threads"),
    Choice(CommentsKept.ALL, "Findings and reviewers’ threads"),
)
_HEIGHT, _MARGIN = 640, 48  # px
_CSL_FILES = "Citation styles (*.csl)"


class ExportDialog(Sheet):
    """Opens at what was chosen last, so that Enter exports as the last time."""

    export_requested = Signal(object, object)  # a Path, ExportOptions
    checks_requested = Signal()
    roles_requested = Signal(str, object)  # a Word file, StyleRoles
    finding_opened = Signal(object)  # a Finding; the dialog has closed

    def __init__(
        self,
        theme: Theme,
        offer: ExportOffer,
        last: LastExport,
        files: FileChoices,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, "Export", parent)
        options = last.options
        self._window_height = parent.height()
        self._kinds = QComboBox()
        for kind in offer.kinds:
            self._kinds.addItem(f"{kind.label}  ({kind.value})", kind.value)
        self._target = TargetRow(theme, files, last)
        styles = (_AS_TEMPLATE, *offer.styles)
        self._style = StyleChoice(theme, styles, options, files)
        self._style.roles_requested.connect(self.roles_requested)
        citations = (_AS_TEMPLATE, *offer.citations)
        self._csl = ChoiceBox(citations, options.csl, files, _CSL_FILES)
        self._notes = ChoiceBox(_NOTES, options.notes or "")
        self._comments = ChoiceBox(_COMMENTS, options.comments)
        self._redline = ChoiceBox(_versions(offer), "0")
        self._annex = QCheckBox("Evidence annex: each sentence, its quote, its source")
        self._annex.setChecked(options.annex)
        self._final = QCheckBox("Release as final: checked, and written into the log")
        self._release = ReleaseBox(theme, offer.recipients)
        self._release.hide()
        self._form = QFormLayout()
        self._area = QScrollArea()
        self._inner = QWidget()
        self._problem = make_label("", "warn", is_wrapped=True)
        self._lay_out()
        self._connect()
        self._kinds.setCurrentIndex(max(self._kinds.findData(last.target.suffix), 0))
        self._judge()

    @property
    def options(self) -> ExportOptions:
        """Return what is chosen; what another kind of file would need is left out."""
        notes = self._notes.value
        is_word = self.target.suffix == _WORD
        is_final = self._final.isChecked()
        is_draft = is_word and not is_final
        return ExportOptions(
            notes=NoteStyle(notes) if notes else None,
            style=self._style.path if is_word else None,
            styles=self._style.roles if is_word else (),
            csl=self._csl.value,
            annex=self._annex.isChecked(),
            comments=CommentsKept(self._comments.value) if is_draft else CommentsKept.NONE,
            redline=int(self._redline.value) if is_draft else 0,
            is_final=is_final,
            recipients=self._release.recipients.text().strip() if is_final else "",
            waivers=self._release.waivers if is_final else (),
        )

    @property
    def target(self) -> Path:
        """Return the file to write."""
        return self._target.path

    def set_kind(self, suffix: str) -> None:
        """Choose another kind of file, by its extension with the dot."""
        self._kinds.setCurrentIndex(max(self._kinds.findData(suffix), 0))

    def set_final(self) -> None:
        """Choose to release the memo."""
        self._final.setChecked(True)

    def use_style(self, path: Path, roles: StyleRoles) -> None:
        """Choose a Word file as the house style, and the styles of its roles."""
        self._style.use(path, roles)

    def show_checks(self, checks: tuple[OpenCheck, ...]) -> None:
        """Show which required checks are open."""
        self._release.set_checks(checks)
        QTimer.singleShot(0, self._reveal_release)  # once it has its height

    # ---- building ----

    def _lay_out(self) -> None:
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(10)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._add("Kind of file", self._kinds)
        self._add("Name", self._target.name)
        self._add_layout("Folder", self._target.folder_row)
        self._add("House style", self._style)
        self._add("Citations", self._csl)
        self._add("Notes", self._notes)
        self._add("Comments", self._comments)
        self._add("Changes since", self._redline)
        self._inner.setProperty("role", "scrolled")
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(1, 1, 8, 1)
        column.setSpacing(12)
        column.addLayout(self._form)
        for widget in (self._annex, self._final, self._release):
            column.addWidget(widget)
        column.addStretch(1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._inner)
        self.content.addWidget(self._area, 1)
        self.content.addWidget(self._problem)
        cancel = TextButton(self.theme, "Cancel")
        cancel.clicked.connect(self.reject)
        self._export = TextButton(self.theme, "Export", "accent")
        self.add_buttons((cancel, self._export))
        room = self._window_height - _MARGIN
        self.resize(self.theme.px(620), min(self.theme.px(_HEIGHT), room))
        self._export.setFocus()

    def _add(self, name: str, field: QWidget) -> None:
        label = QLabel(name)
        label.setProperty("role", "muted")
        label.setBuddy(field)
        field.setAccessibleName(name)
        self._form.addRow(label, field)

    def _add_layout(self, name: str, row: QLayout) -> None:
        self._form.addRow(make_label(name, "muted"), row)

    def _connect(self) -> None:
        self._kinds.currentIndexChanged.connect(self._on_kind_changed)
        self._target.changed.connect(self._judge)
        self._final.toggled.connect(self._on_final_toggled)
        self._release.changed.connect(self._judge)
        self._release.finding_opened.connect(self._on_finding_opened)
        self._export.clicked.connect(self._on_export_clicked)

    # ---- following the user ----

    def _on_kind_changed(self) -> None:
        suffix = str(self._kinds.currentData())
        self._target.set_suffix(suffix)
        for field in (self._style, self._comments, self._redline):
            self._form.setRowVisible(field, suffix == _WORD)
        self._judge()

    def _on_final_toggled(self, is_final: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._release.setVisible(is_final)
        self._export.setText("Release" if is_final else "Export")
        for field in (self._comments, self._redline):  # a final memo has neither
            field.setEnabled(not is_final)
        if is_final:
            self.checks_requested.emit()
        self._judge()

    def _reveal_release(self) -> None:
        lacking = self._inner.sizeHint().height() - self._area.viewport().height()
        room = self._window_height - _MARGIN
        self.resize(self.width(), min(self.height() + max(lacking, 0), room))
        self._release.take_focus()
        self._area.ensureWidgetVisible(self._release)

    def _on_finding_opened(self, finding: object) -> None:
        self.reject()
        self.finding_opened.emit(finding)

    def _judge(self) -> None:
        """Say what stands in the way, or what an export will replace."""
        self._problem.setText(self._target.problem or self._target.warning)
        self._problem.setVisible(bool(self._problem.text()))
        is_ready = not self._final.isChecked() or self._release.is_ready
        self._export.setEnabled(is_ready and not self._target.problem)

    def _on_export_clicked(self) -> None:
        self.export_requested.emit(self.target, self.options)
        self.accept()


def _versions(offer: ExportOffer) -> tuple[Choice, ...]:
    """Return the versions against which changes can be shown."""
    return (
        Choice("0", "Not shown"),
        *(
            Choice(str(one.number), f"Version {one.number} · {one.name or one.reason}")
            for one in offer.versions
        ),
    )
