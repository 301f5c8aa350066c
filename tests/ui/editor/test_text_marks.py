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
