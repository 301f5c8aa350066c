"""Grids of a memo: what each row of evidence rests on, and rows made from facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.errors import NotFoundError
from briefing.model.anchor import AnchorState
from briefing.model.fact import Fact, FactStatus
from briefing.model.grid import GridRow
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.services.citing import FACT_PREFIX, Citing
from briefing.services.evidence import EvidenceDesk
from briefing.services.searching import Searching
from briefing.store.library_file import Library
from briefing.text.grid_text import PlacedGrid, find_grids, keys_in

_MOST_OFFERS = 60


@dataclass(frozen=True, slots=True)
class GridEvidence:
    """What a cited key of a row stands for; `quote` is empty for an article cited as a whole.

    `standing` says what is wrong with it, and is empty where nothing is.
    """

    key: str
    statement: str
    quote: str
    source: str
    article_uid: Uid | None
    start: int = -1
    end: int = -1
    standing: str = ""


@dataclass(frozen=True, slots=True)
class FactOffer:
    """A fact that can become a row."""

    uid: Uid
    key: str
    statement: str
    detail: str


class Grids:
    """What grids ask of the library."""

    def __init__(self, library: Library) -> None:
        self._searching = Searching(library)
        self._evidence = EvidenceDesk(library)
        self._citing = Citing(library)

    def of_memo(self, memo: Memo) -> tuple[PlacedGrid, ...]:
        """Return the grids of a memo in their order."""
        return find_grids(memo.body)

    def evidence(self, keys: Iterable[str]) -> Mapping[str, tuple[GridEvidence, ...]]:
        """Return what each key stands for: a piece a quote; nothing where it is not known."""
        return {key: tuple(self._of_key(key)) for key in keys}

    def offers(self, line: str) -> tuple[FactOffer, ...]:
        """Return the facts that a search line names, the best first; the newest for no line."""
        if not line.strip():
            newest = self._evidence.facts("status:current", "date", _MOST_OFFERS)
            return tuple(self._offer(fact) for fact in newest)
        found = self._searching.anything(line, _MOST_OFFERS)
        uids = (Uid(one.uid) for one in found if one.kind == "fact")
        return tuple(self._offer(self._evidence.fact(uid)) for uid in uids)

    def row_for(self, uid: Uid) -> GridRow:
        """Return a fact as a row without marks: its statement with its citation."""
        words = self._citing.citation_for_fact(uid)
        return GridRow(words, keys_in(words))

    def _of_key(self, key: str) -> Iterable[GridEvidence]:
        try:
            if key.startswith(FACT_PREFIX):
                yield from self._of_fact(key, key.removeprefix(FACT_PREFIX))
            else:
                article = self._searching.article_by_citekey(key)
                yield GridEvidence(key, article.title, "", article.publisher, article.uid)
        except NotFoundError:
            return

    def _of_fact(self, key: str, name: str) -> Iterable[GridEvidence]:
        fact = self._evidence.fact_by_key(name)
        standing = "" if fact.status is FactStatus.CURRENT else f"This fact is {fact.status}."
        for piece in fact.evidence:
            spot = self._evidence.locate(piece)
            is_found = spot.state in (AnchorState.EXACT, AnchorState.MOVED)
            lost = "" if is_found else "The quote is no longer found in its article."
            yield GridEvidence(
                key,
                fact.statement,
                piece.anchor.quote,
                self._source(piece.article_uid),
                piece.article_uid,
                spot.start if is_found else -1,
                spot.end if is_found else -1,
                standing or lost,
            )

    def _offer(self, fact: Fact) -> FactOffer:
        uids = dict.fromkeys(piece.article_uid for piece in fact.evidence)
        status = "" if fact.status is FactStatus.CURRENT else fact.status.value
        parts = (status, *(self._source(uid) for uid in uids))
        return FactOffer(fact.uid, fact.key, fact.statement, " · ".join(filter(None, parts)))

    def _source(self, article_uid: Uid) -> str:
        row = self._searching.row(article_uid)
        when = row.published.human() if row.published else ""
        return ", ".join(part for part in (row.publisher or row.citekey, when) if part)
