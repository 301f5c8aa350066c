"""A timeline: dated facts and articles, and where each is drawn on one axis."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate


class TimelineKind(StrEnum):
    """What stands on a timeline."""

    FACT = "fact"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated record; `name` is how a memo cites it.

    A date known to the month or year is a span from its first day to its last.
    """

    kind: TimelineKind
    uid: Uid
    name: str
    title: str
    when: PartialDate
    detail: str = ""
    status: str = ""

    @property
    def first(self) -> date:
        """Return the earliest day that is meant."""
        return self.when.first_day()

    @property
    def last(self) -> date:
        """Return the latest day that is meant."""
        return self.when.last_day()

    @property
    def told(self) -> str:
        """Return its words as they stand on the axis; a dispute is told before them."""
        return f"(disputed) {self.title}" if self.status == "disputed" else self.title


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries in order of their dates; how many records have no date; whether more match."""

    entries: tuple[TimelineEntry, ...]
    undated: int = 0
    has_more: bool = False
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry on the axis, in pixels: its mark from `left` to `right`, its lane from 0 down.

    Its words begin at `words_left`, within a span that holds them all, else behind the mark, and
    end at `reach`; nothing else stands in the lane before that.
    """

    entry: TimelineEntry
    left: float
    right: float
    words_left: float
    reach: float
    lane: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the axis with its label; a strong one begins a larger unit."""

    x: float
    label: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class TimelineLayout:
    """Where everything stands, in pixels; `origin` is the day at x = 0."""

    origin: date
    scale: float  # pixels a day
    width: float
    lanes: int
    placed: tuple[PlacedEntry, ...]
    ticks: tuple[Tick, ...]
