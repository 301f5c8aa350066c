"""The marks of sentences in the memo's room: what they say, and where they lead."""

import pytest
from PySide6.QtWidgets import QApplication

from briefing.ui.editor.sentence_marks import SentenceMarks, SentenceState
from briefing.ui.memo.sources_menu import SourcesMenu
from tests.ui.memo.conftest import Room

# The offscreen screen has no keyboard that a menu could take.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


def marks_of(room: Room) -> SentenceMarks:
    found = room.editor.findChild(SentenceMarks)
    assert isinstance(found, SentenceMarks)
    return found


def write(room: Room, text: str) -> SentenceMarks:
    room.open_memo()
    room.editor.replace_text(text)
    room.settle()
    return marks_of(room)


def fact_key(room: Room, words: str) -> str:
    return next(f.key for f in room.desk.evidence.facts("") if words in f.statement)


def test_marks_tell_sourced_unsourced_and_changed_apart(room: Room) -> None:
    held, prisoners = fact_key(room, "59 high-value"), fact_key(room, "55 prisoners")
    marks = write(
        room,
        f"Mexico transferred 55 prisoners. [@fact:{prisoners}] The border was closed on Monday. "
        f"Mexico held 59 high-value targets. [@fact:{held}] What now?",
    )
    assert [one.state for one in marks.shown()] == [
        SentenceState.SOURCED,
        SentenceState.UNSOURCED,
        SentenceState.CHANGED,
    ]
    first, second, third = (one.detail for one in marks.shown())
    assert "29 prisoners to the United States" in first
    assert "cites nothing" in second
    assert "(disputed)" in third


def test_a_difference_from_the_quote_is_told(room: Room) -> None:
    key = fact_key(room, "vessel in the Caribbean")
    marks = write(room, f"The strike on a vessel killed 12 people. [@fact:{key}]")
    (mark,) = marks.shown()
    assert mark.state is SentenceState.CHANGED
    assert mark.detail.startswith("The sentence says 12 people, the quote 11 people.")


def test_the_key_opens_the_quote_of_the_sentence(room: Room) -> None:
    key = fact_key(room, "vessel in the Caribbean")
    write(room, f"The strike on a vessel killed 11 people. [@fact:{key}]")
    room.editor.set_position(10)
    with room.bot.waitSignal(room.context.navigator.article_requested) as asked:
        room.context.actions.trigger("memo.follow")
    assert asked.args is not None
    uid, start, end = asked.args
    assert "11 people had been killed" in room.desk.searching.article(uid).body[start:end]


def test_several_sources_are_offered(room: Room) -> None:
    key = fact_key(room, "agreed on 3 September 2025")
    write(room, f"They agreed to enhance security cooperation. [@fact:{key}]")
    room.editor.set_position(3)
    room.context.actions.trigger("memo.follow")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, SourcesMenu)
    rows = menu.actions()
    assert len(rows) == 2
    with room.bot.waitSignal(room.context.navigator.article_requested) as asked:
        rows[1].trigger()
    menu.close()
    assert asked.args is not None
    assert room.desk.searching.article(asked.args[0]).citekey in rows[1].text()


def test_a_sentence_without_a_source_is_given_one(room: Room) -> None:
    words = "The border was closed on Monday."
    write(room, words)
    room.editor.set_position(3)
    room.context.actions.trigger("memo.follow")
    room.settle()
    assert room.editor.text().startswith(f"{words} @")
    assert room.editor.position() == len(f"{words} @")


def test_marks_change_when_a_fact_does(room: Room) -> None:
    key = fact_key(room, "vessel in the Caribbean")
    marks = write(room, f"The strike on a vessel killed 11 people. [@fact:{key}]")
    fact = room.desk.evidence.fact_by_key(key)
    room.context.bulletin.post(room.desk.standing.retract(fact.uid, "It was taken back."))
    room.settle()
    assert [one.state for one in marks.shown()] == [SentenceState.CHANGED]
