"""What is done with all selected facts: changing fields, removing them, writing them to a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint

from briefing.model.changes import Changes
from briefing.model.fact_history import FactEdit
from briefing.model.ids import Uid
from briefing.services.fact_listing import FactListing
from briefing.ui.context import WindowContext
from briefing.ui.facts.bulk_sheet import BulkSheet
from briefing.ui.facts.fact_list_pane import FactListPane
from briefing.ui.widgets.action_menu import show_action_menu

_FILTERS = "Table (*.csv);;JSON (*.json)"
_MENU = (
    "facts.open", "facts.quote", "facts.copy_link", "", "facts.edit", "facts.edit_many",
    "facts.touched", "", "facts.supersede", "facts.dispute", "facts.retract", "facts.reinstate",
    "", "facts.export", "facts.remove",
)  # fmt: skip


class BulkFlow(QObject):
    """Each is one step of undo, however many facts there are."""

    def __init__(self, context: WindowContext, listing: FactListing, pane: FactListPane) -> None:
        super().__init__(pane)
        self._context = context
        self._listing = listing
        self._pane = pane
        handle = context.actions.handle
        handle("facts.edit_many", self._ask)
        handle("facts.remove", self._remove)
        handle("facts.export", self._export)
        pane.menu_requested.connect(self._show_menu)

    def _show_menu(self, place: QPoint) -> None:
        show_action_menu(self._context.actions, _MENU, self._pane, place)

    def _ask(self) -> None:
        uids = self._pane.selected()
        if uids:
            sheet = BulkSheet(self._context.theme, len(uids), self._pane.window())
            sheet.answered.connect(partial(self._on_answered, uids))
            sheet.open_over_window()

    def _on_answered(self, uids: tuple[Uid, ...], edit: FactEdit) -> None:
        work = partial(self._context.desk.standing.edit_many, uids, edit)
        told = f"{_counted(len(uids))} changed"
        self._context.tasks.run(work, partial(self._on_written, told), label="Edit facts")

    def _remove(self) -> None:
        uids = self._pane.selected()
        if uids:
            work = partial(self._context.desk.evidence.remove, uids)
            told = f"{_counted(len(uids))} removed"
            self._context.tasks.run(work, partial(self._on_written, told))

    def _export(self) -> None:
        """Write the facts that are selected; all that were found where it is one or none."""
        chosen = self._pane.selected()
        uids = chosen if len(chosen) > 1 else self._pane.model.all_uids()
        if not uids:
            self._context.messages.info("There is no fact to export here.")
            return
        title = f"Export {_counted(len(uids))}"
        target = self._context.files.save_file(title, "facts.csv", _FILTERS)
        if target is not None:
            work = partial(self._listing.export, uids, target)
            self._context.tasks.run(work, partial(self._on_exported, target))

    def _on_exported(self, target: Path, count: int) -> None:
        self._context.messages.info(f"{_counted(count)} written to {target.name}.")

    def _on_written(self, told: str, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info(told, undo=True)


def _counted(count: int) -> str:
    return f"{count:,} fact{'' if count == 1 else 's'}"
