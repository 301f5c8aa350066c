"""The table of facts, with their tags and the evidence they rest on."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.errors import NotFoundError
from briefing.model.fact import Confidence, Fact, FactKind, FactStatus
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.store import article_index, fact_evidence, fact_index, tags
from briefing.store.index_words import sound
from briefing.store.timestamps import from_text, now, to_text

_SELECT = (
    "SELECT f.pk, f.uid, f.key, f.statement, f.kind, f.value, f.unit, f.as_of, f.status, s.uid,"
    " f.confidence, f.created_at, f.updated_at,"
    " (SELECT json_group_array(path) FROM (SELECT path FROM fact_tags JOIN tags ON tags.pk = tag_pk"
    "  WHERE fact_pk = f.pk ORDER BY folded)), f.status_as_of"
    " FROM facts AS f LEFT JOIN facts AS s ON s.pk = f.superseded_by"
)

ORDERS = {
    "date": "f.as_of IS NULL, f.as_of DESC, f.pk",
    "date-asc": "f.as_of IS NULL, f.as_of, f.pk",
    "added": "f.pk DESC",
}


def get(connection: sqlite3.Connection, uid: Uid) -> Fact:
    """Return a fact; NotFoundError where there is none."""
    found = _select(connection, "WHERE f.uid = ?", uid)
    if not found:
        raise NotFoundError(f"There is no fact “{uid}” in this library.")
    return found[0]


def get_by_key(connection: sqlite3.Connection, key: str) -> Fact:
    """Return the fact that is cited as `fact:key`; NotFoundError where there is none."""
    found = find_by_key(connection, key)
    if found is None:
        raise NotFoundError(f"There is no fact “{key}” in this library.")
    return found


def find_by_key(connection: sqlite3.Connection, key: str) -> Fact | None:
    """Return the fact of a key, or nothing."""
    found = _select(connection, "WHERE f.key = ?", sound(key))
    return found[0] if found else None


def of_article(connection: sqlite3.Connection, article_uid: Uid) -> tuple[Fact, ...]:
    """Return the facts that rest on an article, in the order they were captured."""
    return _select(
        connection,
        "WHERE f.pk IN (SELECT fact_pk FROM evidence JOIN articles ON articles.pk = article_pk"
        " WHERE articles.uid = ?) ORDER BY f.pk",
        article_uid,
    )


def all_facts(connection: sqlite3.Connection) -> tuple[Fact, ...]:
    """Return every fact, in the order they were captured."""
    return _select(connection, "ORDER BY f.pk")


def first(connection: sqlite3.Connection, order: str, limit: int | None) -> tuple[Fact, ...]:
    """Return the first facts in one of the ORDERS; all of them without a limit."""
    return _select(connection, f"ORDER BY {ORDERS[order]} LIMIT ?", -1 if limit is None else limit)


def count(connection: sqlite3.Connection) -> int:
    """Return how many facts there are."""
    return connection.execute("SELECT count(*) FROM facts").fetchone()[0]


def add(connection: sqlite3.Connection, fact: Fact) -> Fact:
    """Keep a new fact with its evidence and tags; return it with its times."""
    moment = fact.created_at or now()
    fact = replace(fact, created_at=moment, updated_at=fact.updated_at or moment)
    values = _values(connection, fact)
    places = ", ".join(f":{name}" for name in values)
    cursor = connection.execute(
        f"INSERT INTO facts ({', '.join(values)}) VALUES ({places})", values
    )
    pk = int(cursor.lastrowid or 0)
    tags.attach(connection, "fact", pk, fact.tags)
    articles = fact_evidence.replace(connection, pk, fact.evidence)
    _derive(connection, fact.uid, articles)
    return fact


def update(connection: sqlite3.Connection, fact: Fact) -> None:
    """Change a fact to what is handed in: its words, its tags, its evidence."""
    pk = pk_of(connection, fact.uid)
    values = _values(connection, replace(fact, updated_at=now()))
    del values["uid"], values["created_at"]
    assignments = ", ".join(f"{name} = :{name}" for name in values)
    connection.execute(f"UPDATE facts SET {assignments} WHERE pk = :pk", {**values, "pk": pk})
    tags.replace(connection, "fact", pk, fact.tags)
    articles = fact_evidence.replace(connection, pk, fact.evidence)
    _derive(connection, fact.uid, articles)


def remove(connection: sqlite3.Connection, uid: Uid) -> None:
    """Remove a fact with its evidence."""
    pk = pk_of(connection, uid)
    articles = fact_evidence.articles_of(connection, pk)
    connection.execute("DELETE FROM facts WHERE pk = ?", (pk,))
    tags.prune(connection)
    article_index.refresh(connection, articles)


def pk_of(connection: sqlite3.Connection, uid: Uid) -> int:
    """Return the pk of a fact; NotFoundError where there is none."""
    row = connection.execute("SELECT pk FROM facts WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        raise NotFoundError(f"There is no fact “{uid}” in this library.")
    return row[0]


def _derive(connection: sqlite3.Connection, uid: Uid, articles: set[int]) -> None:
    fact_index.refresh(connection, (uid,))
    article_index.refresh(connection, articles)


def _values(connection: sqlite3.Connection, fact: Fact) -> dict[str, str | int | None]:
    newer = pk_of(connection, fact.superseded_by) if fact.superseded_by else None
    return {
        "uid": fact.uid,
        "key": sound(fact.key),
        "statement": sound(fact.statement),
        "kind": fact.kind,
        "value": str(fact.value) if fact.value is not None else None,
        "unit": sound(fact.unit),
        "as_of": str(fact.as_of) if fact.as_of else None,
        "status": fact.status,
        "status_as_of": str(fact.status_as_of) if fact.status_as_of else None,
        "superseded_by": newer,
        "confidence": fact.confidence,
        "created_at": to_text(fact.created_at or now()),
        "updated_at": to_text(fact.updated_at or now()),
    }


def _select(connection: sqlite3.Connection, tail: str, *values: str | int) -> tuple[Fact, ...]:
    rows = connection.execute(f"{_SELECT} {tail}", values).fetchall()
    evidence = fact_evidence.of_facts(connection, [row[0] for row in rows])
    return tuple(
        Fact(
            uid=Uid(row[1]),
            key=row[2],
            statement=row[3],
            kind=FactKind(row[4]),
            value=Decimal(row[5]) if row[5] is not None else None,
            unit=row[6],
            as_of=PartialDate.parse(row[7]) if row[7] else None,
            status=FactStatus(row[8]),
            status_as_of=PartialDate.parse(row[14]) if row[14] else None,
            superseded_by=Uid(row[9]) if row[9] else None,
            confidence=Confidence(row[10]) if row[10] else None,
            tags=tuple(json.loads(row[13])),
            evidence=tuple(evidence.get(row[0], ())),
            created_at=from_text(row[11]),
            updated_at=from_text(row[12]),
        )
        for row in rows
    )


def by_uids(connection: sqlite3.Connection, uids: Sequence[Uid]) -> tuple[Fact, ...]:
    """Return the facts that are there, in the order they are asked for."""
    found = _select(
        connection, "WHERE f.uid IN (SELECT value FROM json_each(?))", json.dumps(list(uids))
    )
    places = {uid: place for place, uid in enumerate(uids)}
    return tuple(sorted(found, key=lambda fact: places[fact.uid]))
