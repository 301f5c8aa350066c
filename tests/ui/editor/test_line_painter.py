"""The marks under words: a misspelt word in what was found keeps its own."""

import pytest

from briefing.ui.editor.line_painter import _without


@pytest.mark.parametrize(
    ("units", "holes", "left"),
    [
        ((0, 10), (), [(0, 10)]),
        ((0, 10), ((3, 5),), [(0, 3), (5, 10)]),
        ((0, 10), ((0, 2), (8, 12)), [(2, 8)]),
        ((4, 6), ((0, 2), (8, 9)), [(4, 6)]),
        ((4, 6), ((3, 7),), []),
    ],
)
def test_marks_leave_room_for_misspelt_words(
    units: tuple[int, int], holes: tuple[tuple[int, int], ...], left: list[tuple[int, int]]
) -> None:
    assert list(_without(units, holes)) == left
