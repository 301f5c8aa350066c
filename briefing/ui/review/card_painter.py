"""Paints the face of a card: heading, words by their change, remarks; tells how high it is."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from briefing.ui.review.card_faces import CardFace, CardNote, Stretch
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.theme_tokens import Token
from briefing.ui.utf16 import utf16_offset
from briefing.ui.widgets.change_looks import change_looks

_ICON = 14
_GAP = 5  # px between heading, words and remarks
_MOST_LINES = 6  # of one paragraph on a card that is not the current one


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LaidFace:
    """A face set at one width; `height` is that of everything in it, in px."""

    face: CardFace
    layouts: tuple[tuple[QTextLayout, int], ...]  # with the number of lines that are shown
    height: int


class CardPainter:
    """Sets and paints faces in the looks of the theme; made anew when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._looks = change_looks(theme)
        self._font = theme.font(FontRole.UI)
        self._small = theme.font(FontRole.SMALL)
        self._head = theme.px(18)

    def lay(self, face: CardFace, width: int, *, is_whole: bool) -> LaidFace:
        """Set a face at a width; whole, or only the first lines of each of its paragraphs."""
        most = 1000 if is_whole else _MOST_LINES
        layouts: list[tuple[QTextLayout, int]] = []
        y = float(self._head + self._theme.px(_GAP))
        for line in face.lines:
            layout, count, y = self._set(line, width, y, most)
            layouts.append((layout, count))
        note_width = width - self._theme.px(_ICON + 5)
        for note in face.notes:
            y += self._theme.px(_GAP)
            layout, count, y = self._set_note(note, note_width, y)
            layouts.append((layout, count))
        return LaidFace(face, tuple(layouts), round(y))

    def paint(
        self, painter: QPainter, laid: LaidFace, at: QRect, author_ink: Token, beside: str
    ) -> None:
        """Paint a face into a room; `beside` stands at the right of its heading."""
        face = laid.face
        self._paint_head(painter, face, at, author_ink, beside)
        origin = QPointF(at.topLeft())
        notes_from = len(laid.layouts) - len(face.notes)
        painter.setPen(self._theme.color("ink"))
        for place, (layout, count) in enumerate(laid.layouts):
            shift = QPointF(0, 0)
            if place >= notes_from:
                note = face.notes[place - notes_from]
                shift.setX(self._theme.px(_ICON + 5))
                top = origin.y() + layout.lineAt(0).y()
                self._icon(painter, note.icon, note.ink, QPointF(origin.x(), top + 1))
                painter.setPen(self._theme.color(note.ink))
            for number in range(count):
                layout.lineAt(number).draw(painter, origin + shift)

    def _paint_head(
        self, painter: QPainter, face: CardFace, at: QRect, ink: Token, beside: str
    ) -> None:
        self._icon(painter, face.icon, ink, QPointF(at.left(), at.top() + 1))
        painter.setFont(self._small)
        metrics = QFontMetricsF(self._small)
        head = QRectF(at.left(), at.top(), at.width(), self._head)
        right = " · ".join(part for part in (face.state, beside) if part)
        room = metrics.horizontalAdvance(right) + (self._theme.px(18) if face.state_icon else 0)
        centred = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.setPen(self._theme.color(face.state_ink if face.state else "muted"))
        words = QRectF(
            head.right() - metrics.horizontalAdvance(right), head.top(), room, self._head
        )
        painter.drawText(words, centred, right)
        if face.state_icon:
            spot = QPointF(words.left() - self._theme.px(18), at.top() + 1)
            self._icon(painter, face.state_icon, face.state_ink, spot)
        left = head.adjusted(self._theme.px(_ICON + 7), 0, -room - self._theme.px(8), 0)
        painter.setPen(self._theme.color("muted"))
        shown = metrics.elidedText(face.heading, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, centred, shown)

    def _icon(self, painter: QPainter, name: str, ink: Token, spot: QPointF) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(spot, self._theme.pixmap(name, ink, _ICON, ratio))

    def _set(
        self, line: tuple[Stretch, ...], width: int, y: float, most: int
    ) -> tuple[QTextLayout, int, float]:
        text = "".join(words for _, words in line)
        formats: list[QTextLayout.FormatRange] = []
        at = 0
        for kind, words in line:
            length = utf16_offset(words, len(words))
            if kind != "equal":
                formats.append(_range(at, length, self._looks[kind]))
            at += length
        layout = QTextLayout(text, self._font)
        layout.setFormats(formats)
        return self._break(layout, width, y, most)

    def _set_note(self, note: CardNote, width: int, y: float) -> tuple[QTextLayout, int, float]:
        look = QTextCharFormat()
        look.setForeground(QBrush(self._theme.color(note.ink)))
        layout = QTextLayout(note.text, self._small)
        layout.setFormats([_range(0, utf16_offset(note.text, len(note.text)), look)])
        return self._break(layout, width, y, 4)

    @staticmethod
    def _break(
        layout: QTextLayout, width: int, y: float, most: int
    ) -> tuple[QTextLayout, int, float]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        count = 0
        while count < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, y))
            y += line.height() + 2
            count += 1
        layout.endLayout()
        return layout, count, y


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look  # type: ignore[assignment]
    return made
