"""The menu under the right button: what Qt offers on a text, and what stands at the place."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from briefing.ui.editor.chip_pointing import ChipPointing
from briefing.ui.editor.citation_chips import Chip
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit


def open_context_menu(
    editor: MarkdownTextEdit,
    pointing: ChipPointing,
    tell: Callable[[QMenu, int], None],
    event: QContextMenuEvent,
) -> None:
    """Open the menu; who is told of it and its place (a code point) may put more at its top."""
    menu = editor.createStandardContextMenu(event.pos())
    found = pointing.box_at(event.pos())
    if found and found[1].chip:
        first = menu.actions()[0]
        action = menu.addAction("Open the source")
        action.triggered.connect(partial(_open, pointing, found[1].chip))
        menu.insertAction(first, action)
        menu.insertSeparator(first)
    else:
        position = editor.cursorForPosition(event.pos()).position()
        tell(menu, editor.table.point_at(position))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())


def _open(pointing: ChipPointing, chip: Chip, *_is_checked: bool) -> None:
    pointing.citation_requested.emit(chip)
