"""Where entries of a timeline stand: by date, without one covering another's words."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.model.timeline import TimelineEntry, TimelineKind
from briefing.services.timeline_layout import fitting_scale, lay_out, span_of


def _entry(when: str, title: str = "Something happened") -> TimelineEntry:
    return TimelineEntry(TimelineKind.FACT, Uid(title), "fact:aaa", title, PartialDate.parse(when))


def _measure(title: str) -> float:
    return 6.0 * len(title)


_DATES = st.builds(
    lambda day, known: str(PartialDate(day.year, *(day.month, day.day)[:known])),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.integers(0, 2),
)


def test_a_day_is_a_dot_and_a_month_a_span() -> None:
    layout = lay_out([_entry("2025-09-03"), _entry("2025-09")], 2.0, _measure)
    month, day = layout.placed
    assert month.right - month.left == 30 * 2.0
    assert day.left == month.left + 2 * 2.0
    assert day.lane != month.lane


def test_words_stand_within_a_wide_span_and_behind_a_narrow_one() -> None:
    (wide,) = lay_out([_entry("2025-09")], 20.0, _measure).placed
    (narrow,) = lay_out([_entry("2025-09")], 0.5, _measure).placed
    (day,) = lay_out([_entry("2025-09-03")], 60.0, _measure).placed
    assert day.right < day.words_left
    assert wide.left < wide.words_left < wide.right
    assert wide.words_left + _measure(wide.entry.title) < wide.right == wide.reach
    assert narrow.right < narrow.words_left
    assert narrow.reach == narrow.words_left + _measure(narrow.entry.title)


def test_the_word_that_tells_a_dispute_has_its_room() -> None:
    calm = _entry("2025-09-03")
    disputed = replace(calm, status="disputed")
    first, second = (lay_out([one], 2.0, _measure).placed[0] for one in (calm, disputed))
    assert second.reach - first.reach == _measure("(disputed) ")


def test_entries_far_apart_share_a_lane() -> None:
    layout = lay_out([_entry("2020-01-01"), _entry("2025-01-01")], 1.0, _measure)
    assert [one.lane for one in layout.placed] == [0, 0]
    assert layout.lanes == 1


@given(st.lists(_DATES, min_size=1, max_size=40), st.floats(0.01, 50))
def test_no_words_are_covered_in_any_lane(dates: list[str], scale: float) -> None:
    layout = lay_out([_entry(when) for when in dates], scale, _measure)
    lanes: dict[int, float] = {}
    for one in layout.placed:
        assert one.left >= lanes.get(one.lane, 0.0)
        assert one.left < one.right <= one.reach <= layout.width
        lanes[one.lane] = one.reach
    assert set(lanes) == set(range(layout.lanes))


@given(st.lists(_DATES, min_size=1, max_size=10), st.floats(100, 4_000))
def test_the_ticks_of_the_axis_leave_room_for_their_labels(dates: list[str], width: float) -> None:
    entries = [_entry(when) for when in dates]
    layout = lay_out(entries, fitting_scale(entries, width), _measure)
    places = [tick.x for tick in layout.ticks]
    assert places == sorted(places)
    assert all(after - before > 60 for before, after in itertools.pairwise(places))


def test_the_span_covers_what_fuzzy_dates_may_mean() -> None:
    assert span_of([_entry("2025"), _entry("2025-09-03")]) == (date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize("when", ["0001", "9999-12-31", "9999"])
def test_the_ends_of_the_calendar_can_be_drawn(when: str) -> None:
    for scale in (0.0025, 1.0, 400.0):
        assert lay_out([_entry(when)], scale, _measure).placed


def test_no_entries_make_an_empty_axis() -> None:
    assert lay_out([], 1.0, _measure).lanes == 0


@given(st.lists(_DATES, min_size=1, max_size=10))
def test_what_fits_with_its_words_stands_in_the_width(dates: list[str]) -> None:
    entries = [_entry(when) for when in dates]
    layout = lay_out(entries, fitting_scale(entries, 952, _measure), _measure)
    assert layout.width <= 1_000 + 1
