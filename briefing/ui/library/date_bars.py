"""Articles a month as bars: of months, or of years or decades where they go far back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.partial_date import PartialDate
from briefing.model.search_page import Count

MOST_BARS = 36
_SPANS = (1, 12, 120)  # months that a bar may stand for
_ENOUGH = 0.9  # of the articles; a few very old ones do not make decades of everything


@dataclass(frozen=True, slots=True)
class DateBar:
    """The articles of a span of time: its first and last month, as `2025-07`."""

    first: str
    last: str
    count: int

    def told(self) -> str:
        """Return the span in words: `July 2025`, `2025`, `1990s`."""
        if self.first == self.last:
            return PartialDate.parse(self.first).human()
        return self.brief()

    def brief(self) -> str:
        """Return the same in few letters, `Jul 2025`."""
        if self.first == self.last:
            return PartialDate.parse(self.first).short()
        year = self.first[:4]
        return year if self.last[:4] == year else f"{year}s"


def date_bars(months: Sequence[Count]) -> tuple[DateBar, ...]:
    """Return bars without gaps to the newest month, which show nearly all of the articles.

    `months` are in order. Where the bars would be too many, the oldest are left out.
    """
    counts = [(_number(month.value), month.count) for month in months]
    if not counts:
        return ()
    every = sum(count for _, count in counts)
    enough = (one for one in _SPANS if _shown(counts, one).total() >= _ENOUGH * every)
    span = next(enough, _SPANS[-1])
    shown = _shown(counts, span)
    return tuple(
        DateBar(_month(at * span), _month((at + 1) * span - 1), shown[at])
        for at in range(min(shown), max(shown) + 1)
    )


def _shown(counts: Sequence[tuple[int, int]], span: int) -> Counter[int]:
    """Return the articles of the newest bars that there is room for."""
    oldest = counts[-1][0] // span - MOST_BARS + 1
    shown = Counter[int]()
    for number, count in counts:
        if number // span >= oldest:
            shown[number // span] += count
    return shown


def told_span(bars: Sequence[DateBar]) -> str:
    """Return the time that bars stand for: `Jul – Sep 2025`, `1999 – 2019`; nothing for none."""
    if not bars:
        return ""
    first, last = bars[0].brief(), bars[-1].brief()
    if len(bars) == 1:
        return last
    if bars[0].first != bars[0].last:
        return f"{first} – {last}"
    years = bars[0].first[:4], bars[-1].first[:4]
    return f"{first.split()[0]} – {last}" if years[0] == years[1] else " – ".join(years)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
