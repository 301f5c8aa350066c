"""Changes drawn into a Markdown text: nothing is lost, and each mark stands on its own words."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.block import Span
from briefing.model.marked_text import MarkedText, MarkKind
from briefing.model.memo_review import MemoEdit
from briefing.text.drawn_changes import drawn_changes


def _words(drawn: MarkedText, kind: MarkKind, number: int) -> str:
    return "|".join(
        drawn.text[mark.start : mark.end]
        for mark in drawn.marks
        if mark.kind is kind and mark.number == number
    )


def test_what_comes_stands_behind_what_goes() -> None:
    drawn = drawn_changes("They step up work.", {1: (MemoEdit(5, 12, "widen"),)}, {})
    assert drawn.text == "They step upwiden work."
    assert _words(drawn, MarkKind.DELETED, 1) == "step up"
    assert _words(drawn, MarkKind.INSERTED, 1) == "widen"


def test_a_comment_keeps_its_words_beside_an_insertion() -> None:
    drawn = drawn_changes("a group acts", {1: (MemoEdit(7, 7, ", new,"),)}, {4: Span(2, 7)})
    assert _words(drawn, MarkKind.COMMENTED, 4) == "group"
    assert _words(drawn, MarkKind.INSERTED, 1) == ", new,"


def test_bold_put_round_words_marks_the_words() -> None:
    drawn = drawn_changes("one two three", {1: (MemoEdit(4, 4, "**"), MemoEdit(7, 7, "**"))}, {})
    assert drawn.text == "one **two** three"
    assert "two" in _words(drawn, MarkKind.CHANGED, 1)


def test_words_that_two_delete_stand_once_and_are_marked_for_both() -> None:
    changes = {1: (MemoEdit(0, 7, "A"),), 2: (MemoEdit(4, 13, "B"),)}
    drawn = drawn_changes("one two three", changes, {})
    assert drawn.text == "one twoA threeB"
    assert _words(drawn, MarkKind.DELETED, 1) == "one two"
    assert _words(drawn, MarkKind.DELETED, 2) == "two| three"


@st.composite
def _some_changes(draw: st.DrawFn) -> tuple[str, dict[int, tuple[MemoEdit, ...]]]:
    body = draw(st.text(st.sampled_from("ab \n*"), max_size=40))
    changes = {}
    for number in range(1, draw(st.integers(0, 6)) + 1):
        start = draw(st.integers(0, len(body)))
        end = draw(st.integers(start, len(body)))
        changes[number] = (MemoEdit(start, end, draw(st.text(st.sampled_from("xyz"), max_size=5))),)
    return body, changes


@given(_some_changes())
def test_without_what_comes_the_body_is_left(
    given: tuple[str, dict[int, tuple[MemoEdit, ...]]],
) -> None:
    body, changes = given
    drawn = drawn_changes(body, changes, {})
    came = [m for m in drawn.marks if m.kind is MarkKind.INSERTED]
    left = list(drawn.text)
    for mark in came:
        assert drawn.text[mark.start : mark.end] == changes[mark.number][0].text
        left[mark.start : mark.end] = [""] * (mark.end - mark.start)
    assert "".join(left) == body
    for number, (edit,) in changes.items():
        assert (
            _words(drawn, MarkKind.DELETED, number).replace("|", "") == body[edit.start : edit.end]
        )
