import pytest

from briefing.model.page import PageImage
from briefing.ui.memo.page_fill import filled_share

HEIGHT = 400


def make_page(*printed: tuple[int, int]) -> PageImage:
    """Return a page with lines of print, every fifth row, between some rows."""
    rows = bytearray(b"\xff" * (HEIGHT * 40))
    for first, last in printed:
        for row in range(first, last, 5):
            rows[row * 40 + 12 : row * 40 + 15] = b"\x20\x20\x20"
    return PageImage(10, HEIGHT, 40, bytes(rows))


@pytest.mark.parametrize(
    ("printed", "share"),
    [
        (((34, 364),), 1.0),
        (((34, 199),), 0.5),
        (((34, 120), (284, 364)), 0.5),  # text above, footnotes at the foot
        ((), 0.0),
        (((10, 20), (34, 100), (380, 390)), 0.2),  # running head and foot do not count
    ],
)
def test_free_room_is_the_widest_gap(printed: tuple[tuple[int, int], ...], share: float) -> None:
    assert filled_share(make_page(*printed)) == pytest.approx(share, abs=0.03)
