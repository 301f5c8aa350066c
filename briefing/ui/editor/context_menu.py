"""The menu under the right button: what Qt offers on a text, and what stands at the place."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent

if TYPE_CHECKING:
    from briefing.ui.editor.memo_editor import MemoEditor


def open_context_menu(editor: "MemoEditor", event: QContextMenuEvent) -> None:
    """Open the menu; who hears `menu_opening` may put more at its top."""
    menu = editor.createStandardContextMenu(event.pos())
    found = editor.pointing.box_at(event.pos())
    if found and found[1].chip:
        first = menu.actions()[0]
        action = menu.addAction("Open the source")
        action.triggered.connect(partial(editor.open_chip, found[1].chip))
        menu.insertAction(first, action)
        menu.insertSeparator(first)
    else:
        position = editor.cursorForPosition(event.pos()).position()
        editor.menu_opening.emit(menu, editor.table.point_at(position))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())
