from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.editor.text_marks import TextMark, TextMarks


def make_marks(*spans: tuple[int, int]) -> TextMarks:
    marks = TextMarks()
    marks.set(TextMark(start, end, "warn") for start, end in spans)
    return marks


def spans(marks: TextMarks) -> list[tuple[int, int]]:
    return [(mark.start, mark.end) for mark in marks.between(0, 1000)]


def test_marks_move_with_the_text_before_them() -> None:
    marks = make_marks((0, 4), (10, 20))
    marks.move(5, 0, 3)
    assert spans(marks) == [(0, 4), (13, 23)]


def test_mark_goes_when_its_words_change() -> None:
    marks = make_marks((0, 4), (10, 20))
    marks.move(12, 1, 0)
    assert spans(marks) == [(0, 4)]


def test_long_mark_is_found_from_its_middle() -> None:
    marks = make_marks((0, 500), (400, 410))
    assert [mark.end for mark in marks.between(450, 460)] == [500]


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=8),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), st.integers(0, 6)), max_size=8),
)
def test_marks_move_as_if_each_were_moved_by_itself(
    placed: list[tuple[int, int]], edits: list[tuple[int, int, int]]
) -> None:
    plain = sorted((start, start + length) for start, length in placed)
    marks = make_marks(*plain)
    for position, removed, added in edits:
        marks.move(position, removed, added)
        plain = [
            (a, b) if b <= position else (a + added - removed, b + added - removed)
            for a, b in plain
            if b <= position or a >= position + removed
        ]
        assert sorted(spans(marks)) == sorted(plain)
