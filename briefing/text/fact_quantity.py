"""A fact's value and unit as the quantity that texts are compared with."""

import re
from decimal import Decimal

from briefing.model.quantity import Quantity
from briefing.text.quantities import find_quantities

_SIGN = re.compile(r"[^\w\s%]{1,2}|[A-Z]{1,2}\$|[A-Z]{3}")  # written before the figure


def quantity_of(value: Decimal | None, unit: str) -> Quantity | None:
    """Return a value of a unit as a text would say it: `3200000000`, `$` is so many dollars."""
    if value is None:
        return None
    number = format(value, "f")
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    plain = unit.strip()
    said = f"{plain}{number}" if _SIGN.fullmatch(plain) else f"{number} {plain}"
    if plain == "%":
        said = f"{number}%"
    for found in find_quantities(said):
        if abs(found.quantity.value) == abs(value):
            return Quantity(value, found.quantity.unit)
    return Quantity(value, plain.casefold())
