"""How tables were mapped before: remembered in the library by the columns that they have."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.errors import IntakeError
from briefing.intake.table_mapping import FIELDS, KEPT, folded, full_mapping, signature
from briefing.intake.table_rows import MAX_BYTES, Table, open_table
from briefing.model.table_preview import TablePreview
from briefing.store import library_settings
from briefing.store.library_file import Library

SHOWN = 20  # rows of a preview
_LONGEST_CELL = 500
_KEY = "table-mappings"
_MOST = 200  # kept; the one that was not used for longest goes first


class TableMappings:
    """The mappings of one library: from columns to the fields of an article."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def preview(self, path: Path) -> TablePreview:
        """Return a table's columns, its first rows and what its columns mean.

        IntakeError where it cannot be read or is no table.
        """
        table = _opened(path)
        remembered = self.mapping_for(table.columns)
        rows = tuple(tuple(cell[:_LONGEST_CELL] for cell in row) for row in table.sample[:SHOWN])
        mapping = full_mapping(table.columns, table.sample, remembered)
        return TablePreview(table.columns, rows, mapping, bool(remembered))

    def mapping_for(self, columns: Sequence[str]) -> dict[str, str]:
        """Return how a table with these columns was mapped before, or nothing."""
        kept = self.every().get(signature(columns), {})
        by_name = {folded(column): field for column, field in kept.items()}
        return {column: by_name.get(folded(column), KEPT) for column in columns} if kept else {}

    def every(self) -> dict[str, dict[str, str]]:
        """Return all that is remembered, by the signature of the columns: for the readers."""
        kept = library_settings.get(self._library.reader(), _KEY)
        return json.loads(kept) if kept else {}

    def remember(self, columns: Sequence[str], mapping: Mapping[str, str]) -> None:
        """Remember a mapping for tables with these columns; a column left out keeps its name."""
        whole = {column: mapping.get(column, KEPT) for column in columns}
        sound = {column: field if field in FIELDS else KEPT for column, field in whole.items()}
        every = self.every()
        every.pop(signature(columns), None)
        every[signature(columns)] = sound
        kept = json.dumps(dict(list(every.items())[-_MOST:]), ensure_ascii=False)
        self._library.write(
            "Remember table columns",
            lambda connection: library_settings.put(connection, _KEY, kept),
            undoable=False,
        )


def _opened(path: Path) -> Table:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise IntakeError(f"The table is larger than {MAX_BYTES // 2**20} MB; split it first.")
        return open_table(path.read_bytes())
    except OSError as fault:
        raise IntakeError(f"It cannot be read: {fault.strerror or fault}.") from None
