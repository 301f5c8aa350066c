"""The room over the sample library: what is typed, saved, shown and remembered."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from briefing.model.changes import Changes
from briefing.model.fact import FactDraft, FactStatus
from briefing.ui.memo.memo_list import MemoList
from briefing.ui.memo.memo_room import EVIDENCE, OUTLINE, PAGES
from briefing.ui.memo.new_memo_dialog import NewMemoDialog
from tests.ui.memo.conftest import Room


def chip_words(room: Room, words: str) -> list[str]:
    """Return what the chips of the line that holds some words say."""
    editor = room.editor
    number = editor.table.line_at(editor.text().index(words))
    editor.page.lay_line(number)
    laid = editor.page.laid(number)
    assert laid is not None
    return [box.look.text for box in laid.boxes]


def test_list_comes_first_and_enter_opens(room: Room) -> None:
    shown = room.workspace.widget.findChild(MemoList)
    assert isinstance(shown, MemoList)
    assert shown.count == 1
    assert room.workspace.primary_actions == ("memo.templates", "memo.new")
    shown.open_requested.emit(room.memo.uid)
    room.settle()
    assert room.workspace.is_memo_shown
    assert room.workspace.primary_actions[-1] == "memo.export"
    assert room.editor.text() == room.memo.body
    assert room.workspace.heading.title == room.memo.title
    assert room.workspace.heading.badge == "Decision memo"


def test_open_memo_is_outlined_checked_printed_and_matched(room: Room) -> None:
    room.open_memo()
    room.editor.set_position(room.editor.text().index("Mexico transferred"))
    room.settle()
    room.settle()
    assert "words · " in room.workspace.status.items[0].text
    assert "claims sourced" in room.workspace.status.right
    assert room.panes.outline.findings.groups
    assert room.panes.pages.canvas.count >= 2
    assert room.panes.evidence.views
    assert room.panes.evidence.views[0].card.kind == "fact"


def test_typing_is_saved_by_itself(room: Room) -> None:
    room.open_memo()
    room.editor.set_position(len(room.editor.text()))
    QTest.keyClicks(room.editor, "New words.")
    assert room.workspace.status.saved == "Saving…"
    room.bot.waitUntil(lambda: room.memo.body.endswith("New words."), timeout=3_000)
    room.quick()
    assert room.workspace.status.saved.startswith("Saved")


def test_save_now_waits_for_no_pause(room: Room) -> None:
    room.open_memo()
    QTest.keyClicks(room.editor, "X")
    room.workspace.save_now()
    assert room.memo.body == room.editor.text()


def test_switching_memos_saves_and_comes_back_to_the_place(room: Room) -> None:
    room.open_memo()
    first, place = room.memo.uid, room.editor.text().index("## Options")
    room.editor.scroll_to(place)
    room.editor.insert_words("Typed")
    place = room.editor.position()
    other, changes = room.desk.drafting.new_memo("talking-points", {"subject": "Second"})
    room.context.bulletin.post(changes)
    room.workspace.open(other.uid)
    room.settle()
    assert "Typed" in room.desk.drafting.memo(first).body
    assert room.workspace.heading.title == "Second"
    room.workspace.open(first)
    room.settle()
    assert room.editor.position() == place


def test_fact_is_inserted_with_its_citation(room: Room) -> None:
    room.open_memo()
    room.editor.set_position(room.editor.text().index("Mexico transferred"))
    room.settle()
    view = room.panes.evidence.views[0]
    room.editor.set_position(len(room.editor.text()))
    QTest.keyClick(view, Qt.Key.Key_Return)
    room.quick()
    assert room.editor.text().rstrip().endswith(f"[@{view.card.key}]")


def test_citation_completes_and_opens_its_quote(room: Room) -> None:
    room.open_memo()
    room.editor.set_position(len(room.editor.text()))
    QTest.keyClicks(room.editor, "So it is @59")
    room.quick()
    offers = room.panes.completing.popup.findChild(QListView)
    assert isinstance(offers, QListView)
    titles = [offers.model().index(row, 0).data() for row in range(offers.model().rowCount())]
    wanted = next(row for row, title in enumerate(titles) if " 59 " in title)
    for _ in range(wanted):  # a key, which is made by chance, may begin with 59 as well
        QTest.keyClick(room.editor, Qt.Key.Key_Down)
    QTest.keyClick(room.editor, Qt.Key.Key_Return)
    assert room.editor.text().rstrip().endswith("]")
    with room.bot.waitSignal(room.context.navigator.article_requested) as asked:
        room.context.actions.trigger("memo.follow")
    assert asked.args is not None
    uid, start, end = asked.args
    assert 0 <= start < end
    assert "59" in room.desk.searching.article(uid).body[start:end]


def test_changed_fact_changes_its_chip(room: Room) -> None:
    room.open_memo()
    fact = next(f for f in room.desk.evidence.facts() if f"fact:{f.key}]" in room.editor.text())
    words = f"fact:{fact.key}]"
    room.settle()
    assert not any("superseded" in said for said in chip_words(room, words))
    draft = FactDraft(fact.statement, status=FactStatus.SUPERSEDED)
    room.context.bulletin.post(room.desk.evidence.edit(fact.uid, draft))
    room.settle()
    assert any("superseded" in said for said in chip_words(room, words))


def test_missing_source_is_said_when_followed(room: Room) -> None:
    room.open_memo()
    room.editor.set_position(len(room.editor.text()))
    room.editor.insert_words("Word [@nowhere2020]")
    room.editor.set_position(room.editor.position() - 3)
    room.context.actions.trigger("memo.follow")
    room.quick()
    assert "Nowhere2020 is not in this library." in [message.text for message in room.said]


def test_finding_leads_to_its_place_and_is_dismissed(room: Room) -> None:
    room.open_memo()
    room.settle()
    findings = room.panes.outline.findings
    before = len(findings.findings)
    row = next(row for row in findings.rows if row.finding.start is not None)
    row.opened.emit(row)
    assert room.editor.selected_span() == (row.finding.start, row.finding.end)
    changes = room.desk.checking.dismiss(room.memo.uid, row.finding, "It is meant so.")
    room.context.bulletin.post(changes)
    room.settle()
    assert len(findings.findings) == before - 1


def test_field_is_changed_saved_and_shown_above(room: Room) -> None:
    room.open_memo()
    room.panes.card.edit_field("subject")
    cell = room.panes.card.cell("subject")
    assert cell is not None
    cell.entered.emit("subject", "Another subject")
    room.workspace.save_now()
    assert room.memo.field("subject") == "Another subject"
    room.quick()
    assert room.workspace.heading.title == "Another subject"


def test_restored_version_comes_into_the_editor(room: Room) -> None:
    room.open_memo()
    first = room.editor.text()
    room.context.actions.trigger("memo.make_version")
    room.settle()
    assert room.workspace.heading.detail.startswith("v1")
    room.editor.set_position(0)
    QTest.keyClicks(room.editor, "Later. ")
    room.workspace.save_now()
    room.context.bulletin.post(room.desk.drafting.restore(room.memo.uid, 1))
    room.settle()
    assert room.editor.text() == first
    room.editor.undo()
    assert room.editor.text().startswith("Later. ")


def test_own_saves_do_not_disturb_what_is_typed_meanwhile(room: Room) -> None:
    room.open_memo()
    room.editor.set_position(0)
    for letter in "abc":
        QTest.keyClicks(room.editor, letter)
        room.bot.wait(60)
    QTest.keyClicks(room.editor, "d")
    assert room.editor.text().startswith("abcd")
    assert room.editor.position() == 4


def test_panes_make_way_and_come_back(room: Room) -> None:
    room.open_memo()
    widget, panes = room.workspace.widget, room.panes
    shown = {name: panes.is_shown(name) for name in (OUTLINE, PAGES, EVIDENCE)}
    assert shown == {OUTLINE: True, PAGES: True, EVIDENCE: True}
    widget.resize(970, 660)
    assert not panes.is_shown(PAGES)
    assert panes.is_shown(EVIDENCE)
    widget.resize(1380, 840)
    assert panes.is_shown(PAGES)
    room.context.actions.trigger("memo.pages")
    assert not panes.is_shown(PAGES)
    assert not room.context.actions.action("memo.pages").isChecked()
    state = room.workspace.state()
    room.context.actions.trigger("memo.pages")
    room.workspace.restore(state)
    assert not panes.is_shown(PAGES)


def test_removed_memo_goes_back_to_the_list_and_can_be_undone(room: Room) -> None:
    room.open_memo()
    uid = room.memo.uid
    room.context.actions.trigger("memo.remove")
    room.quick()
    assert not room.workspace.is_memo_shown
    assert not room.desk.drafting.memos()
    assert room.said[-1].action == "edit.undo"
    undone = room.desk.safekeeping.undo()
    assert undone is not None
    assert room.desk.drafting.memo(uid)


def test_duplicate_opens_with_the_same_text(room: Room) -> None:
    room.open_memo()
    first = room.memo.uid
    room.context.actions.trigger("memo.duplicate")
    room.settle()
    assert len(room.desk.drafting.memos()) == 2
    copies = [row.uid for row in room.desk.drafting.memos() if row.uid != first]
    assert room.editor.text() == room.desk.drafting.memo(copies[0]).body


def test_new_memo_is_made_from_a_template_and_opened(room: Room) -> None:
    room.context.actions.trigger("memo.new")
    room.quick()
    dialog = room.workspace.widget.window().findChild(NewMemoDialog)
    assert isinstance(dialog, NewMemoDialog)
    card = next(c for c in dialog.cards if c.template.name == "information-memo")
    card.chosen.emit(card)
    card.taken.emit()
    room.settle()
    assert room.workspace.is_memo_shown
    assert room.workspace.heading.badge == "Information memo"


def test_quote_from_the_library_is_put_in_as_a_block(room: Room) -> None:
    room.open_memo()
    room.editor.set_position(room.editor.text().index("Mexico is"))
    room.workspace.insert("> Words. [@a]")
    assert "\n\n> Words. [@a]\n\n" in room.editor.text()


@pytest.mark.parametrize("action", ["memo.insert_facts", "memo.insert_timeline"])
def test_looked_up_block_says_how_many_facts_it_holds(room: Room, action: str) -> None:
    room.open_memo()
    room.editor.set_position(len(room.editor.text()))
    room.context.actions.trigger(action)
    room.editor.set_position(0)
    room.settle()
    last = len(room.editor.table.entries) - 2
    room.editor.page.lay_line(last)
    room.quick()
    laid = room.editor.page.laid(last)
    assert laid is not None
    assert "facts, kept up to date" in laid.boxes[0].look.text


def test_undo_in_the_editor_is_the_editors_own(room: Room) -> None:
    room.open_memo()
    before = room.editor.text()
    room.editor.set_position(0)
    QTest.keyClicks(room.editor, "X")
    room.workspace.save_now()
    QTest.keyClick(room.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.editor.text() == before


def test_new_memo_is_written_under_its_first_heading(room: Room) -> None:
    memo, changes = room.desk.drafting.new_memo("decision-memo", {"subject": "Second"})
    room.context.bulletin.post(changes)
    room.workspace.open(memo.uid)
    room.settle()
    QTest.keyClicks(room.editor, "Typed words")
    assert room.editor.text().startswith("## Bottom line\n\nTyped words\n\n## ")


def test_section_of_the_outline_is_gone_into(room: Room) -> None:
    memo, _ = room.desk.drafting.new_memo("decision-memo", {"subject": "Second"})
    room.workspace.open(memo.uid)
    room.settle()
    room.panes.outline.section_requested.emit(1)
    QTest.keyClicks(room.editor, "Typed words")
    assert "\n\n## Background\n\nTyped words\n\n## " in room.editor.text()


def test_finding_about_an_empty_section_selects_no_heading(room: Room) -> None:
    memo, _ = room.desk.drafting.new_memo("decision-memo", {"subject": "Second"})
    room.workspace.open(memo.uid)
    room.settle()
    headings = [line for line in room.editor.text().split("\n") if line]
    empty = (f for f in room.panes.outline.findings.findings if f.start is not None)
    room.panes.outline.findings.finding_opened.emit(next(empty))
    assert not room.editor.textCursor().hasSelection()
    QTest.keyClicks(room.editor, "Typed")
    lines = [line for line in room.editor.text().split("\n") if line]
    assert sorted(lines) == sorted([*headings, "Typed"])


def test_quote_waits_for_the_next_memo_that_is_opened(room: Room) -> None:
    room.workspace.insert("> One. [@a]")
    room.workspace.insert("> Two. [@b]")
    assert room.said[-1].text.startswith("Open a memo: what you quoted")
    room.open_memo()
    assert room.editor.text().count("\n\n> One. [@a]\n\n> Two. [@b]\n\n") == 1
    room.workspace.show_list()
    room.open_memo()
    assert room.editor.text().count("> One. [@a]") == 1


@pytest.mark.parametrize("count", [5, 60])
def test_list_shows_as_many_memos_as_there_is_room_for(room: Room, count: int) -> None:
    for number in range(count - 1):
        room.desk.drafting.new_memo("talking-points", {"subject": f"Points {number}"})
    room.context.bulletin.post(Changes(everything=True))
    room.quick()
    shown = room.workspace.widget.findChild(MemoList)
    assert isinstance(shown, MemoList)
    view = shown.findChild(QListView)
    assert isinstance(view, QListView)
    assert view.model().rowCount() == count
    assert view.indexAt(QPoint(20, 20)).row() == 0
    height = min(count * view.sizeHintForRow(0), 600)
    assert view.viewport().height() >= height


def test_fields_above_the_text_are_gone_through_by_tab(room: Room) -> None:
    room.open_memo()
    room.panes.edit_fields()
    seen: list[str] = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is room.editor:
            break
        seen.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[:3] == ["To", "From", "Date"]
    assert "Add Through" in seen
    assert QApplication.focusWidget() is room.editor
    assert "\t" not in room.editor.text()
