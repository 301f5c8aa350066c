"""A card of the evidence panel: read it, drag it into the text, insert it with Enter, open it."""

import html

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefing.ui.editor.plain_clipboard import record_data
from briefing.ui.memo.evidence_cards import EvidenceCard
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import IconButton
from briefing.ui.widgets.labels import make_frame, make_label, set_state


class EvidenceCardView(QFrame):
    """One fact or article, which the keyboard reaches."""

    insert_requested = Signal(object)  # an EvidenceCard
    open_requested = Signal(object)  # an EvidenceCard

    def __init__(self, theme: Theme, card: EvidenceCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self._pressed: QPoint | None = None
        self.setProperty("role", "card")
        self.setProperty("state", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        cited = ", cited here" if card.is_cited else ""
        told = f"{card.kind}: {card.words}. {card.badge} {card.detail}{cited}. {card.note}"
        self.setAccessibleName(told.removesuffix(". "))
        self.setToolTip(_capital(card.reason))
        self._buttons = make_frame("paper", self)
        self._fill_buttons(theme)
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        words = QLabel(_marked_words(self.card))
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        top = Qt.AlignmentFlag.AlignTop
        if self.card.badge:
            row.addWidget(make_label(self.card.badge, "badge", state=self.card.state), 0, top)
        cited = "cited here · " if self.card.is_cited else ""
        row.addWidget(make_label(cited + self.card.detail, "small", is_wrapped=True), 1, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(11), theme.px(8), theme.px(8), theme.px(7))
        column.setSpacing(theme.px(5))
        column.addWidget(words)
        if self.card.note:
            column.addWidget(make_label(self.card.note, "warn", is_wrapped=True))
        column.addLayout(row)
        if self.card.reason and not self.card.note:
            column.addWidget(make_label(_capital(self.card.reason), "small", is_wrapped=True))

    def _fill_buttons(self, theme: Theme) -> None:
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        look = IconButton(theme, "book-open", "Open the source", size=15)
        insert = IconButton(theme, "corner-down-left", "Insert at the cursor (Enter)", size=15)
        look.clicked.connect(self._on_look_clicked)
        insert.clicked.connect(self._on_insert_clicked)
        for button in (look, insert):
            row.addWidget(button)
        self._buttons.hide()

    def _on_look_clicked(self) -> None:
        self.open_requested.emit(self.card)

    def _on_insert_clicked(self) -> None:
        self.insert_requested.emit(self.card)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(record_data(self.card.kind, self.card.uid, self.card.words))
            drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.insert_requested.emit(self.card)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter for the card: elsewhere in the room it opens the source at the cursor."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.open_requested.emit(self.card)
        elif is_enter:
            self.insert_requested.emit(self.card)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in the lower right corner, over the words."""
        super().resizeEvent(event)
        size = self._buttons.sizeHint()
        self._buttons.setGeometry(
            self.width() - size.width() - 5,
            self.height() - size.height() - 4,
            size.width(),
            size.height(),
        )

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_buttons(is_shown=True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_buttons(is_shown=self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        set_state(self, "current")
        self._show_buttons(is_shown=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        set_state(self, "")
        self._show_buttons(is_shown=self.underMouse())

    def _show_buttons(self, *, is_shown: bool) -> None:
        self._buttons.setVisible(is_shown)
        self._buttons.raise_()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _marked_words(card: EvidenceCard) -> str:
    """Return the words as rich text, with the value set bold."""
    start, end = card.bold
    before, value, after = card.words[:start], card.words[start:end], card.words[end:]
    bold = f"<b>{html.escape(value)}</b>" if value else ""
    return html.escape(before) + bold + html.escape(after)
