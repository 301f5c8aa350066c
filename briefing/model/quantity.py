"""A quantity: how many or how much of what, as a text says it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """Whether a text gives a limit in place of the number: `more than 50`, `up to 200`."""

    NONE = ""
    LEAST = "least"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a unit; `high` where it is a range, `is_about` where it is said to be rough.

    The exponent of `value` keeps the precision written: `3.2bn` is 3.2E+9, equal to 3200000000.
    `unit` is normalised: an ISO 4217 code (`$`, `peso` … where the country is not said), `%`,
    `percentage point`, the sign of a measure (`km`, `kg`, `ha`, `°C`), a span of time (`year`),
    `person`, else the singular of the word for what is counted; empty where none is said.
    """

    value: Decimal
    unit: str = ""
    high: Decimal | None = None
    is_about: bool = False
    bound: Bound = Bound.NONE
