"""Dates as people and machines write them, read without guessing."""

import re
from collections.abc import Mapping

from briefing.model.partial_date import PartialDate
from briefing.text.month_names import MORE_MONTHS

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
}
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"


def _month_numbers() -> Mapping[str, int]:
    numbers = {"sept": 9, "setiembre": 9, "jänner": 1}
    for names in (*_MONTHS.values(), _SHORT):
        numbers |= {name: number for number, name in enumerate(names.split(), 1)}
    return numbers


_WRITTEN = _month_numbers()
MONTH_NAMES = frozenset(_WRITTEN)
_MONTH_OF = {**MORE_MONTHS, **_WRITTEN}

_TIME = (
    r"(?:[T\s,]+(?:at\s+)?\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{2,5}))?(?:\s*\([^)]*\))?)?"
)
_ABOUT = r"(?P<about>(?:~|about\s|circa\s|ca?\.\s?))?"
_DAY_NAME = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?P<year>\d{4})"
_OF_YEAR = r"(?:\s?(?:г\.|г(?!\w)|года|р\.|року|r\.|roku))?"
_OF = r"(?:\s+(?:de|del|of)\s+|\s*[-,]\s*|\s+)"

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})" + _TIME)
_FORMS = tuple(
    re.compile(_ABOUT + form + r"(?P<after>~)?", re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})(?:(?P=sep)(?P<day>\d{{1,2}}))?{_TIME}",
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?:T\d{{4,6}}Z?)?",
        rf"{_YEAR}[年년](?:\s*(?P<month>\d{{1,2}})[月월](?:\s*(?P<day>\d{{1,2}})[日일])?)?",
        rf"{_YEAR}\.\s+{_MONTH}\s+{_DAY}",
        rf"{_DAY_NAME}{_DAY}{_OF}{_MONTH}{_OF}{_YEAR}{_OF_YEAR}{_TIME}",
        rf"{_DAY_NAME}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_TIME}",
        rf"{_MONTH}{_OF}{_YEAR}",
        _YEAR,
    )
)
_TWO_NUMBERS = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.IGNORECASE)

_URL_DAY = re.compile(
    r"(?<![0-9])((?:19|20)\d\d)(?:([/_.-])(\d{1,2}|[a-z]{3,9})\2(\d{1,2})|(\d\d)(\d\d))(?![0-9])",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)/")


def read_date(text: str) -> PartialDate | None:
    """Read a date, its time of day left aside; None where it is none, or could be two.

    ISO 8601, RFC 2822, `3 September 2025`, `Sept. 3, 2025`, `2025/09/03`, `2025年9月3日`, a month
    with its year, a year, `about 2025`; months by name in some thirty languages. `03/09/2025` is
    March or September: None.
    """
    text = text.strip()
    match = _ISO.fullmatch(text)
    if match:
        return _date(*match.groups())
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            said = match.groupdict()
            found = _date(said["year"], said.get("month"), said.get("day"))
            if found:
                about = bool(said["about"] or said["after"])
                return PartialDate(found.year, found.month, found.day, about)
    match = _TWO_NUMBERS.fullmatch(text)
    return _day_and_month(match) if match else None


def date_in_url(url: str) -> PartialDate | None:
    """Return the date in an address: `/2025/09/03/`, `/2025-09-03/`, `20250903`, `/2025/09/`."""
    path = url.partition("://")[2].partition("?")[0].partition("#")[0].partition("/")[2]
    path = f"/{path}/"
    for match in _URL_DAY.finditer(path):
        year, _, month, day, plain_month, plain_day = match.groups()
        found = _date(year, month or plain_month, day or plain_day)
        if found:
            return found
    for match in _URL_MONTH.finditer(path):
        found = _date(match[1], match[2], None)
        if found:
            return found
    return None


def _date(year: str, month: str | None, day: str | None) -> PartialDate | None:
    """Return the date if the calendar has it; `month` is a number or a name."""
    number = None
    if month is not None:
        number = int(month) if month.isdecimal() else _MONTH_OF.get(month.casefold())
        if number is None:
            return None
    try:
        return PartialDate(int(year), number, int(day) if day else None)
    except ValueError:
        return None


def _day_and_month(match: re.Match[str]) -> PartialDate | None:
    """Return the date of two numbers and a year where only one order is possible."""
    first, _, second, year = match.groups()
    orders = {_date(year, first, second), _date(year, second, first)} - {None}
    return orders.pop() if len(orders) == 1 else None
