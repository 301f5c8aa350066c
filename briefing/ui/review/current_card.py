"""The card at hand: its face in full, and the buttons of what can be done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from briefing.ui.review.card_faces import CardFace
from briefing.ui.review.card_painter import CardPainter, LaidFace
from briefing.ui.review.card_stack import SIDE, TOP
from briefing.ui.review.key_button import KeyButton
from briefing.ui.review.words_box import WordsBox
from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.buttons import ButtonRole
from briefing.ui.widgets.flow_layout import FlowLayout

_BORDER = 1  # px, in the stylesheet
_IN_A_ROW = 3  # buttons that need no grid


@dataclass(frozen=True, slots=True)
class CardButton:
    """One thing that can be done; `action` is its name in the table, `side` of a conflict."""

    action: str
    text: str
    key: str
    icon: str = ""
    role: ButtonRole = "plain"
    side: int = 0


class _FaceView(QWidget):
    """Paints a face as high as it is at the width it is given."""

    def __init__(self, painter: CardPainter) -> None:
        super().__init__()
        self._painter = painter
        self._face: CardFace | None = None
        self._laid: LaidFace | None = None
        self._laid_width = -1
        self._ink: Token = "muted"
        self._beside = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_face(self, face: CardFace, ink: Token, beside: str, painter: CardPainter) -> None:
        self._face, self._ink, self._beside, self._painter = face, ink, beside, painter
        self._laid = None
        self.update()

    def set_width(self, width: int) -> None:
        """Take the height that a width asks for."""
        self.setFixedHeight(self._lay(width))

    def _lay(self, width: int) -> int:
        if self._face is None:
            return 0
        if self._laid is None or self._laid_width != width:
            self._laid = self._painter.lay(self._face, width, is_whole=True)
            self._laid_width = width
        return self._laid.height

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._lay(self.width())
        if self._laid is not None:
            room = QRect(0, 0, self.width(), self.height())
            self._painter.paint(QPainter(self), self._laid, room, self._ink, self._beside)


class CurrentCard(QFrame):
    """One card that can be worked with; it stands over the place that the list keeps for it."""

    requested = Signal(str, int)  # an action's name, a side of a conflict
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[CardButton, ...] = ()
        self.setProperty("role", "card")
        self.setProperty("state", "current")
        self._face = _FaceView(CardPainter(theme))
        self._rows: dict[tuple[CardButton, ...], QWidget] = {}
        self._middle = QVBoxLayout()
        self.box = WordsBox(theme)
        self.box.kept.connect(self._on_words_kept)
        self._take: Callable[[str], None] | None = None
        self.box.left.connect(self.close_box)
        self.box.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, TOP, SIDE, TOP + 1)
        column.setSpacing(8)
        column.addWidget(self._face)
        column.addLayout(self._middle)
        column.addWidget(self.box)

    def show_face(
        self,
        face: CardFace,
        ink: Token,
        beside: str,
        painter: CardPainter,
        buttons: Sequence[CardButton],
    ) -> None:
        """Show what a card says and what can be done with it."""
        self._face.show_face(face, ink, beside, painter)
        self.setAccessibleName(face.words)
        if tuple(buttons) != self._shown:
            self._show_buttons(tuple(buttons))

    @property
    def first_button(self) -> QWidget | None:
        """Return the first thing that can be done with the card."""
        row = self._rows.get(self._shown) if self.isVisible() else None
        buttons = row.findChildren(KeyButton) if row is not None else []
        return next((one for one in buttons if one.isEnabled()), None)

    def height_at(self, width: int) -> int:
        """Return the height that the card takes at a width, and take it."""
        inner = width - 2 * (SIDE + _BORDER)
        self._face.set_width(inner)
        row = self._rows.get(self._shown)
        rows = row.heightForWidth(inner) if row is not None and self._shown else 0
        if row is not None:
            row.setFixedHeight(rows)
        edges = 2 * (TOP + _BORDER) + 1
        height = self._face.height() + edges + (rows + 8 if rows else 0)
        if not self.box.isHidden():
            height += self.box.height_at(inner) + 8
        return height

    def open_box(self, name: str, words: str, keep: str, take: Callable[[str], None]) -> None:
        """Ask for words in the card; `take` gets them."""
        self._take = take
        self.box.show()
        self.resized.emit()
        self.box.ask(name, words, keep)
        self.resized.emit()

    def close_box(self) -> None:
        """Leave the field; the keys work on the cards again."""
        if self.box.isHidden():
            return
        self.box.hide()
        self.resized.emit()
        viewport = self.parentWidget()
        shelf = viewport.parentWidget() if viewport is not None else None
        if isinstance(shelf, QWidget):
            shelf.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_words_kept(self, words: str) -> None:
        take, self._take = self._take, None
        self.close_box()
        if take is not None:
            take(words)

    def _show_buttons(self, buttons: tuple[CardButton, ...]) -> None:
        """Show the row of these buttons; each row is made once."""
        if buttons not in self._rows:
            self._rows[buttons] = self._make_row(buttons)
        for specs, row in self._rows.items():
            row.setVisible(specs == buttons and bool(buttons))
        self._shown = buttons

    def _make_row(self, buttons: tuple[CardButton, ...]) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=6, is_even=len(buttons) > _IN_A_ROW)
        self._middle.addWidget(row)
        for spec in buttons:
            button = KeyButton(self._theme, spec.text, spec.key, spec.role, spec.icon)
            button.setObjectName(spec.action)
            button.setProperty("side", spec.side)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._on_button_clicked)
            flow.addWidget(button)
            button.show()  # a hidden one takes no room, and the room is asked for at once
        return row

    def _on_button_clicked(self) -> None:
        button = self.sender()
        self.requested.emit(button.objectName(), int(button.property("side") or 0))

    def sizeHint(self) -> QSize:
        return QSize(280, self.height_at(self.width() or 280))
