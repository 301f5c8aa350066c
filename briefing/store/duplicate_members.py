"""The table of clusters of near-copies: which articles stand in one. Derived from the pairs.

An article that stands alone has no row. The search index holds who has copies, so it is brought
up to date with every change here.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from briefing.model.ids import Uid
from briefing.store import article_index, copy_pairs
from briefing.store.copy_clusters import clusters_of


def recluster(connection: sqlite3.Connection, pks: Iterable[int]) -> list[int]:
    """Derive the clusters of articles and of all that are connected with them; return who moved."""
    wanted = set(pks)
    wanted |= {pk for _, group in _rows(connection, wanted) for pk in group}
    whole = copy_pairs.component(connection, wanted)
    return _settle(connection, whole, derive(connection, whole))


def derive(connection: sqlite3.Connection, pks: Iterable[int]) -> dict[int, int]:
    """Return the cluster that each of the articles of whole components should have."""
    chosen = list(pks)
    return clusters_of(copy_pairs.among(connection, chosen), copy_pairs.refused(connection, chosen))


def kept(connection: sqlite3.Connection, pks: Iterable[int]) -> dict[int, int]:
    """Return the cluster that each of these articles has, where it has one."""
    rows = connection.execute(
        "SELECT article_pk, cluster FROM duplicate_members"
        " WHERE article_pk IN (SELECT value FROM json_each(?))",
        (json.dumps(list(pks)),),
    ).fetchall()
    return dict(rows)


def fellows(connection: sqlite3.Connection, pks: Iterable[int]) -> set[int]:
    """Return the other articles of the clusters in which these stand."""
    wanted = set(pks)
    return {pk for _, group in _rows(connection, wanted) for pk in group} - wanted


def unsettled(connection: sqlite3.Connection) -> list[int]:
    """Return an article of each cluster that articles are gone from: alone, or under their name."""
    rows = connection.execute(
        "SELECT min(article_pk) FROM duplicate_members GROUP BY cluster"
        " HAVING count(*) = 1 OR min(article_pk) <> cluster"
    ).fetchall()
    return [pk for (pk,) in rows]


def cluster_of(connection: sqlite3.Connection, uid: Uid) -> int | None:
    """Return the cluster of an article, or nothing."""
    row = connection.execute(
        "SELECT cluster FROM duplicate_members JOIN articles ON pk = article_pk WHERE uid = ?",
        (uid,),
    ).fetchone()
    return row[0] if row else None


def members(connection: sqlite3.Connection, cluster: int) -> list[tuple[int, Uid]]:
    """Return (pk, uid) of the articles of a cluster, the earliest first.

    The earliest is that of the earliest date; of the same date, the one that was added first.
    """
    return connection.execute(
        "SELECT pk, uid FROM duplicate_members JOIN articles ON pk = article_pk WHERE cluster = ?"
        " ORDER BY published IS NULL, published, created_at, pk",
        (cluster,),
    ).fetchall()


def clusters(connection: sqlite3.Connection, after: int, limit: int) -> list[int]:
    """Return clusters, the one of the articles added last first; those behind `after`, if any."""
    rows = connection.execute(
        "SELECT DISTINCT cluster FROM duplicate_members WHERE cluster < ?"
        " ORDER BY cluster DESC LIMIT ?",
        (after or 2**62, limit),
    ).fetchall()
    return [cluster for (cluster,) in rows]


def counts(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return how many clusters there are, and how many articles stand in them."""
    return connection.execute(
        "SELECT count(DISTINCT cluster), count(*) FROM duplicate_members"
    ).fetchone()


def uids_of(connection: sqlite3.Connection, pks: Iterable[int]) -> frozenset[Uid]:
    """Return the uids of articles that are there."""
    rows = connection.execute(
        "SELECT uid FROM articles WHERE pk IN (SELECT value FROM json_each(?))",
        (json.dumps(list(pks)),),
    ).fetchall()
    return frozenset(Uid(uid) for (uid,) in rows)


def _rows(connection: sqlite3.Connection, pks: set[int]) -> list[tuple[int, list[int]]]:
    rows = connection.execute(
        "SELECT cluster, json_group_array(article_pk) FROM duplicate_members WHERE cluster IN"
        " (SELECT cluster FROM duplicate_members"
        " WHERE article_pk IN (SELECT value FROM json_each(?))) GROUP BY cluster",
        (json.dumps(list(pks)),),
    ).fetchall()
    return [(cluster, json.loads(group)) for cluster, group in rows]


def _settle(connection: sqlite3.Connection, pks: set[int], wanted: dict[int, int]) -> list[int]:
    had = kept(connection, pks)
    moved: Sequence[int] = [pk for pk in pks if had.get(pk) != wanted.get(pk)]
    connection.executemany(
        "DELETE FROM duplicate_members WHERE article_pk = ?", [(pk,) for pk in moved]
    )
    connection.executemany(
        "INSERT INTO duplicate_members (article_pk, cluster) VALUES (?, ?)",
        [(pk, wanted[pk]) for pk in moved if pk in wanted],
    )
    article_index.refresh(connection, moved)
    return list(moved)
