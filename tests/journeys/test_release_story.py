"""One set of facts becomes three memos, a fact changes, and what stands leaves as final."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from briefing.services.desk import Desk
from briefing.ui.memo.export_dialog import ExportDialog
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.release_box import ReleaseBox
from briefing.ui.memo.same_facts_dialog import SameFactsDialog
from tests.journeys.story import Start


def first_cited(desk: Desk) -> str:
    """Return the key of a fact that the memo cites and that still stands."""
    memo = desk.drafting.memo(desk.drafting.memos()[-1].uid)
    sources = (source for one in desk.trace.sentences(memo) for source in one.sources)
    return next(one.key for one in sources if one.status == "current").removeprefix("fact:")


def test_three_memos_stay_in_step(start: Start, library: Path) -> None:
    with start(library) as story:
        desk = story.desk
        (first,) = desk.drafting.memos()
        story.open_memo(first.uid)
        story.do("memo.same_facts")
        story.settle()
        dialog = story.window.findChildren(SameFactsDialog)[-1]
        dialog.tick("situation-report", "talking-points")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        story.settle()
        rows = desk.drafting.memos()
        assert {row.template for row in rows} == {
            "decision-memo", "situation-report", "talking-points"
        }  # fmt: skip
        assert "Highlights" in story.find(MemoRoom).editor.text()  # the first one is open

        handed_over = desk.evidence.fact_by_key(first_cited(desk))
        desk.standing.dispute(handed_over.uid, "two counts differ")
        touched = desk.ripple.touched(handed_over.uid)
        assert {one.memo_uid for one in touched} == {row.uid for row in rows}


def test_memo_leaves_as_final_with_its_reasons(start: Start, library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with start(library) as story:
        desk = story.desk
        story.session.context.settings.default_folder = out
        (memo,) = desk.drafting.memos()
        story.open_memo(memo.uid)
        story.do("memo.release")
        story.settle()
        dialog = story.window.findChildren(ExportDialog)[-1]
        dialog.set_kind(".pdf")
        box = dialog.findChild(ReleaseBox)
        assert isinstance(box, ReleaseBox)
        for line in box.findChildren(QLineEdit):
            line.setText("The Secretary" if line is box.recipients else "agreed with the desk")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        story.settle()
        (release,) = desk.releasing.releases(memo.uid)
        assert (out / release.file_name).read_bytes().startswith(b"%PDF")
        assert release.recipients == "The Secretary"
    with start(library) as story:
        desk = story.desk
        (again,) = desk.releasing.releases(memo.uid)
        assert desk.releasing.released_as(memo.uid, out / again.file_name) == again
        assert desk.releasing.is_reproduced(again)
