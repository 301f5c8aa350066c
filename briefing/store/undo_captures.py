"""What the undo log keeps of one kind of change to one table, and the SQL that takes it back.

Each capture has a temporary table of the rows as they were, filled by a temporary trigger on the
writer's connection. Values are kept as values, never as SQL text: `quote()` cuts a text at NUL.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from briefing.store.undo_tables import ALL, OTHERS, WATCHED, Watched

SETUP = (
    "CREATE TEMP TABLE undo_entries (seq INTEGER PRIMARY KEY, capture INTEGER NOT NULL)",
    # No key, so no conflict: the rule of the statement that fires a trigger would override its own.
    "CREATE TEMP TABLE touched (kind TEXT NOT NULL, uid TEXT NOT NULL)",
    # From which pk on an article is one that the running write itself has added.
    "CREATE TEMP TABLE write_start (new_from INTEGER NOT NULL)",
)
BEGIN = (
    "DELETE FROM touched",
    "DELETE FROM write_start",
    "INSERT INTO write_start SELECT coalesce(max(pk), 0) + 1 FROM main.articles",
)
_SEQ = "(SELECT max(seq) FROM undo_entries)"


@dataclass(frozen=True, slots=True)
class Capture:
    """One kind of change that is kept; `columns` are those of the row as it was."""

    number: int
    table: str
    event: str  # INSERT, UPDATE or DELETE
    keys: tuple[str, ...]
    columns: tuple[str, ...]
    condition: str

    @property
    def shadow(self) -> str:
        """Return the name of the table of the rows as they were."""
        return f"was_{self.number}"

    def setup(self) -> Iterator[str]:
        """Yield the statements that make the table and its trigger."""
        row = "new" if self.event == "INSERT" else "old"
        values = ", ".join(f"{row}.{_name(column)}" for column in self.columns)
        names = _names(self.columns)
        yield f"CREATE TEMP TABLE {self.shadow} (seq INTEGER PRIMARY KEY, {names})"
        yield (
            f"CREATE TEMP TRIGGER keep_{self.number} AFTER {self._when()} BEGIN"
            f" INSERT INTO undo_entries (capture) VALUES ({self.number});"
            f" INSERT INTO {self.shadow} VALUES ({_SEQ}, {values}); END"
        )

    def reversal(self) -> str:
        """Return the statement that takes one change back; its parameter `:seq` names it."""
        keys, names = _names(self.keys), _names(self.columns)
        was = f"FROM {self.shadow} WHERE seq = :seq"
        here = f"WHERE ({keys}) = (SELECT {keys} {was})"
        if self.event == "INSERT":
            return f"DELETE FROM main.{self.table} {here}"
        if self.event == "DELETE":
            return f"INSERT INTO main.{self.table} ({names}) SELECT {names} {was}"
        return f"UPDATE main.{self.table} SET ({names}) = (SELECT {names} {was}) {here}"

    def _when(self) -> str:
        changed = [column for column in self.columns if column not in self.keys]
        if self.event == "UPDATE":
            differs = " OR ".join(f"old.{_name(one)} IS NOT new.{_name(one)}" for one in changed)
            return f"UPDATE OF {_names(tuple(changed))} ON main.{self.table} WHEN {differs}"
        when = f" WHEN {self.condition}" if self.condition else ""
        return f"{self.event} ON main.{self.table}{when}"


def captures(connection: sqlite3.Connection) -> tuple[Capture, ...]:
    """Return what is kept of every watched table, as its columns stand in this library."""
    found: list[Capture] = []
    for watched in WATCHED:
        for event, columns, condition in _kinds(connection, watched):
            found.append(
                Capture(len(found), watched.table, event, watched.keys, columns, condition)
            )
    return tuple(found)


def touch_triggers() -> Iterator[str]:
    """Yield the triggers that note which records a change touches."""
    for watched in WATCHED:
        for event, rows in (("INSERT", ("new",)), ("UPDATE", ("old", "new")), ("DELETE", ("old",))):
            if event == "INSERT" and watched.is_part:
                continue
            owners = " ".join(
                f"INSERT INTO touched {watched.owners.format(row=row)};" for row in rows
            )
            yield (
                f"CREATE TEMP TRIGGER touch_{watched.table}_{event} AFTER {event}"
                f" ON main.{watched.table} BEGIN {owners} END"
            )


def _kinds(
    connection: sqlite3.Connection, watched: Watched
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", (watched.table,))
    every = tuple(name for (name,) in rows.fetchall())
    if watched.inserts:
        yield "INSERT", watched.keys, watched.inserts_when
    named = {*watched.keys, *chain.from_iterable(watched.updates)}
    others = tuple(name for name in every if name not in named)
    for group in watched.updates:
        columns = others if group == OTHERS else group
        yield "UPDATE", every if group == ALL else (*watched.keys, *columns), ""
    yield "DELETE", every, watched.deletes_when


def _name(column: str) -> str:
    return f'"{column}"'


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(map(_name, columns))
