"""Words for one place never run together, and the body stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.review_record import MergedPiece, PieceRole
from briefing.text.parted_pieces import parted_pieces

DELETED, INSERTED = PieceRole.DELETED, PieceRole.INSERTED


def _gone(text: str, number: int = 1) -> MergedPiece:
    return MergedPiece(text, DELETED, (number,))


def _come(text: str, number: int = 1, conflict: int = 0) -> MergedPiece:
    return MergedPiece(text, INSERTED, (number,), conflict, is_in_body=False)


@pytest.mark.parametrize(
    ("pieces", "shown"),
    [
        ((_gone("55"), _come("59"), MergedPiece(" men")), "55 59 men"),
        ((_gone("step up "), _come("widen")), "step up widen"),
        ((_come("widen", 1, 1), _come("deepen", 2, 1)), "widen deepen"),
        ((MergedPiece("step up", conflict=1), _come("widen", 1, 1)), "step up widen"),
        ((MergedPiece("in groups"), _come("s")), "in groupss"),
        ((_gone("year"), _come(", so far")), "year, so far"),
        ((_gone("##"), _come("###"), MergedPiece(" Head")), "##### Head"),
        ((_come("mid"), _come("dle")), "middle"),
        ((_gone("One."), _come("\n\n"), MergedPiece("Two.")), "One.\n\nTwo."),
    ],
)
def test_alternatives_are_parted(pieces: tuple[MergedPiece, ...], shown: str) -> None:
    assert "".join(piece.text for piece in parted_pieces(pieces)) == shown


_PIECES = st.lists(
    st.builds(
        MergedPiece,
        st.text(st.sampled_from("ab 1.*"), max_size=4),
        st.sampled_from(PieceRole),
        st.sampled_from([(1,), (2,)]),
        st.integers(0, 1),
        st.booleans(),
    ),
    max_size=9,
)


@given(_PIECES)
def test_the_body_stays_the_same(pieces: list[MergedPiece]) -> None:
    parted = list(parted_pieces(pieces))
    assert [one for one in parted if one.is_in_body] == [
        one for one in pieces if one.is_in_body and one.text
    ]
