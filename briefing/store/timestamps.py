"""Times as the library keeps them: UTC, ISO 8601, all of one length, so they sort as text."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def to_text(moment: datetime) -> str:
    """Return `2025-11-23T05:56:00.123456Z`; a time without a zone is taken as UTC."""
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    plain = zoned.astimezone(UTC).replace(tzinfo=None)
    return plain.isoformat(timespec="microseconds") + "Z"


def from_text(text: str) -> datetime:
    """Read what `to_text` wrote."""
    return datetime.fromisoformat(text)


def now_text() -> str:
    """Return this moment as text."""
    return to_text(now())
