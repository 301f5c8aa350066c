"""Facts and the words they rest on: capturing, changing, and finding the quote again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.errors import InputError
from briefing.model.anchor import AnchorState, Located
from briefing.model.article import Article
from briefing.model.changes import Changes
from briefing.model.fact import Evidence, Fact, FactDraft, FactKind, FactStatus
from briefing.model.fact_history import FactEventKind
from briefing.model.ids import Uid, new_key, new_uid
from briefing.store import articles, fact_events, facts
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.text.anchors import locate, make_anchor
from briefing.text.fact_filter import fact_matches
from briefing.text.fact_kind import guess_kind
from briefing.text.figures import read_figure
from briefing.text.page_map import page_of
from briefing.text.quantities import find_quantities
from briefing.text.query_language import parse_query
from briefing.text.written_dates import find_dates


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a fact's quote stands in its article now, for the reader to mark."""

    fact_uid: Uid
    start: int
    end: int
    state: AnchorState


class EvidenceDesk:
    """What can be done with facts."""

    def __init__(self, library: Library) -> None:
        self._library = library

    # reading

    def fact(self, uid: Uid) -> Fact:
        """Return a fact; NotFoundError where there is none."""
        return facts.get(self._library.reader(), uid)

    def fact_by_key(self, key: str) -> Fact:
        """Return the fact that a memo cites as `[@fact:key]`; NotFoundError where there is none."""
        return facts.get_by_key(self._library.reader(), key)

    def facts_of(self, article_uid: Uid) -> tuple[Fact, ...]:
        """Return the facts that rest on an article, in the order of their passages."""
        found = facts.of_article(self._library.reader(), article_uid)
        return tuple(sorted(found, key=lambda fact: _first_start(fact, article_uid)))

    def facts(
        self, line: str = "", sort: str = "date", limit: int | None = None
    ) -> tuple[Fact, ...]:
        """Return the facts that a search line asks for.

        `sort` is `date` (newest as-of first, undated last), `date-asc`, `added` or `statement`.
        """
        order = _ORDERS.get(sort)
        if order is None:
            raise InputError(f"Facts cannot be sorted by “{sort}”; use {', '.join(_ORDERS)}.")
        root = parse_query(line).root
        if root is None and sort in facts.ORDERS:
            return facts.first(self._library.reader(), sort, limit)
        found = [
            fact for fact in facts.all_facts(self._library.reader()) if fact_matches(fact, root)
        ]
        return tuple(order(found)[:limit])

    def locate(self, evidence: Evidence) -> Located:
        """Find a quote in its article as the article stands now."""
        return locate(self._article(evidence.article_uid).body, evidence.anchor)

    def passages(self, article_uid: Uid) -> tuple[Passage, ...]:
        """Return where each captured quote of an article stands; lost ones are left out."""
        body = self._article(article_uid).body
        spots = (
            (fact.uid, locate(body, piece.anchor))
            for fact in facts.of_article(self._library.reader(), article_uid)
            for piece in fact.evidence
            if piece.article_uid == article_uid
        )
        return tuple(
            Passage(uid, spot.start, spot.end, spot.state)
            for uid, spot in spots
            if spot.state in (AnchorState.EXACT, AnchorState.MOVED)
        )

    def draft_from(self, article_uid: Uid, start: int, end: int) -> FactDraft:
        """Propose a fact from a passage: its kind, value and unit as the words give them.

        The as-of date is the first date in the passage, else the day the article was published.
        """
        article = self._article(article_uid)
        quote = " ".join(article.body[start:end].split())
        kind = guess_kind(quote)
        figure = _first_figure(quote, article.language) if kind is FactKind.FIGURE else None
        dates = find_dates(quote, article.language)
        return FactDraft(
            statement=quote[:1].upper() + quote[1:],
            kind=kind,
            value=figure[0] if figure else None,
            unit=figure[1] if figure else "",
            as_of=dates[0].date if dates else article.published,
            tags=article.tags,
        )

    # writing

    def capture(
        self, article_uid: Uid, start: int, end: int, draft: FactDraft
    ) -> tuple[Fact, Changes]:
        """Keep a fact that rests on `body[start:end]` of an article."""
        _check(draft)
        evidence = self._evidence(article_uid, start, end)

        def work(connection: Connection) -> Fact:
            key = new_key()
            while facts.find_by_key(connection, key):
                key = new_key(length=4)
            fact = Fact(uid=new_uid(), key=key, statement="", evidence=(evidence,))
            return facts.add(connection, _redrafted(fact, draft))

        return self._library.change("Capture fact", work)

    def add_evidence(self, fact_uid: Uid, article_uid: Uid, start: int, end: int) -> Changes:
        """Let a fact rest on one more passage."""
        evidence = self._evidence(article_uid, start, end)

        def work(connection: Connection) -> None:
            fact = facts.get(connection, fact_uid)
            fact_events.add(connection, fact, FactEventKind.EVIDENCE, "")
            facts.update(connection, replace(fact, evidence=(*fact.evidence, evidence)))

        return self._library.change("Add evidence", work)[1]

    def edit(self, fact_uid: Uid, draft: FactDraft, reason: str = "") -> Changes:
        """Change what a fact says; its evidence stays, and its history says what it said before."""
        _check(draft)

        def work(connection: Connection) -> None:
            fact = facts.get(connection, fact_uid)
            changed = _redrafted(fact, draft)
            if changed != fact:
                fact_events.add(connection, fact, _kind_of(fact, changed), reason)
                facts.update(connection, changed)

        return self._library.change("Edit fact", work)[1]

    def remove(self, fact_uids: Sequence[Uid]) -> Changes:
        """Remove facts with their evidence, as one step."""

        def work(connection: Connection) -> None:
            for uid in fact_uids:
                facts.remove(connection, uid)

        return self._library.change("Remove fact" + "s" * (len(fact_uids) > 1), work)[1]

    def _article(self, uid: Uid) -> Article:
        return articles.get(self._library.reader(), uid)

    def _evidence(self, article_uid: Uid, start: int, end: int) -> Evidence:
        article = self._article(article_uid)
        if not article.body[start:end].strip():
            raise InputError("Select the words that the fact rests on first.")
        anchor = make_anchor(article.body, start, end)
        page = page_of(article.pages, anchor.start, anchor.start + len(anchor.quote))
        return Evidence(new_uid(), article_uid, anchor, page)


