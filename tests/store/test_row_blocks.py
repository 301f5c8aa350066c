"""Rows inserted in blocks: all of them, in their order, whatever their number."""

import sqlite3

import pytest

from briefing.store import row_blocks

COLUMNS = ("number", "word")


@pytest.fixture
def table() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, word TEXT)")
    return connection


@pytest.mark.parametrize("count", [0, 1, 999, 1000, 1001, 2500])
def test_every_row_arrives_once(table: sqlite3.Connection, count: int) -> None:
    rows = [(number, f"word {number}") for number in range(count)]
    row_blocks.insert(table, "kept", COLUMNS, iter(rows))
    assert table.execute("SELECT number, word FROM kept ORDER BY number").fetchall() == rows


def test_later_row_of_a_block_replaces_an_earlier_one(table: sqlite3.Connection) -> None:
    rows = [(1, "first"), (2, "other"), (1, "last")]
    on_conflict = "ON CONFLICT (number) DO UPDATE SET word = excluded.word"
    row_blocks.insert(table, "kept", COLUMNS, rows, on_conflict)
    assert table.execute("SELECT word FROM kept ORDER BY number").fetchall() == [
        ("last",),
        ("other",),
    ]


def test_row_that_is_there_already_is_refused(table: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        row_blocks.insert(table, "kept", COLUMNS, [(1, "a"), (1, "b")])
    table.rollback()
    assert table.execute("SELECT count(*) FROM kept").fetchone() == (0,)
