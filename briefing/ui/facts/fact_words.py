"""What is said of a fact: its kind, value and date, and why it no longer stands."""

from briefing.model.fact import Fact, FactStatus
from briefing.services.fact_reading import OpenedFact


def described(fact: Fact) -> str:
    """Return its kind, value, date and confidence in one line."""
    value = "" if fact.value is None else f"{fact.value:,f} {fact.unit}".strip()
    when = f"as of {fact.as_of.human()}" if fact.as_of else "undated"
    sure = f"{fact.confidence} confidence" if fact.confidence else "confidence not stated"
    return " · ".join(part for part in (fact.kind.value, value, when, sure) if part)


def standing_words(opened: OpenedFact) -> str:
    """Say since when and why a fact no longer stands as it did."""
    fact = opened.fact
    if fact.status is FactStatus.CURRENT:
        return ""
    told = f"{fact.status.value.capitalize()}"
    if fact.status_as_of:
        told += f" as of {fact.status_as_of.human()}"
    if opened.newer:
        told += f" by fact:{opened.newer.key}: “{opened.newer.statement}”"
    reason = next((one.reason for one in reversed(opened.history) if one.reason), "")
    return f"{told}. {reason}".strip() if reason else f"{told}."
