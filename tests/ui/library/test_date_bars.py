"""Bars show nearly all articles: months where they are near one another, else years, decades."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.search_page import Count
from briefing.ui.library.date_bars import MOST_BARS, date_bars, told_span


def make_months(**counts: int) -> list[Count]:
    return [Count(month.replace("m", "").replace("_", "-"), n) for month, n in counts.items()]


def test_months_without_articles_stand_between_those_with_some() -> None:
    bars = date_bars(make_months(m2025_07=3, m2025_09=1))
    assert [(bar.first, bar.last, bar.count) for bar in bars] == [
        ("2025-07", "2025-07", 3),
        ("2025-08", "2025-08", 0),
        ("2025-09", "2025-09", 1),
    ]
    assert told_span(bars) == "Jul – Sep 2025"
    assert bars[0].told() == "July 2025"


def test_articles_of_twenty_years_are_shown_by_year() -> None:
    bars = date_bars(make_months(m1999_04=2, m2003_12=3, m2019_02=4, m2019_12=1))
    assert (bars[0].first, bars[0].last) == ("1999-01", "1999-12")
    assert len(bars) == 21
    assert [bar.count for bar in bars if bar.count] == [2, 3, 5]
    assert told_span(bars) == "1999 – 2019"
    assert bars[-1].told() == "2019"


def test_articles_of_a_century_are_shown_by_decade() -> None:
    bars = date_bars(make_months(m1923_03=5, m1968_01=5, m2026_05=5))
    assert told_span(bars) == "1920s – 2020s"
    assert sum(bar.count for bar in bars) == 15


def test_one_old_article_does_not_hide_the_months_of_the_others() -> None:
    bars = date_bars(make_months(m1923_03=1, m2025_07=30, m2025_09=30))
    assert told_span(bars) == "Jul – Sep 2025"
    assert told_span(date_bars([])) == ""
    assert told_span(date_bars(make_months(m2025_09=1))) == "Sep 2025"


@given(st.dictionaries(st.integers(12, 2100 * 12), st.integers(1, 50), max_size=60))
def test_bars_are_few_and_follow_one_another(counts: dict[int, int]) -> None:
    months = [
        Count(f"{number // 12:04d}-{number % 12 + 1:02d}", counts[number])
        for number in sorted(counts)
    ]
    bars = date_bars(months)
    assert len(bars) <= MOST_BARS
    assert bool(bars) is bool(months)
    for before, after in pairwise(bars):
        assert before.first <= before.last < after.first
    assert not bars or bars[0].count > 0 < bars[-1].count
    told_span(bars)
