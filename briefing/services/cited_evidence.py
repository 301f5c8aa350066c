"""What became of the facts that a memo cites, and of the quotes that facts rest on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.checks.memo_under_check import CitedArticle, CitedFact, QuoteState
from briefing.model.anchor import AnchorState
from briefing.model.article import Article
from briefing.model.fact import Evidence, Fact
from briefing.model.finding import Finding, Severity
from briefing.model.ids import Uid
from briefing.services.cited_sources import FACT
from briefing.services.corroborating import signs_of
from briefing.services.kept_rulings import kept_reasons
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
        self._sources: dict[Uid, CitedArticle] = {}

    def articles(self, keys: Iterable[str]) -> dict[str, CitedArticle]:
        """Return those of the keys that are articles of the library, with their texts."""
        cited: dict[str, CitedArticle] = {}
        for key in keys:
            uid = None if key.startswith(FACT) else articles.find_by_citekey(self._connection, key)
            if uid is not None:
                cited[key] = replace(self._source(uid), text=self._article(uid).body)
        return cited

    def facts(self, keys: Iterable[str], memo_uid: Uid) -> dict[str, CitedFact]:
        """Return those of the keys that are facts, with the state of their quotes."""
        cited: dict[str, CitedFact] = {}
        for key in keys:
            if key.startswith(FACT):
                fact = facts.find_by_key(self._connection, key.removeprefix(FACT))
                if fact is not None:
                    kept = kept_reasons(self._connection, memo_uid, key, fact)
                    cited[key] = replace(self._cited(key, fact), kept=frozenset(kept))
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
        return CitedFact(key, fact.statement, fact.status, quotes, superseded_by, fact.as_of)

    def _quote(self, evidence: Evidence) -> QuoteState:
        article = self._article(evidence.article_uid)
        found = locate(article.body, evidence.anchor)
        source = self._source(article.uid)
        return QuoteState(article.title, found.state, found.reason, evidence.anchor.quote, source)

    def _source(self, uid: Uid) -> CitedArticle:
        if uid not in self._sources:
            article = self._article(uid)
            self._sources[uid] = CitedArticle(
                uid,
                article.citekey,
                article.title,
                article.published,
                article.reliability,
                article.credibility,
                signs_of(self._connection, uid),
            )
        return self._sources[uid]

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