def _redrafted(fact: Fact, draft: FactDraft) -> Fact:
    return replace(
        fact,
        statement=draft.statement.strip(),
        kind=draft.kind,
        value=draft.value,
        unit=draft.unit.strip(),
        as_of=draft.as_of,
        confidence=draft.confidence,
        tags=draft.tags,
        status=draft.status,
        status_as_of=fact.status_as_of if draft.status is fact.status else None,
        superseded_by=fact.superseded_by if draft.status is FactStatus.SUPERSEDED else None,
    )


def _kind_of(before: Fact, after: Fact) -> FactEventKind:
    """Tell what a change of a fact is: of its standing, or of what it says."""
    return FactEventKind.EDITED if before.status is after.status else _STANDINGS[after.status]


def _first_figure(quote: str, language: str) -> tuple[Decimal, str] | None:
    """Return the first quantity of a quote, with its unit as the words have it."""
    for found in find_quantities(quote, language or "en"):
        words = read_figure(found.words)
        value = found.quantity.value
        whole = value.to_integral_value()
        return (whole if whole == value else value), words[1] if words else found.quantity.unit
    return None


def _check(draft: FactDraft) -> None:
    if not draft.statement.strip():
        raise InputError("Say what the fact states; the statement is empty.")


def _first_start(fact: Fact, article_uid: Uid) -> int:
    return min(piece.anchor.start for piece in fact.evidence if piece.article_uid == article_uid)


def _newest_first(found: Sequence[Fact]) -> list[Fact]:
    dated = [fact for fact in found if fact.as_of]
    dated.sort(key=lambda fact: str(fact.as_of), reverse=True)
    return [*dated, *(fact for fact in found if not fact.as_of)]


def _oldest_first(found: Sequence[Fact]) -> list[Fact]:
    return sorted(found, key=lambda fact: (fact.as_of is None, str(fact.as_of or "")))


def _last_added_first(found: Sequence[Fact]) -> list[Fact]:
    return list(reversed(found))


def _by_statement(found: Sequence[Fact]) -> list[Fact]:
    return sorted(found, key=lambda fact: fact.statement.casefold())


_STANDINGS = {
    FactStatus.CURRENT: FactEventKind.REINSTATED,
    FactStatus.DISPUTED: FactEventKind.DISPUTED,
    FactStatus.SUPERSEDED: FactEventKind.SUPERSEDED,
    FactStatus.RETRACTED: FactEventKind.RETRACTED,
}
_ORDERS = {
    "date": _newest_first,
    "date-asc": _oldest_first,
    "added": _last_added_first,
    "statement": _by_statement,
}
