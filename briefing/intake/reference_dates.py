"""Dates of references: partial, in the slashes of RIS, as ranges, or among other words."""

import re

from briefing.model.partial_date import PartialDate
from briefing.text.dates import read_date

# RIS: `2014/05/23/`, `2014//`, `2014///Spring`; also `2014-00-00` of exporters that fill up.
_PARTS = re.compile(r"(\d{4})(?:[-/](\d{1,2})?(?:[-/](\d{1,2})?(?:/(.*))?)?)?")
_TIME = re.compile(
    r"T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M|Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
_RANGE = re.compile(r"\s*(?:/|--|–|—|\bto\b)\s*")
_UNSURE = re.compile(r"[?~%]$")
_YEAR_FIRST = re.compile(r"(\d{4})[\s,]+([^\W\d_]{3,10})\.?(?:\s+(\d{1,2})\b)?")
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
_LONGEST = 200
_DIGITS = 9  # no year has as many


def reference_date(text: str) -> tuple[PartialDate | None, bool]:
    """Return a date and whether it says all that the text did.

    Of a range it is the beginning, of `Spring 2006` the year.
    """
    text = " ".join(text[:_LONGEST].split())
    if not text:
        return None, True
    about = bool(_UNSURE.search(text))
    bare = _UNSURE.sub("", text).strip()
    found, is_whole = _in_parts(bare)
    if found is None:
        found, is_whole = read_date(bare), True
    if found is None:
        found, is_whole = _beginning(bare), bool(_YEAR_FIRST.fullmatch(bare))
    if found and about:
        found = PartialDate(found.year, found.month, found.day, approximate=True)
    return found, is_whole or found is None


def date_of_parts(year: str, month: str = "", day: str = "") -> PartialDate | None:
    """Return the date of a year, a month (a number or a name) and a day; zeros say nothing."""
    words = " ".join(part for part in (day.strip(" 0,") and day, month, year) if part.strip(" 0,"))
    if month.strip().isdecimal():
        return _known(year, month, day)
    return read_date(words) or reference_date(f"{month} {year}")[0] or reference_date(year)[0]


def _in_parts(text: str) -> tuple[PartialDate | None, bool]:
    match = _PARTS.fullmatch(text)
    if match is None:
        return None, True
    year, month, day, rest = match.groups()
    left = (rest or "").strip("/ ")  # ProQuest adds the time: `2024/04/01/10:22:33`
    return _known(year, month or "", day or ""), not left or bool(_TIME.fullmatch(left))


def _known(year: str, month: str, day: str) -> PartialDate | None:
    """Return as much of a date as the calendar has."""
    parts = (part.strip() for part in (year, month, day))
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) < _DIGITS]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    for length in range(len(numbers), 0, -1):
        rest = (*numbers[1:length], None, None)
        try:
            return PartialDate(numbers[0], rest[0], rest[1])
        except ValueError:
            continue
    return None


def _beginning(text: str) -> PartialDate | None:
    """Return the first date of a range, a month after its year, or any year."""
    first = _RANGE.split(text, maxsplit=1)[0]
    if first != text:
        found, _ = _in_parts(first)
        found = found or read_date(first)
        if found:
            return found
    match = _YEAR_FIRST.search(text)
    if match:
        year, month, day = match.groups()
        found = read_date(f"{day} {month} {year}") if day else None
        found = found or read_date(f"{month} {year}")
        if found:
            return found
    year = _YEAR.search(text)
    return PartialDate(int(year[0])) if year else None
