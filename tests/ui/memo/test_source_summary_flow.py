"""The source summary statement drafted into the memo."""

from tests.ui.memo.conftest import Room


def test_draft_stands_at_the_cursor_and_can_be_taken_back(room: Room) -> None:
    room.open_memo()
    before = room.editor.text()
    room.context.actions.trigger("memo.draft_source_summary")
    room.quick()
    assert "\n\nThis memo rests on 9 articles" in "\n\n" + room.editor.text()
    room.editor.undo()
    assert room.editor.text() == before


def test_block_is_put_in(room: Room) -> None:
    room.open_memo()
    room.context.actions.trigger("memo.insert_source_summary")
    assert "::: {.source-summary}\n:::" in room.editor.text()
