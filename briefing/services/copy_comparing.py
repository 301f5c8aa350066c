"""Comparing articles on one connection: sketches narrow down who may be a copy, texts decide."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from briefing.store import article_sketches, copy_pairs
from briefing.store.article_sketches import KEYS, Heading, Sketchable, SketchRow
from briefing.store.connections import Connection
from briefing.store.copy_pairs import KeptPair
from briefing.text.copy_rule import judge
from briefing.text.shingles import Shingled, Sketch, shared_part, shingle, sketch

SHARED_KEYS = 2  # at the least: even a quarter of a text shares three of twelve in the mean
CANDIDATES = 32  # articles of most shared keys whose sketches are looked at
LIKELY = 0.5  # of the shorter text, by its sketch; the estimate may be 0.2 off
MATES = 12  # articles of one source by which its form is told
FORM = 5  # of them, those that must have a run for it to be form
TITLE_WORDS = 3  # a shorter title, such as “Statement”, says nothing
_TEXTS = 128  # kept at hand: articles added together are compared with the same ones


def sketch_row(text: Sketchable) -> SketchRow:
    """Return an article's sketch, ready to be kept."""
    made = sketch(text.body)
    return SketchRow(text.article_pk, made.runs, made.packed())


def source_of(publisher: str, url: str) -> str:
    """Return what tells one source from another: the publisher, else the site; may be empty."""
    name = " ".join(publisher.casefold().split())
    if name:
        return name
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


class Comparing:
    """Finds the copies of articles, one article after the other."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._text = lru_cache(_TEXTS)(self._shingled)
        self._form = lru_cache(_TEXTS)(self._form_around)

    def new_pairs(self, pks: Sequence[int]) -> list[KeptPair]:
        """Return the pairs of articles that are not kept yet."""
        found: list[KeptPair] = []
        for row in article_sketches.find_all(self._connection, pks):
            likely = set(self._likely(row))
            if likely:
                likely -= copy_pairs.partners(self._connection, row.article_pk)
                found += self._pairs(row.article_pk, sorted(likely))
        self._text.cache_clear()  # texts may change until the next call
        self._form.cache_clear()
        return found

    def _likely(self, row: SketchRow) -> Iterator[int]:
        """Yield the articles that may be copies by their sketches."""
        least = SHARED_KEYS if len(row.keys) == KEYS else 1
        candidates = self._candidates(row, least)[:CANDIDATES]
        if not candidates:
            return
        mine = Sketch.unpack(row.runs, row.hashes)
        for other in article_sketches.find_all(self._connection, candidates):
            if shared_part(mine, Sketch.unpack(other.runs, other.hashes)) >= LIKELY:
                yield other.article_pk

    def _pairs(self, pk: int, others: Sequence[int]) -> Iterator[KeptPair]:
        headings = article_sketches.headings(self._connection, (pk, *others))
        for other in others:
            pair = self._pair(pk, other, headings)
            if pair:
                yield pair

    def _candidates(self, row: SketchRow, least: int = 1) -> list[int]:
        """Return the articles that share so many keys or more, those of most keys first."""
        sharing = Counter(article_sketches.sharing(self._connection, row))
        return [pk for pk, count in sharing.most_common() if count >= least]

    def _pair(self, pk: int, other: int, headings: dict[int, Heading]) -> KeptPair | None:
        if not headings.keys() >= {pk, other}:  # one was removed meanwhile
            return None
        shorter, longer = sorted((pk, other), key=lambda one: len(self._text(one).kinds))
        titles = [_title_words(headings[one].title) for one in (pk, other)]
        same_title = titles[0] == titles[1] and len(titles[0]) >= TITLE_WORDS
        texts = self._text(shorter), self._text(longer)
        judged = judge(*texts, same_title=same_title)
        if judged:  # only now, since many texts tell what is form
            judged = judge(*texts, self._form(shorter), same_title=same_title)
        if judged is None:
            return None
        part = shorter if judged.is_part else None
        return KeptPair(min(pk, other), max(pk, other), round(judged.similarity * 1000), part)

    def _shingled(self, pk: int) -> Shingled:
        texts = article_sketches.sketchable(self._connection, (pk,))
        return shingle(texts[0].body if texts else "")

    def _form_around(self, pk: int) -> frozenset[int]:
        """Return the runs that an article has in common with many others of its source."""
        rows = article_sketches.find_all(self._connection, (pk,))
        mates = self._mates(pk, self._candidates(rows[0])) if rows else ()
        if len(mates) < FORM:
            return frozenset()
        mine = self._text(pk).kinds
        having = Counter(run for mate in mates for run in self._text(mate).kinds & mine)
        return frozenset(run for run, count in having.items() if count >= FORM)

    def _mates(self, pk: int, candidates: Sequence[int]) -> Sequence[int]:
        headings = article_sketches.headings(self._connection, (pk, *candidates))
        sources = {one: source_of(head.publisher, head.url) for one, head in headings.items()}
        own = sources.get(pk, "")
        return [one for one in candidates if sources.get(one, "") == own][:MATES]


def _title_words(title: str) -> tuple[bytes, ...]:
    return shingle(title).words
