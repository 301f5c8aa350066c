"""Builders of records, and what every test of the store asks of a library."""

import hashlib
import sqlite3
from collections.abc import Iterable

from briefing.model.anchor import Anchor
from briefing.model.article import Article, Original
from briefing.model.fact import Evidence, Fact, FactKind
from briefing.model.ids import Uid, new_key, new_uid
from briefing.model.memo import Memo
from briefing.model.partial_date import PartialDate
from briefing.store import articles, facts, memos, terms
from briefing.store.library_file import Library

# Derived or of no record: not what undo brings back to the letter.
NOT_RECORDS = {
    "sqlite_sequence",
    "index_pending",
    "settings",
    "terms",
    "facet_sets",
    "article_facets",
}
NOT_RECORDS |= {"memo_words", "memos_waiting"}


def make_article(number: int = 1, **parts: object) -> Article:
    """Return an article; `number` makes it different from others."""
    known: dict[str, object] = {
        "uid": new_uid(),
        "citekey": f"source{number}",
        "title": f"Report {number} on cartels",
        "body": f"Body of report {number}. The ministers met in Mexico.",
        "publisher": "nytimes",
        "published": PartialDate(2025, 9, 3),
    }
    return Article(**{**known, **parts})  # pyright: ignore[reportArgumentType]


def make_original(data: bytes = b"---\ntitle: x\n---\ntext\n", name: str = "a.md") -> Original:
    """Return a file as an import hands it over."""
    return Original(name, "text/markdown", data, hashlib.sha256(data).hexdigest())


def make_evidence(article: Article, quote: str = "The ministers met") -> Evidence:
    """Return a quote of an article's body."""
    start = max(article.body.find(quote), 0)
    return Evidence(new_uid(), article.uid, Anchor(quote, "", "", start))


def make_fact(*evidence: Evidence, **parts: object) -> Fact:
    """Return a fact that rests on the evidence."""
    known: dict[str, object] = {
        "uid": new_uid(),
        "key": new_key(6),
        "statement": "The ministers met in Mexico.",
        "kind": FactKind.EVENT,
        "evidence": evidence,
    }
    return Fact(**{**known, **parts})  # pyright: ignore[reportArgumentType]


def make_memo(slug: str = "memo", body: str = "Text.", **parts: object) -> Memo:
    """Return a memo."""
    fields = (("to", "The Minister"), ("subject", f"On {slug}"))
    known: dict[str, object] = {
        "uid": new_uid(),
        "slug": slug,
        "template": "decision-memo",
        "fields": fields,
        "body": body,
    }
    return Memo(**{**known, **parts})  # pyright: ignore[reportArgumentType]


def add_articles(library: Library, *new: Article) -> tuple[Article, ...]:
    """Keep articles, as one step."""
    return library.write("Add", lambda c: tuple(articles.add(c, one) for one in new))


def add_fact(library: Library, fact: Fact) -> Fact:
    """Keep a fact, as one step."""
    return library.write("Capture fact", lambda c: facts.add(c, fact))


def add_memo(library: Library, memo: Memo) -> Memo:
    """Keep a memo, as one step."""
    return library.write("New memo", lambda c: memos.add(c, memo))


def dump(library: Library, *, without: Iterable[str] = ()) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but FTS5's own, for comparing."""
    reader = library.reader()
    names = reader.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    left_out = NOT_RECORDS | set(without)
    return {
        name: sorted(reader.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
        for (name,) in names
        if name not in left_out and "_fts" not in name
    }


def found(library: Library, match: str) -> list[str]:
    """Return the citekeys of the articles that the index finds for an FTS5 expression."""
    rows = library.reader().execute(
        "SELECT citekey FROM articles WHERE sort_id IN"
        " (SELECT rowid FROM article_fts WHERE article_fts MATCH ?) ORDER BY pk",
        (match,),
    )
    return [citekey for (citekey,) in rows.fetchall()]


def check_index(library: Library) -> None:
    """Fail where an index does not agree with its table to the letter."""

    def work(connection: sqlite3.Connection) -> None:
        for name in ("article_fts", "fact_fts"):
            connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        assert list(terms.differing(connection)) == []

    library.write("Check", work, undoable=False)


def uids(records: Iterable[Article]) -> list[Uid]:
    """Return the uids of articles."""
    return [one.uid for one in records]
