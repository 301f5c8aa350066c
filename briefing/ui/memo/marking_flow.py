"""Marks the portions at the cursor, and offers the banner that follows from them."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from briefing.errors import BriefingError
from briefing.services.portion_marking import (
    Banner,
    MarkChoice,
    SchemeChoices,
    banner_of,
    scheme_choices,
)
from briefing.text.portion_edits import portion_edits
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo

_KEYS = "1234567890"


class MarkingFlow(QObject):
    """Serves portion marks and the banner."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        context.actions.handle("memo.mark_portion", self.open_menu)
        context.actions.handle("memo.banner", self.set_banner)

    def open_menu(self) -> None:
        """Offer the marks at the cursor; a digit chooses one."""
        if self._opened.is_open:
            try:
                self._open_menu()
            except BriefingError as error:  # a scheme of the user's that cannot be read
                self._context.messages.error(error)

    def _open_menu(self) -> None:
        banner = self._banner()
        menu = QMenu(self._room)
        menu.setObjectName("portion_marks")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        first, *others = scheme_choices(self._opened.memo.body, banner.current)
        self._fill(menu, first, is_numbered=True)
        for scheme in others:
            self._fill(menu.addMenu(scheme.title), scheme, is_numbered=False)
        menu.addSeparator()
        menu.addAction("&No mark").triggered.connect(partial(self.mark, ""))
        if not banner.is_right:
            menu.addAction(self._context.actions.action("memo.banner"))
        editor = self._room.editor
        menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))

    def mark(self, mark: str) -> None:
        """Mark the portions that are selected, or that at the cursor; one step of undo."""
        editor = self._room.editor
        start, end = editor.selected_span()
        edits = portion_edits(editor.text(), start, end, mark)
        if not edits:
            is_none = not portion_edits(editor.text(), start, end, "X")
            if is_none:
                self._context.messages.info("Put the cursor in a paragraph, title or caption.")
            return
        editor.replace_spans(edits)
        editor.setFocus()
        self._offer_banner()

    def set_banner(self) -> None:
        """Give the memo the marking that its portions ask for."""
        if not self._opened.is_open:
            return
        banner = self._banner()
        if not banner.highest:
            self._context.messages.info("No paragraph of this memo bears a mark yet.")
        elif banner.is_right:
            self._context.messages.info(f"The marking is right: {banner.highest}.")
        else:
            values = dict(self._opened.memo.fields) | {banner.field: banner.highest}
            self._opened.set_fields(tuple(values.items()))
            self._context.messages.info(f"The memo is marked {banner.highest}.")

    def _offer_banner(self) -> None:
        banner = self._banner()
        if not banner.is_right:
            now = f"is {banner.current}" if banner.current else "is empty"
            said = f"The highest mark is {banner.highest}; the memo's marking {now}."
            self._context.messages.offer(said, "memo.banner")

    def _banner(self) -> Banner:
        return banner_of(self._opened.memo, self._opened.template)

    def _fill(self, menu: QMenu, scheme: SchemeChoices, *, is_numbered: bool) -> None:
        for number, choice in enumerate(scheme.choices):
            key = f"&{_KEYS[number]}  " if is_numbered and number < len(_KEYS) else ""
            self._add(menu, key, choice)

    def _add(self, menu: QMenu, key: str, choice: MarkChoice) -> QAction:
        label = "" if choice.label == choice.mark else f"  {choice.label}"
        action = menu.addAction(f"{key}({choice.mark}){label}")
        action.setToolTip(choice.meaning)
        action.triggered.connect(partial(self.mark, choice.mark))
        return action
