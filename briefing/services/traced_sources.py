"""What a sentence rests on: each fact or article that it cites, with the quotes as they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.anchor import Anchor, AnchorState, Located
from briefing.model.article import Article
from briefing.model.fact import Evidence, Fact, FactStatus
from briefing.model.ids import Uid
from briefing.services.cited_sources import FACT
from briefing.store import articles, facts
from briefing.store.connections import Connection
from briefing.text.anchors import locate
from briefing.text.page_map import page_of

MAX_KEPT = 50  # articles held at a time
MISSING = "missing"
_QUOTED = re.compile(r"“([^“”]{12,})”|\"([^\"]{12,})\"|«([^«»]{12,})»|„([^„“]{12,})“")
_NO_PLACE = -1


@dataclass(frozen=True, slots=True)
class TracedSource:
    """One thing that a sentence cites; a fact with several quotes comes once for each.

    `status` is a fact's, or `missing` where the library has nothing of that key. `quote` is
    verbatim; `state` tells whether it still stands in its article, from `start` up to `end`, and
    is None where there is no quote: an article that is cited as a whole.
    """

    key: str
    kind: str  # fact or article
    uid: Uid | None = None
    statement: str = ""
    status: str = ""
    article_uid: Uid | None = None
    citekey: str = ""
    title: str = ""
    quote: str = ""
    state: AnchorState | None = None
    start: int | None = None
    end: int | None = None
    page: str = ""
    reason: str = ""
    place: str = ""  # in an article, where the memo's citation names one: `sec. 2`

    @property
    def has_changed_status(self) -> bool:
        """Tell whether it is a fact that no longer stands."""
        return self.status not in ("", MISSING, FactStatus.CURRENT)


class TracedSources:
    """Looks keys up for one reading of a trace, each fact once and each article mostly once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._articles: dict[Uid, Article] = {}
        self._facts: dict[str, tuple[Fact | None, tuple[TracedSource, ...]]] = {}

    def of(self, key: str, words: str = "", *, is_quotation: bool = False) -> list[TracedSource]:
        """Return what a key stands for. `words` cite it; in a quotation they are its own words."""
        if key.startswith(FACT):
            return list(self._fact(key)[1])
        uid = articles.find_by_citekey(self._connection, key)
        if uid is None:
            return [TracedSource(key, "article", status=MISSING)]
        return list(_cited_article(key, self.article(uid), words, is_quotation=is_quotation))

    def fact(self, key: str) -> Fact | None:
        """Return the fact of a key, or nothing."""
        return self._fact(key)[0] if key.startswith(FACT) else None

    def article(self, uid: Uid) -> Article:
        """Return an article."""
        if uid not in self._articles:
            if len(self._articles) >= MAX_KEPT:
                self._articles.clear()
            self._articles[uid] = articles.get(self._connection, uid)
        return self._articles[uid]

    def _fact(self, key: str) -> tuple[Fact | None, tuple[TracedSource, ...]]:
        if key not in self._facts:
            fact = facts.find_by_key(self._connection, key.removeprefix(FACT))
            if fact is None:
                sources = (TracedSource(key, "fact", status=MISSING),)
            else:
                pieces = (self._quoted(key, fact, piece) for piece in fact.evidence)
                sources = tuple(pieces) or (_unquoted(key, fact),)
            self._facts[key] = (fact, sources)
        return self._facts[key]

    def _quoted(self, key: str, fact: Fact, evidence: Evidence) -> TracedSource:
        article = self.article(evidence.article_uid)
        found = locate(article.body, evidence.anchor)
        page = evidence.page
        start, end = _place(found)
        if start is not None and end is not None:
            page = page_of(article.pages, start, end) or page
        return TracedSource(
            key,
            "fact",
            fact.uid,
            fact.statement,
            fact.status.value,
            article.uid,
            article.citekey,
            article.title,
            evidence.anchor.quote,
            found.state,
            start,
            end,
            page,
            found.reason,
        )


def _unquoted(key: str, fact: Fact) -> TracedSource:
    reason = "The fact rests on no quote."
    return TracedSource(key, "fact", fact.uid, fact.statement, fact.status.value, reason=reason)


def _cited_article(
    key: str, article: Article, words: str, *, is_quotation: bool
) -> Iterator[TracedSource]:
    """Yield the quotes of an article that words hold and it has, else the article as a whole."""
    quotes = [words] if is_quotation else ["".join(found) for found in _QUOTED.findall(words)]
    has_quote = False
    for quote in quotes:
        found = locate(article.body, Anchor(quote, "", "", _NO_PLACE))
        if found.state is not AnchorState.LOST or is_quotation:
            has_quote = True
            yield _article_source(key, article, quote, found)
    if not has_quote:
        yield _article_source(key, article)


def _article_source(
    key: str, article: Article, quote: str = "", found: Located | None = None
) -> TracedSource:
    start, end = _place(found) if found else (None, None)
    page = page_of(article.pages, start, end) if start is not None and end is not None else ""
    return TracedSource(
        key,
        "article",
        article.uid,
        article_uid=article.uid,
        citekey=article.citekey,
        title=article.title,
        quote=quote,
        state=found.state if found else None,
        start=start,
        end=end,
        page=page,
        reason=found.reason if found else "",
    )


def _place(found: Located) -> tuple[int | None, int | None]:
    """Return where a quote stands; nowhere where it is lost or cannot be told."""
    if found.state in (AnchorState.LOST, AnchorState.AMBIGUOUS):
        return None, None
    return found.start, found.end
