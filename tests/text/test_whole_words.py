"""What goes and what comes are whole words; the body stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.review_record import MergedPiece, PieceRole
from briefing.text.whole_words import whole_words

DELETED, INSERTED = PieceRole.DELETED, PieceRole.INSERTED


def _pair(before: str, gone: str, come: str, after: str) -> tuple[MergedPiece, ...]:
    return (
        MergedPiece(before),
        MergedPiece(gone, DELETED, (1,)),
        MergedPiece(come, INSERTED, (1,), is_in_body=False),
        MergedPiece(after),
    )


@pytest.mark.parametrize(
    ("pieces", "texts"),
    [
        (_pair("in t", "wo", "hree", " groups"), ["in ", "two", "three", " groups"]),
        (_pair("sent ", "5", "9", "5 men"), ["sent ", "55", "95", " men"]),
        (_pair("un", "likely", "expected", "."), ["unlikely", "unexpected", "."]),
        (_pair("They ", "step up", "widen", " work"), ["They ", "step up", "widen", " work"]),
        (_pair("with a", " work", "n action", " plan"), ["with ", "a work", "an action", " plan"]),
        (_pair("new ", "old ", "idea", "list"), ["new ", "old list", "idealist"]),
        (_pair("a", " b", " c", " d"), ["a", " b", " c", " d"]),
        (_pair("a", "", "s", " d"), ["a", "s", " d"]),
    ],
)
def test_words_are_whole(pieces: tuple[MergedPiece, ...], texts: list[str]) -> None:
    assert [piece.text for piece in whole_words(pieces)] == texts


_PIECES = st.lists(
    st.builds(
        MergedPiece,
        st.text(st.sampled_from("ab 1."), max_size=5),
        st.sampled_from(PieceRole),
        st.sampled_from([(1,), (2,)]),
        st.integers(0, 1),
        st.booleans(),
    ),
    max_size=9,
)


@given(_PIECES)
def test_the_body_stays_the_same(pieces: list[MergedPiece]) -> None:
    def body(some: tuple[MergedPiece, ...]) -> str:
        return "".join(piece.text for piece in some if piece.is_in_body)

    assert body(whole_words(pieces)) == body(tuple(pieces))
