"""What a looked-up block holds, in words and as a count: for its fold in the editor."""

from dataclasses import dataclass

from briefing.errors import InputError
from briefing.model.fact import Fact
from briefing.services.evidence import EvidenceDesk
from briefing.text.line_scan import div_attributes

_LOOKED_UP = frozenset({"facts", "timeline"})


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The words of a fold, and how many facts it stands for."""

    words: str
    facts: int = 0


def is_lookup(line: str) -> bool:
    """Return whether a line opens a block of facts or a timeline."""
    found = div_attributes(line.strip()) if line.startswith(":::") else None
    return found is not None and not _LOOKED_UP.isdisjoint(found[0])


def looked_up(evidence: EvidenceDesk, opening: str) -> LookedUp:
    """Return what the block opened by a line holds now; for a worker's thread."""
    classes, values = _read(opening)
    if "sources" in classes:
        return LookedUp(f"sources: {_listed(values)}, kept up to date")
    if "source-summary" in classes:
        return LookedUp("source summary: drafted from what the memo cites, kept up to date")
    name = "timeline" if "timeline" in classes else "facts"
    query = values.get("query", "")
    try:
        facts = facts_of_lookup(evidence, opening)
    except InputError as error:
        return LookedUp(f"{name}: {query} — {error}")
    count = len(facts)
    amount = "1 fact" if count == 1 else f"{count or 'no'} facts"
    asked = f"{query} — " if query else ""
    return LookedUp(f"{name}: {asked}{amount}, kept up to date", count)


def facts_of_lookup(evidence: EvidenceDesk, opening: str) -> tuple[Fact, ...]:
    """Return the facts that a block stands for now; InputError where its order is no order."""
    classes, values = _read(opening)
    if _LOOKED_UP.isdisjoint(classes):
        return ()
    limit = values.get("limit", "")
    return evidence.facts(
        values.get("query", ""),
        values.get("sort") or "date",
        int(limit) if limit.isdecimal() else None,
    )


def _listed(values: dict[str, str]) -> str:
    cited, query = "every source that the memo cites", values.get("query", "")
    if values.get("cited", "").lower() == "no":
        return f"{query}, but for what the memo cites"
    return f"{cited}, and {query}" if query else cited


def _read(opening: str) -> tuple[tuple[str, ...], dict[str, str]]:
    found = div_attributes(opening.strip())
    return (found[0], dict(found[1])) if found else ((), {})
