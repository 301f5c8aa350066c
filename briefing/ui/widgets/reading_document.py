"""Reading blocks → a text document, and the way from its places to the body's and back."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from briefing.model.reading_block import ReadingBlock, ReadingKind, ReadingRun
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.utf16 import code_point_offset, utf16_offset

_LEADING = 120  # per cent of the type's own line height
_INDENT = 22
_LABELS = 104  # px of the column in which fields are named


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of one run: where they are on the screen (UTF-16) and in the body (code points)."""

    shown: int
    start: int
    text: str


class ReadingDocument:
    """A body set for reading; holds the map between screen and body."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._formats: dict[tuple[object, ...], tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self._stretches: list[_Stretch] = []
        self._by_body: list[_Stretch] = []
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)

    def set_blocks(self, blocks: Sequence[ReadingBlock]) -> None:
        """Lay out a body anew."""
        self._stretches, self._formats = [], {}
        self.document.clear()
        self.document.setDefaultFont(self._theme.font(FontRole.READING))
        self.document.setDocumentMargin(0)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for at, block in enumerate(blocks):
            layout, base = self._formats_of(block, is_first=at == 0)
            if at == 0:
                cursor.setBlockFormat(layout)
            else:
                cursor.insertBlock(layout)
            self._insert_block(cursor, block, base)
        cursor.endEditBlock()
        self._by_body = sorted(self._stretches, key=lambda stretch: stretch.start)

    def body_span(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the body's code points from `start` to `end` for a selection on the screen.

        Nothing where the selection has no words of the body.
        """
        touched = [one for one in self._stretches if self._overlap(one, first, last)]
        if not touched:
            return None
        begin, end = touched[0], touched[-1]
        start = begin.start + code_point_offset(begin.text, max(first - begin.shown, 0))
        stop = end.start + code_point_offset(end.text, max(last - end.shown, 0))
        return (start, stop) if start < stop else None

    def shown_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a stretch of the body is on the screen, or nothing if none of it is."""
        first = self._first_shown(start)
        last = self._last_shown(end)
        return (first, last) if first is not None and last is not None and first < last else None

    def _overlap(self, one: _Stretch, first: int, last: int) -> bool:
        return one.shown < last and first < one.shown + utf16_offset(one.text, len(one.text))

    def _first_shown(self, start: int) -> int | None:
        at = bisect_right(self._by_body, start, key=lambda one: one.start) - 1
        if at >= 0 and start < self._by_body[at].start + len(self._by_body[at].text):
            one = self._by_body[at]
            return one.shown + utf16_offset(one.text, start - one.start)
        return self._by_body[at + 1].shown if at + 1 < len(self._by_body) else None

    def _last_shown(self, end: int) -> int | None:
        at = bisect_right(self._by_body, end - 1, key=lambda one: one.start) - 1
        if at < 0:
            return None
        one = self._by_body[at]
        return one.shown + utf16_offset(one.text, min(end - one.start, len(one.text)))

    def _formats_of(
        self, block: ReadingBlock, *, is_first: bool
    ) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return how a block and its words are set; blocks of one kind share both."""
        key = block.kind, block.level, block.depth, bool(block.marker), is_first
        if key not in self._formats:
            layout = self._block_format(block, is_first=is_first)
            self._formats[key] = layout, self._base_format(block)
        return self._formats[key]

    def _insert_block(
        self, cursor: QTextCursor, block: ReadingBlock, base: QTextCharFormat
    ) -> None:
        if block.kind is ReadingKind.FIELD:
            cursor.insertText(f"{block.marker}\t", self._label_format())
        elif block.marker:
            cursor.insertText(f"{block.marker}\u2002", base)
        if block.kind is ReadingKind.RULE:
            cursor.insertText("* * *", base)
        for run in block.runs:
            self._insert_run(cursor, run, base)

    def _insert_run(self, cursor: QTextCursor, run: ReadingRun, base: QTextCharFormat) -> None:
        if run.start >= 0:
            self._stretches.append(_Stretch(cursor.position(), run.start, run.text))
        is_plain = not (run.is_bold or run.is_italic or run.is_code or run.url)
        look = base if is_plain else QTextCharFormat(base)
        if run.is_bold:
            look.setFontWeight(QFont.Weight.DemiBold)
        if run.is_italic:
            look.setFontItalic(True)
        if run.is_code:
            look.setFont(self._theme.font(FontRole.MONO))
        if run.url:
            look.setForeground(self._theme.color("accent"))
            look.setToolTip(run.url)
        cursor.insertText(run.text.replace("\n", "\u2028").replace("\r", " "), look)

    def _base_format(self, block: ReadingBlock) -> QTextCharFormat:
        look = QTextCharFormat()
        role = FontRole.READING
        if block.kind is ReadingKind.HEADING:
            role = FontRole.READING_HEADING if block.level <= 2 else FontRole.READING_BOLD
        elif block.kind is ReadingKind.CODE:
            role = FontRole.MONO
        look.setFont(self._theme.font(role))
        is_quiet = block.kind in (ReadingKind.QUOTE, ReadingKind.RULE)
        look.setForeground(self._theme.color("muted_strong" if is_quiet else "ink"))
        return look

    def _label_format(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(self._theme.font(FontRole.SMALL))
        look.setForeground(self._theme.color("muted"))
        return look

    def _block_format(self, block: ReadingBlock, *, is_first: bool) -> QTextBlockFormat:
        px = self._theme.px
        layout = QTextBlockFormat()
        is_heading = block.kind is ReadingKind.HEADING
        is_item = block.kind is ReadingKind.ITEM
        is_field = block.kind is ReadingKind.FIELD
        is_close = is_item or is_field
        layout.setTopMargin(0 if is_first else px(22 if is_heading else 4 if is_close else 12))
        layout.setBottomMargin(px(2 if is_heading else 0))
        layout.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        layout.setLeftMargin(px(_INDENT) * block.depth)
        if is_item and block.marker:
            layout.setTextIndent(-px(16))
        if is_field:
            column = px(_LABELS)
            layout.setLeftMargin(column)
            layout.setTextIndent(-column)
            layout.setTabPositions([QTextOption.Tab(column, QTextOption.TabType.LeftTab)])
        if block.kind is ReadingKind.RULE:
            layout.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if is_heading:
            layout.setHeadingLevel(block.level)
        return layout
