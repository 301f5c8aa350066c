"""A transaction is a `with` block, and it nests."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

_SAVEPOINT = "nested"


@contextmanager
def atomic(connection: sqlite3.Connection) -> Generator[None]:
    """Keep all that the block writes, or nothing of it.

    The outermost block is a transaction that takes the write lock at once (so that it cannot fail
    half-way because another process writes); one inside another is a savepoint.
    """
    nested = connection.in_transaction
    connection.execute(f"SAVEPOINT {_SAVEPOINT}" if nested else "BEGIN IMMEDIATE")
    try:
        yield
        connection.execute(f"RELEASE {_SAVEPOINT}" if nested else "COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite itself rolls back on some faults
            if nested:
                connection.execute(f"ROLLBACK TO {_SAVEPOINT}")
                connection.execute(f"RELEASE {_SAVEPOINT}")
            else:
                connection.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Generator[None]:
    """Let every statement of the block see the library as it stands at the first of them."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
