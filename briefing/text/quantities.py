"""Quantities in a text, in figures or in words, and whether two of them say the same."""

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.model.quantity import Bound, Quantity
from briefing.text.figures import Figure, figure_at, figures
from briefing.text.quantity_units import is_measure, unit_of, units_fit
from briefing.text.written_dates import find_dates

_ABOUT = re.compile(
    r"(?:\b(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|close to|circa|ca?\."
    r"|an estimated|estimated|unos|unas|cerca de|aproximadamente|alrededor de|casi|environ|près de"
    r"|presque|quelque|autour de)\s+|[~≈]\s?)$",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:more than|over|at least|above|upwards of|exceeding|no fewer than|no less than|más de"
    r"|al menos|por lo menos|plus de|au moins|plus d['’])\s*$",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:less than|fewer than|under|up to|at most|below|no more than|not more than|menos de|hasta"
    r"|como máximo|moins de|jusqu['’]à|au plus|moins d['’])\s*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|entre)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|de)\s+$", re.IGNORECASE)
_TO = re.compile(r"\s?[-–]\s?(?=[\d$€£])|\s(?:to|a|à)\s(?=\S)", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|y|et)\s(?=\S)", re.IGNORECASE)
_NO_PROSE = re.compile(
    r"\[[^\[\]]*@[^\[\]]*\]|\[\^[^\]]*\]|https?://\S+|(?m:^[ \t]*\(?\d{1,3}[.)][ \t])"
)
_REST_OF_UNIT = re.compile(
    r"\s+(?:porcentuales|de pourcentage|cuadrados|carrés|estadounidenses|américains|mexicanos"
    r"|esterlinas|sterling|suisses)\b",
    re.IGNORECASE,
)
_LOOKED = 32  # code points looked at before a figure
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity, where it stands (its unit included), and its words."""

    start: int
    end: int
    quantity: Quantity
    words: str


def find_quantities(text: str, language: str = "en") -> tuple[FoundQuantity, ...]:
    """Return what a text counts and measures, in its order; no dates, labels or list numbers."""
    plain = _NO_PROSE.sub(lambda match: "\u2007" * len(match[0]), text)
    dates = [(found.start, found.end) for found in find_dates(plain, language)]
    found: list[FoundQuantity] = []
    for figure in figures(plain, language):
        is_date = any(start <= figure.start < end for start, end in dates)
        if is_date or (found and figure.start < found[-1].end):
            continue
        found.append(_found(plain, figure, language))
    return tuple(_restored(text, each) for each in found)


def alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities count or measure the same kind of thing."""
    return units_fit(one.unit, other.unit)


def agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities may both be true of one thing.

    An unsaid unit fits any; what is counted may have several names. A rough figure agrees with
    what rounds to it at the precision written, a limit with what keeps it within that precision.
    """
    is_open = not (is_measure(one.unit) or is_measure(other.unit))
    if not (alike(one, other) or is_open or not (one.unit and other.unit)):
        return False
    if one.bound is not other.bound and Bound.NONE in {one.bound, other.bound}:
        limit, said = (one, other) if one.bound else (other, one)
        return _keeps(limit, said)
    low, high = _reach(one)
    other_low, other_high = _reach(other)
    return low <= other_high and other_low <= high


def _keeps(limit: Quantity, said: Quantity) -> bool:
    step = _step(limit.value)
    low, high = _reach(said)
    if limit.bound is Bound.LEAST:
        return low <= limit.value + step and high >= limit.value
    return high >= limit.value - step and low <= limit.value


def _reach(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Return the least and the most that a quantity may stand for."""
    low, high = quantity.value, quantity.high if quantity.high is not None else quantity.value
    if not quantity.is_about:
        return low, high
    below = min(_step(low) / 2, abs(low) * _TENTH)
    above = min(_step(high) / 2, abs(high) * _TENTH)
    return low - below, high + above


def _step(value: Decimal) -> Decimal:
    """Return one of the last place that is written: 10 of 60, 100000000 of 3.2bn."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and value else Decimal(1)


def _found(text: str, figure: Figure, language: str) -> FoundQuantity:
    before = text[max(0, figure.start - _LOOKED) : figure.start]
    value = figure.value
    unit, end = _unit(text, figure, language)
    high: Decimal | None = None
    if second := _second(text, figure, before, language):
        high = second.value
        own, end = _unit(text, second, language)
        unit = own or unit
        if figure.scale is None and second.scale is not None and value < high:
            value = value.scaleb(second.scale.adjusted())
    bound = Bound.LEAST if _LEAST.search(before) else Bound.NONE
    bound = Bound.MOST if _MOST.search(before) else bound
    if text[figure.number_end : figure.number_end + 1] == "+":
        bound = Bound.LEAST
    is_about = bool(_ABOUT.search(before))
    quantity = Quantity(value, unit, high, is_about, bound)
    return FoundQuantity(figure.start, end, quantity, text[figure.start : end])


def _unit(text: str, figure: Figure, language: str) -> tuple[str, int]:
    """Return the unit of a figure, with the adjective behind it that names it, and its end."""
    rest = _REST_OF_UNIT.match(text, figure.end)
    if rest and figure.unit:
        return unit_of(figure.unit + rest[0], language), rest.end()
    return unit_of(figure.unit, language), figure.end


def _second(text: str, figure: Figure, before: str, language: str) -> Figure | None:
    """Return the upper end of a range: `10–15%`, `between 3 and 4 billion`, `de 10 a 15`."""
    joins = [_TO] if not _BETWEEN.search(before) else [_AND, _TO]
    for join in (pattern.match(text, figure.number_end) for pattern in joins):
        second = figure_at(text, join.end(), language) if join else None
        if join is None or second is None:
            continue
        is_range = second.value > figure.value and second.start == 0
        is_sure = join[0].strip() in {"-", "–"} or bool(second.unit)
        if is_range and (is_sure or _BETWEEN.search(before) or _FROM.search(before)):
            shift = join.end()
            return Figure(
                second.start + shift,
                second.end + shift,
                second.value,
                second.unit,
                second.number_end + shift,
                second.scale,
            )
    return None


def _restored(text: str, found: FoundQuantity) -> FoundQuantity:
    words = text[found.start : found.end]
    return FoundQuantity(found.start, found.end, found.quantity, words)
