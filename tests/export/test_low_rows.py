"""Widths with which the rows of a table are lowest."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.export.low_rows import lowest_shares

LEAST = (18, 18, 20)


@given(st.lists(st.tuples(*(st.text(max_size=400) for _ in LEAST)), max_size=12))
def test_shares_add_up_and_none_is_too_narrow(rows: list[tuple[str, str, str]]) -> None:
    shares = lowest_shares(rows, LEAST, 94)
    assert sum(shares) == 94
    assert all(share >= least for share, least in zip(shares, LEAST, strict=True))


def test_the_longest_column_gets_the_most() -> None:
    rows = [("a" * 60, "b" * 60, "c" * 400)] * 3
    first, second, third = lowest_shares(rows, LEAST, 94)
    assert third > 2 * max(first, second)


def test_columns_alike_are_much_alike() -> None:
    shares = lowest_shares([("a" * 200, "b" * 200, "c" * 200)], LEAST, 94)
    assert max(shares) - min(shares) <= 6
