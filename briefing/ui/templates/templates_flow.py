"""Opens the templates, and carries out what is wished for there."""

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.model.changes import Changes
from briefing.model.house_style import HouseStyleFile, StyleRoles
from briefing.services.template_editing import (
    Origin,
    ShelvedTemplate,
    TemplateFault,
    check_template,
    style_of,
)
from briefing.ui.context import WindowContext
from briefing.ui.dialogs.house_style_flow import HouseStyleFlow
from briefing.ui.templates.templates_sheet import TemplatesSheet


class TemplatesFlow(QObject):
    """Serves the sheet of templates, which stands over `owner`'s window."""

    def __init__(self, context: WindowContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._owner = owner
        self._styles = HouseStyleFlow(context, owner)
        context.actions.handle("memo.templates", self.open)

    def open(self) -> None:
        """Show the templates."""
        sheet = TemplatesSheet(self._context.theme, self._owner.window())
        sheet.copy_requested.connect(partial(self._copy, sheet))
        sheet.save_requested.connect(partial(self._save, sheet))
        sheet.remove_requested.connect(partial(self._remove, sheet))
        sheet.check_requested.connect(partial(self._check, sheet))
        sheet.style_requested.connect(partial(self._choose_style, sheet))
        self._list(sheet)
        sheet.open_over_window()

    def _list(
        self,
        sheet: TemplatesSheet,
        name: str = "decision-memo",
        origin: Origin | None = None,
        *,
        is_new: bool = False,
    ) -> None:
        def done(found: tuple[ShelvedTemplate, ...]) -> None:
            if shiboken6.isValid(sheet):
                sheet.show_templates(found, name, origin)
                if is_new:
                    sheet.pane.text.setFocus()

        self._context.tasks.run(self._every, done, key="memo.templates_list")

    def _every(self) -> tuple[ShelvedTemplate, ...]:
        return self._context.desk.templates.every()

    def _copy(
        self, sheet: TemplatesSheet, template: ShelvedTemplate, origin: Origin, name: str
    ) -> None:
        def work() -> Changes:
            return self._context.desk.templates.copy(template, origin, name)

        self._carry_out(work, partial(self._list, sheet, name, origin, is_new=True))

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

    def _choose_style(self, sheet: TemplatesSheet, name: str, text: str) -> None:
        def chosen(file: HouseStyleFile, roles: StyleRoles) -> None:
            if shiboken6.isValid(sheet):
                sheet.pane.use_style(file.name, roles)

        def done(named: tuple[str, StyleRoles]) -> None:
            if shiboken6.isValid(sheet):
                self._styles.open(*named, "Use in the template", chosen)

        self._context.tasks.run(partial(style_of, name, text), done, key="memo.template_style")

    def _carry_out(self, work: Callable[[], Changes], then: Callable[[], None]) -> None:
        def done(changes: Changes) -> None:
            self._context.bulletin.post(changes)
            then()

        self._context.tasks.run(work, done)
