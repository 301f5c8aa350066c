"""Labels in the search index: the tokens of tags and triage, changed without touching the text.

FTS5 takes the words that it is told out of an article's row, and puts others in. No label is ever a
word of a text, so the labels of a row can go and come alone; that a whole row is counted as shorter
meanwhile is put right in `article_fts_docsize` (https://sqlite.org/fts5.html#the_docsize_table),
by which relevance is reckoned. `integrity-check` proves that it all agrees.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence

from briefing.store import terms
from briefing.store.article_heads import HeadRow

_WORD_COLUMNS = 4  # title, publisher, authors, body stand before tags and meta
_OF_ROWS = "WHERE sort_id IN (SELECT value FROM json_each(?)) ORDER BY sort_id"
_SIZES = "SELECT id, sz FROM article_fts_docsize WHERE id IN (SELECT value FROM json_each(?))"


def replace(connection: sqlite3.Connection, rows: Sequence[HeadRow]) -> None:
    """Change the labels of articles that the index holds, in their heads as well."""
    if not rows:
        return
    ids = json.dumps([row.sort_id for row in rows])
    labels = f"SELECT sort_id, tags, meta FROM article_index {_OF_ROWS}"
    sizes = dict(connection.execute(_SIZES, (ids,)).fetchall())
    was = connection.execute(labels, (ids,)).fetchall()
    connection.execute(
        "INSERT INTO article_fts (article_fts, rowid, tags, meta)"
        f" SELECT 'delete', sort_id, tags, meta FROM ({labels})",
        (ids,),
    )
    write(connection, rows)
    connection.execute(f"INSERT INTO article_fts (rowid, tags, meta) {labels}", (ids,))
    connection.executemany(
        "UPDATE article_fts_docsize SET sz = ? WHERE id = ?",
        [
            (_joined(sizes[sort_id], size), sort_id)
            for sort_id, size in connection.execute(_SIZES, (ids,)).fetchall()
            if sort_id in sizes  # not so only in a damaged index
        ],
    )
    _count_tag_words(connection, [tags for _, tags, _ in was], [row.labels[0] for row in rows])


def write(connection: sqlite3.Connection, rows: Sequence[HeadRow]) -> None:
    """Change the labels in the heads alone."""
    connection.executemany(
        "UPDATE article_heads SET tags = ?, meta = ? WHERE article_pk = ?",
        [(*row.labels, row.pk) for row in rows],
    )


def _count_tag_words(connection: sqlite3.Connection, was: list[str], now: list[str]) -> None:
    before, after = Counter(was), Counter(now)
    come, gone = after - before, before - after
    if come or gone:
        terms.count_texts(connection, come.elements(), gone.elements())


def _joined(whole: bytes, labels: bytes) -> bytes:
    """Return the sizes of a row's columns: of the words as they were, of the labels as now."""
    return whole[: _end(whole)] + labels[_end(labels) :]


def _end(sizes: bytes) -> int:
    """Return where the sizes of the word columns end; each is a varint, its last byte below 128."""
    at = 0
    for _ in range(_WORD_COLUMNS):
        while sizes[at] >= 0x80:
            at += 1
        at += 1
    return at
