"""What became of the facts that a memo cites, and of the quotes that facts rest on."""

from collections.abc import Iterable, Iterator

from briefing.checks.memo_under_check import CitedFact, QuoteState
from briefing.model.anchor import AnchorState
from briefing.model.article import Article
from briefing.model.fact import Evidence, Fact
from briefing.model.finding import Finding, Severity
from briefing.model.ids import Uid
from briefing.services.cited_sources import FACT
from briefing.store import articles, facts
from briefing.store.library_file import Library
from briefing.text.anchors import locate

MAX_KEPT = 50  # articles held while facts are gone through: those of one article stand together
SHOWN = 60


class CitedEvidence:
    """Looks facts up and their quotes again, reading each article once where it can."""

    def __init__(self, library: Library) -> None:
        self._connection = library.reader()
        self._articles: dict[Uid, Article] = {}

    def known(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of the keys that are articles of the library."""
        return frozenset(
            key
            for key in keys
            if not key.startswith(FACT) and articles.find_by_citekey(self._connection, key)
        )

    def facts(self, keys: Iterable[str]) -> dict[str, CitedFact]:
        """Return those of the keys that are facts, with the state of their quotes."""
        cited: dict[str, CitedFact] = {}
        for key in keys:
            if key.startswith(FACT):
                fact = facts.find_by_key(self._connection, key.removeprefix(FACT))
                if fact is not None:
                    cited[key] = self._cited(key, fact)
        return cited

    def lost_quotes(self) -> Iterator[Finding]:
        """Yield every fact of the library whose quote is lost or cannot be told."""
        for fact in facts.all_facts(self._connection):
            for evidence in fact.evidence:
                quote = self._quote(evidence)
                if quote.state in {AnchorState.LOST, AnchorState.AMBIGUOUS}:
                    yield _lost(fact, quote)

    def _cited(self, key: str, fact: Fact) -> CitedFact:
        newer = facts.by_uids(self._connection, [fact.superseded_by]) if fact.superseded_by else ()
        quotes = tuple(self._quote(evidence) for evidence in fact.evidence)
        superseded_by = newer[0].statement if newer else ""
        return CitedFact(key, fact.statement, fact.status, quotes, superseded_by)

    def _quote(self, evidence: Evidence) -> QuoteState:
        article = self._article(evidence.article_uid)
        found = locate(article.body, evidence.anchor)
        return QuoteState(article.title, found.state, found.reason)

    def _article(self, uid: Uid) -> Article:
        if uid not in self._articles:
            if len(self._articles) >= MAX_KEPT:
                self._articles.clear()
            self._articles[uid] = articles.get(self._connection, uid)
        return self._articles[uid]


def _lost(fact: Fact, quote: QuoteState) -> Finding:
    is_lost = quote.state is AnchorState.LOST
    what = "is no longer in" if is_lost else "cannot be told in"
    return Finding(
        "lost-evidence",
        f"Fact “{fact.statement[:SHOWN]}”",
        f"Its quote {what} “{quote.article}”. {quote.reason}",
        "Open the fact, read the article again, and capture what it says now.",
        Severity.ERROR if is_lost else Severity.WARNING,
    )
