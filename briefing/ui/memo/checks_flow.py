"""Checks the open memo after a pause: findings in the side pane and under the words they mean."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError
from briefing.model.changes import Changes
from briefing.model.finding import Finding, Severity
from briefing.model.memo import Memo
from briefing.ui.context import WindowContext
from briefing.ui.editor.text_marks import TextMark
from briefing.ui.memo.dismiss_dialog import DismissDialog
from briefing.ui.memo.finding_places import FindingPlaces
from briefing.ui.memo.memo_reading import MemoReading
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.memo.typing_pause import TypingPause
from briefing.ui.theme_tokens import Token

_PAUSE = 900  # ms without a key
_LONGEST_MARK = 2_000  # characters: a finding about a whole section is not underlined
_INKS: dict[Severity, Token] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.NOTE: "accent",
}


class ChecksFlow(QObject):
    """Shows what the checks say, goes to the place, keeps dismissals."""

    checked = Signal()

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self.findings: tuple[Finding, ...] = ()
        self._places = FindingPlaces(room.editor)
        self._pause = TypingPause(_PAUSE, self)
        self._pause.due.connect(self.refresh)
        room.editor.edited.connect(self._pause.start)
        room.outline.findings.finding_opened.connect(self._on_finding_opened)
        room.outline.findings.dismiss_requested.connect(self._on_dismiss_requested)
        opened.opened.connect(self._on_memo_opened)
        opened.fields_changed.connect(self._pause.start)
        context.actions.handle("memo.next_finding", partial(self._step, 1))
        context.actions.handle("memo.last_finding", partial(self._step, -1))
        context.actions.handle("memo.dismiss_finding", self._dismiss_opened)

    def refresh(self) -> None:
        """Check the memo now."""
        if self._opened.is_open:
            self._pause.begin_work()
            work = partial(self._check, self._opened.memo)
            done = partial(self._on_checked, self._opened.edits)
            self._context.tasks.run(work, done, self._on_failed, key="memo.checks")

    def hear(self, changes: Changes) -> None:
        """Check anew when something else changed than what is typed here, which is heard anyway."""
        is_memo = self._opened.is_open and self._opened.memo.uid in changes.memos
        if (
            changes.everything
            or changes.facts
            or changes.articles
            or (is_memo and not self._opened.is_posting)
        ):
            self._pause.start()

    def mark_sections(self, reading: MemoReading) -> None:
        """Mark the sections in which something was found."""
        numbers = {
            reading.section_at(self._places.now(finding.start))
            for finding in self.findings
            if finding.start is not None and finding.severity is not Severity.NOTE
        }
        self._room.outline.set_warned(frozenset(numbers))

    def _on_memo_opened(self) -> None:
        self._take(())
        self._room.outline.findings.set_waiting()
        self.refresh()

    def _take(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        ends = (point for one in findings for point in (one.start, one.end))
        self._places.settle(point for point in ends if point is not None)

    def _check(self, memo: Memo) -> tuple[Finding, ...]:
        """Check a memo, on a worker's thread: there the service is made when first asked for."""
        return self._context.desk.checking.check_memo(memo)

    def _on_checked(self, edits: int, findings: tuple[Finding, ...]) -> None:
        self._pause.end_work()
        if edits != self._opened.edits:
            return  # typed meanwhile: the places are wrong by now, and the next check is due
        self._take(findings)
        self._room.outline.findings.set_findings(findings)
        self._room.editor.set_marks(_marks(findings))
        self.checked.emit()

    def _on_failed(self, error: BriefingError) -> None:
        """Say so where the findings would stand, not at each pause of the typing."""
        self._pause.end_work()
        self._take(())
        self._room.outline.findings.set_stopped(str(error))
        self._room.editor.set_marks(())
        self.checked.emit()

    def _on_finding_opened(self, finding: Finding) -> None:
        editor = self._room.editor
        if finding.start is None:
            return
        start = self._places.now(finding.start)
        end = self._places.now(finding.end or finding.start)
        if editor.sections.holds_heading(start, end):
            editor.sections.go_under(start)  # typing must not replace the heading
            return
        editor.scroll_to(start)
        editor.select_span(start, end)

    def _step(self, by: int) -> None:
        """Go to the next finding or the one before; say so where there is none."""
        self._room.outline.findings.step(by)
        if not self._room.outline.findings.rows:
            self._context.messages.info("The checks found nothing to mend.")

    def _dismiss_opened(self) -> None:
        finding = self._room.outline.findings.opened
        if finding is None:
            self._context.messages.info("Choose a check first: F8 goes from one to the next.")
        else:
            self._on_dismiss_requested(finding)

    def _on_dismiss_requested(self, finding: Finding) -> None:
        dialog = DismissDialog(self._context.theme, finding, self._room.window())
        dialog.reason_given.connect(partial(self._dismiss, finding))
        dialog.open_over_window()

    def _dismiss(self, finding: Finding, reason: str) -> None:
        work = partial(self._context.desk.checking.dismiss, self._opened.memo.uid, finding, reason)
        self._context.tasks.run(work, self._on_dismissed)

    def _on_dismissed(self, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info("Dismissed", undo=True)


def _marks(findings: tuple[Finding, ...]) -> Iterator[TextMark]:
    for finding in findings:
        start, end = finding.start, finding.end
        if start is not None and end is not None and 0 < end - start <= _LONGEST_MARK:
            is_wave = finding.severity is not Severity.NOTE
            detail = f"{finding.reason} {finding.mend}".strip()
            yield TextMark(start, end, _INKS[finding.severity], is_wave, detail)
