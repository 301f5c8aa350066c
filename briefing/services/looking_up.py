"""Naming a record in a few letters: articles, facts, memos and tags for the palette and for `@`."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.store import lookups, memos, tags
from briefing.store.connections import Connection
from briefing.store.lookups import Candidate

_SHORT = 3  # letters below which the beginnings of words would be half the library
_POOL = 200  # candidates of one kind that are scored
_KINDS = ("memo", "article", "fact", "tag")


@dataclass(frozen=True, slots=True)
class Found:
    """A record that may be meant; a tag's `uid` is its path."""

    kind: str  # article, fact, memo or tag
    uid: str
    title: str
    detail: str


def look_up(connection: Connection, text: str, limit: int) -> tuple[Found, ...]:
    """Return the records that the text may name, the best first; without text the newest ones."""
    words = _folded(text).split()
    if not words:
        return _newest(connection, limit)
    scored: dict[tuple[str, str], tuple[float, int, Found]] = {}
    for found, name in _all_candidates(connection, text.strip(), words):
        score = _score(words, _folded(found.title), _folded(name))
        if score is not None:
            entry = (score, _KINDS.index(found.kind), found)
            scored.setdefault((found.kind, found.uid), entry)
    best = sorted(scored.values(), key=lambda entry: (entry[0], entry[1], len(entry[2].title)))
    return tuple(found for _, _, found in best[:limit])


def _newest(connection: Connection, limit: int) -> tuple[Found, ...]:
    third = max(1, limit // 3)
    found = [
        *[_memo(row.uid, row.title, row.slug) for row in memos.rows(connection)[:third]],
        *[_fact(one) for one in lookups.newest_facts(connection, third)],
        *[_article(one) for one in lookups.newest_articles(connection, limit)],
    ]
    return tuple(found[:limit])


def _all_candidates(
    connection: Connection, text: str, words: list[str]
) -> Iterator[tuple[Found, str]]:
    """Yield records with the name that they may be called by."""
    for row in memos.rows(connection):
        yield _memo(row.uid, row.title, row.slug), row.slug
    for count in tags.counts(connection):
        detail = "1 article" if count.count == 1 else f"{count.count:,} articles"
        yield Found("tag", count.value, count.value, detail), ""
    for one in _fact_candidates(connection, text, words):
        yield _fact(one), one.name
    for one in _article_candidates(connection, text, words):
        yield _article(one), one.name


def _article_candidates(connection: Connection, text: str, words: list[str]) -> Iterable[Candidate]:
    found = lookups.articles_by_start(connection, text, _POOL)
    if max(map(len, words)) >= _SHORT:
        found += lookups.articles_by_words(connection, words, _POOL)
        if len(found) < _POOL:
            found += lookups.articles_by_letters(connection, text, _POOL)
    return found


def _fact_candidates(connection: Connection, text: str, words: list[str]) -> Iterable[Candidate]:
    by_words = lookups.facts_by_words(connection, words, _POOL)
    return [*by_words, *lookups.facts_by_letters(connection, text, _POOL)]


def _score(words: list[str], title: str, name: str) -> float | None:
    """Return how far the text is from naming this: less is nearer; nothing where it does not."""
    typed = " ".join(words)
    if typed in (title, name):
        return 0
    if name.startswith(typed):
        return 1
    if title.startswith(typed):
        return 1.5
    known = f" {_spaced(title)} {_spaced(name)}"
    if all(f" {word}" in known for word in words):
        return 2
    if all(word in known for word in words):
        return 3
    spans = [span for text in (title, name) if (span := _spread("".join(words), text))]
    return 4 + min(spans) / 100 if spans else None


def _spread(letters: str, text: str) -> int | None:
    """Return how many characters it takes to find the letters in this order."""
    first, at = -1, -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
    return at - first + 1


def _folded(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in spread if not unicodedata.combining(char))


def _spaced(text: str) -> str:
    return "".join(char if char.isalnum() else " " for char in text)


def _article(one: Candidate) -> Found:
    return Found("article", one.uid, one.title, " · ".join((one.name, *one.details)))


def _fact(one: Candidate) -> Found:
    return Found("fact", one.uid, one.title, " · ".join((f"fact:{one.name}", *one.details)))


def _memo(uid: str, title: str, slug: str) -> Found:
    return Found("memo", uid, title, slug)
