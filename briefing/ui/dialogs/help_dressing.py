"""Gives a document that Qt read from Markdown the looks of the window."""

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole

_HEADINGS = {1: FontRole.READING_TITLE, 2: FontRole.READING_HEADING}


def dress_document(document: QTextDocument, theme: Theme) -> None:
    """Set headings, paragraphs, links, code and tables as the theme has them."""
    _dress_blocks(document, theme)
    for frame in _frames(document.rootFrame()):
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)


def _dress_blocks(document: QTextDocument, theme: Theme) -> None:
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        in_table = bool(cursor.currentTable())
        shape = QTextBlockFormat()
        shape.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin(theme.px(16) if level > 1 else 0)
        shape.setBottomMargin(0 if in_table else theme.px(8))
        cursor.mergeBlockFormat(shape)
        _dress_words(cursor, theme, level)
        block = block.next()


def _dress_words(cursor: QTextCursor, theme: Theme, level: int) -> None:
    """Set the fonts of a block's fragments: headings, code, links."""
    block = cursor.block()
    places: list[tuple[int, int, QTextCharFormat]] = []
    walk = block.begin()
    while not walk.atEnd():
        run = walk.fragment()
        places.append((run.position(), run.length(), run.charFormat()))
        walk += 1
    for start, length, was in places:
        words = QTextCursor(block)
        words.setPosition(start)
        words.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        if level:
            look.setFont(theme.font(_HEADINGS.get(level, FontRole.UI_BOLD)))
        elif was.fontFixedPitch():
            look.setFont(theme.font(FontRole.MONO))
            look.setForeground(theme.color("muted_strong"))
        if was.isAnchor():
            look.setForeground(theme.color("accent"))
        words.mergeCharFormat(look)


def _dress_table(table: QTextTable, theme: Theme) -> None:
    shape = table.format()
    shape.setBorderCollapse(True)
    shape.setBorder(1)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(theme.color("line"))
    shape.setCellPadding(theme.px(5))
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setBottomMargin(theme.px(10))
    shape.clearProperty(QTextFormat.Property.BackgroundBrush)
    table.setFormat(shape)


def _frames(frame: QTextFrame) -> list[QTextFrame]:
    found = list(frame.childFrames())
    for child in frame.childFrames():
        found += _frames(child)
    return found
