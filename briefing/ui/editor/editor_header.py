"""The widget above the text, such as the card of a memo's fields: it scrolls with it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit

_PAD = 20  # px at 100 %
_FOOT = 0.4  # of the window's height: the last line can be read in the middle


class EditorHeader(QObject):
    """Keeps the header as wide as the text, and room for it above the text."""

    def __init__(self, editor: MarkdownTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._widget: QWidget | None = None

    def set(self, widget: QWidget) -> None:
        """Show a widget above the text."""
        self._widget = widget
        widget.setParent(self._editor.viewport())
        widget.installEventFilter(self)
        widget.show()
        self.place()

    def place(self) -> None:
        """Fit the widget into the measure and make room for it."""
        editor, widget = self._editor, self._widget
        pad, page = editor.theme.px(_PAD), editor.page
        foot = editor.viewport().height() * _FOOT
        if widget is None or widget.isHidden():
            page.set_margins(pad, foot)
            return
        width = round(page.measure)
        height = widget.heightForWidth(width) if widget.hasHeightForWidth() else -1
        height = height if height > 0 else widget.sizeHint().height()
        bar = editor.verticalScrollBar()
        grown = height - widget.height() if bar.value() > widget.height() else 0
        page.set_margins(pad + height + 0.8 * pad, foot)
        if grown:  # above the window: what is read there stays in its place
            bar.setValue(bar.value() + grown)
        widget.setGeometry(round(page.left), pad - bar.value(), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Hide, QEvent.Type.Show):
            self.place()
        return super().eventFilter(watched, event)
