"""Dates in running text: where they stand, and whether two of them may be the same."""

import re
from dataclasses import dataclass

from briefing.model.partial_date import PartialDate
from briefing.text.dates import MONTH_NAMES, read_date


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands."""

    start: int
    end: int
    date: PartialDate


# A month in full in any case, but `May` begins with a capital, and so do short ones.
_NAMES = {name for name in MONTH_NAMES if len(name) > 3} | {"mai"}
_FULL = "|".join(sorted(_NAMES, key=len, reverse=True))
_SHORT = "|".join(sorted(n.capitalize() for n in MONTH_NAMES if len(n) <= 4))
_MONTH = rf"(?:(?i:{_FULL})|(?:{_SHORT})\.?)"
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|\.)?"
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
        (?P<about>(?:about|circa|around|vers|hacia)\s+)?
        (?:\d{{1,2}}{_ORDINAL}(?:\s+(?:de|of))?\s+{_MONTH}(?:\s+(?:de|del|of)|,)?\s+{_YEAR}
        | {_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}
        | {_MONTH}(?:\s+(?:de|del|of)|,)?\s+{_YEAR}
        | {_YEAR}-\d\d-\d\d | \d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR})
        | (?:(?<=\()|(?<=\[))(?P<alone>{_YEAR})(?=[)\]])
        | \b(?i:in|since|by|from|until|till|during|before|after|early|late|mid|year|fiscal|en|desde
          |hasta|depuis|dès|avant|après|año|année|fin|début|antes\sde|después\sde|to|through
          |about|circa|around|vers|hacia)[\s-]+(?P<year>{_YEAR})
          (?!\s+(?:people|men|women|soldiers|\w+s\s+(?:were|was|have|had))\b)
    )(?![\w/%]|-\d|[.,]\d)""",
    re.VERBOSE,
)
_ROUGH = re.compile(r"^(?:about|circa|around|vers|hacia)\b", re.IGNORECASE)


def find_dates(text: str, language: str = "en") -> tuple[FoundDate, ...]:
    """Return the dates of a text, in its order; a day or a month without its year is none.

    A lone year counts where a word of time or brackets tell that it is one. The names of months
    are known in all languages, whatever the text's.
    """
    del language
    found: list[FoundDate] = []
    for match in _DATE.finditer(text):
        group = "year" if match["year"] else "alone" if match["alone"] else 0
        start, end = match.span(group)
        about = bool(_ROUGH.match(match[0]))
        if group == 0 and match["about"]:
            start = match.end("about")
        date = read_date(_plain(text[start:end]))
        if date:
            found.append(FoundDate(start, end, _rough(date) if about else date))
    return tuple(found)


def dates_agree(one: PartialDate, other: PartialDate) -> bool:
    """Tell whether one date lies within the other, or within a year of a rough one."""
    if one.approximate or other.approximate:
        return abs(one.year - other.year) <= 1
    return one.first_day() <= other.last_day() and other.first_day() <= one.last_day()


def _plain(words: str) -> str:
    return re.sub(r"(?<=\d)[ºª]", "", " ".join(words.split()))


def _rough(date: PartialDate) -> PartialDate:
    return PartialDate(date.year, date.month, date.day, approximate=True)
