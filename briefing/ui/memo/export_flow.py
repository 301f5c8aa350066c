"""Writes the open memo as a Word, Markdown or PDF file, off the window's thread."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from briefing.services.publishing import ExportReport
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.task import Progress

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
        self._opened = opened
        self._last: Path | None = None
        handle = context.actions.handle
        handle("memo.export_word", partial(self.ask, ".docx"))
        handle("memo.export_markdown", partial(self.ask, ".md"))
        handle("memo.export_pdf", partial(self.ask, ".pdf"))
        handle("memo.show_folder", self.show_folder)

    def ask(self, suffix: str) -> None:
        """Ask where to write the memo, and write it."""
        if not self._opened.is_open:
            return
        suggested = self._opened.memo.slug + suffix
        target = self._context.files.save_file("Export memo", suggested, _FILTERS[suffix])
        if target is not None:
            self.export(target)

    def export(self, target: Path) -> None:
        """Write the memo, as it stands now."""
        self._opened.save_now()
        uid = self._opened.memo.uid
        publishing = self._context.desk.publishing

        def work(_progress: Progress) -> ExportReport:
            return publishing.export(uid, target)

        label = f"Exporting {target.name}"
        self._context.tasks.run_long(work, self._on_exported, label=label, key="memo.export")

    def show_folder(self) -> None:
        """Show the folder of what was exported last, in the platform's file window."""
        if self._last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last.parent)))

    def _on_exported(self, report: ExportReport) -> None:
        self._last = report.path
        self._context.bulletin.post(report.changes)
        beside = f" with {', '.join(path.name for path in report.beside)}" if report.beside else ""
        self._context.messages.offer(f"Exported {report.path.name}{beside}", "memo.show_folder")
        if report.warnings:
            self._context.messages.warn(_joined(report.warnings))


def _joined(warnings: tuple[str, ...]) -> str:
    """Return the first warnings as they are, and how many there are besides."""
    shown = " ".join(warnings[:_SHOWN_WARNINGS])
    hidden = len(warnings) - _SHOWN_WARNINGS
    return f"{shown} … and {hidden} more." if hidden > 0 else shown
