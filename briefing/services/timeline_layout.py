"""Where the entries of a timeline are drawn: x by date, and lanes so that no words overlap."""

import heapq
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from briefing.model.timeline import PlacedEntry, Tick, TimelineEntry, TimelineLayout

MARGIN = 24.0  # pixels kept free at either end of the axis
LEAST_MARK = 7.0  # pixels: a single day is drawn as a dot this wide
GAP = 18.0  # pixels kept free between the words of one entry and the next mark
_BEFORE_WORDS = 6.0  # pixels between a mark, or the edge of a span, and the words
_WORD_GAP = 8.0  # pixels between a mark and its words
_LEAST_OF_DATES = 0.4  # of the width: so much the dates have, however long the words are
LABEL_ROOM = 74.0  # pixels that the label of a tick needs
MAX_TICKS = 2_000
LARGEST_SCALE = 400.0  # pixels a day
LARGEST_FIT = 60.0  # two days of events need not fill a screen
SMALLEST_SCALE = 1 / 400

Measure = Callable[[str], float]
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Steps of the axis: days that one takes at least, and how many months or days it is.
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 300, 600, 1_200, 6_000)
_MONTH = 30.4


def span_of(entries: Sequence[TimelineEntry]) -> tuple[date, date]:
    """Return the first and the last day that any entry means; today where there is none."""
    if not entries:
        today = date.today()  # noqa: DTZ011 - the analyst's own day
        return today, today
    return min(entry.first for entry in entries), max(entry.last for entry in entries)


def fitting_scale(
    entries: Sequence[TimelineEntry], width: float, measure: Measure | None = None
) -> float:
    """Return the scale (pixels a day) at which all entries stand in a width.

    With `measure` their words do too, unless the dates would become too narrow for them.
    """
    first, last = span_of(entries)
    scale = max(1.0, width) / ((last - first).days + 1)
    if measure is not None:
        with_words = (
            (width - LEAST_MARK - _WORD_GAP - measure(entry.title))
            / ((entry.last - first).days + 1)
            for entry in entries
        )
        scale = max(min(with_words, default=scale), scale * _LEAST_OF_DATES)
    return min(LARGEST_FIT, max(SMALLEST_SCALE, scale))


def lay_out(entries: Sequence[TimelineEntry], scale: float, measure: Measure) -> TimelineLayout:
    """Place entries at a scale in pixels a day; `measure` tells how wide an entry's words are."""
    first, last = span_of(entries)
    ordered = sorted(entries, key=lambda entry: (entry.first, entry.last, entry.title))
    placed = tuple(_placed(ordered, first, scale, measure))
    end = MARGIN + ((last - first).days + 1) * scale
    width = max([end, *(one.reach for one in placed)]) + MARGIN
    lanes = 1 + max((one.lane for one in placed), default=-1)
    ticks = tuple(_ticks(first, scale, width))
    return TimelineLayout(first, scale, width, lanes, placed, ticks)


def _placed(
    ordered: Sequence[TimelineEntry], origin: date, scale: float, measure: Measure
) -> Iterator[PlacedEntry]:
    """Put each entry into the topmost lane that is free where its mark begins."""
    busy: list[tuple[float, int]] = []  # where the words of a lane end
    free: list[int] = []
    lanes = 0
    for entry in ordered:
        left = MARGIN + (entry.first - origin).days * scale
        right = max(left + LEAST_MARK, MARGIN + ((entry.last - origin).days + 1) * scale)
        while busy and busy[0][0] <= left:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            lane = heapq.heappop(free)
        else:
            lane, lanes = lanes, lanes + 1
        words = measure(entry.told)
        is_inside = entry.first != entry.last and right - left >= words + 2 * _BEFORE_WORDS
        words_left = (left if is_inside else right) + _BEFORE_WORDS
        reach = max(right, words_left + words)
        heapq.heappush(busy, (reach + GAP, lane))
        yield PlacedEntry(entry, left, right, words_left, reach, lane)


def _ticks(first: date, scale: float, width: float) -> Iterator[Tick]:
    wanted = LABEL_ROOM / scale  # days between two labels at least
    end = (width - MARGIN) / scale
    for step in _DAY_STEPS:
        if step >= wanted:
            yield from _day_ticks(first, step, scale, end)
            return
    months = next((step for step in _MONTH_STEPS if step * _MONTH >= wanted), _MONTH_STEPS[-1])
    yield from _month_ticks(first, months, scale, end)


def _day_ticks(first: date, step: int, scale: float, days: float) -> Iterator[Tick]:
    for offset in range(0, min(int(days) + 1, MAX_TICKS * step), step):
        day = _later(first, offset)
        if day is None:
            return
        is_new = day.day <= step or offset == 0
        label = f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if is_new else "")
        yield Tick(MARGIN + offset * scale, label, day.day <= step)


def _month_ticks(first: date, step: int, scale: float, days: float) -> Iterator[Tick]:
    number = first.year * 12 + first.month - 1
    number -= number % step
    for _ in range(MAX_TICKS):
        year, month = divmod(number, 12)
        if not 1 <= year <= 9_999:
            number += step
            if year > 9_999:
                return
            continue
        offset = (date(year, month + 1, 1) - first).days
        if offset > days:
            return
        if offset >= 0:
            label = str(year) if step >= 12 else f"{_MONTHS[month]} {year}"
            yield Tick(MARGIN + offset * scale, label, month == 0 and step < 12)
        number += step


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
