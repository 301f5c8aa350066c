"""The tables of pairs: which articles are near-copies, and which the analyst says are not.

Pairs are derived from the texts (text/copy_rule.py judges); refusals are records.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.store.timestamps import now_text


@dataclass(frozen=True, slots=True)
class KeptPair:
    """Two near-copies, the lower pk first; `similarity` in thousandths.

    `part_pk` is the one that is but a part of the other, if one is.
    """

    a_pk: int
    b_pk: int
    similarity: int
    part_pk: int | None


def add(connection: sqlite3.Connection, pairs: Iterable[KeptPair]) -> None:
    """Keep pairs that were found; both articles must still have the sketches they were found by."""
    connection.executemany(
        "INSERT INTO copy_pairs (a_pk, b_pk, similarity, part_pk) SELECT ?, ?, ?, ?"
        " WHERE (SELECT count(*) FROM article_sketches WHERE article_pk IN (?, ?)) = 2"
        " ON CONFLICT DO NOTHING",
        [
            (pair.a_pk, pair.b_pk, pair.similarity, pair.part_pk, pair.a_pk, pair.b_pk)
            for pair in pairs
        ],
    )


def partners(connection: sqlite3.Connection, pk: int) -> set[int]:
    """Return the articles that have a pair with this one."""
    rows = connection.execute(
        "SELECT b_pk FROM copy_pairs WHERE a_pk = :pk UNION"
        " SELECT a_pk FROM copy_pairs WHERE b_pk = :pk",
        {"pk": pk},
    ).fetchall()
    return {pk for (pk,) in rows}


def component(connection: sqlite3.Connection, pks: Iterable[int]) -> set[int]:
    """Return these articles and all that pairs connect with them, step by step."""
    rows = connection.execute(
        "WITH RECURSIVE near (pk) AS (SELECT value FROM json_each(?)"
        " UNION SELECT b_pk FROM near JOIN copy_pairs ON a_pk = pk"
        " UNION SELECT a_pk FROM near JOIN copy_pairs ON b_pk = pk) SELECT pk FROM near",
        (json.dumps(list(pks)),),
    ).fetchall()
    return {pk for (pk,) in rows}


def among(connection: sqlite3.Connection, pks: Iterable[int]) -> list[KeptPair]:
    """Return the pairs in which these articles come first; of a whole component, all of them."""
    rows = connection.execute(
        "SELECT a_pk, b_pk, similarity, part_pk FROM copy_pairs"
        " WHERE a_pk IN (SELECT value FROM json_each(?))",
        (json.dumps(list(pks)),),
    ).fetchall()
    return [KeptPair(*row) for row in rows]


def paired(connection: sqlite3.Connection) -> list[int]:
    """Return the articles that have a pair or stand in a cluster."""
    rows = connection.execute(
        "SELECT a_pk FROM copy_pairs UNION SELECT b_pk FROM copy_pairs"
        " UNION SELECT article_pk FROM duplicate_members"
    ).fetchall()
    return [pk for (pk,) in rows]


def refuse(connection: sqlite3.Connection, one: int, other: int) -> None:
    """Note that two articles are no copies of one another."""
    connection.execute(
        "INSERT INTO refused_copies (a_pk, b_pk, created_at) VALUES (?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (min(one, other), max(one, other), now_text()),
    )


def refused(connection: sqlite3.Connection, pks: Iterable[int]) -> set[tuple[int, int]]:
    """Return the refusals among these articles, the lower pk first."""
    rows = connection.execute(
        "SELECT a_pk, b_pk FROM refused_copies WHERE a_pk IN (SELECT value FROM json_each(:pks))"
        " AND b_pk IN (SELECT value FROM json_each(:pks))",
        {"pks": json.dumps(list(pks))},
    ).fetchall()
    return {(a, b) for a, b in rows}
