"""Many rows into a table by few statements.

A statement a row takes about twice as long: SQLite gets ready to roll each of them back alone, and
each waits for its turn in Python, while another thread of ours reads the next files.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain

_MOST_VALUES = 2_000  # of a statement; SQLite takes 32,766

Value = str | int | float | bytes | None


def insert(
    connection: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Value]],
    on_conflict: str = "",
) -> None:
    """Insert rows, each with a value for every column, in their order."""
    every = list(rows)
    size = max(1, _MOST_VALUES // len(columns))
    row = f"({', '.join('?' * len(columns))})"
    for start in range(0, len(every), size):
        block = every[start : start + size]
        connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)})"
            f" VALUES {', '.join([row] * len(block))} {on_conflict}",
            tuple(chain.from_iterable(block)),
        )
