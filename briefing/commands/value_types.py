"""What options may be given as: dates in part, numbers, and roles of styles."""

from decimal import Decimal, InvalidOperation

import click

from briefing.model.partial_date import PartialDate
from briefing.text.dates import read_date


class PartialDateType(click.ParamType[PartialDate]):
    """A date, also in part: 2025, 2025-09, 3 September 2025."""

    name = "date"

    def convert(
        self,
        value: str | PartialDate,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> PartialDate:
        """Return the date; a usage error where it is none, or could be two."""
        found = value if isinstance(value, PartialDate) else read_date(value)
        return found or self.fail(f"{value!r} is no date; write 2025-09-03", param, ctx)


_MOST_PLACES = 30  # of a number: a nonillion, and as small


class DecimalType(click.ParamType[Decimal]):
    """A number."""

    name = "number"

    def convert(
        self, value: str | Decimal, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """Return the number; a usage error where it is none."""
        try:
            number = Decimal(value)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            self.fail(f"{value!r} is no number", param, ctx)
        if abs(number.adjusted()) > _MOST_PLACES:
            self.fail(f"{value!r} is larger or smaller than anything counted", param, ctx)
        return number


class RoleType(click.ParamType[tuple[str, str]]):
    """A role and the style that plays it, `heading1=House Heading 1`."""

    name = "role"

    def convert(
        self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Return the pair; a usage error where nothing stands on one side of the `=`."""
        if isinstance(value, tuple):
            return value
        role, _, style = value.partition("=")
        if not role.strip() or not style.strip():
            self.fail(f"{value!r} is not written ROLE=STYLE", param, ctx)
        return role.strip(), style.strip()
