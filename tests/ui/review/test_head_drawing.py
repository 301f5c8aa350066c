"""The head as it is drawn: each field on a line of its own, changes in it as in the text."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.model.block import Span
from briefing.model.head_field import HeadField
from briefing.model.memo_review import (
    Decision,
    FieldEdit,
    ReviewChange,
    ReviewKind,
    ReviewThread,
    Verdict,
)
from briefing.model.reading_block import ReadingBlock, ReadingKind, ReadingRun
from briefing.model.review_head import ReviewHead
from briefing.model.review_record import (
    ConflictChoice,
    ConflictDecision,
    ConflictSide,
    MergeConflict,
    PieceRole,
    Review,
)
from briefing.ui.review.head_drawing import HeadDrawing, as_printed, draw_head
from tests.ui.review.made_review import AUTHOR, LAWYER, made_review

SUBJECT = HeadField("subject", "Subject", "Talks with Mexico", "Talks with Mexico")
DATE = HeadField("date", "Date", "2025-09-05", "5 September 2025", is_date=True)
EMPTY = HeadField("through", "Through", "", "")


def _change(number: int, of: HeadField, after: str, author: str = AUTHOR) -> ReviewChange:
    edit = FieldEdit(of.name, of.value, after)
    return ReviewChange(
        number, ReviewKind.REPLACED, author, "", "a.docx", "Head", of.printed, after, field=edit
    )


def _review(*changes: ReviewChange) -> Review:
    review, _, _ = made_review()
    return replace(review, content=replace(review.content, changes=changes))


def _drawn(review: Review, *conflicts: MergeConflict, own: tuple[str, ...] = ()) -> HeadDrawing:
    return draw_head(ReviewHead((SUBJECT, DATE, EMPTY), own), review, conflicts)


def _said(drawing: HeadDrawing, role: PieceRole) -> list[str]:
    return [piece.text for piece in drawing.pieces if piece.role is role]


def _conflict(*numbers: int) -> MergeConflict:
    sides = tuple(ConflictSide(AUTHOR, "a.docx", (number,), "") for number in numbers)
    return MergeConflict(numbers[0], 0, 0, "", "", sides, "", is_in_head=True)


def test_a_head_that_nobody_changed_is_not_drawn() -> None:
    assert _drawn(_review()) == HeadDrawing()


def test_a_change_is_told_word_by_word_in_its_line() -> None:
    drawing = _drawn(_review(_change(1, SUBJECT, "Talks with Canada")))
    assert _said(drawing, PieceRole.DELETED) == ["Mexico"]
    assert _said(drawing, PieceRole.INSERTED) == ["Canada"]
    assert [block.marker for block in drawing.blocks] == ["Subject", "Date"]
    assert not any(piece.is_in_body for piece in drawing.pieces)


def test_values_with_little_in_common_are_told_whole() -> None:
    drawing = _drawn(_review(_change(1, SUBJECT, "A long way to go")))
    assert _said(drawing, PieceRole.DELETED) == ["Talks with Mexico"]
    assert _said(drawing, PieceRole.INSERTED) == ["A long way to go"]


def test_a_change_that_fills_an_empty_field_has_its_line() -> None:
    drawing = _drawn(_review(_change(1, EMPTY, "Deputy Chief")))
    assert _said(drawing, PieceRole.INSERTED) == ["Deputy Chief"]
    assert "through" in drawing.points


def test_the_same_change_of_two_reviewers_is_told_once() -> None:
    both = _change(1, DATE, "6 September 2025"), _change(2, DATE, "6 September 2025", LAWYER)
    drawing = _drawn(_review(*both))
    assert _said(drawing, PieceRole.INSERTED) == ["6"]
    assert {piece.changes for piece in drawing.pieces if piece.changes} == {(1, 2)}


def test_a_change_taken_with_other_words_is_told_with_them() -> None:
    review = _review(_change(1, SUBJECT, "Talks with Canada"))
    review = replace(review, decisions={1: Decision(Verdict.ACCEPTED, "Talks with Cuba")})
    assert _said(_drawn(review), PieceRole.INSERTED) == ["Cuba"]


def test_a_conflict_shows_what_stands_and_each_side_as_it_is_printed() -> None:
    sides = _change(1, DATE, "6 September 2025"), _change(2, DATE, "7 September 2025", LAWYER)
    review = _review(*sides)
    drawing = _drawn(review, _conflict(1, 2))
    mine = [piece.text for piece in drawing.pieces if piece.conflict and not piece.changes]
    assert mine == ["5 September 2025"]
    assert _said(drawing, PieceRole.INSERTED) == ["6 September 2025", "7 September 2025"]
    settled = ConflictDecision(ConflictChoice.EDITED, text="8 September 2025")
    reworded = _drawn(replace(review, settled={1: settled}), _conflict(1, 2))
    assert _said(reworded, PieceRole.INSERTED) == ["8 September 2025"]


def test_a_conflict_is_told_in_the_words_of_the_page() -> None:
    change = _change(1, DATE, "6 September 2025")
    side = ConflictSide(AUTHOR, "a.docx", (1,), "2025-09-06")
    own = replace(DATE, value="2025-09-07", printed="7 September 2025")
    conflict = replace(_conflict(1), base="2025-09-05", mine="2025-09-07", sides=(side,))
    told = as_printed(conflict, ReviewHead((SUBJECT, own)), _review(change))
    assert (told.base, told.mine) == ("5 September 2025", "7 September 2025")
    assert [one.text for one in told.sides] == ["6 September 2025"]
    assert told.is_with_mine
    in_text = replace(conflict, is_in_head=False)
    assert as_printed(in_text, ReviewHead((own,)), _review(change)) == in_text


def test_what_is_in_the_memo_already_is_plain() -> None:
    review = replace(_review(_change(1, SUBJECT, "Canada")), applied=frozenset({1}))
    drawing = _drawn(review, own=("date",))
    assert all(piece.role is PieceRole.KEPT for piece in drawing.pieces)
    assert len(drawing.blocks) == 2


def test_a_comment_on_a_field_is_marked_in_its_line() -> None:
    review = _review()
    asked = ReviewThread(7, AUTHOR, "", "a.docx", "", "Who?", "5 September", None)
    gone, below = replace(asked, anchor="2 May"), replace(asked, span=Span(0, 3))
    threads = (asked, gone, below)
    content = replace(review.content, threads=threads)
    drawing = _drawn(replace(review, content=content))
    (mark,) = drawing.comments(threads)
    text = "".join(piece.text for piece in drawing.pieces)
    assert (mark.number, text[mark.start : mark.end]) == (7, "5 September")
    assert _drawn(replace(review, content=replace(content, threads=(gone, below)))).blocks == ()


def test_a_body_stands_behind_its_head() -> None:
    drawing = _drawn(_review(_change(1, SUBJECT, "Talks with Canada")))
    runs = (ReadingRun("Words", 0), ReadingRun(" ", -1))
    body = ReadingBlock(ReadingKind.PARAGRAPH, runs)
    assert [run.start for run in drawing.before((body,))[-1].runs] == [drawing.length, -1]
    assert HeadDrawing().before((body,)) == (body,)


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=40)


@given(WORDS, WORDS)
def test_runs_are_the_words_at_their_places(was: str, now: str) -> None:
    was, now = " ".join(was.split()), " ".join(now.split())
    assume(was or now)
    field = HeadField("subject", "Subject", was, was)
    drawing = draw_head(ReviewHead((field, DATE)), _review(_change(1, field, now)), ())
    text = "".join(piece.text for piece in drawing.pieces)
    for block in drawing.blocks:
        for run in block.runs:
            assert text[run.start : run.start + len(run.text)] == run.text
    assert drawing.length == len(text)
    line = [one for one in drawing.pieces if one.changes or one.role is PieceRole.KEPT]
    line = line[: next(at for at, one in enumerate(drawing.pieces) if one.text == "\n")]
    gone = "".join(one.text for one in line if one.role is not PieceRole.INSERTED)
    come = "".join(one.text for one in line if one.role is not PieceRole.DELETED)
    assert [_letters(one) for one in (gone, come)] == [_letters(one) for one in (was, now)]


def _letters(text: str) -> str:
    return "".join(text.split())
