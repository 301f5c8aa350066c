"""Dates that name a weekday, and whether it is theirs (proleptic Gregorian calendar, ISO 8601)."""

import re
from dataclasses import dataclass
from datetime import date

_DAYS = (
    ("monday", "lunes", "lundi"),
    ("tuesday", "martes", "mardi"),
    ("wednesday", "miércoles", "mercredi"),
    ("thursday", "jueves", "jeudi"),
    ("friday", "viernes", "vendredi"),
    ("saturday", "sábado", "samedi"),
    ("sunday", "domingo", "dimanche"),
)
_ENGLISH = tuple(names[0].capitalize() for names in _DAYS)
_MONTHS = (
    ("january", "jan", "enero", "janvier"),
    ("february", "feb", "febrero", "février"),
    ("march", "mar", "marzo", "mars"),
    ("april", "apr", "abril", "avril"),
    ("may", "mayo", "mai"),
    ("june", "jun", "junio", "juin"),
    ("july", "jul", "julio", "juillet"),
    ("august", "aug", "agosto", "août"),
    ("september", "sep", "sept", "septiembre", "septembre"),
    ("october", "oct", "octubre", "octobre"),
    ("november", "nov", "noviembre", "novembre"),
    ("december", "dec", "diciembre", "décembre"),
)
_DAY_OF = {name: index for index, names in enumerate(_DAYS) for name in names}
_MONTH_OF = {name: index for index, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAY = "|".join(_DAY_OF)
_MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_WRITTEN = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY}),?\s+(?:the |el |le )?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?(?:\s+of|\s+de)?\s+(?P<month>{_MONTH})\.?"
    rf"|(?P<month_first>{_MONTH})\.?\s+(?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?)"
    r"(?:,|\s+of|\s+de|\s+del)?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class WrongWeekday:
    """A date with another day's name: where, and the weekday that is right."""

    start: int
    end: int
    right: str


def wrong_weekdays(words: str) -> tuple[WrongWeekday, ...]:
    """Return the dates whose weekday is not theirs; a day or month alone is no date."""
    if not _YEAR.search(words):
        return ()
    found: list[WrongWeekday] = []
    for match in _WRITTEN.finditer(words):
        month = _MONTH_OF[(match["month"] or match["month_first"]).lower()]
        try:
            day = date(int(match["year"]), month, int(match["day"] or match["day_last"]))
        except ValueError:
            continue
        if day.weekday() != _DAY_OF[match["weekday"].lower()]:
            found.append(WrongWeekday(match.start(), match.end(), _ENGLISH[day.weekday()]))
    return tuple(found)
