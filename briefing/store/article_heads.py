"""The table article_heads: what the search index holds of an article besides its body. Derived."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from briefing.model.article import Article
from briefing.model.partial_date import PartialDate
from briefing.store import row_blocks
from briefing.store.facet_sets import SET_OF_MARK, FacetSet
from briefing.store.index_tokens import Described, meta_text, tag_words
from briefing.store.index_words import index_words

CHUNK = 500

_SOURCES = """
SELECT a.pk, a.sort_id, a.title, a.publisher, a.authors, a.published, a.language, a.usage, a.rank,
       a.reliability, a.credibility, a.note <> '', a.url <> '', a.colour,
       (SELECT json_group_array(json_array(pk, path)) FROM (
            SELECT tags.pk, path FROM article_tags JOIN tags ON tags.pk = tag_pk
            WHERE article_pk = a.pk ORDER BY folded)),
       (SELECT media_type FROM originals WHERE article_pk = a.pk),
       EXISTS (SELECT 1 FROM evidence WHERE article_pk = a.pk),
       (SELECT json_group_array(memo_pk) FROM (
            SELECT memo_pk FROM sentence_sources WHERE key = a.citekey UNION
            SELECT memo_pk FROM citekey_aliases AS c JOIN sentence_sources ON key = c.citekey
            WHERE c.article_pk = a.pk UNION
            SELECT memo_pk FROM evidence JOIN facts ON facts.pk = fact_pk
            JOIN sentence_sources ON sentence_sources.key = 'fact:' || facts.key
            WHERE article_pk = a.pk)),
       (SELECT cluster FROM duplicate_members WHERE article_pk = a.pk)
FROM articles AS a WHERE a.pk IN (SELECT value FROM json_each(?))
"""


class HeadRow(NamedTuple):
    """What is derived of one article; `words` are its head's columns, `labels` are tokens."""

    pk: int
    sort_id: int
    words: tuple[str, str, str]  # title, publisher, authors
    labels: tuple[str, str]  # tags, meta
    facets: FacetSet

    def placed(self, pk: int, sort_id: int) -> "HeadRow":
        """Return it as that of an article that is now in the library."""
        return HeadRow(pk, sort_id, self.words, self.labels, self.facets)


def derive(connection: sqlite3.Connection, pks: Iterable[int]) -> Iterator[HeadRow]:
    """Yield what should be kept of each article."""
    waiting = iter(pks)
    while chunk := list(islice(waiting, CHUNK)):
        rows = connection.execute(_SOURCES, (json.dumps(chunk),)).fetchall()
        yield from (_head_row(_read(row)) for row in rows)


def new_row(article: Article, media_type: str) -> HeadRow:
    """Return what is kept of a new article without tags, which no memo cites yet.

    Needs no library, so that another process can make it; pk and sort_id are 0.
    """
    return _head_row(
        _Source(
            *(0, 0, article.title, article.publisher, article.authors, article.published),
            *(article.language, article.usage.value, article.rank),
            *(article.reliability, article.credibility, bool(article.note), bool(article.url)),
            *(article.colour, "[]", media_type, False, (), None),
        )
    )


def insert(connection: sqlite3.Connection, rows: Iterable[HeadRow]) -> None:
    """Keep the heads of articles that have none."""
    row_blocks.insert(
        connection,
        "article_heads",
        ("article_pk", "title", "publisher", "authors", "tags", "meta"),
        ((row.pk, *row.words, *row.labels) for row in rows),
    )


def kept(connection: sqlite3.Connection, pks: list[int]) -> dict[int, HeadRow]:
    """Return what is kept of articles now; of their facets, the values."""
    rows = connection.execute(
        "SELECT h.article_pk, t.sort_id, h.title, h.publisher, h.authors, h.tags, h.meta,"
        " coalesce(s.usage, ''), coalesce(s.publisher, ''), coalesce(s.tags, '')"
        " FROM article_heads AS h JOIN article_texts AS t ON t.article_pk = h.article_pk"
        " LEFT JOIN article_facets AS f ON f.sort_id = t.sort_id"
        f" LEFT JOIN facet_sets AS s ON s.code = {SET_OF_MARK}"
        " WHERE h.article_pk IN (SELECT value FROM json_each(?))",
        (json.dumps(pks),),
    ).fetchall()
    return {
        row[0]: HeadRow(row[0], row[1], row[2:5], row[5:7], FacetSet(*row[7:10])) for row in rows
    }


