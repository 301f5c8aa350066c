"""What keeps the search index quick, and can wait until nothing else is to be written.

FTS5 writes what each transaction adds as a part of its own, and merges parts as it goes: then every
twentieth save would take as long as twenty others. So it is told not to, and parts are merged here:
in the transaction of a large import, or while nobody writes.
"""

import sqlite3
import time

from briefing.store import terms

_PAGES_AT_ONCE = 32  # of 4 KB, some milliseconds
_PAGES_OF_IMPORT = 4_096  # after a thousand articles, which write about as many
# So many parts are merged at once: four is FTS5's own number, and keeps a library that rests quick
# to search; while much comes, every word is written again less often by far.
_PARTS = 4
_PARTS_OF_IMPORT = 16
_MERGING = 0.5  # seconds at most at once: whoever closes a library waits for it
_MANY_PARTS = 12  # with so many, each word of a search is looked up in too many places
_NOTHING_DONE = 2  # a merge that finds nothing to do counts fewer changes (SQLite's documentation)


def is_behind(connection: sqlite3.Connection) -> bool:
    """Tell whether something waits since the library was last open."""
    return terms.is_behind(connection) or _count_parts(connection, _MANY_PARTS) >= _MANY_PARTS


def go_on(connection: sqlite3.Connection, seconds: float) -> bool:
    """Do some of what waits, for about so long; return whether there may be more."""
    if terms.is_behind(connection):
        terms.catch_up(connection, seconds)
        return True
    end = time.monotonic() + min(seconds, _MERGING)
    while _merge(connection, _PAGES_AT_ONCE):
        if time.monotonic() >= end:
            return True
    return False


def merge_after_many(connection: sqlite3.Connection) -> None:
    """Merge the parts that many articles left, once there are many of them."""
    _set_parts(connection, _PARTS_OF_IMPORT)
    _merge(connection, _PAGES_OF_IMPORT)
    _set_parts(connection, _PARTS)


def _count_parts(connection: sqlite3.Connection, most: int) -> int:
    """Count the parts of the index, up to a number; each takes one look into FTS5's own index."""
    return connection.execute(
        "WITH RECURSIVE parts (part) AS (SELECT min(segid) FROM article_fts_idx UNION ALL"
        " SELECT (SELECT min(segid) FROM article_fts_idx WHERE segid > part) FROM parts"
        " WHERE part IS NOT NULL LIMIT ?) SELECT count(part) FROM parts",
        (most,),
    ).fetchone()[0]


def _set_parts(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(
        "INSERT INTO article_fts (article_fts, rank) VALUES ('usermerge', ?)", (number,)
    )


def _merge(connection: sqlite3.Connection, pages: int) -> bool:
    before = connection.total_changes
    connection.execute("INSERT INTO article_fts (article_fts, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes - before >= _NOTHING_DONE
