"""A date that may be known only to the month or the year (EDTF level 0, with `~` for about)."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)")
_MONTHS = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT_MONTHS = tuple(name[:3] for name in _MONTHS)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day; `approximate` where the source says about."""

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `2025`, `2025-09`, `2025-09-03`, each with an optional `~`; ValueError otherwise."""
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        year, month, day, about = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None, bool(about))

    @classmethod
    def from_date(cls, day: date) -> "PartialDate":
        """Return the whole day."""
        return cls(day.year, day.month, day.day)

    def first_day(self) -> date:
        """Return the earliest day it can stand for."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """Return the latest day it can stand for."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def human(self) -> str:
        """Return it as a memo writes it: `3 September 2025`, `September 2025`, `about 2025`."""
        return self._worded(_MONTHS)

    def short(self) -> str:
        """Return it as a list shows it: `3 Sep 2025`."""
        return self._worded(_SHORT_MONTHS)

    def _worded(self, months: Sequence[str]) -> str:
        parts = [str(self.day)] if self.day else []
        if self.month:
            parts.append(months[self.month])
        parts.append(str(self.year))
        return ("about " if self.approximate else "") + " ".join(parts)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text + ("~" if self.approximate else "")
