"""Keeping the library safe: undo, checks and repair of the file, backups, its settings."""

from pathlib import Path

from briefing.errors import LibraryError
from briefing.model.changes import Changes
from briefing.model.finding import Finding
from briefing.store import integrity, repair
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.store.transactions import snapshot


class Safekeeping:
    """What can be done with the library as a whole."""

    def __init__(self, library: Library) -> None:
        self._library = library

    # undo

    def undo(self) -> tuple[str, Changes] | None:
        """Take the newest change back; return its label and what it touched, or nothing."""
        return self._library.undo(after=_derive)

    def redo(self) -> tuple[str, Changes] | None:
        """Do again what was last taken back."""
        return self._library.redo(after=_derive)

    def undo_label(self) -> str:
        """Return what `undo` would take back, or nothing."""
        return self._library.undo_label

    def redo_label(self) -> str:
        """Return what `redo` would do again, or nothing."""
        return self._library.redo_label

    def changed_outside(self) -> bool:
        """Return, once each time, whether another program has written to the library."""
        return self._library.changed_outside()

    # the file

    def integrity(self) -> tuple[Finding, ...]:
        """Return what is wrong with the file and with what is derived from its records.

        Records are read beside the writer, so that what is typed meanwhile is still saved.
        """
        reader = self._library.reader()
        with snapshot(reader):
            found = _check_records(reader)
        try:
            indexes = self._library.write("Check", integrity.index_findings, undoable=False)
        except LibraryError:  # FTS5 cannot even be asked in a damaged file
            if not integrity.is_damaged(found):
                raise
            return found
        return (*found, *indexes)

    def repair(self) -> tuple[Finding, ...]:
        """Rebuild all that is derived; return what is wrong even so.

        Undo does not reach back behind a repair.
        """
        self._library.write("Repair library", _repair, undoable=False)
        return self.integrity()

    def backup(self, target: Path) -> None:
        """Write a whole copy of the library, replacing `target`."""
        self._library.backup(target)


def _derive(connection: Connection, changes: Changes) -> None:
    if changes.memos or changes.everything:
        from briefing.services.tracing import retrace_changed  # noqa: PLC0415  # start-up time

        retrace_changed(connection, changes)
    _derive_copies(connection, changes)


def _derive_copies(connection: Connection, changes: Changes) -> None:
    if changes.articles or changes.everything:
        from briefing.services.copy_finding import derive_changed  # noqa: PLC0415  # start-up time

        derive_changed(connection, changes)


def _check_records(connection: Connection) -> tuple[Finding, ...]:
    from briefing.services.copy_finding import stale_copies  # noqa: PLC0415  # start-up time
    from briefing.services.tracing import stale_memos  # noqa: PLC0415  # start-up time

    found = integrity.record_findings(connection)
    return (
        found
        if integrity.is_damaged(found)
        else (
            *found,
            *stale_memos(connection),
            *stale_copies(connection),
        )
    )


def _repair(connection: Connection) -> None:
    from briefing.services.copy_finding import rebuild_copies  # noqa: PLC0415  # start-up time
    from briefing.services.tracing import retrace_all  # noqa: PLC0415  # start-up time

    retrace_all(connection)
    repair.rebuild(connection)
    rebuild_copies(connection)
