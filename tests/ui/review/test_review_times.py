"""When a reviewer wrote something is said as short as can be."""

import pytest

from briefing.ui.review.review_times import short_time


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-09-04T18:02:00Z", "4 Sep 18:02"),
        ("2024-12-31T08:05:00", "31 Dec 2024 08:05"),
        ("2025-01-02T00:00:00+02:00", "2 Jan 00:00"),
        ("", ""),
        ("yesterday", ""),
    ],
)
def test_time_is_short(date: str, said: str) -> None:
    assert short_time(date, 2025) == said
