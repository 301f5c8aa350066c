"""Two thousand mixed files: dropped, stopped, resumed, sorted, tagged, merged, found again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QPushButton

from briefing.model.article import Usage
from briefing.model.import_outcome import Outcome
from briefing.ui.collecting.import_report import ImportReportDialog
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.copies_dialog import CopiesDialog
from briefing.ui.library.facet_pane import FacetPane
from briefing.ui.library.facet_row import FacetRow
from briefing.ui.library.rules_dialog import RulesDialog
from tests.journeys.mixed_files import UNREADABLE, write_mixed_files
from tests.journeys.story import Start, Story

pytestmark = [pytest.mark.alone, pytest.mark.slow, pytest.mark.timeout(900)]
_A_MINUTE = 300_000  # ms


def drop(story: Story, folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    story.window.dropEvent(event)


def finish(story: Story) -> None:
    """Let long work come to its end, however slow the machine."""
    assert story.front.tasks.wait_all(_A_MINUTE)
    story.settle()


def press_button(story: Story, dialog: type[CopiesDialog | RulesDialog], text: str) -> None:
    (button,) = [b for b in story.find(dialog).findChildren(QPushButton) if b.text() == text]
    assert button.isEnabled()
    button.click()
    story.settle()


def titles(story: Story) -> list[str]:
    model = story.find(ArticleList).model
    hits = (model.hit(row) for row in range(model.rowCount()))
    return [hit.article.title for hit in hits if hit]


def search(story: Story, line: str) -> list[str]:
    story.find(ArticleList).search_line.set_line(line)
    story.settle()
    return titles(story)


def test_two_thousand_files_from_the_drop_to_the_next_day(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, folder = tmp_path / "Desk.briefing", tmp_path / "collected"
    articles = write_mixed_files(folder)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(library), ""))
    with start() as story:
        story.do("file.new")
        drop_and_cancel(story, folder)
        resume(story, folder, articles)
        sort_without_the_mouse(story)
        tag_by_rule(story)
        merge_and_undo(story)
        save_search(story, monkeypatch)
    with start(library) as story:
        rows = story.find(FacetPane).findChildren(FacetRow)
        (saved,) = [row for row in rows if row.value == "Shortlisted studies"]
        saved.click()
        story.settle()
        assert story.find(ArticleList).search_line.line() == "usage:shortlisted"
        assert titles(story)


def drop_and_cancel(story: Story, folder: Path) -> None:
    drop(story, folder)

    def is_half_way() -> bool:
        return story.desk.searching.counts().articles >= 200

    story.bot.waitUntil(is_half_way, timeout=_A_MINUTE)
    story.front.tasks.cancel_long()
    finish(story)
    there = story.desk.searching.counts().articles
    assert 200 <= there < 1_900
    assert not story.desk.safekeeping.integrity(), "whole articles only"


def resume(story: Story, folder: Path, articles: int) -> None:
    drop(story, folder)
    finish(story)
    assert story.desk.searching.counts().articles == articles
    report = story.find(ImportReportDialog)
    failed = [one for one in report.report.outcomes if one.outcome is Outcome.FAILED]
    assert len(failed) == UNREADABLE
    assert all(one.reason for one in failed)
    report.close()
    story.come_back()


def sort_without_the_mouse(story: Story) -> None:
    found = story.find(ArticleList)
    assert search(story, "title:study")
    found.take_focus()
    first = found.current_row()
    assert first is not None
    for key in ("S", "S", "X", "1"):
        story.press(key)
    usages = [story.desk.searching.row(uid).usage for uid in found.model.uids()[:4]]
    assert usages[:3] == [Usage.SHORTLISTED, Usage.SHORTLISTED, Usage.REJECTED]
    assert story.desk.searching.row(found.model.uids()[3]).rank == 1
    story.press("U")
    assert story.desk.searching.row(found.model.uids()[3]).rank is None


def tag_by_rule(story: Story) -> None:
    search(story, "title:letter")
    story.do("library.rules")
    dialog = story.find(RulesDialog)
    (tag,) = [e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == "Get the tag"]
    tag.setText("kind/letter")
    tag.textEdited.emit(tag.text())
    story.bot.wait(400)
    story.settle()
    press_button(story, RulesDialog, "Save and tag now")
    dialog.close()
    story.come_back()
    letters = story.desk.searching.facets("title:letter").total
    assert letters > 100
    assert story.desk.searching.facets("tag:kind").total == letters


def merge_and_undo(story: Story) -> None:
    before = story.desk.searching.counts().articles
    assert len(search(story, "dup:yes wire")) >= 1
    story.do("library.copies")
    finish(story)
    press_button(story, CopiesDialog, "Merge into the kept one")
    assert story.desk.searching.counts().articles == before - 1
    story.find(CopiesDialog).close()
    story.come_back()
    story.do("edit.undo")
    assert story.desk.searching.counts().articles == before


def save_search(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    search(story, "usage:shortlisted")
    answer = ("Shortlisted studies", True)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: answer)
    story.do("library.save_search")
