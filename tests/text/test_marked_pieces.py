"""A merge's pieces in a row: nothing is lost, and each mark stands on its own words."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.marked_text import MarkedText, MarkKind
from briefing.model.review_record import MergedPiece, PieceRole, PlacedSpan
from briefing.text.marked_pieces import conflict_places, marked_pieces

_REPLACED = (
    MergedPiece("They "),
    MergedPiece("step up", PieceRole.DELETED, (1,)),
    MergedPiece("widen", PieceRole.INSERTED, (1,), is_in_body=False),
    MergedPiece(" work."),
)


def _words(marked: MarkedText, kind: MarkKind, number: int) -> list[str]:
    return [
        marked.text[mark.start : mark.end]
        for mark in marked.marks
        if mark.kind is kind and mark.number == number
    ]


def test_what_comes_stands_behind_what_goes() -> None:
    marked = marked_pieces(_REPLACED, ())
    assert marked.text == "They step upwiden work."
    assert _words(marked, MarkKind.DELETED, 1) == ["step up"]
    assert _words(marked, MarkKind.INSERTED, 1) == ["widen"]
    assert not _words(marked, MarkKind.CHANGED, 1)


def test_a_comment_stands_on_its_words_behind_a_change() -> None:
    # The body is "They step up work.": the comment is on "work".
    marked = marked_pieces(_REPLACED, (PlacedSpan(4, 13, 17),))
    assert _words(marked, MarkKind.COMMENTED, 4) == ["work"]


def test_a_comment_on_words_that_go_ends_before_what_comes() -> None:
    marked = marked_pieces(_REPLACED, (PlacedSpan(4, 5, 12),))
    assert _words(marked, MarkKind.COMMENTED, 4) == ["step up"]


def test_bold_put_round_words_marks_the_words() -> None:
    stars = MergedPiece("**", PieceRole.INSERTED, (3,), is_in_body=False)
    marked = marked_pieces((MergedPiece("one "), stars, MergedPiece("two"), stars), ())
    assert _words(marked, MarkKind.CHANGED, 3) == ["**two**"]


def test_words_in_conflict_are_the_analysts_and_the_reviewers() -> None:
    pieces = (
        MergedPiece("could", conflict=2),
        MergedPiece("is likely to", PieceRole.INSERTED, (2,), conflict=2, is_in_body=False),
    )
    marked = marked_pieces(pieces, ())
    assert _words(marked, MarkKind.MINE, 2) == ["could"]
    assert _words(marked, MarkKind.INSERTED, 2) == ["is likely to"]


def test_pieces_of_one_change_that_touch_are_one_mark() -> None:
    gone = (
        MergedPiece("one ", PieceRole.DELETED, (1,)),
        MergedPiece("two ", PieceRole.DELETED, (1, 2)),
        MergedPiece("three", PieceRole.DELETED, (2,)),
    )
    marked = marked_pieces(gone, ())
    assert _words(marked, MarkKind.DELETED, 1) == ["one two "]
    assert _words(marked, MarkKind.DELETED, 2) == ["two three"]


_PIECES = st.lists(
    st.builds(
        MergedPiece,
        st.text(st.sampled_from("ab *\n"), max_size=6),
        st.sampled_from(PieceRole),
        st.lists(st.integers(1, 4), unique=True, max_size=2).map(tuple),
        st.integers(0, 2),
        st.booleans(),
    ),
    max_size=12,
)


@given(_PIECES, st.data())
def test_a_thread_is_marked_on_its_own_words(
    pieces: list[MergedPiece], data: st.DataObject
) -> None:
    body = "".join(piece.text for piece in pieces if piece.is_in_body)
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    marked = marked_pieces(pieces, (PlacedSpan(9, start, end),))
    assert marked.text == "".join(piece.text for piece in pieces)
    assert all(one.start >= 0 and one.end <= len(marked.text) for one in marked.marks)
    if start < end:
        (words,) = _words(marked, MarkKind.COMMENTED, 9)
        assert words[0] == body[start]
        assert words[-1] == body[end - 1]


def test_a_conflict_reaches_from_its_first_words_to_its_last() -> None:
    pieces = (
        MergedPiece("They "),
        MergedPiece("step up", conflict=1),
        MergedPiece(" ", is_in_body=False),
        MergedPiece("widen", PieceRole.INSERTED, (1,), 1, is_in_body=False),
        MergedPiece(" work."),
    )
    ((start, end),) = conflict_places(pieces)
    assert marked_pieces(pieces, ()).text[start:end] == "step up widen"
