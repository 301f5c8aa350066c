"""Whether the file is sound, and what is derived in it agrees with its records."""

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice

from briefing.errors import LibraryError
from briefing.model.finding import Finding, Severity
from briefing.model.partial_date import PartialDate
from briefing.store import article_heads, article_index, fact_index, memo_index, sort_ids, terms
from briefing.store.migrations import migrate

INDEXES = ("article_fts", "fact_fts", "memo_fts")
_REPAIR = "Repair the library."
_RESTORE = "Go back to a backup; or repair a copy of the library and compare."
_FILE = "file"
_SHOWN = 20  # of one kind: a damaged file can have a million
_Check = Callable[[sqlite3.Connection], Iterator[Finding]]
_SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"


def findings(connection: sqlite3.Connection) -> tuple[Finding, ...]:
    """Return all that is wrong; the connection must be able to write (see index_findings)."""
    return (*record_findings(connection), *index_findings(connection))


def record_findings(connection: sqlite3.Connection) -> tuple[Finding, ...]:
    """Return what is wrong with the file, the records and what is derived from them.

    It reads the whole library; a reader's connection leaves the writer free meanwhile.
    """
    records = (_file, _schema, _references, _originals, _pictures, _articles, _facts, _memos)
    return _all_of(connection, (*records, _terms))


def index_findings(connection: sqlite3.Connection) -> tuple[Finding, ...]:
    """Return whether FTS5 agrees with the texts; it asks by an INSERT, so only a writer can."""
    return _all_of(connection, (_indexes,))


def is_damaged(found: Iterable[Finding]) -> bool:
    """Return whether the file itself is not sound, so that reading on may fail anywhere."""
    return any(one.rule == _FILE for one in found)


def _all_of(connection: sqlite3.Connection, checks: Iterable[_Check]) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for check in checks:
        try:
            found += _few(check(connection))
        except LibraryError as error:
            found.append(_finding(_FILE, "the file", str(error), _RESTORE))
    return tuple(found)


def _few(every: Iterator[Finding]) -> list[Finding]:
    few = list(islice(every, _SHOWN + 1))
    if len(few) > _SHOWN:
        few[_SHOWN] = _finding(few[0].rule, "the library", "There is more of this kind.")
    return few


def _finding(rule: str, place: str, reason: str, mend: str = _REPAIR) -> Finding:
    return Finding(rule, place, reason, mend, Severity.ERROR)


def _file(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (line,) in connection.execute(f"PRAGMA integrity_check({_SHOWN + 1})").fetchall():
        if line != "ok":
            yield _finding(_FILE, "the file", f"SQLite says: {line}.", _RESTORE)


def _schema(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Compare the tables with those that this version of Briefing makes."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh)
        wanted = {tuple(row) for row in fresh.execute(_SCHEMA).fetchall()}
    here = {tuple(row) for row in connection.execute(_SCHEMA).fetchall()}
    for kind, name, _ in sorted(wanted - here):
        reason = "is missing or was changed by another program"
        yield _finding("schema", f"{kind} {name}", f"The {kind} {name} {reason}.", _RESTORE)
    for kind, name, _ in sorted(here - wanted):
        if not any(name == other for _, other, _ in wanted):
            reason = f"The {kind} {name} is not Briefing's; another program added it."
            yield _finding("schema", f"{kind} {name}", reason, _RESTORE)


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        reason = f"A row of {table} refers to one of {parent} that is not there."
        yield _finding("references", f"table {table}", reason)


def _originals(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT citekey, sha256, packing, data FROM originals JOIN articles ON pk = article_pk"
        " UNION ALL SELECT citekey, sha256, packing, data FROM article_versions AS v"
        " JOIN articles AS a ON a.pk = v.article_pk WHERE sha256 <> ''"
    )
    for citekey, sha256, packing, data in rows:
        try:
            plain = zlib.decompress(data) if packing == "zlib" else data
        except zlib.error:
            plain = b""
        if hashlib.sha256(plain).hexdigest() != sha256:
            reason = "The original file is not as it was when it was collected."
            yield _finding("originals", f"article {citekey}", reason, _RESTORE)


def _pictures(connection: sqlite3.Connection) -> Iterator[Finding]:
    for key, sha256, data in connection.execute("SELECT key, sha256, data FROM pictures"):
        if hashlib.sha256(data).hexdigest() != sha256:
            reason = "The picture is not as it was when it was put into a memo."
            yield _finding("pictures", f"picture {key}", reason, _RESTORE)


def _articles(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT a.pk, citekey, published, a.sort_id, body, body_words"
        " FROM articles AS a LEFT JOIN article_texts AS t ON article_pk = a.pk"
    )
    while some := rows.fetchmany(article_heads.CHUNK):
        pks = [pk for pk, *_ in some]
        kept = article_heads.kept(connection, pks)
        derived = {row.pk: row for row in article_heads.derive(connection, pks)}
        for pk, citekey, published, sort_id, body, words in some:
            place = f"article {citekey}"
            if body is None:
                reason = "Its text is missing."
                yield _finding("texts", place, reason, "Repair the library, then import it again.")
                continue
            if kept.get(pk) != derived[pk] or words != article_index.body_words(body):
                yield _finding("search-index", place, "The search index does not hold it as it is.")
            date = PartialDate.parse(published) if published else None
            if not sort_ids.belongs(sort_id, date):
                yield _finding("order", place, "It does not stand in the list where its date is.")


def _terms(connection: sqlite3.Connection) -> Iterator[Finding]:
    for word in terms.differing(connection):
        reason = "The dictionary does not say truly in how many articles it stands."
        yield _finding("search-index", f"word “{word[:60]}”", reason)


def _memos(connection: sqlite3.Connection) -> Iterator[Finding]:
    for slug in memo_index.differing(connection):
        yield _finding(
            "search-index", f"memo {slug}", "The search index does not hold it as it is."
        )


def _facts(connection: sqlite3.Connection) -> Iterator[Finding]:
    query = "SELECT fact_pk, statement, quotes, tags FROM fact_texts"
    kept = {row[0]: tuple(row) for row in connection.execute(query).fetchall()}
    for row in fact_index.derive(connection):
        if kept.get(row[0]) != row:
            reason = "The search index does not hold it as it is."
            yield _finding("search-index", f"fact “{row[1][:60]}”", reason)


def _indexes(connection: sqlite3.Connection) -> Iterator[Finding]:
    for index in INDEXES:
        try:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except LibraryError:
            reason = "The search index does not agree with the texts."
            yield _finding("search-index", index.replace("_fts", "s"), reason)
