"""Several copies of one version: what both hold comes once, and nothing is lost."""

from dataclasses import replace
from itertools import permutations

from briefing.model.block import Span
from briefing.model.ids import Uid
from briefing.model.memo_review import MemoEdit, MemoReview, ReviewChange, ReviewReply, ReviewThread
from briefing.review.merging.combining import combined, extended, with_sound_edits
from tests.review.reviewed import worded

BODY = "One two three four five six.\n"


def _content(
    file: str, *changes: ReviewChange, threads: tuple[ReviewThread, ...] = ()
) -> MemoReview:
    return MemoReview(Uid("m"), 3, BODY, (file,), changes, threads, (f"{file} is odd.",))


def _thread(number: int, file: str, text: str, *replies: ReviewReply) -> ReviewThread:
    return ReviewThread(number, "A", "2025", file, "", text, "two", Span(4, 7), replies)


ONE = _content(
    "a.docx",
    worded(BODY, 1, "two", "2", "A", "a.docx"),
    worded(BODY, 2, "five", "5", "A", "a.docx"),
)
TWO = _content(
    "b.docx",
    worded(BODY, 1, "two", "2", "A", "b.docx"),
    worded(BODY, 2, "three", "3", "B", "b.docx"),
)
THREE = _content("c.docx", worded(BODY, 1, "one".title(), "1", "C", "c.docx"))


def test_changes_are_numbered_in_the_order_of_the_text_whatever_the_order_of_files() -> None:
    found = {combined(order) for order in permutations((ONE, TWO, THREE))}
    (whole,) = found
    assert [(one.number, one.after) for one in whole.changes] == [
        (1, "1"),
        (2, "2"),
        (3, "3"),
        (4, "5"),
    ]
    assert whole.files == ("a.docx", "b.docx", "c.docx")
    assert len(whole.warnings) == 3


def test_a_change_that_two_files_hold_names_both() -> None:
    whole = combined((ONE, TWO))
    assert [one.file for one in whole.changes] == ["a.docx, b.docx", "b.docx", "a.docx"]


def test_an_equal_change_by_another_author_is_another_one() -> None:
    other = _content("b.docx", worded(BODY, 1, "two", "2", "B", "b.docx"))
    assert [one.author for one in combined((ONE, other)).changes] == ["A", "B", "A"]


def test_a_change_without_a_place_stays_beside_its_neighbour() -> None:
    lost = ReviewChange(3, ONE.changes[0].kind, "A", "", "a.docx", "", "x", "y", reason="Nowhere.")
    content = replace(ONE, changes=(ONE.changes[0], lost, ONE.changes[1]))
    whole = combined((content, TWO))
    assert [one.after for one in whole.changes] == ["2", "y", "3", "5"]


def test_a_comment_that_two_files_hold_has_the_replies_of_both() -> None:
    asked, mine, others = (
        "Who chairs it?",
        ReviewReply("B", "2025-01-01", "The minister."),
        ReviewReply("C", "2025-01-02", "Both."),
    )
    one = _content(
        "a.docx", threads=(_thread(1, "a.docx", asked, mine), _thread(2, "a.docx", "Ok"))
    )
    two = _content("b.docx", threads=(_thread(1, "b.docx", asked, mine, others),))
    threads = combined((one, two)).threads
    assert [(thread.number, thread.text) for thread in threads] == [(1, "Ok"), (2, asked)]
    assert threads[1].replies == (mine, others)
    assert threads[1].file == "a.docx, b.docx"


def test_a_file_that_is_added_keeps_the_numbers_that_are() -> None:
    whole = extended(combined((ONE,)), (TWO, THREE))
    numbers = {one.after: one.number for one in whole.changes}
    assert (numbers["2"], numbers["5"]) == (1, 2)
    assert sorted(numbers.values()) == [1, 2, 3, 4]
    assert [one.after for one in whole.changes] == ["1", "2", "3", "5"]


def test_an_edit_that_stands_nowhere_is_told_and_not_made() -> None:
    wrong = replace(ONE.changes[0], edits=(MemoEdit(9, 4, "x"),))
    content = with_sound_edits(replace(ONE, changes=(wrong, ONE.changes[1])))
    assert content.changes[0].edits == ()
    assert "by hand" in content.changes[0].reason
    assert content.changes[1] == ONE.changes[1]
