"""Writes the open memo as a file, off the window's thread; asks how in the export dialog."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from briefing.model.export_options import ExportOptions
from briefing.model.house_style import HouseStyleFile, StyleRoles
from briefing.model.ids import Uid
from briefing.model.memo_release import OpenCheck
from briefing.ui.context import WindowContext
from briefing.ui.dialogs.house_style_flow import HouseStyleFlow
from briefing.ui.memo.export_choices import Choice, ExportMemory, ExportOffer
from briefing.ui.memo.export_dialog import ExportDialog
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.task import Progress

if TYPE_CHECKING:
    from briefing.services.publishing import ExportReport

_FILTERS = {
    ".docx": "Word document (*.docx)",
    ".md": "Markdown (*.md)",
    ".pdf": "PDF (*.pdf)",
}
_SHOWN_WARNINGS = 3


class ExportFlow(QObject):
    """Asks where to, writes, and says what was written and what to look at."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self._memory = ExportMemory(context.settings)
        self._styles = HouseStyleFlow(context, room)
        self._dialog: ExportDialog | None = None
        self._last: Path | None = None
        handle = context.actions.handle
        handle("memo.export", self.open)
        handle("memo.release", partial(self.open, is_final=True))
        handle("memo.export_word", partial(self.ask, ".docx"))
        handle("memo.export_markdown", partial(self.ask, ".md"))
        handle("memo.export_pdf", partial(self.ask, ".pdf"))
        handle("memo.show_folder", self.show_folder)

    # ---- the dialog ----

    def open(self, *, is_final: bool = False) -> None:
        """Open the dialog, at what was chosen for this memo last."""
        if not self._opened.is_open:
            return
        self._opened.save_now()
        uid = self._opened.memo.uid
        done = partial(self._on_offer_read, uid, is_final=is_final)
        self._context.tasks.run(partial(self._offer, uid), done, key="memo.export_offer")

    def _offer(self, uid: Uid) -> ExportOffer:
        desk = self._context.desk
        memo = desk.drafting.memo(uid)
        released = next((one for one in desk.releasing.releases(uid) if one.recipients), None)
        return ExportOffer(
            kinds=tuple(Choice(one.extension, one.name) for one in desk.publishing.formats()),
            styles=tuple(Choice(str(one.path), one.name) for one in desk.styling.every()),
            citations=tuple(
                Choice(one.name, one.title) for one in desk.publishing.citation_styles.every()
            ),
            versions=desk.drafting.versions(uid),
            recipients=released.recipients if released else memo.field("to"),
        )

    def _on_offer_read(self, uid: Uid, offer: ExportOffer, *, is_final: bool) -> None:
        if not self._opened.is_open or self._opened.memo.uid != uid:
            return
        context = self._context
        last = self._memory.recall(uid, self._opened.memo.slug, context.files.folder)
        dialog = ExportDialog(context.theme, offer, last, context.files, self._room.window())
        self._dialog = dialog
        dialog.checks_requested.connect(partial(self._examine, uid))
        dialog.roles_requested.connect(partial(self._choose_roles, dialog))
        dialog.export_requested.connect(self.export)
        dialog.finding_opened.connect(self._room.outline.findings.finding_opened)
        dialog.open_over_window()
        if is_final:
            dialog.set_final()

    def _choose_roles(self, dialog: ExportDialog, path: str, roles: StyleRoles) -> None:
        def chosen(file: HouseStyleFile, roles: StyleRoles) -> None:
            if shiboken6.isValid(dialog):
                dialog.use_style(file.path, roles)

        self._styles.open(path, roles, "Use for the export", chosen)

    def _examine(self, uid: Uid) -> None:
        work = partial(self._context.desk.releasing.open_checks, uid)
        self._context.tasks.run(work, self._on_examined, key="memo.release_check")

    def _on_examined(self, checks: tuple[OpenCheck, ...]) -> None:
        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.show_checks(checks)

    # ---- writing ----

    def ask(self, suffix: str) -> None:
        """Ask only where to write the memo, and write it as it was written last."""
        if not self._opened.is_open:
            return
        memo = self._opened.memo
        filters = _FILTERS[suffix]
        target = self._context.files.save_file("Export memo", memo.slug + suffix, filters)
        if target is not None:
            last = self._memory.recall(memo.uid, memo.slug, self._context.files.folder)
            self.export(target, last.options if last.is_own else ExportOptions())

    def export(self, target: Path, options: ExportOptions) -> None:
        """Write the memo, as it stands now."""
        self._opened.save_now()
        uid = self._opened.memo.uid
        self._memory.keep(uid, target, options)
        releasing = self._context.desk.releasing

        def work(_progress: Progress) -> "ExportReport":
            return releasing.export(uid, target, options)

        label = f"Exporting {target.name}"
        self._context.tasks.run_long(work, self._on_exported, label=label, key="memo.export")

    def show_folder(self) -> None:
        """Show the folder of what was exported last, in the platform's file window."""
        if self._last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last.parent)))

    def _on_exported(self, report: "ExportReport") -> None:
        self._last = report.path
        self._context.bulletin.post(report.changes)
        beside = f" with {', '.join(path.name for path in report.beside)}" if report.beside else ""
        verb = "Released" if report.release else "Exported"
        self._context.messages.offer(f"{verb} {report.path.name}{beside}", "memo.show_folder")
        if report.warnings:
            self._context.messages.warn(_joined(report.warnings))


def _joined(warnings: tuple[str, ...]) -> str:
    """Return the first warnings as they are, and how many there are besides."""
    shown = " ".join(warnings[:_SHOWN_WARNINGS])
    hidden = len(warnings) - _SHOWN_WARNINGS
    return f"{shown} … and {hidden} more." if hidden > 0 else shown
