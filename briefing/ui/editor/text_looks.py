"""The editor's looks: fonts, inks and spaces of each kind of line, made from the theme."""

from functools import lru_cache

from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QTextCharFormat, QTextFormat

from briefing.ui.editor.citation_chips import Tone
from briefing.ui.editor.inline_spans import Ink
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.theme_tokens import Token

MEASURE = 72  # characters: the longest comfortable line
LINE_HEIGHT = 1.5  # of the reading font's size
_HIDDEN = 0.01  # pt: drawn by a chip instead, and of no width

_HEADINGS = {1: 26.0, 2: 20.0, 3: 17.0, 4: 15.0, 5: 14.0, 6: 14.0}  # px at 100 %
_MONO_KINDS = frozenset({LineKind.CODE, LineKind.FENCE, LineKind.TABLE})
_QUIET_KINDS = frozenset({LineKind.FENCE, LineKind.DIV_OPEN, LineKind.DIV_CLOSE, LineKind.RULE})

CHIP_TOKENS: dict[Tone, tuple[Token, Token]] = {  # ink, ground
    Tone.PLAIN: ("accent", "accent_soft"),
    Tone.WARN: ("warn_strong", "warn_soft"),
    Tone.BAD: ("bad_strong", "bad_soft"),
}


class TextLooks:
    """Formats and measures of one theme at one text size; made anew when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        # Asked dozens of times a key.
        self.color = lru_cache(maxsize=64)(theme.color)
        self.px = lru_cache(maxsize=64)(theme.px)
        self.font = theme.font(FontRole.READING)
        self.chip_font = theme.font(FontRole.SMALL)
        self.line_height = LINE_HEIGHT * self.font.pixelSize()
        self.measure = MEASURE * QFontMetricsF(self.font).averageCharWidth()
        self.chip_metrics = QFontMetricsF(self.chip_font)
        self._mono = theme.font(FontRole.MONO)
        self._controls = theme.font(FontRole.SMALL)
        self.format_of = lru_cache(maxsize=512)(self._make_format)
        self.font_of = lru_cache(maxsize=32)(self._make_font)
        self.chip_format = lru_cache(maxsize=512)(self._make_chip_format)
        self.hidden_format = self._make_hidden_format()
        self.indent_format = self._make_indent_format()

    def space_between(self, above: LineKind, below: LineKind) -> float:
        """Return the space, in px, that a blank line between two lines takes."""
        if below is LineKind.HEADING:
            return self.theme.px(15)
        if above is LineKind.HEADING:
            return self.theme.px(3)
        if above is LineKind.ITEM and below is LineKind.ITEM:
            return self.theme.px(5)
        return self.theme.px(9)

    def extra_between(self, above: LineKind, below: LineKind) -> float:
        """Return the space between two lines with no blank one between them."""
        if LineKind.HEADING in (above, below) and LineKind.BLANK not in (above, below):
            return self.space_between(above, below)
        if below is LineKind.ITEM and above in (LineKind.ITEM, LineKind.TEXT):
            return self.theme.px(2)
        return 0.0

    def _make_font(self, kind: LineKind, level: int) -> QFont:
        """Return the font of a line's own words."""
        if kind in _MONO_KINDS:
            return QFont(self._mono)
        if kind in _QUIET_KINDS:
            return QFont(self._controls)
        font = QFont(self.font)
        if kind is LineKind.HEADING:
            font.setPixelSize(self.theme.px(_HEADINGS[level]))
            font.setWeight(QFont.Weight.DemiBold)
            font.setItalic(level == 4)
        return font

    def _make_format(self, kind: LineKind, level: int, inks: frozenset[Ink]) -> QTextCharFormat:
        """Return the format of a stretch of text under all that marks it."""
        if Ink.HIDDEN in inks:
            return self.hidden_format
        font = QFont(self.font_of(kind, level))
        made = QTextCharFormat()
        if Ink.BOLD in inks and kind is not LineKind.HEADING:
            font.setWeight(QFont.Weight.DemiBold)
        if Ink.ITALIC in inks:
            font.setItalic(not font.italic())
        if Ink.SYNTAX in inks:
            font.setWeight(QFont.Weight.Normal)
            font.setItalic(False)
        if Ink.CODE in inks:
            size = font.pixelSize()
            font = QFont(self._mono)
            font.setPixelSize(max(1, round(size * 0.84)))
        font.setStrikeOut(Ink.STRIKE in inks and Ink.SYNTAX not in inks)
        made.setFont(font)
        made.setForeground(QBrush(self.theme.color(_ink_token(kind, inks))))
        if Ink.CODE in inks:
            made.setBackground(QBrush(self.theme.color("background")))
        if Ink.NOTE in inks:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return made

    def _make_chip_format(
        self, kind: LineKind, level: int, char: str, width: int
    ) -> QTextCharFormat:
        """Return the format of a chip's first character: unseen, and as wide as the chip."""
        font = QFont(self.font_of(kind, level))
        own = QFontMetricsF(font).horizontalAdvance(char)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, width - own)
        return _unseen(font)

    def _make_hidden_format(self) -> QTextCharFormat:
        font = QFont(self.font)
        font.setPointSizeF(_HIDDEN)
        return _unseen(font)

    def _make_indent_format(self) -> QTextCharFormat:
        """Return the format of the spaces before a nested item: wide enough to be seen."""
        made = QTextCharFormat()
        font = QFont(self.font)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.theme.px(6))
        made.setFont(font)
        return made


def _unseen(font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
    nothing = QColor()
    nothing.setAlpha(0)
    made.setForeground(QBrush(nothing))
    made.setProperty(QTextFormat.Property.TextUnderlineStyle, 0)
    return made


def _ink_token(kind: LineKind, inks: frozenset[Ink]) -> Token:
    if Ink.SYNTAX in inks or kind in _QUIET_KINDS:
        return "muted"
    if Ink.LINK in inks or Ink.NOTE in inks:
        return "accent"
    return "ink"
