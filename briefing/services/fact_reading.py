"""A fact opened: its quotes in their surroundings, its history, its conflicts, its sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.anchor import Located
from briefing.model.article import Article
from briefing.model.conflict import Conflict
from briefing.model.corroboration import Corroboration
from briefing.model.fact import Evidence, Fact
from briefing.model.fact_history import FactEvent
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.model.ripple import TouchedSentence
from briefing.services.conflict_finding import ConflictFinding
from briefing.services.corroborating import corroborations
from briefing.services.rippling import Rippling
from briefing.store import articles, fact_events, facts
from briefing.store.library_file import Library
from briefing.text.anchors import locate
from briefing.text.quote_differences import differences

_HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
_AROUND = 120  # code points of an article shown on either side of a quote


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A stretch of an article with the words around it, each on one line."""

    start: int
    end: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class OpenedEvidence:
    """A quote as it stands in its article now; `places` are its candidates, the one if unique."""

    evidence: Evidence
    article_uid: Uid
    citekey: str
    title: str
    publisher: str
    published: PartialDate | None
    located: Located
    places: tuple[Surroundings, ...]


@dataclass(frozen=True, slots=True)
class OpenedFact:
    """All that is shown of one fact; `newer` is the one that superseded it.

    `differences` tell what it states otherwise than its quotes, a sentence each.
    """

    fact: Fact
    newer: Fact | None
    corroboration: Corroboration
    evidence: tuple[OpenedEvidence, ...]
    conflicts: tuple[Conflict, ...]
    sentences: tuple[TouchedSentence, ...]
    history: tuple[FactEvent, ...]
    differences: tuple[str, ...] = ()


class FactReading:
    """Opens facts."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def open(self, uid: Uid) -> OpenedFact:
        """Return a fact with all that is shown of it; NotFoundError where there is none."""
        reader = self._library.reader()
        fact = facts.get(reader, uid)
        return OpenedFact(
            fact=fact,
            newer=facts.get(reader, fact.superseded_by) if fact.superseded_by else None,
            corroboration=corroborations(reader, (uid,))[uid],
            evidence=tuple(map(self._opened, fact.evidence)),
            conflicts=ConflictFinding(self._library).of(uid),
            sentences=Rippling(self._library).touched(uid),
            history=fact_events.of_fact(reader, uid),
            differences=tuple(_differences(fact)),
        )

    def evidence_of(self, fact: Fact) -> tuple[OpenedEvidence, ...]:
        """Return the quotes of a fact in their surroundings."""
        return tuple(map(self._opened, fact.evidence))

    def _opened(self, evidence: Evidence) -> OpenedEvidence:
        article = articles.get(self._library.reader(), evidence.article_uid)
        located = locate(article.body, evidence.anchor)
        return OpenedEvidence(
            evidence=evidence,
            article_uid=article.uid,
            citekey=article.citekey,
            title=article.title,
            publisher=article.publisher,
            published=article.published,
            located=located,
            places=tuple(_around(article, *span) for span in _spans(located)),
        )


def _differences(fact: Fact) -> Iterator[str]:
    quotes = [one.anchor.quote for one in fact.evidence]
    for one in differences(fact.statement, quotes):
        if one.quoted:
            yield f"It states “{one.written}”, its quote says “{one.quoted}”."


def _spans(located: Located) -> tuple[tuple[int, int], ...]:
    if located.candidates:
        return located.candidates
    return ((located.start, located.end),) if located.end > located.start else ()


def _around(article: Article, start: int, end: int) -> Surroundings:
    """Return a stretch with whole words of its paragraph around it."""
    body = article.body
    before = body[max(0, start - _AROUND) : start].rpartition("\n\n")[2]
    after = body[end : end + _AROUND].partition("\n\n")[0]
    if len(before) == _AROUND:
        before = "…" + before.partition(" ")[2]
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0] + "…"
    return Surroundings(start, end, _lined(before), _lined(body[start:end]), _lined(after))


def _lined(text: str) -> str:
    """Return a text on one line; blanks at its ends are kept as one."""
    text = _HEADING.sub("", text)
    words = " ".join(text.split())
    lead = " " if text[:1].isspace() else ""
    return f"{lead}{words}{' ' if words and text[-1:].isspace() else ''}"
