"""Facts as a table shows them: found by a line, in an order, with their sources and memos."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefing.model.corroboration import Corroboration
from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.services.corroborating import corroborations
from briefing.services.fact_export import write_facts
from briefing.services.finding_records import fact_page
from briefing.store import articles, citing_sentences, fact_order, fact_search, facts
from briefing.store.library_file import Library
from briefing.text.query_language import parse_query
from briefing.text.word_forms import with_word_forms


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

    uids: tuple[Uid, ...]
    problems: tuple[str, ...]
    total: int


class FactListing:
    """What the list of facts asks; a page of rows is read when it is scrolled to."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def found(self, line: str, sort: FactSort, *, is_descending: bool) -> FoundFacts:
        """Return the facts of a search line; those without what is sorted by come last."""
        reader = self._library.reader()
        query = parse_query(line)
        total = facts.count(reader)
        uids, _ = fact_search.find_page(reader, with_word_forms(query.root), total, "")
        problems = fact_page(reader, query, 0, "").problems
        return FoundFacts(self._sorted(uids, sort, is_descending=is_descending), problems, total)

    def rows(self, uids: Sequence[Uid]) -> tuple[FactRow, ...]:
        """Return some facts with their counts; those that are gone are left out."""
        shown = facts.by_uids(self._library.reader(), uids)
        sources = corroborations(self._library.reader(), uids)
        memos = self._memos({fact.uid: fact.key for fact in shown})
        return tuple(FactRow(fact, sources[fact.uid], memos[fact.uid]) for fact in shown)

    def export(self, uids: Sequence[Uid], path: Path) -> int:
        """Write facts as CSV or JSON, in their order; return how many are still there."""
        reader = self._library.reader()
        found = facts.by_uids(reader, uids)
        newer = [fact.superseded_by for fact in found if fact.superseded_by]
        names = fact_order.keys_of(reader, newer)

        def name_of(uid: Uid) -> str:
            if uid not in names:
                names[uid] = articles.get(reader, uid).citekey
            return names[uid]

        write_facts(found, path, name_of)
        return len(found)

    def _sorted(
        self, uids: Sequence[Uid], sort: FactSort, *, is_descending: bool
    ) -> tuple[Uid, ...]:
        reader = self._library.reader()
        column = sort.value if sort.value in fact_order.COLUMNS else "added"
        falls = is_descending if column == sort.value else False
        ordered = fact_order.in_order(reader, uids, column, is_descending=falls)
        if sort is FactSort.SOURCES:
            counted = corroborations(reader, ordered)
            counts = {uid: one.independent for uid, one in counted.items()}
        elif sort is FactSort.MEMOS:
            counts = self._memos(fact_order.keys_of(reader, ordered))
        else:
            return ordered
        return tuple(sorted(ordered, key=counts.__getitem__, reverse=is_descending))

    def _memos(self, keys: Mapping[Uid, str]) -> dict[Uid, int]:
        """Return how many memos cite each fact."""
        wanted = [f"fact:{key}" for key in keys.values()]
        rows = citing_sentences.citing(self._library.reader(), wanted)
        counts: dict[str, int] = {}
        for key, _ in {(row.key.casefold(), row.memo_uid) for row in rows}:
            counts[key] = counts.get(key, 0) + 1
        return {uid: counts.get(f"fact:{key}".casefold(), 0) for uid, key in keys.items()}
