"""What keeps the search index quick, and can wait until nothing else is to be written.

FTS5 writes what each transaction adds as a part of its own, and merges parts as it goes: then every
twentieth save would take as long as twenty others. So it is told not to, and parts are merged here:
while nobody writes, or in the transaction of an import so large that they would be too many.
"""

import sqlite3
import time

from briefing.store import terms

_PAGES_AT_ONCE = 32  # of 4 KB, some milliseconds
_PAGES_OF_IMPORT = 4_096  # after a thousand articles, which write about as many
_MERGING = 0.5  # seconds at most at once: whoever closes a library waits for it
_MANY_PARTS = 12  # with so many, each word of a search is looked up in too many places
_TOO_MANY_PARTS = 256  # where a thousand articles are one
_NOTHING_DONE = 2  # a merge that finds nothing to do counts fewer changes (SQLite's documentation)


def is_behind(connection: sqlite3.Connection) -> bool:
    """Tell whether something waits since the library was last open."""
    return terms.is_behind(connection) or _has_many_parts(connection)


def go_on(connection: sqlite3.Connection, seconds: float) -> bool:
    """Do some of what waits, for about so long; return whether there may be more.

    Many parts are merged first, as the dictionary is then read from them twice as quickly.
    """
    if _has_many_parts(connection) and _merge_for(connection, seconds):
        return True
    if terms.is_behind(connection):
        terms.catch_up(connection, seconds)
        return True
    return _merge_for(connection, min(seconds, _MERGING))


def merge_after_many(connection: sqlite3.Connection) -> None:
    """Merge the parts that many articles left, once there are too many of them."""
    if _has_many_parts(connection, _TOO_MANY_PARTS):
        _merge(connection, _PAGES_OF_IMPORT)


def _has_many_parts(connection: sqlite3.Connection, many: int = _MANY_PARTS) -> bool:
    """Count the parts of the index, up to a number; each takes one look into FTS5's own index."""
    number = connection.execute(
        "WITH RECURSIVE parts (part) AS (SELECT min(segid) FROM article_fts_idx UNION ALL"
        " SELECT (SELECT min(segid) FROM article_fts_idx WHERE segid > part) FROM parts"
        " WHERE part IS NOT NULL LIMIT ?) SELECT count(part) FROM parts",
        (many,),
    ).fetchone()[0]
    return number == many


def _merge_for(connection: sqlite3.Connection, seconds: float) -> bool:
    """Merge parts for about so long; return whether there may be more of them to merge."""
    end = time.monotonic() + seconds
    while _merge(connection, _PAGES_AT_ONCE):
        if time.monotonic() >= end:
            return True
    return False


def _merge(connection: sqlite3.Connection, pages: int) -> bool:
    before = connection.total_changes
    connection.execute("INSERT INTO article_fts (article_fts, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes - before >= _NOTHING_DONE