class _Source(NamedTuple):
    """What a head derives from; `tags` are JSON, as _SOURCES selects them."""

    pk: int
    sort_id: int
    title: str
    publisher: str
    authors: Sequence[str]
    published: PartialDate | None
    language: str
    usage: str
    rank: int | None
    reliability: str
    credibility: int | None
    has_note: bool
    has_url: bool
    colour: str
    tags: str
    media_type: str | None
    has_facts: bool
    memos: Sequence[int]
    cluster: int | None


def _read(row: tuple[Any, ...]) -> _Source:
    """Return what _SOURCES selects, its JSON and its date read."""
    source = _Source(*row)
    return source._replace(
        authors=json.loads(row[4]),
        published=_date(row[5]) if row[5] else None,
        memos=json.loads(row[17]),
    )


def _head_row(source: _Source) -> HeadRow:
    tag_pks, paths = _tags(source.tags)
    return HeadRow(
        pk=source.pk,
        sort_id=source.sort_id,
        words=(
            index_words(source.title),
            index_words(source.publisher),
            index_words(" ; ".join(source.authors)),
        ),
        labels=(_tag_words(paths), meta_text(_described(source, paths))),
        facets=FacetSet(source.usage, source.publisher, tag_pks),
    )


def _described(source: _Source, paths: tuple[str, ...]) -> Described:
    return Described(
        usage=source.usage,
        rank=source.rank,
        reliability=source.reliability,
        credibility=source.credibility,
        publisher=source.publisher,
        language=source.language,
        published=source.published,
        tags=paths,
        has=tuple(_present(source)),
        colour=source.colour,
        memos=tuple(source.memos),
        cluster=source.cluster,
    )


def _present(source: _Source) -> Iterator[str]:
    """Yield what `has:` finds the article by."""
    media_type = source.media_type or ""
    there = {
        "fact": source.has_facts,
        "note": source.has_note,
        "url": source.has_url,
        "date": source.published,
        "tag": source.tags != "[]",
        "rank": source.rank is not None,
        "rating": source.reliability or source.credibility,
        "colour": source.colour,
        "copies": source.cluster is not None,
        "original": media_type,
        _file_kind(media_type): media_type,
    }
    yield from (name for name, is_there in there.items() if is_there)


@lru_cache(maxsize=8192)  # here and below: many articles have the same
def _tags(listed: str) -> tuple[str, tuple[str, ...]]:
    """Return the pks of tags as facets have them, and their paths."""
    tagged: list[tuple[int, str]] = json.loads(listed)
    return json.dumps(sorted(pk for pk, _ in tagged)), tuple(path for _, path in tagged)


@lru_cache(maxsize=8192)
def _tag_words(paths: tuple[str, ...]) -> str:
    return tag_words(paths)


@lru_cache(maxsize=8192)
def _date(text: str) -> PartialDate:
    return PartialDate.parse(text)


def _file_kind(media_type: str) -> str:
    """Return the short name by which `has:` asks for a kind of file, such as pdf or docx."""
    kind = media_type.partition(";")[0].rpartition("/")[2].strip().lower()
    return _KINDS.get(kind, kind)


_KINDS = {
    "vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "vnd.oasis.opendocument.text": "odt",
    "plain": "text",
    **dict.fromkeys(("xhtml+xml", "related"), "html"),
    **dict.fromkeys(("rfc822", "vnd.ms-outlook", "mbox"), "email"),
    **dict.fromkeys(("rss+xml", "atom+xml", "feed+json"), "feed"),
    **dict.fromkeys(("csv", "tab-separated-values", "jsonl"), "table"),
    **dict.fromkeys(("x-research-info-systems", "x-bibtex", "nbib", "x-isi-export"), "reference"),
    **dict.fromkeys(("x-endnote-refer", "xml", "rdf+xml"), "reference"),
    "vnd.citationstyles.csl+json": "reference",
}
