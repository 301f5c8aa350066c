"""Whether two quantities of two statements may say the same, and whether only a unit slipped."""

from decimal import Decimal

from briefing.model.quantity import Quantity
from briefing.text.quantities import agree, alike

_SIGNIFICANT = 2  # digits that a rounded figure must have, or it says too little
_LEAST = 3  # smaller figures are equal by chance
# Measures of one kind, each in the first one of its line.
_FACTORS: tuple[dict[str, str], ...] = (
    {"m": "1", "km": "1000", "cm": "0.01", "mm": "0.001", "mile": "1609.344", "mi": "1609.344",
     "foot": "0.3048", "ft": "0.3048", "yard": "0.9144", "inch": "0.0254", "in": "0.0254",
     "nautical mile": "1852", "nmi": "1852"},
    {"kg": "1", "g": "0.001", "t": "1000", "tonne": "1000", "metric ton": "1000",
     "lb": "0.45359237", "pound": "0.45359237", "ton": "907.18474",
     "ounce": "0.0283495", "oz": "0.0283495"},
    {"ha": "10000", "m²": "1", "km²": "1000000", "acre": "4046.8564", "mile²": "2589988.1",
     "square mile": "2589988.1", "sq mi": "2589988.1"},
    {"l": "1", "litre": "1", "m³": "1000", "gallon": "3.785412", "barrel": "158.9873"},
    {"minute": "1", "hour": "60", "day": "1440", "week": "10080"},
    {"month": "1", "year": "12", "decade": "120"},
)  # fmt: skip
_SCALE = {
    unit: (number, Decimal(factor))
    for number, line in enumerate(_FACTORS)
    for unit, factor in line.items()
}
_CURRENCY = 3  # letters of a code (ISO 4217)
_MONEY = frozenset({"$", "€", "£", "¥", "peso", "dollar", "pound", "franc", "crown", "yen", "euro"})
_SHARES = frozenset({"%", "percentage point"})


def of_one_kind(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities measure the same kind of thing, if in other units."""
    return alike(one, other) or _converted(one, other) is not None


def may_agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities may both be true: equal, rounded, or in another unit."""
    if agree(one, other):
        return True
    pair = _converted(one, other)
    if pair is not None:
        mine, others = pair
        return abs(mine - others) <= max(abs(mine), abs(others)) * Decimal("0.02")
    if not alike(one, other) or one.high is not None or other.high is not None:
        return False
    return _is_rounded(one.value, other.value) or _is_rounded(other.value, one.value)


def is_unit_slip(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures are equal and their units are of one sort, but not the same."""
    if one.value != other.value or abs(one.value) < _LEAST or one.unit == other.unit:
        return False
    sorts = {_sort(one.unit), _sort(other.unit)}
    return len(sorts) == 1 and "" not in sorts


def _is_rounded(rough: Decimal, fine: Decimal) -> bool:
    """Tell whether one value is the other, rounded to the places that it is written with."""
    digits, exponent = len(rough.as_tuple().digits), rough.as_tuple().exponent
    finest = fine.as_tuple().exponent
    if not isinstance(exponent, int) or not isinstance(finest, int) or exponent <= finest:
        return False
    if digits < _SIGNIFICANT:
        return False
    return abs(rough - fine) * 2 <= Decimal(1).scaleb(exponent)


def _converted(one: Quantity, other: Quantity) -> tuple[Decimal, Decimal] | None:
    """Return both values in one measure, where their units differ and have one in common."""
    mine, others = _SCALE.get(one.unit), _SCALE.get(other.unit)
    if mine is None or others is None or mine[0] != others[0] or one.unit == other.unit:
        return None
    return one.value * mine[1], other.value * others[1]


def _sort(unit: str) -> str:
    if unit in _SHARES:
        return "share"
    if unit in _MONEY or (len(unit) == _CURRENCY and unit.isupper()):
        return "money"
    return f"measure {_SCALE[unit][0]}" if unit in _SCALE else ""
