"""The table of evidence: the quotes in articles that facts rest on."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from briefing.errors import NotFoundError
from briefing.model.anchor import Anchor, AnchorState
from briefing.model.fact import Evidence
from briefing.model.ids import Uid
from briefing.store.index_words import sound
from briefing.store.timestamps import now_text

_COLUMNS = "quote, prefix, suffix, start, page, state"


def of_facts(connection: sqlite3.Connection, fact_pks: Sequence[int]) -> dict[int, list[Evidence]]:
    """Return the evidence of each fact, in the order it was captured."""
    rows = connection.execute(
        "SELECT e.fact_pk, e.uid, a.uid, e.quote, e.prefix, e.suffix, e.start, e.page, e.state"
        " FROM evidence AS e JOIN articles AS a ON a.pk = e.article_pk"
        " WHERE e.fact_pk IN (SELECT value FROM json_each(?)) ORDER BY e.pk",
        (json.dumps(fact_pks),),
    ).fetchall()
    found: dict[int, list[Evidence]] = {}
    for fact_pk, uid, article_uid, quote, prefix, suffix, start, page, state in rows:
        anchor = Anchor(quote, prefix, suffix, start)
        piece = Evidence(Uid(uid), Uid(article_uid), anchor, page, AnchorState(state))
        found.setdefault(fact_pk, []).append(piece)
    return found


def replace(connection: sqlite3.Connection, fact_pk: int, pieces: Iterable[Evidence]) -> set[int]:
    """Let a fact rest on these pieces and no others; return the articles that it touches.

    A piece that is there already keeps its place and time; one that is unchanged is not written.
    """
    touched = articles_of(connection, fact_pk)
    kept: list[str] = []
    for piece in pieces:
        _put(connection, fact_pk, piece)
        kept.append(piece.uid)
    connection.execute(
        "DELETE FROM evidence WHERE fact_pk = ? AND uid NOT IN (SELECT value FROM json_each(?))",
        (fact_pk, json.dumps(kept)),
    )
    return touched | articles_of(connection, fact_pk)


def articles_of(connection: sqlite3.Connection, fact_pk: int) -> set[int]:
    """Return the pks of the articles that a fact rests on."""
    query = "SELECT DISTINCT article_pk FROM evidence WHERE fact_pk = ?"
    return {pk for (pk,) in connection.execute(query, (fact_pk,)).fetchall()}


def facts_in(connection: sqlite3.Connection, article_pks: Sequence[int]) -> list[Uid]:
    """Return the facts that rest on any of these articles."""
    rows = connection.execute(
        "SELECT DISTINCT facts.uid FROM evidence JOIN facts ON facts.pk = fact_pk"
        " WHERE article_pk IN (SELECT value FROM json_each(?))",
        (json.dumps(article_pks),),
    ).fetchall()
    return [Uid(uid) for (uid,) in rows]


def _put(connection: sqlite3.Connection, fact_pk: int, piece: Evidence) -> None:
    query = "SELECT pk FROM articles WHERE uid = ?"
    row = connection.execute(query, (piece.article_uid,)).fetchone()
    if row is None:
        raise NotFoundError(f"There is no article “{piece.article_uid}” in this library.")
    anchor = piece.anchor
    moment = now_text()
    connection.execute(
        f"INSERT INTO evidence (uid, fact_pk, article_pk, {_COLUMNS}, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (uid) DO UPDATE SET fact_pk = excluded.fact_pk,"
        " article_pk = excluded.article_pk, quote = excluded.quote, prefix = excluded.prefix,"
        " suffix = excluded.suffix, start = excluded.start, page = excluded.page,"
        " state = excluded.state, updated_at = excluded.updated_at"
        f" WHERE (fact_pk, article_pk, {_COLUMNS}) IS NOT (excluded.fact_pk, excluded.article_pk,"
        " excluded.quote, excluded.prefix, excluded.suffix, excluded.start, excluded.page,"
        " excluded.state)",
        (
            piece.uid,
            fact_pk,
            row[0],
            sound(anchor.quote),
            sound(anchor.prefix),
            sound(anchor.suffix),
            anchor.start,
            sound(piece.page),
            piece.state,
            moment,
            moment,
        ),
    )
