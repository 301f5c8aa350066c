"""How long ago something was, in words."""

from datetime import UTC, datetime


def ago(seconds: float) -> str:
    """Return `just now`, `5 s ago`, `3 min ago`, `2 h ago`."""
    if seconds < 2:
        return "just now"
    if seconds < 60:
        return f"{int(seconds)} s ago"
    if seconds < 3600:
        return f"{int(seconds // 60)} min ago"
    return f"{int(seconds // 3600)} h ago"


def changed(moment: datetime, now: datetime | None = None) -> str:
    """Return when a record was changed: the time of day today, else the day."""
    here = moment.astimezone()
    today = (now or datetime.now(UTC)).astimezone().date()
    days = (today - here.date()).days
    if days == 0:
        return f"today {here:%H:%M}"
    if days == 1:
        return f"yesterday {here:%H:%M}"
    year = f" {here.year}" if here.year != today.year else ""
    return f"{here.day} {here:%B}{year}"
