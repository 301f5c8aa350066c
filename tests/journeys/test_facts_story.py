"""An analyst is told of a conflict, settles it, and brings its sentences in step."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QPushButton

from briefing.model.fact import Confidence, Fact, FactKind, FactStatus
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.facts.bulk_sheet import BulkSheet
from briefing.ui.facts.conflict_pane import ConflictPane
from briefing.ui.facts.fact_detail_pane import FactDetailPane
from briefing.ui.facts.fact_list_pane import FactListPane
from briefing.ui.facts.reason_sheet import ReasonSheet
from briefing.ui.facts.ripple_sheet import RippleSheet
from briefing.ui.facts.supersede_sheet import SupersedeSheet
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.article_text import ArticleText
from briefing.ui.library.attach_sheet import AttachSheet
from briefing.ui.widgets.capture_form import CaptureForm
from briefing.ui.widgets.toast import Toast
from tests.journeys.story import Start, Story

NEWER = (
    "President Sheinbaum highlighted the arrest of 63 high-value targets by Mexico"
    " who were sent to the United States."
)


def import_text(story: Story, path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text(text, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    story.do("view.library")
    story.do("library.import")


def select(story: Story, words: str) -> None:
    text = story.find(ArticleText)
    cursor = text.document().find(words)
    assert not cursor.isNull(), f"“{words}” is not on the screen"
    text.setTextCursor(cursor)
    text.setFocus()
    story.settle()


def press_button(story: Story, sheet: Sheet, beginning: str) -> None:
    button = next(
        one for one in sheet.findChildren(QPushButton) if one.text().startswith(beginning)
    )
    assert button.isEnabled(), beginning
    button.click()
    story.settle()


def toasts(story: Story) -> str:
    return "\n".join(one.message.text for one in story.window.findChildren(Toast))


def fact_of(story: Story, words: str) -> Fact:
    return next(fact for fact in story.desk.evidence.facts() if words in fact.statement)


def capture_newer(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fact:
    import_text(story, tmp_path / "later.txt", f"Later count\n\n{NEWER}\n", monkeypatch)
    story.find(ArticleList).search_line.set_line("63 high-value targets")
    story.settle()
    select(story, NEWER)
    story.press("F")
    form = story.find(CaptureForm)
    as_of = next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == "As of")
    as_of.setText("2025-09-03")
    story.press("Ctrl+Return")
    return fact_of(story, "63 high-value")


def test_a_conflict_is_told_settled_and_carried_into_the_memo(
    start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(library) as story:
        older = fact_of(story, "59 high-value")
        newer = capture_newer(story, tmp_path, monkeypatch)
        assert f"conflicts with fact {older.key}" in toasts(story)

        story.do("facts.conflicts")  # the button of the toast
        pane = story.find(ConflictPane)
        assert pane.isVisible()
        assert {one.uid for one in (pane.chosen(), pane.other()) if one} == {older.uid, newer.uid}
        assert [side.accessibleName() for side in pane.sides] == [older.statement, NEWER]
        pane.take_focus()
        story.press("Left")
        assert pane.chosen() == older
        story.press("Right")

        story.press("S")
        sheet = story.find(SupersedeSheet)
        press_button(story, sheet, "Supersede")
        stands = story.desk.evidence.fact(older.uid)
        assert (stands.status, stands.superseded_by) == (FactStatus.SUPERSEDED, newer.uid)
        assert not pane.conflicts

        touched = story.desk.ripple.touched(older.uid)
        ripple = story.find(RippleSheet)
        assert touched
        assert len(ripple.ticked()) == len(touched)
        press_button(story, ripple, "Update")
        assert not story.desk.ripple.touched(older.uid)
        assert len(story.desk.ripple.touched(newer.uid)) == len(touched)

        story.come_back()
        story.do("edit.undo")  # all sentences
        assert story.desk.ripple.touched(older.uid) == touched
        story.do("edit.undo")  # the superseding
        assert story.desk.evidence.fact(older.uid) == older


def test_facts_are_found_edited_disputed_and_exported_with_the_keys(
    start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(library) as story:
        story.do("view.facts")
        found, detail = story.find(FactListPane), story.find(FactDetailPane)
        assert found.model.rowCount() == len(story.desk.evidence.facts())
        first = found.current()
        story.press("J")
        assert found.current() != first
        assert detail.opened is not None
        assert detail.opened.fact.uid == found.current()

        story.press("/")
        story.write("status:current prisoners")
        assert found.model.rowCount() == 1
        found.take_focus()
        story.press("E")
        form = detail.findChild(CaptureForm)
        assert isinstance(form, CaptureForm)
        statement = form.findChild(QPlainTextEdit)
        assert isinstance(statement, QPlainTextEdit)
        statement.setPlainText("Mexico sent 55 prisoners to the United States in 2025.")
        story.press("Ctrl+Return")
        changed = fact_of(story, "Mexico sent 55 prisoners")
        assert detail.opened.fact.uid == changed.uid
        assert [event.before.statement[:18] for event in detail.opened.history] == [
            "Mexico transferred"
        ]

        found.take_focus()
        story.press("D")
        sheet = story.find(ReasonSheet)
        press_button(story, sheet, "Dispute")  # not without a reason
        assert story.desk.evidence.fact(changed.uid).status is FactStatus.CURRENT
        reason = sheet.findChild(QPlainTextEdit)
        assert isinstance(reason, QPlainTextEdit)
        reason.setPlainText("The ministry counts 53")
        press_button(story, sheet, "Dispute")
        assert story.desk.evidence.fact(changed.uid).status is FactStatus.DISPUTED
        story.come_back()
        found.search_line.set_line("kind:figure")
        story.settle()

        target = tmp_path / "facts.csv"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        story.do("facts.export")
        with target.open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.reader(file))) == found.model.rowCount() + 1

    with start(library) as story:  # where it was left
        assert story.find(FactListPane).search_line.line() == "kind:figure"


def test_many_facts_are_edited_as_one_step(start: Start, library: Path) -> None:
    with start(library) as story:
        story.do("view.facts")
        before = story.desk.evidence.facts()
        story.find(FactListPane).take_focus()
        story.press("Ctrl+A")
        story.press("Shift+E")
        sheet = story.find(BulkSheet)
        for box in sheet.findChildren(QLineEdit):
            if box.accessibleName() == "Add tags":
                box.setText("topic/checked")
        sheet.choose(FactKind.CLAIM, Confidence.LOW)
        press_button(story, sheet, "Change")
        for fact in story.desk.evidence.facts():
            assert (fact.kind, fact.confidence) == (FactKind.CLAIM, Confidence.LOW)
            assert "topic/checked" in fact.tags
        story.come_back()
        story.find(FactListPane).take_focus()
        story.press("U")
        assert story.desk.evidence.facts() == before


def test_words_in_the_reader_are_added_to_a_fact(
    start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(library) as story:
        fact = fact_of(story, "55 prisoners")
        words = "The two governments confirmed that 55 prisoners were handed over."
        import_text(story, tmp_path / "echo.txt", f"An echo\n\n{words}\n", monkeypatch)
        story.find(ArticleList).search_line.set_line("confirmed handed over")
        story.settle()
        select(story, words)
        story.press("Shift+F")
        sheet = story.find(AttachSheet)
        sheet.chooser.setFocus()
        story.write("prisoners")
        assert sheet.chooser.current() == fact.uid
        story.press("Return")
        pieces = story.desk.evidence.fact(fact.uid).evidence
        assert [piece.anchor.quote for piece in pieces[len(fact.evidence) :]] == [words]


def test_a_fact_is_superseded_from_the_list_and_its_sentence_kept(
    start: Start, library: Path
) -> None:
    with start(library) as story:
        older, newer = fact_of(story, "55 prisoners"), fact_of(story, "4,601 apprehensions")
        story.do("view.facts")
        found = story.find(FactListPane)
        found.search_line.set_line("prisoners 55")
        story.settle()
        found.take_focus()
        story.press("S")
        sheet = story.find(SupersedeSheet)
        sheet.chooser.setFocus()
        story.write("apprehensions")
        assert sheet.chooser.current() == newer.uid
        story.press("Return")
        stands = story.desk.evidence.fact(older.uid)
        assert stands.superseded_by == newer.uid

        ripple = story.find(RippleSheet)
        reason = ripple.findChild(QLineEdit)
        assert isinstance(reason, QLineEdit)
        reason.setText("It was so when the memo was sent")
        press_button(story, ripple, "Keep")
        assert all(one.kept_reason for one in story.desk.ripple.touched(older.uid))
        story.come_back()
        detail = story.find(FactDetailPane)
        assert detail.opened is not None
        assert detail.opened.newer is not None
        assert [one.kept_reason for one in detail.opened.sentences] == [
            "It was so when the memo was sent"
        ]


def test_two_facts_are_told_apart_and_that_is_remembered(
    start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(library) as story:
        capture_newer(story, tmp_path, monkeypatch)
        story.do("facts.conflicts")
        pane = story.find(ConflictPane)
        pane.take_focus()
        story.press("N")
        sheet = story.find(ReasonSheet)
        reason = sheet.findChild(QPlainTextEdit)
        assert isinstance(reason, QPlainTextEdit)
        reason.setPlainText("One counts arrests, the other handovers")
        press_button(story, sheet, "Not the same")
        assert pane.conflicts == ()
        story.come_back()
        story.do("facts.undo")
        assert len(pane.conflicts) == 1
        story.do("facts.all")
        assert story.find(FactListPane).isVisible()
