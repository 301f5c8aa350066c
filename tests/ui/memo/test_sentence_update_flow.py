"""A sentence whose fact was superseded: updated in one step, or kept with a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.model.fact import FactDraft
from briefing.ui.editor.sentence_marks import SentenceMarks, SentenceState
from briefing.ui.memo.finding_row import FindingRow
from briefing.ui.memo.update_sentence_dialog import UpdateSentenceDialog
from tests.ui.memo.conftest import Room


def superseded(room: Room) -> str:
    """Let a newer figure take the place of one; return the key of the old fact."""
    evidence = room.desk.evidence
    old = next(one for one in evidence.facts("") if "55 prisoners" in one.statement)
    piece = old.evidence[0]
    start = evidence.locate(piece).start
    statement = old.statement.replace("55", "61")
    end = start + len(piece.anchor.quote)
    draft = FactDraft(statement, old.kind, value=None)
    newer, _ = evidence.capture(piece.article_uid, start, end, draft)
    room.desk.standing.supersede(old.uid, newer.uid, "A third group was sent.")
    return old.key


def write(room: Room, key: str) -> str:
    text = f"Mexico sent 55 prisoners. [@fact:{key}]"
    room.open_memo()
    room.editor.replace_text(text)
    room.settle()
    return text


def dialog_of(room: Room) -> UpdateSentenceDialog:
    room.settle()
    dialog = room.panes.window().findChild(UpdateSentenceDialog)
    assert isinstance(dialog, UpdateSentenceDialog)
    return dialog


def changed(room: Room) -> list[FindingRow]:
    rows = room.panes.outline.findings.rows
    return [row for row in rows if row.finding.rule == "changed-evidence"]


@pytest.fixture
def key(room: Room) -> str:
    return superseded(room)


def test_one_key_writes_the_newer_fact_and_one_undo_takes_it_back(room: Room, key: str) -> None:
    text = write(room, key)
    (row,) = changed(room)
    QTest.keyClick(row, Qt.Key.Key_U)
    dialog = dialog_of(room)
    proposal = dialog.words.toPlainText()
    assert proposal != text
    assert key not in proposal
    assert dialog.update_it.isDefault()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    room.settle()
    assert room.editor.text() == proposal
    assert changed(room) == []
    room.editor.undo()
    assert room.editor.text() == text


def test_a_sentence_is_kept_with_a_reason_until_it_changes(room: Room, key: str) -> None:
    text = write(room, key)
    room.editor.set_position(5)
    room.context.actions.trigger("memo.update_sentence")
    dialog = dialog_of(room)
    assert not dialog.keep.isEnabled()
    QTest.keyClicks(dialog.reason, "It says as of August.")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    room.settle()
    assert room.editor.text() == text
    assert changed(room) == []
    marks = room.editor.findChild(SentenceMarks)
    assert isinstance(marks, SentenceMarks)
    (mark,) = marks.shown()
    assert mark.state is SentenceState.SOURCED
    assert mark.detail.startswith("Kept as it is: It says as of August.")
    room.editor.replace_spans(((0, 6, "Yesterday Mexico"),))
    room.settle()
    assert len(changed(room)) == 1


def test_without_a_newer_fact_nothing_is_proposed(room: Room, key: str) -> None:
    fact = room.desk.evidence.fact_by_key(key)
    room.desk.standing.retract(fact.uid, "It was taken back.")
    text = write(room, key)
    room.editor.set_position(5)
    room.context.actions.trigger("memo.update_sentence")
    dialog = dialog_of(room)
    assert dialog.words.toPlainText() == text
    assert not dialog.update_it.isEnabled()
    dialog.reject()


def test_a_sentence_whose_facts_stand_has_nothing_to_update(room: Room) -> None:
    key = next(one.key for one in room.desk.evidence.facts("") if "vessel" in one.statement)
    write(room, key)
    room.editor.set_position(5)
    room.context.actions.trigger("memo.update_sentence")
    room.settle()
    assert room.said[-1].text == "All facts that this sentence cites still stand."
