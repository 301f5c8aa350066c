"""More like this: articles that share an article's rare words, and which words those are."""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from briefing.model.article import Article
from briefing.model.ids import Uid
from briefing.model.search_page import Likeness
from briefing.services.matching import STOP_WORDS
from briefing.store import article_rows, articles, terms, word_probe
from briefing.store import duplicate_members as clusters
from briefing.store.connections import Connection
from briefing.store.folded_words import folded_words
from briefing.store.index_words import index_words, stands_alone
from briefing.text.copy_rule import judge
from briefing.text.everyday_words import EVERYDAY_WORDS
from briefing.text.shingles import shingle

_READ = 20_000  # characters of the article that are looked at
_TERMS = 64  # of its words that are asked for: copies share the rarest, others the next
_PROBED = 1_000  # articles that have a word, the newest
_ROWS_READ = 10_000  # by all words: keeps a library of a million as quick as a small one
_COMMON = 0.1  # a word in more than this share of the articles tells little
_RARE_ENOUGH = 20  # articles that may have it however small the library
_IN_TITLE = 3  # times that a word of the title counts
_WANTED = 2  # words that must be shared
_SHOWN = 8
_NEAR_COPY = 0.6  # what shares so much of the words is compared whole
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|https?://[^\s<>()]+")
_EMPTY = STOP_WORDS | EVERYDAY_WORDS
_TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0900-\u0dff]+[^\W_]*)*")


@dataclass(frozen=True, slots=True)
class _Term:
    """A word of the article as it is written, and how much it tells."""

    text: str
    weight: float


def more_like(connection: Connection, uid: Uid, limit: int) -> tuple[Likeness, ...]:
    """Return what shares most of an article's rare words, without its near-copies."""
    article = articles.get(connection, uid)
    known = _cluster(connection, uid)
    telling = _telling(connection, article, len(known))
    shared = _sharing(connection, telling)
    found: list[Likeness] = []
    for row in _best(shared):
        if len(found) == limit:
            break
        other = word_probe.uids(connection, "article", [row]).get(row)
        is_near = len(shared[row]) >= _NEAR_COPY * len(telling)
        if other is None or other in known or (is_near and _is_copy(connection, article, other)):
            continue
        words = tuple(term.text for term in shared[row][:_SHOWN])
        found.append(Likeness(article_rows.get(connection, other), words))
    return tuple(found)


def _sharing(connection: Connection, telling: list[_Term]) -> dict[int, list[_Term]]:
    """Return the rows that have any of the words, each with those that it has.

    The words that tell most are asked for first, until enough rows were read.
    """
    shared: defaultdict[int, list[_Term]] = defaultdict(list)
    left = _ROWS_READ
    for term in telling:
        rows = word_probe.rows_with(connection, "article", (term.text,), _PROBED)
        for row in rows:
            shared[row].append(term)
        left -= len(rows)
        if left < 0:
            break
    return shared


def _best(shared: dict[int, list[_Term]]) -> list[int]:
    """Return the rows that share enough, those whose words weigh most first, then the newest."""
    weights = [
        (sum([term.weight for term in words]), row)
        for row, words in shared.items()
        if len(words) >= _WANTED
    ]
    return [row for _, row in sorted(weights, reverse=True)]


def _telling(connection: Connection, article: Article, copies: int) -> list[_Term]:
    """Return the words that tell most of an article: rare in the library, frequent here.

    They must stand in more articles than in it and its copies.
    """
    total = word_probe.size(connection, "article")
    counted = Counter(_words(article.title) * _IN_TITLE)
    counted.update(_words(f"{article.summary}\n{article.body[:_READ]}"))
    folded = {word: tuple(folded_words(index_words(word))) for word in counted}
    known = terms.articles_with(connection, {one for words in folded.values() for one in words})
    most = max(_RARE_ENOUGH, total * _COMMON)
    rated: dict[tuple[str, ...], _Term] = {}
    for word, times in counted.most_common():
        # A word of several tokens stands in no more articles than the rarest of them.
        docs = min((known.get(one, 0) for one in folded[word]), default=0)
        if copies < docs <= most:
            weight = (1 + math.log(times)) * math.log(1 + total / docs)
            rated.setdefault(folded[word], _Term(word, weight))
    return sorted(rated.values(), key=lambda term: -term.weight)[:_TERMS]


def _words(text: str) -> list[str]:
    """Return the words that may tell something; of a script without blanks, pairs of signs."""
    found: list[str] = []
    for match in _TOKEN.finditer(unicodedata.normalize("NFC", _MARKUP.sub(" ", text))):
        word = match.group()
        if not word.isascii() and any(map(stands_alone, word)):
            found += (one + other for one, other in pairwise(word) if stands_alone(one + other))
        elif len(word) > 2 and not word.isdecimal() and word.casefold() not in _EMPTY:
            found.append(word)
    return found


def _is_copy(connection: Connection, article: Article, uid: Uid) -> bool:
    other = articles.get(connection, uid)
    texts = shingle(article.body[:_READ]), shingle(other.body[:_READ])
    return judge(*texts, same_title=article.title == other.title) is not None


def _cluster(connection: Connection, uid: Uid) -> set[Uid]:
    number = clusters.cluster_of(connection, uid)
    fellows = () if number is None else clusters.members(connection, number)
    return {uid, *(other for _, other in fellows)}
