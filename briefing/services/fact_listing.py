"""Facts as a table shows them: found by a line, in an order, with their sources and memos."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from briefing.model.corroboration import Corroboration
from briefing.model.fact import Confidence, Fact, FactStatus
from briefing.model.ids import Uid
from briefing.services.corroborating import corroborations
from briefing.services.evidence import EvidenceDesk
from briefing.services.fact_export import write_facts
from briefing.store import articles, citing_sentences, facts
from briefing.store.library_file import Library
from briefing.text.query_language import parse_query


class FactSort(StrEnum):
    """By what facts are put in order."""

    STATEMENT = "statement"
    KIND = "kind"
    VALUE = "value"
    AS_OF = "as_of"
    SOURCES = "sources"
    CONFIDENCE = "confidence"
    STATUS = "status"
    MEMOS = "memos"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with on how many sources it rests, and how many memos cite it."""

    fact: Fact
    corroboration: Corroboration
    memos: int


@dataclass(frozen=True, slots=True)
class FoundFacts:
    """The facts that a line asks for, in order, and what is wrong with the line."""

    facts: tuple[Fact, ...]
    problems: tuple[str, ...]
    total: int


class FactListing:
    """What the list of facts asks."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def found(self, line: str, sort: FactSort, *, is_descending: bool) -> FoundFacts:
        """Return the facts of a search line; those without what is sorted by come last."""
        reader = self._library.reader()
        found = EvidenceDesk(self._library).facts(line, "added")
        key_of = self._key_of(sort, found)
        keys = {fact.uid: key_of(fact) for fact in found}
        has, lacks = _parted(found, keys)
        has.sort(key=lambda fact: keys[fact.uid], reverse=is_descending)
        return FoundFacts((*has, *lacks), parse_query(line).problems, facts.count(reader))

    def rows(self, shown: Sequence[Fact]) -> tuple[FactRow, ...]:
        """Return some facts with their counts."""
        sources = corroborations(self._library.reader(), [fact.uid for fact in shown])
        memos = self._memos(shown)
        return tuple(
            FactRow(fact, sources[fact.uid], memos.get(fact.key.casefold(), 0)) for fact in shown
        )

    def export(self, uids: Sequence[Uid], path: Path) -> int:
        """Write facts as CSV or JSON, in their order; return how many are still there."""
        reader = self._library.reader()
        found = facts.by_uids(reader, uids)
        names = {fact.uid: fact.key for fact in facts.all_facts(reader)}

        def name_of(uid: Uid) -> str:
            if uid not in names:
                names[uid] = articles.get(reader, uid).citekey
            return names[uid]

        write_facts(found, path, name_of)
        return len(found)

    def _memos(self, shown: Sequence[Fact]) -> dict[str, int]:
        """Return how many memos cite each key."""
        keys = [f"fact:{fact.key}" for fact in shown]
        pairs = {
            (row.key.casefold().removeprefix("fact:"), row.memo_uid)
            for row in citing_sentences.citing(self._library.reader(), keys)
        }
        counts: dict[str, int] = {}
        for key, _ in pairs:
            counts[key] = counts.get(key, 0) + 1
        return counts

    def _key_of(self, sort: FactSort, found: Sequence[Fact]) -> Callable[[Fact], Any]:
        if sort is FactSort.SOURCES:
            sources = corroborations(self._library.reader(), [fact.uid for fact in found])
            return lambda fact: sources[fact.uid].independent
        if sort is FactSort.MEMOS:
            memos = self._memos(found)
            return lambda fact: memos.get(fact.key.casefold(), 0)
        return _KEYS[sort]


def _parted(found: Sequence[Fact], keys: dict[Uid, Any]) -> tuple[list[Fact], list[Fact]]:
    has = [fact for fact in found if keys[fact.uid] is not None]
    lacks = [fact for fact in found if keys[fact.uid] is None]
    return has, lacks


_SURENESS = {level: place for place, level in enumerate(Confidence)}
_STANDING = {status: place for place, status in enumerate(FactStatus)}
_KEYS: dict[FactSort, Callable[[Fact], Any]] = {
    FactSort.STATEMENT: lambda fact: fact.statement.casefold(),
    FactSort.KIND: lambda fact: fact.kind.value,
    FactSort.VALUE: lambda fact: fact.value,
    FactSort.AS_OF: lambda fact: str(fact.as_of) if fact.as_of else None,
    FactSort.CONFIDENCE: lambda fact: _SURENESS[fact.confidence] if fact.confidence else None,
    FactSort.STATUS: lambda fact: _STANDING[fact.status],
    FactSort.ADDED: lambda fact: fact.created_at,
}
