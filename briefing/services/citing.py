"""What an author writes to cite: completions, the text of a fact or a quote, labels of chips."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing.errors import InputError, NotFoundError
from briefing.model.anchor import AnchorState
from briefing.model.article import Article
from briefing.model.fact import Evidence, Fact, FactStatus
from briefing.model.ids import Uid
from briefing.services.evidence import EvidenceDesk
from briefing.services.searching import Searching
from briefing.store.library_file import Library
from briefing.text.page_map import cited_pages, page_of

FACT_PREFIX = "fact:"
_OFFERED = 12


class CitedState(StrEnum):
    """Whether what is cited still stands."""

    OK = "ok"
    MISSING = "missing"
    CHANGED = "changed"
    DISPUTED = "disputed"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class CitationLabel:
    """How a citation's key is shown: a short label, a line of explanation, its state, its place."""

    key: str
    label: str
    detail: str
    state: CitedState = CitedState.OK
    article_uid: Uid | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Completion:
    """What typing `@` offers; `insert` is the key as a memo writes it."""

    insert: str
    title: str
    detail: str
    kind: str  # article or fact


class Citing:
    """What helps an author to cite."""

    def __init__(self, library: Library) -> None:
        self._searching = Searching(library)
        self._evidence = EvidenceDesk(library)

    def completions(self, typed: str) -> tuple[Completion, ...]:
        """Return the articles and facts that what was typed after `@` may mean, the best first."""
        wanted = typed.removeprefix(FACT_PREFIX)
        found = self._searching.anything(wanted, limit=_OFFERED * 3)
        offers = [
            self._completion(one.kind, Uid(one.uid))
            for one in found
            if one.kind in ("article", "fact") and (one.kind == "fact" or wanted == typed)
        ]
        return tuple(offers[:_OFFERED])

    def citation_for_fact(self, uid: Uid) -> str:
        """Return a fact as a memo states it, with its citation behind it."""
        fact = self._evidence.fact(uid)
        return f"{_sentence(fact.statement)} [@{FACT_PREFIX}{fact.key}]"

    def citation_for_quote(self, article_uid: Uid, start: int, end: int) -> str:
        """Return a passage as a block quote with its citation, and its page where it has one."""
        article = self._searching.article(article_uid)
        words = " ".join(article.body[start:end].split())
        if not words:
            raise InputError("Select the words to quote first.")
        pages = cited_pages([page_of(article.pages, start, end)])
        locator = f", {pages}" if pages else ""
        return f"> {words} [@{article.citekey}{locator}]"

    def labels(self, keys: Iterable[str]) -> Mapping[str, CitationLabel]:
        """Return how each key is shown, and where it opens."""
        return {key: self._label(key) for key in keys}

    def _completion(self, kind: str, uid: Uid) -> Completion:
        if kind == "fact":
            fact = self._evidence.fact(uid)
            return Completion(FACT_PREFIX + fact.key, fact.statement, self._sources(fact), kind)
        row = self._searching.row(uid)
        when = row.published.human() if row.published else ""
        detail = " · ".join(part for part in (row.publisher, when) if part)
        return Completion(row.citekey, row.title, detail, kind)

    def _label(self, key: str) -> CitationLabel:
        try:
            if key.startswith(FACT_PREFIX):
                return self._fact_label(key, self._evidence.fact_by_key(key[len(FACT_PREFIX) :]))
            return _article_label(key, self._searching.article_by_citekey(key))
        except NotFoundError:
            return CitationLabel(key, key, "Not in this library.", CitedState.MISSING)

    def _fact_label(self, key: str, fact: Fact) -> CitationLabel:
        if not fact.evidence:
            return CitationLabel(key, key, "This fact has no evidence.", CitedState.CHANGED)
        first = fact.evidence[0]
        spot = self._evidence.locate(first)
        if spot.state in (AnchorState.LOST, AnchorState.AMBIGUOUS):
            detail = "The quote is no longer found in its article."
            return CitationLabel(key, "fact changed", detail, CitedState.CHANGED, first.article_uid)
        state = _STATES.get(fact.status, CitedState.OK)
        label = self._citekey(first) if state is CitedState.OK else f"fact {state}"
        return CitationLabel(
            key, label, fact.statement, state, first.article_uid, spot.start, spot.end
        )

    def _sources(self, fact: Fact) -> str:
        return " · ".join(dict.fromkeys(self._citekey(piece) for piece in fact.evidence))

    def _citekey(self, evidence: Evidence) -> str:
        return self._searching.row(evidence.article_uid).citekey


def _article_label(key: str, article: Article) -> CitationLabel:
    when = article.published.human() if article.published else ""
    detail = ", ".join(part for part in (article.title, article.publisher, when) if part)
    return CitationLabel(key, key, detail, CitedState.OK, article.uid)


def _sentence(statement: str) -> str:
    text = statement.strip()
    return text if text.endswith((".", "!", "?", "”", "…")) else text + "."


_STATES = {
    FactStatus.DISPUTED: CitedState.DISPUTED,
    FactStatus.SUPERSEDED: CitedState.SUPERSEDED,
    FactStatus.RETRACTED: CitedState.RETRACTED,
}
