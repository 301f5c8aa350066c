"""Shares of a table's width with which its rows take the least height, by what stands in them."""

from collections.abc import Sequence
from itertools import product

_STEP = 3  # per cent
_LINE = 1.15  # characters that a hundredth of the width holds, at the size of a table
_SAMPLE = 120  # rows that are looked at


def lowest_shares(rows: Sequence[Sequence[str]], least: Sequence[int], whole: int) -> list[int]:
    """Return whole shares that add up to `whole`, none below its `least`.

    Takes time that grows by the number of columns; meant for two or three.
    """
    lengths = [[len(cell) for cell in row] for row in rows[:: max(1, len(rows) // _SAMPLE)]]
    best = list(least)
    best[-1] += whole - sum(least)
    lowest = _height(lengths, best)
    for given in product(*(range(one, whole, _STEP) for one in least[:-1])):
        shares = [*given, whole - sum(given)]
        if shares[-1] < least[-1]:
            continue
        height = _height(lengths, shares)
        # of two that are as low the one whose widths differ least reads better
        if (height, max(shares)) < (lowest, max(best)):
            best, lowest = shares, height
    return best


def _height(lengths: Sequence[Sequence[int]], shares: Sequence[int]) -> int:
    return sum(
        max(-(-length // int(share * _LINE)) for length, share in zip(row, shares, strict=True))
        for row in lengths
    )
