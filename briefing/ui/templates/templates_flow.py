"""Opens the templates, and carries out what is wished for there."""

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.model.changes import Changes
from briefing.services.template_editing import (
    Origin,
    ShelvedTemplate,
    TemplateFault,
    check_template,
)
from briefing.ui.context import WindowContext
from briefing.ui.templates.templates_sheet import TemplatesSheet


class TemplatesFlow(QObject):
    """Serves the sheet of templates, which stands over `owner`'s window."""

    def __init__(self, context: WindowContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._owner = owner
        context.actions.handle("memo.templates", self.open)

    def open(self) -> None:
        """Show the templates."""
        sheet = TemplatesSheet(self._context.theme, self._owner.window())
        sheet.copy_requested.connect(partial(self._copy, sheet))
        sheet.save_requested.connect(partial(self._save, sheet))
        sheet.remove_requested.connect(partial(self._remove, sheet))
        sheet.check_requested.connect(partial(self._check, sheet))
        self._list(sheet)
        sheet.open_over_window()

    def _list(
        self, sheet: TemplatesSheet, name: str = "decision-memo", origin: Origin | None = None
    ) -> None:
        def done(found: tuple[ShelvedTemplate, ...]) -> None:
            if shiboken6.isValid(sheet):
                sheet.show_templates(found, name, origin)

        self._context.tasks.run(self._every, done, key="memo.templates_list")

    def _every(self) -> tuple[ShelvedTemplate, ...]:
        return self._context.desk.templates.every()

    def _copy(
        self, sheet: TemplatesSheet, template: ShelvedTemplate, origin: Origin, name: str
    ) -> None:
        def work() -> Changes:
            return self._context.desk.templates.copy(template, origin, name)

        self._carry_out(work, partial(self._list, sheet, name, origin))

    def _save(self, sheet: TemplatesSheet, template: ShelvedTemplate, text: str) -> None:
        def work() -> Changes:
            return self._context.desk.templates.save(template.origin, template.key, text)

        def done() -> None:
            if shiboken6.isValid(sheet) and sheet.isVisible():
                chosen = sheet.rows.chosen or template
                self._list(sheet, chosen.name, chosen.origin)

        self._carry_out(work, done)

    def _remove(self, sheet: TemplatesSheet, template: ShelvedTemplate) -> None:
        def work() -> Changes:
            return self._context.desk.templates.remove(template)

        self._carry_out(work, partial(self._list, sheet, template.name))

    def _check(self, sheet: TemplatesSheet, name: str, text: str) -> None:
        def done(faults: tuple[TemplateFault, ...]) -> None:
            if shiboken6.isValid(sheet):
                sheet.show_faults(name, faults)

        work = partial(check_template, name, text)
        self._context.tasks.run(work, done, key="memo.template_check")

    def _carry_out(self, work: Callable[[], Changes], then: Callable[[], None]) -> None:
        def done(changes: Changes) -> None:
            self._context.bulletin.post(changes)
            then()

        self._context.tasks.run(work, done)
