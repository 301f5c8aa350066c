"""What is said of a fact: its kind, value and date, and why it no longer stands."""

from briefing.model.fact import Fact, FactDraft, FactStatus
from briefing.services.fact_reading import OpenedFact


def draft_of(fact: Fact) -> FactDraft:
    """Return what a fact says, to be changed."""
    return FactDraft(
        fact.statement,
        fact.kind,
        fact.value,
        fact.unit,
        fact.as_of,
        fact.confidence,
        fact.tags,
        fact.status,
    )


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
