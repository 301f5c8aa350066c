"""Notes get their numbers in the order in which they are met; the author's own point to others."""

import pytest

from briefing.export.note_sequence import NoteSequence
from briefing.model.block import Inlines, NoteMark, Text
from briefing.text.blocks import parse

NOTES = parse("Met.[^a] Again.[^a]\n\n[^a]: As said.[^b] So.[^a]\n\n[^b]: - One\n    - Two\n").notes


def _as_typed(line: Inlines, _number: int) -> Inlines:
    return line


@pytest.fixture
def sequence() -> NoteSequence:
    return NoteSequence(NOTES, _as_typed)


def test_author_note_is_added_once_where_it_is_first_met(sequence: NoteSequence) -> None:
    assert sequence.add((Text("Source."),)) == NoteMark("1")
    assert sequence.own_mark(NoteMark("b")) == NoteMark("2")
    assert sequence.add((Text("Another."),)) == NoteMark("3")
    assert sequence.own_mark(NoteMark("b")) == NoteMark("2")
    assert sequence.next_number == 4
    assert [note.number for note in sequence.published()] == [1, 2, 3]


def test_mark_of_no_note_stays(sequence: NoteSequence) -> None:
    assert sequence.own_mark(NoteMark("z")) == NoteMark("z")
    assert sequence.published() == ()


def test_note_points_to_those_that_have_numbers(sequence: NoteSequence) -> None:
    sequence.add((Text("Source."),))
    sequence.own_mark(NoteMark("a"))
    line = sequence.published()[1].paragraphs[0]
    assert line == (Text("As said."), Text("[b]"), Text(" So."), Text("(see note 2)"))


def test_words_are_put_into_lines_and_blocks_alike(sequence: NoteSequence) -> None:
    sequence.own_mark(NoteMark("b"))
    note = sequence.published(lambda line: (*line, Text("!")))[0]
    assert [line[-1] for line in note.paragraphs] == [Text("!"), Text("!")]
    assert "Text(text='!')" in repr(note.blocks)


def test_line_is_worded_under_its_note_number() -> None:
    sequence = NoteSequence(NOTES, lambda line, number: (*line, Text(f" #{number}")))
    sequence.add((Text("Source."),))
    sequence.own_mark(NoteMark("b"))
    assert sequence.published()[1].paragraphs[1][-1] == Text(" #2")
