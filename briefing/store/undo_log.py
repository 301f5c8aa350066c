"""Undo and redo of every change of a record, kept for as long as the library is open.

After https://sqlite.org/undoredo.html: temporary triggers on the writer's connection keep each row
as it was. Taking a step back changes rows in turn, and what the triggers keep of that is the redo.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.store.connections import pragma
from briefing.store.undo_captures import BEGIN, SETUP, captures, touch_triggers

MAX_STEPS = 100
MAX_BYTES = 512 * 1024 * 1024  # of SQLite's temporary file; the newest step is kept regardless
MAX_NAMED = 50_000  # records named in a Changes; beyond, it says `everything`
_CHUNK = 5_000


@dataclass(slots=True, eq=False)
class Step:
    """One step of undo. Writes that hand over the same Step become one, if none came between."""

    label: str
    instead: str = ""  # of a step that goes as a whole: what to do where typing took a part of it
    is_torn: bool = field(default=False, init=False)
    first: int = field(default=0, init=False)
    last: int = field(default=-1, init=False)


class UndoLog:
    """The steps of one library; used on the writer's thread only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for statement in SETUP:
            connection.execute(statement)
        self._captures = captures(connection)
        for capture in self._captures:
            for statement in capture.setup():
                connection.execute(statement)
        for statement in touch_triggers():
            connection.execute(statement)
        self._reversals = [capture.reversal() for capture in self._captures]
        self._typed = {
            capture.number
            for capture in self._captures
            if (capture.table, capture.event) == ("memo_texts", "UPDATE")
        }
        self.undo_steps: list[Step] = []
        self.redo_steps: list[Step] = []

    # while a transaction runs

    def begin(self) -> int:
        """Note where a write starts."""
        for statement in BEGIN:
            self._connection.execute(statement)
        return self._next()

    def changes(self) -> Changes:
        """Return what the running write has touched so far."""
        query = "SELECT DISTINCT kind, uid FROM touched LIMIT ?"
        rows = self._connection.execute(query, (MAX_NAMED + 1,)).fetchall()
        named: dict[str, set[Uid]] = {"article": set(), "fact": set(), "memo": set()}
        for kind, uid in rows:
            named.setdefault(kind, set()).add(uid)
        return Changes(
            articles=frozenset(named["article"]),
            facts=frozenset(named["fact"]),
            memos=frozenset(named["memo"]),
            everything=len(rows) > MAX_NAMED or bool(named.get("search")),
        )

    def added_articles(self, step: Step) -> list[int]:
        """Return the pks of the articles that taking a step back removes."""
        added = ("articles", "INSERT")
        capture = next(one for one in self._captures if (one.table, one.event) == added)
        query = f"SELECT pk FROM {capture.shadow} WHERE seq BETWEEN ? AND ?"
        rows = self._connection.execute(query, (step.first, step.last)).fetchall()
        return [pk for (pk,) in rows]

    def reverse(self, step: Step) -> None:
        """Take the changes of a step back, the last first."""
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        for seq, number in self._entries(step):
            self._connection.execute(self._reversals[number], {"seq": seq})

    # after it was committed

    def record(self, step: Step, start: int) -> None:
        """Keep what was written since `start` as a step; the undone ones can no longer return."""
        end = self._next() - 1
        if end < start:
            return
        while self.redo_steps:
            self._forget(self.redo_steps.pop())
        if not (self.undo_steps and self.undo_steps[-1] is step):
            step.first = start
            self.undo_steps.append(step)
        step.last = end
        while len(self.undo_steps) > MAX_STEPS or (len(self.undo_steps) > 1 and self._too_big()):
            self._forget(self.undo_steps.pop(0))

    def move(self, start: int, *, undone: bool) -> None:
        """Put the step that was just reversed on the other list."""
        source, target = self.undo_steps, self.redo_steps
        if not undone:
            source, target = target, source
        old = source.pop()
        new = Step(old.label, old.instead)
        new.first, new.last = start, self._next() - 1
        target.append(new)
        self._forget(old)

    def seal(self, start: int) -> None:
        """Settle a write that is no step.

        Typing goes on above older steps. A step that had changed the same text before must not
        bring the older text back over what was typed since: that part of it is dropped (the
        memo's versions still hold it). A write outside undo to anything else ends the history.
        A step that goes as a whole is torn by that, and can no longer be done again.
        """
        rows = self._connection.execute(
            "SELECT DISTINCT capture FROM undo_entries WHERE seq >= ?", (start,)
        ).fetchall()
        written = {number for (number,) in rows}
        if not written:
            return
        if not written <= self._typed:
            self.clear()
            return
        wholes = {step: self._count(step) for step in self._steps() if step.instead}
        for number in written:
            self._drop_older(number, start)
        for step, count in wholes.items():
            step.is_torn |= self._count(step) < count
        self.redo_steps = [step for step in self.redo_steps if not step.is_torn]
        self._delete(start, self._next())
        self.undo_steps = [step for step in self.undo_steps if self._is_full(step)]
        self.redo_steps = [step for step in self.redo_steps if self._is_full(step)]

    def clear(self) -> None:
        """Forget every step."""
        self.undo_steps.clear()
        self.redo_steps.clear()
        self._delete(0, self._next())

    def refusal(self) -> str:
        """Return why the newest step cannot be taken back, and forget it and what is older."""
        step = self.undo_steps[-1] if self.undo_steps else None
        if step is None or not step.is_torn:
            return ""
        self.clear()
        return step.instead

    def _steps(self) -> Iterator[Step]:
        yield from self.undo_steps
        yield from self.redo_steps

    def _count(self, step: Step) -> int:
        query = "SELECT count(*) FROM undo_entries WHERE seq BETWEEN ? AND ?"
        return self._connection.execute(query, (step.first, step.last)).fetchone()[0]

    def _entries(self, step: Step) -> Iterator[tuple[int, int]]:
        query = (
            "SELECT seq, capture FROM undo_entries WHERE seq BETWEEN ? AND ?"
            " ORDER BY seq DESC LIMIT ?"
        )
        last = step.last
        while rows := self._connection.execute(query, (step.first, last, _CHUNK)).fetchall():
            yield from rows
            last = rows[-1][0] - 1

    def _next(self) -> int:
        row = self._connection.execute("SELECT max(seq) FROM undo_entries").fetchone()
        return (row[0] or 0) + 1

    def _drop_older(self, number: int, start: int) -> None:
        capture = self._captures[number]
        key = f'"{capture.keys[0]}"'
        same = (
            f"SELECT seq FROM {capture.shadow} WHERE seq < :start AND {key} IN"
            f" (SELECT {key} FROM {capture.shadow} WHERE seq >= :start)"
        )
        for table in ("undo_entries", capture.shadow):
            self._connection.execute(
                f"DELETE FROM {table} WHERE seq IN ({same})",
                {"start": start},
            )

    def _is_full(self, step: Step) -> bool:
        query = "SELECT 1 FROM undo_entries WHERE seq BETWEEN ? AND ? LIMIT 1"
        return self._connection.execute(query, (step.first, step.last)).fetchone() is not None

    def _forget(self, step: Step) -> None:
        self._delete(step.first, step.last)

    def _delete(self, first: int, last: int) -> None:
        tables = ["undo_entries", *(capture.shadow for capture in self._captures)]
        for table in tables:
            self._connection.execute(
                f"DELETE FROM {table} WHERE seq BETWEEN ? AND ?",
                (first, last),
            )

    def _too_big(self) -> bool:
        used = pragma(self._connection, "temp.page_count") - pragma(
            self._connection, "temp.freelist_count"
        )
        return used * pragma(self._connection, "temp.page_size") > MAX_BYTES
