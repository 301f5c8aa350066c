"""Facts and memos found by the search line, with their words marked."""

from collections.abc import Iterator

from briefing.model.fact import Fact
from briefing.model.found_records import FactHit, FactPage, MemoHit, MemoPage
from briefing.model.query import And, Filter, Near, Node, Not, Or, Query, Words
from briefing.model.search_page import Marked
from briefing.services.hit_marks import HitMarker
from briefing.store import fact_search, facts, memo_search, memos
from briefing.store.connections import Connection
from briefing.store.match_query import senses
from briefing.text.query_fields import TEXT_FIELDS
from briefing.text.word_forms import with_word_forms


def fact_page(connection: Connection, query: Query, limit: int, after: str) -> FactPage:
    """Return a page of facts, those captured last first; InputError for a strange cursor."""
    root = with_word_forms(query.root)
    uids, following = fact_search.find_page(connection, root, limit, after)
    marker = HitMarker.of(senses(root))
    hits = tuple(_fact_hit(fact, marker) for fact in facts.by_uids(connection, uids))
    return FactPage(hits, following, _problems(query, "fact", fact_search.fields()))


def memo_page(connection: Connection, query: Query, limit: int, after: str) -> MemoPage:
    """Return a page of memos, the last changed first; InputError for a strange cursor."""
    root = with_word_forms(query.root)
    uids, following = memo_search.find_page(connection, root, limit, after)
    marker = HitMarker.of(senses(root))
    rows = {row.uid: row for row in memos.rows(connection)}
    hits = tuple(
        MemoHit(
            rows[uid],
            marker.mark_title(rows[uid].title),
            marker.snippet("", memos.get(connection, uid).body),
        )
        for uid in uids
    )
    return MemoPage(hits, following, _problems(query, "memo", memo_search.fields()))


def _fact_hit(fact: Fact, marker: HitMarker) -> FactHit:
    quotes = [marker.snippet("", piece.anchor.quote) for piece in fact.evidence]
    best = max(quotes, key=lambda quote: len(quote.marks), default=Marked(""))
    return FactHit(fact, marker.mark_title(fact.statement), best)


def _problems(query: Query, kind: str, known: frozenset[str]) -> tuple[str, ...]:
    """Return what was taken as words, and which fields no record of this kind has."""
    strange = dict.fromkeys(field for field in _fields(query.root) if field not in known)
    told = (f"No {kind} has “{field}:”; it finds none." for field in strange)
    return (*query.problems, *told)


def _fields(node: Node | None) -> Iterator[str]:
    match node:
        case Filter(field=field):
            yield field
        case Words(field=field) if field in TEXT_FIELDS:
            yield field
        case And(parts) | Or(parts):
            for part in parts:
                yield from _fields(part)
        case Not(part):
            yield from _fields(part)
        case Words() | Near() | None:
            return
