"""When a reviewer wrote something, as short as it can be said."""

from datetime import datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short_time(date: str, this_year: int) -> str:
    """Return `4 Sep 18:02`, with its year where that is another; nothing for no date.

    `date` is ISO 8601. Word writes local time and calls it UTC, so it is shown as it is written.
    """
    try:
        when = datetime.fromisoformat(date)
    except ValueError:
        return ""
    year = f" {when.year}" if when.year != this_year else ""
    return f"{when.day} {_MONTHS[when.month - 1]}{year} {when:%H:%M}"
