"""What a statement is about, how much and when: what two statements are compared by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from briefing.model.partial_date import PartialDate
from briefing.model.quantity import Quantity
from briefing.text.dates import read_date
from briefing.text.fact_quantity import quantity_of
from briefing.text.measure_words import NEGATIONS, NOT_NEGATIVE, SCOPE_WORDS
from briefing.text.quantities import find_quantities
from briefing.text.statement_words import StatementWord, statement_words
from briefing.text.written_dates import find_dates

CACHED = 20_000
_NOT_NEGATIVE = re.compile(NOT_NEGATIVE, re.IGNORECASE)
_NOT = re.compile(r"(?:n['’]t|\bcannot)\b", re.IGNORECASE)
_ATTRIBUTION = re.compile(
    r"^[^.;]{2,90}?\b(?:said|says|stated|states|reported|reports|announced|claimed|claims|estimated"
    r"|estimates|noted|told|confirmed|shows?|showed|found|believes?|dijo que|a dit que|declared)\s+"
    r"(?:[\w ]{1,30} )?that\s+"
    r"|\baccording to [^,.;]{2,80}[,.;]?|,\s*[^,.;]{2,60}\b(?:said|reported|announced)\.?$"
    r"|\bsegún [^,.;]{2,80}[,.;]?|\bselon [^,.;]{2,80}[,.;]?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d$€£.,/-])(1[5-9]\d\d|20\d\d)(?:[-–/](\d\d(?:\d\d)?))?(?![\d,.]\d)")
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY_MONTH = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTHS})\b|({_MONTHS})\.? (\d{{1,2}})\b)"
    r"(?!,? \d{4})",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(by|to|from|of|at|under|over)\s+(?:an?\s|some\s|about\s|around\s|nearly\s)?$"
)
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Ww]ithin|[Oo]f|[Ff]rom|[Ff]or|[Ee]n|[Dd]e|[Aa]u|[Àà])"
    r"\s(?:the\s|la\s|el\s)?([A-Z][^\W\d_]+)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A quantity of a statement, in its words, and the word before it that tells its part."""

    quantity: Quantity
    words: str
    role: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A statement taken apart.

    `stems` are what it is about, `beginnings` how its words begin as they are written, `names`
    those stems that are names, `places` those it is said to be in or of, `scope` what narrows it;
    `periods` are the dates it says itself; `sign` is -1 where it says that something is not so.
    """

    stems: frozenset[str]
    beginnings: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    scope: frozenset[str]
    said: tuple[Said, ...]
    periods: tuple[PartialDate, ...]
    as_of: PartialDate | None
    sign: int
    turning: tuple[str, ...]
    is_once: bool


@lru_cache(maxsize=CACHED)
def profile(
    statement: str,
    value: Decimal | None = None,
    unit: str = "",
    as_of: PartialDate | None = None,
    *,
    is_dated: bool = False,
) -> Profile:
    """Take a statement apart; value and unit count where its words name no quantity.

    So does `as_of` for a statement that `is_dated` (a fact of the kind date) and names no date.
    """
    text = _ATTRIBUTION.sub(" ", statement)
    dates = _dates(text, as_of)
    bare = _without(text, [(start, end) for start, end, _ in dates])
    found = find_quantities(bare)
    said = tuple(Said(one.quantity, one.words, _role(bare, one.start)) for one in found)
    kept = None if said else quantity_of(value, unit)
    if kept is not None:
        said = (Said(kept, f"{value:f} {unit}".strip(), ""),)
    words = tuple(statement_words(bare))
    telling = [word for word in words if word.is_telling]
    sign, turning = _sign(bare, words)
    return Profile(
        stems=frozenset(word.stem for word in telling),
        beginnings=frozenset(word.beginning for word in telling),
        names=frozenset(word.stem for word in telling if word.is_name),
        places=frozenset(
            word.stem for match in _PLACE.finditer(bare) for word in statement_words(match[1])
        ),
        scope=frozenset(word.folded for word in words if word.folded in SCOPE_WORDS),
        said=said,
        periods=tuple(date for _, _, date in dates) or ((as_of,) if as_of and is_dated else ()),
        as_of=as_of,
        sign=sign,
        turning=turning,
        is_once=is_dated or any(word.is_once for word in words),
    )


def _sign(text: str, words: Sequence[StatementWord]) -> tuple[int, tuple[str, ...]]:
    """Return whether a statement says that something is so, and the words that decide it."""
    plain = _NOT_NEGATIVE.sub(" ", text)
    count = len(_NOT.findall(plain))
    again = words if plain == text else tuple(statement_words(plain))
    count += sum(word.folded in NEGATIONS for word in again)
    turned = [word.folded for word in words if word.sign < 0]
    straight = [word.folded for word in words if word.sign > 0]
    sign = -1 if (count + len(turned)) % 2 else 1
    return sign, (*turned, *(["not"] if count else []), *straight)


def _role(text: str, start: int) -> str:
    match = _ROLE.search(text[max(0, start - 24) : start])
    return match[1].lower() if match and match[1].lower() in {"by", "to", "from"} else ""


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with blanks in some places."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _dates(text: str, as_of: PartialDate | None) -> list[tuple[int, int, PartialDate]]:
    found = [(one.start, one.end, one.date) for one in find_dates(text)]
    taken = _without(text, [(start, end) for start, end, _ in found])
    if as_of is not None:
        for match in _DAY_MONTH.finditer(taken):
            date = read_date(f"{match[0]} {as_of.year}")
            if date is not None:
                found.append((match.start(), match.end(), date))
    taken = _without(text, [(start, end) for start, end, _ in found])
    years = _YEAR.finditer(taken)
    found += [(year.start(), year.end(), PartialDate(int(year[1]))) for year in years]
    return sorted(found, key=lambda one: one[0])
