"""What a citation's key stands for: an article, or the articles that a fact rests on."""

from collections.abc import Sequence

from briefing.errors import NotFoundError
from briefing.export.numbering import CitedSource
from briefing.model.article import Article
from briefing.model.block import CitationItem
from briefing.model.fact import Evidence, Fact
from briefing.model.ids import Uid
from briefing.services.evidence import EvidenceDesk
from briefing.store import articles
from briefing.store.library_file import Library
from briefing.text.page_map import page_locator

FACT = "fact:"


class CitedSources:
    """Looks keys up for one publication, each once; remembers the facts that were cited."""

    def __init__(self, library: Library, evidence: EvidenceDesk) -> None:
        self._library = library
        self._evidence = evidence
        self._articles: dict[Uid, Article] = {}
        self._found: dict[str, tuple[CitedSource, ...]] = {}
        self.facts: dict[Uid, Fact] = {}
        self.warnings: list[str] = []

    def of(self, key: str) -> tuple[CitedSource, ...]:
        """Return the articles a key stands for, with pages; none where it is not in the library."""
        if key not in self._found:
            self._found[key] = self._look_up(key)
        return self._found[key]

    def keep(self, fact: Fact) -> None:
        """Remember a fact that was looked up, so that its citation need not be."""
        self.facts.setdefault(fact.uid, fact)
        self._found.setdefault(FACT + fact.key, self._of_fact(fact))

    def expanded(self, item: CitationItem) -> tuple[CitationItem, ...]:
        """Return an item that cites a fact as items that cite its articles.

        One that cites an article names it as the library does: a merged one has another's key.
        """
        sources = self.of(item.key) if self._is_known(item.key) else ()
        last = len(sources) - 1
        return tuple(
            CitationItem(
                source.article.citekey,
                item.prefix if index == 0 else "",
                (item.locator if index == 0 else "") or source.locator,
                item.suffix if index == last else "",
                item.suppress_author,
            )
            for index, source in enumerate(sources)
        ) or (item,)

    def all_expanded(self, items: Sequence[CitationItem]) -> tuple[CitationItem, ...]:
        """Return a citation's items expanded; a source that says nothing new is not repeated."""
        kept: list[CitationItem] = []
        for new in (new for item in items for new in self.expanded(item)):
            says_more = new.prefix or new.locator or new.suffix
            if says_more or not any(old.key == new.key for old in kept):
                kept.append(new)
        return tuple(kept)

    def _is_known(self, key: str) -> bool:
        if key.startswith(FACT):
            return True
        return articles.find_by_citekey(self._library.reader(), key) is not None

    def _look_up(self, key: str) -> tuple[CitedSource, ...]:
        try:
            if key.startswith(FACT):
                fact = self._evidence.fact_by_key(key.removeprefix(FACT))
                self.facts.setdefault(fact.uid, fact)
                return self._of_fact(fact)
            article = articles.get_by_citekey(self._library.reader(), key)
        except NotFoundError:
            self.warnings.append(f"The library has no source “{key}”; its note says so.")
            return ()
        self._articles[article.uid] = article
        return (CitedSource(article),)

    def _of_fact(self, fact: Fact) -> tuple[CitedSource, ...]:
        pages: dict[Uid, list[Evidence]] = {}
        for evidence in fact.evidence:
            pages.setdefault(evidence.article_uid, []).append(evidence)
        if not pages:
            self.warnings.append(f"The fact “{fact.statement[:60]}” rests on no article.")
        return tuple(
            CitedSource(self._article(uid), _locator(evidence)) for uid, evidence in pages.items()
        )

    def _article(self, uid: Uid) -> Article:
        if uid not in self._articles:
            self._articles[uid] = articles.get(self._library.reader(), uid)
        return self._articles[uid]


def _locator(evidence: list[Evidence]) -> str:
    """Return the pages of one article's quotes as a citation writes them: p. 3, or pp. 3, 7."""
    return page_locator([piece.page for piece in evidence])
