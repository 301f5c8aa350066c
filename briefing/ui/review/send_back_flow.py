"""The memo written for its reviewers: our changes tracked, their open comments with the answers."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from briefing.model.export_options import CommentsKept, ExportOptions
from briefing.model.review_record import Review
from briefing.services.desk import Desk
from briefing.services.publishing import ExportReport
from briefing.ui.context import WindowContext
from briefing.ui.review.open_review import OpenReview

_FILTER = "Word document (*.docx)"


class SendBackFlow(QObject):
    """Asks where to, and writes off the window's thread."""

    def __init__(self, context: WindowContext, opened: OpenReview, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._opened = opened
        context.actions.handle("review.send_back", self.ask)

    def ask(self) -> None:
        """Ask for a file, and write the memo as it stands against the version reviewed."""
        review = self._opened.review
        if review is None:
            return
        name = f"{Path(review.files[0].name).stem} – answered.docx"
        target = self._context.files.save_file("Send back", name, _FILTER)
        if target is not None:
            work = partial(_write, self._context.desk, review, target)
            self._context.tasks.run_long(
                lambda _progress: work(),
                self._on_written,
                label=f"Writing {target.name}",
                key="review.send_back",
            )

    def _on_written(self, report: ExportReport) -> None:
        self._context.bulletin.post(report.changes)
        self._context.messages.info(
            f"{report.path.name} is written: what you changed is tracked in it, and open comments"
            " stand in their threads with your answers."
        )
        if report.warnings:
            self._context.messages.warn(report.warnings[0])


def _write(desk: Desk, review: Review, target: Path) -> ExportReport:
    options = ExportOptions(comments=CommentsKept.REVIEWERS, redline=review.version)
    return desk.publishing.export(review.memo_uid, target, options)
