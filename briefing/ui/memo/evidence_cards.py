"""What the evidence panel says of facts and articles; read off the window's thread."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.errors import NotFoundError
from briefing.model.article import ArticleRow
from briefing.model.fact import Fact, FactStatus
from briefing.model.ids import Uid
from briefing.services.desk import Desk
from briefing.services.matching import Match
from briefing.ui.memo.lookup_words import facts_of_lookup
from briefing.ui.widgets.labels import State

if TYPE_CHECKING:
    from briefing.services.paragraph_contradictions import Against

_BADGES: dict[FactStatus, tuple[str, State]] = {
    FactStatus.DISPUTED: ("disputed", "bad"),
    FactStatus.SUPERSEDED: ("superseded", "warn"),
    FactStatus.RETRACTED: ("retracted", "bad"),
}
_MOST_SOURCES = 3


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """One fact or article: its words, what of them is set bold, a badge, where it comes from."""

    kind: str  # fact or article
    uid: Uid
    key: str  # as a memo cites it
    words: str
    bold: tuple[int, int] = (0, 0)
    badge: str = ""
    state: State = ""
    detail: str = ""
    reason: str = ""
    article_uid: Uid | None = None
    is_cited: bool = False
    note: str = ""  # what the reader has to know: in what it contradicts, what took its place


def cards_of(desk: Desk, found: Iterable[Match]) -> tuple[EvidenceCard, ...]:
    """Return the cards of records that were found for a paragraph."""
    return tuple(_made(desk, ((one.kind, one.uid, one.reason) for one in found), frozenset()))


def card_against(desk: Desk, against: "Against") -> EvidenceCard:
    """Return the card of a fact that contradicts a paragraph: both figures, its own set bold."""
    card = _fact_card(desk, against.fact.uid, f"against: {against.sentence}")
    start = against.fact.statement.find(against.held)
    who = "its quote" if against.is_quoted else "the fact"
    return replace(
        card,
        bold=(start, start + len(against.held)) if start >= 0 else card.bold,
        note=f"You write “{against.written}”, {who} says “{against.held}”.",
        is_cited=against.is_cited,
    )


def cards_for_lookup(desk: Desk, opening: str) -> tuple[EvidenceCard, ...]:
    """Return the facts that a looked-up block stands for."""
    facts = facts_of_lookup(desk.evidence, opening)
    return tuple(_made(desk, (("fact", fact.uid, "") for fact in facts), frozenset()))


def cards_for_search(desk: Desk, line: str, cited: frozenset[str]) -> tuple[EvidenceCard, ...]:
    """Return the facts and articles that a typed line names, facts first."""
    found = [one for one in desk.searching.anything(line, 40) if one.kind in ("fact", "article")]
    found.sort(key=lambda one: one.kind != "fact")
    return tuple(_made(desk, ((one.kind, Uid(one.uid), "") for one in found), cited))


def _made(
    desk: Desk, found: Iterable[tuple[str, Uid, str]], cited: frozenset[str]
) -> Iterable[EvidenceCard]:
    makers: dict[str, Callable[[Desk, Uid, str], EvidenceCard]] = {
        "fact": _fact_card,
        "article": _article_card,
    }
    for kind, uid, reason in found:
        try:
            card = makers[kind](desk, uid, reason)
        except NotFoundError:
            continue  # removed between the search and now
        yield replace(card, is_cited=card.key in cited)


def _fact_card(desk: Desk, uid: Uid, reason: str) -> EvidenceCard:
    fact = desk.evidence.fact(uid)
    articles = {piece.article_uid: piece for piece in fact.evidence}
    rows = [desk.searching.row(article) for article in articles]
    publishers = list(dict.fromkeys(row.publisher or row.citekey for row in rows))
    if fact.status in _BADGES:
        badge, state = _BADGES[fact.status]
    else:
        badge, state = _sources_badge(len(publishers))
    return EvidenceCard(
        "fact",
        uid,
        f"fact:{fact.key}",
        fact.statement,
        _value_span(fact),
        badge,
        state,
        _fact_detail(fact, rows, publishers),
        reason,
        fact.evidence[0].article_uid if fact.evidence else None,
        note=_successor(desk, fact),
    )


def _successor(desk: Desk, fact: Fact) -> str:
    newest = desk.standing.newest(fact.uid) if fact.superseded_by else fact
    return f"Now: {newest.statement}" if newest.uid != fact.uid else ""


def _sources_badge(count: int) -> tuple[str, State]:
    if count == 0:
        return "no source", "bad"
    return ("1 source", "warn") if count == 1 else (f"{count} sources", "ok")


def _fact_detail(fact: Fact, rows: list[ArticleRow], publishers: list[str]) -> str:
    """Return publishers, and what tells most of them: a date and rating, or the confidence."""
    names = publishers[:_MOST_SOURCES]
    if len(publishers) > _MOST_SOURCES:
        names.append(f"+{len(publishers) - _MOST_SOURCES}")
    parts = [" · ".join(names)]
    if fact.as_of:
        parts.append(fact.as_of.human())
    elif len(rows) == 1 and rows[0].published:
        parts.append(rows[0].published.human())
    if len(rows) == 1 and rows[0].rating:
        parts.append(rows[0].rating)
    if fact.confidence:
        parts.append(f"{fact.confidence} confidence")
    return " · ".join(part for part in parts if part)


def _value_span(fact: Fact) -> tuple[int, int]:
    """Return where the fact's value with its unit stands in its statement, if it does."""
    if fact.value is None:
        return 0, 0
    for number in (f"{fact.value:,}", f"{fact.value}"):
        for words in (f"{number} {fact.unit}".strip(), number):
            start = fact.statement.casefold().find(words.casefold())
            if start >= 0:
                return start, start + len(words)
    return 0, 0


def _article_card(desk: Desk, uid: Uid, reason: str) -> EvidenceCard:
    row = desk.searching.row(uid)
    when = row.published.human() if row.published else ""
    detail = " · ".join(part for part in (row.publisher, when, row.rating) if part)
    return EvidenceCard(
        "article",
        uid,
        row.citekey,
        row.title,
        badge="article",
        state="muted",
        detail=detail,
        reason=reason,
        article_uid=uid,
    )
