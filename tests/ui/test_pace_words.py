"""The pace of long work."""

import pytest

from briefing.ui.pace_words import pace


@pytest.mark.parametrize(
    ("done", "total", "seconds", "words"),
    [
        (0, 0, 9, "0 so far"),
        (40, 9000, 0.4, "40 of 9,000"),
        (1200, 9000, 2, "1,200 of 9,000 · 600 a second · 13 s left"),
        (10, 1000, 60, "10 of 1,000 · 10 a minute · 1 h 39 min left"),
        (600, 1000, 60, "600 of 1,000 · 10 a second · 40 s left"),
        (9000, 9000, 10, "9,000 of 9,000 · 900 a second"),
        (500, 0, 5, "500 so far · 100 a second"),
    ],
)
def test_pace_is_told_once_it_means_something(
    done: int, total: int, seconds: float, words: str
) -> None:
    assert pace(done, total, seconds) == words
