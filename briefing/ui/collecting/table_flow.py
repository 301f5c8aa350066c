"""Tables that were chosen for import: what their columns mean is asked before, one by one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.model.table_preview import TablePreview
from briefing.ui.collecting.mapping_dialog import MappingDialog
from briefing.ui.context import WindowContext

_FIELDS = {
    "title": "Title",
    "body": "Text",
    "url": "Address",
    "publisher": "Publisher",
    "authors": "Authors",
    "published": "Date published",
    "accessed": "Date accessed",
    "language": "Language",
    "summary": "Summary",
    "tags": "Tags",
    "note": "Note",
    "citekey": "Citekey",
    "usage": "Usage",
    "rank": "Rank",
    "rating": "Rating",
    "reliability": "Source reliability",
    "credibility": "Information credibility",
}
_Unmapped = tuple[tuple[Path, TablePreview], ...]


class TableFlow(QObject):
    """Asks about each table that is not known; leaving one out leaves that file out."""

    def __init__(self, context: WindowContext, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over

    def ask(self, paths: list[Path], then: Callable[[list[Path]], None]) -> None:
        """Ask about the tables among the paths, then go on with those that are to be imported."""
        work = partial(self._context.desk.collecting.unmapped, paths)
        self._context.tasks.run(work, partial(self._on_read, paths, then))

    def _on_read(
        self, paths: list[Path], then: Callable[[list[Path]], None], tables: _Unmapped
    ) -> None:
        if not tables:
            if paths:
                then(paths)
            return
        (path, table), *_ = tables
        dialog = MappingDialog(
            self._context.theme,
            path.name,
            table.columns,
            table.rows,
            table.mapping,
            _FIELDS,
            self._over.window(),
        )
        dialog.kept.connect(partial(self._on_kept, paths, then, table))
        dialog.rejected.connect(partial(self._on_left, paths, then, path))
        dialog.open_over_window()

    def _on_kept(
        self,
        paths: list[Path],
        then: Callable[[list[Path]], None],
        table: TablePreview,
        mapping: dict[str, str],
    ) -> None:
        remember = self._context.desk.collecting.remember_mapping
        whole = dict.fromkeys(table.columns, "") | mapping
        work = partial(remember, table.columns, whole)
        self._context.tasks.run(work, partial(self._on_remembered, paths, then))

    def _on_remembered(
        self, paths: list[Path], then: Callable[[list[Path]], None], _answer: object
    ) -> None:
        self.ask(paths, then)  # the next one; tables with the same columns are known now

    def _on_left(self, paths: list[Path], then: Callable[[list[Path]], None], path: Path) -> None:
        self.ask([one for one in paths if one != path], then)
