"""Dates in the columns of a table: in which order days and months stand, told by all the cells."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from briefing.intake import field_readers
from briefing.intake.front_matter_values import Value
from briefing.model.partial_date import PartialDate

DAY_FIRST = "day"
MONTH_FIRST = "month"

_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})((?:[T\s,].{0,30})?)", re.DOTALL)
_MONTHS = 12
# Seconds since 1970, or thousandths of them: from 1990 to 2099, so that no other number is taken.
_SECONDS = re.compile(r"\d{9,10}(?:\.\d{1,9})?|\d{12,13}")
_EARLIEST, _LATEST = 631_152_000, 4_102_444_799
_THOUSANDTHS = 10**11


def column_orders(
    columns: Sequence[str], rows: Iterable[Sequence[str]], names: Iterable[str]
) -> dict[str, str]:
    """Return the order in each of the columns named, where its cells leave no doubt of it.

    One cell with a day beyond the twelfth tells it for all, unless another tells the contrary.
    With points the day stands first everywhere (`03.09.2025`).
    """
    wanted = frozenset(names)
    places = {column: at for at, column in enumerate(columns) if column in wanted}
    told: dict[str, set[str]] = {column: set() for column in places}
    for row in rows:
        for column, at in places.items():
            match = _NUMBERS.fullmatch(row[at].strip()) if at < len(row) else None
            if match:
                told[column].add(_order(match))
    return {
        column: orders.pop() for column, found in told.items() if len(orders := found - {""}) == 1
    }


def table_date(value: Value, order: str = "") -> PartialDate | None:
    """Return the date of a cell in a column of this order; a count of seconds is one too."""
    words = value.strip() if isinstance(value, str) else ""
    match = _NUMBERS.fullmatch(words) if order else None
    if match:
        first, _, second, year, rest = match.groups()
        day, month = (first, second) if order == DAY_FIRST else (second, first)
        return field_readers.date(f"{year}-{month:0>2}-{day:0>2}{rest}")
    return field_readers.date(value) or _counted(words)


def _order(match: re.Match[str]) -> str:
    """Return the order that one cell tells, or nothing."""
    first, separator, second = int(match[1]), match[2], int(match[3])
    if second > _MONTHS:
        return MONTH_FIRST
    return DAY_FIRST if first > _MONTHS or separator == "." else ""


def _counted(words: str) -> PartialDate | None:
    if not _SECONDS.fullmatch(words):
        return None
    count = float(words)
    seconds = count / 1000 if count > _THOUSANDTHS else count
    if not _EARLIEST <= seconds <= _LATEST:
        return None
    day = datetime.fromtimestamp(seconds, UTC)
    return PartialDate(day.year, day.month, day.day)


def date_columns(mapping: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns that go to a date."""
    return tuple(column for column, field in mapping.items() if field in {"published", "accessed"})
