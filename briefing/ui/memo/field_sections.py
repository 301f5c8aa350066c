"""Follows the fields of a memo: sections that they ask for, persons of earlier memos to offer."""

from PySide6.QtCore import QObject

from briefing.model.template import Section
from briefing.services.section_texts import sections_to_add, turned
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo


class FieldSections(QObject):
    """Follows the fields of the open memo; what it writes is one step that can be undone."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self._fields: dict[str, str] = {}
        opened.opened.connect(self._on_opened)
        opened.fields_changed.connect(self._on_fields_changed)

    def _on_opened(self) -> None:
        self._fields = dict(self._opened.memo.fields) if self._opened.is_open else {}
        self._context.tasks.run(self._persons, self._room.card.set_persons, key="memo.persons")

    def _persons(self) -> tuple[str, ...]:
        return self._context.desk.drafting.persons()

    def _on_fields_changed(self) -> None:
        if not self._opened.is_open:
            return
        was, self._fields = self._fields, dict(self._opened.memo.fields)
        template = self._opened.template
        if template is None or not any(section.condition for section in template.sections):
            return
        found = sections_to_add(self._room.editor.text(), template, was, self._fields)
        if found:
            self._room.editor.replace_spans(tuple(edit for _, edit in found))
            self._say([section for section, _ in found], "is asked for now, and was added")
        gone = [one for one in template.sections if turned(one, self._fields, was)]
        if gone:
            self._say(gone, "stays in the text, and is not printed any more")

    def _say(self, sections: list[Section], what: str) -> None:
        names = ", ".join(f"“{section.title}”" for section in sections)
        self._context.messages.info(f"{names} {what}.")
