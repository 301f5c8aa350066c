from datetime import UTC, datetime

import pytest

from briefing.ui.memo.since_words import ago, changed


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "just now"), (7, "7 s ago"), (61, "1 min ago"), (7300, "2 h ago")],
)
def test_ago(seconds: float, words: str) -> None:
    assert ago(seconds) == words


def test_changed_names_the_day() -> None:
    now = datetime(2025, 9, 5, 12, 0, tzinfo=UTC)
    assert changed(datetime(2025, 9, 5, 11, 30, tzinfo=UTC), now).startswith("today ")
    assert changed(datetime(2025, 9, 4, 11, 30, tzinfo=UTC), now).startswith("yesterday ")
    assert changed(datetime(2025, 8, 2, 12, 0, tzinfo=UTC), now) == "2 August"
    assert changed(datetime(2024, 8, 2, 12, 0, tzinfo=UTC), now) == "2 August 2024"
