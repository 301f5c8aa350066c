"""The records that a changed row belongs to are found by an index, however large the library is."""

import sqlite3
from collections.abc import Iterator

import pytest

from briefing.store.library_file import Library
from briefing.store.undo_tables import WATCHED, Watched


@pytest.mark.parametrize("watched", WATCHED, ids=lambda one: one.table)
def test_owners_are_found_by_an_index(library: Library, watched: Watched) -> None:
    steps = list(_plan(library.reader(), watched))
    assert steps
    assert not [step for step in steps if step.startswith("SCAN") and "CONSTANT" not in step]


def _plan(connection: sqlite3.Connection, watched: Watched) -> Iterator[str]:
    """Yield the steps by which SQLite finds the owners of one row."""
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", (watched.table,))
    values = dict.fromkeys((name for (name,) in rows.fetchall()), 1)
    query = watched.owners.format(row="row")
    for name in sorted(values, key=len, reverse=True):  # a trigger knows the values of its row
        query = query.replace(f"row.{name}", f":{name}")
    for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {query}", values).fetchall():
        yield step
