"""Importing from the window: choosing or dropping files, progress, and a report of each file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.model.import_outcome import ImportReport, Outcome
from briefing.services.import_reports import write_report
from briefing.ui.collecting.import_report import ImportReportDialog
from briefing.ui.collecting.table_flow import TableFlow
from briefing.ui.context import WindowContext
from briefing.ui.tasks import Progress


class ImportFlow(QObject):
    """Takes files in off the window's thread; cancel leaves whole articles only."""

    def __init__(
        self, context: WindowContext, over: QWidget, find_copies: Callable[[], None]
    ) -> None:
        """Import over a pane; `find_copies` is called when articles have come."""
        super().__init__(over)
        self._find_copies = find_copies
        self._context = context
        self._over = over
        self._tables = TableFlow(context, over)
        context.actions.handle("library.import", self._choose_files)
        context.actions.handle("library.import_folder", self._choose_folder)

    def take(self, names: list[str]) -> None:
        """Import files and folders."""
        paths = [Path(name) for name in names]
        if paths:
            self._tables.ask(paths, self._start)

    def _start(self, paths: list[Path]) -> None:
        work = partial(self._import, paths)
        self._context.tasks.run_long(work, self.hear, label=f"Importing {told_paths(paths)}")

    def _import(self, paths: list[Path], progress: Progress) -> ImportReport:
        collecting = self._context.desk.collecting
        return collecting.import_paths(paths, progress.report, progress.is_cancelled)

    def _choose_files(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in self._context.desk.collecting.suffixes())
        filters = f"All that can be imported ({kinds});;All files (*)"
        paths = self._context.files.open_files("Import files", filters)
        self.take([str(path) for path in paths])

    def _choose_folder(self) -> None:
        folder = self._context.files.open_folder("Import a folder")
        self.take([str(folder)] if folder else [])

    def hear(self, report: ImportReport) -> None:
        """Tell what an import did, with the reason of each file that was not taken."""
        self._context.bulletin.post(report.changes)
        told = told_of(report)
        if report.count(Outcome.ADDED) or report.count(Outcome.UPDATED):
            self._find_copies()
        has_failed = report.count(Outcome.FAILED) > 0
        if has_failed or report.count(Outcome.UPDATED):
            post = self._context.messages.warn if has_failed else self._context.messages.info
            post(told)
            dialog = ImportReportDialog(self._context.theme, report, told, self._over)
            dialog.save_requested.connect(self._on_report_save_requested)
            dialog.open()
        else:
            self._context.messages.info(told, undo=bool(report.changes))

    def _on_report_save_requested(self, report: ImportReport) -> None:
        path = self._context.files.save_file(
            "Save the report", "import-report.csv", "CSV (*.csv);;JSON (*.json)"
        )
        if path:
            work = partial(write_report, report, path)
            self._context.tasks.run(work, partial(self._on_report_saved, path))

    def _on_report_saved(self, path: Path, _answer: object) -> None:
        self._context.messages.info(f"Saved as {path.name}")


def told_paths(paths: list[Path]) -> str:
    """Return the name of the one path, else `2 folders and 1 file`."""
    if len(paths) == 1:
        return paths[0].name
    folders = sum(path.is_dir() for path in paths)
    counts = ((folders, "folder"), (len(paths) - folders, "file"))
    told = [f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count]
    return " and ".join(told)


def told_of(report: ImportReport) -> str:
    """Return what an import did in one sentence."""
    counts = dict.fromkeys(Outcome, 0)
    for outcome in report.outcomes:
        counts[outcome.outcome] += 1
    parts = [f"{count:,} {outcome.value}" for outcome, count in counts.items() if count]
    told = ", ".join(parts) or "No files found to import"
    return f"Cancelled: {told}" if report.cancelled else told[:1].upper() + told[1:]
