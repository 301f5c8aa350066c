"""Importing from the window: choosing or dropping files, progress, and a report of each file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.model.article import Article
from briefing.model.import_outcome import ImportReport, Outcome
from briefing.model.table_preview import NEEDED
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
        self._report: ImportReport | None = None
        context.actions.handle("library.import", self._choose_files)
        context.actions.handle("library.import_folder", self._choose_folder)
        context.actions.handle("library.import_report", self._ask_report)

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
        self._take_note(report)
        self._context.messages.info(told_of(report), undo=bool(report.changes))
        if _is_worth_reading(report):
            self._ask_report()

    def hear_quietly(self, report: ImportReport) -> None:
        """Tell what came by itself without getting in the way of what is being done."""
        self._take_note(report)
        if _is_worth_reading(report):
            self._context.messages.offer(told_of(report), "library.import_report")
        else:
            self._context.messages.info(told_of(report), undo=bool(report.changes))

    def hear_pasted(self, report: ImportReport) -> None:
        """Open the article that something pasted became, or say why it became none."""
        self._take_note(report)
        for outcome in report.outcomes:
            if outcome.outcome is Outcome.FAILED:
                self._context.messages.warn(outcome.reason)
            else:
                told = f"{outcome.outcome.value.capitalize()}: {outcome.citekey}"
                self._context.messages.info(told, undo=bool(report.changes))
                self._open_article(outcome.citekey)

    def _take_note(self, report: ImportReport) -> None:
        self._report = report
        self._context.bulletin.post(report.changes)
        if report.count(Outcome.ADDED) or report.count(Outcome.UPDATED):
            self._find_copies()

    # the report

    def _ask_report(self) -> None:
        """Show what the last import did, with the tables in it that can still be matched."""
        if self._report is None:
            self._context.messages.info("Nothing was imported since the library was opened.")
            return
        failed = [one for one in self._report.outcomes if one.outcome is Outcome.FAILED]
        paths = tuple(Path(one.path) for one in failed)
        work = partial(self._unmatched, paths)
        self._context.tasks.run(work, partial(self._show_report, self._report))

    def _unmatched(self, paths: tuple[Path, ...]) -> list[Path]:
        """Return the tables of which no column is known as a title or a text."""
        tables = self._context.desk.collecting.unmapped(paths)
        return [path for path, table in tables if NEEDED.isdisjoint(table.mapping.values())]

    def _show_report(self, report: ImportReport, tables: list[Path]) -> None:
        over, told = self._over.window(), told_of(report)
        dialog = ImportReportDialog(self._context.theme, report, told, len(tables), over)
        dialog.save_requested.connect(self._on_report_save_requested)
        dialog.article_requested.connect(self._open_article)
        dialog.matching_requested.connect(partial(self._tables.ask, tables, self._start))
        dialog.open()

    def _open_article(self, citekey: str) -> None:
        work = partial(self._context.desk.searching.article_by_citekey, citekey)
        self._context.tasks.run(work, self._on_article_read)

    def _on_article_read(self, article: Article) -> None:
        self._context.navigator.open_article(article.uid)

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
    if report.cancelled:
        return f"Cancelled: {told}. Import the same again to go on."
    return told[:1].upper() + told[1:]


def _is_worth_reading(report: ImportReport) -> bool:
    """Return whether something failed, or an article changed under its facts."""
    return bool(report.count(Outcome.FAILED) or report.count(Outcome.UPDATED))
