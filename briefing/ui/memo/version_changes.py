"""What differs between two states of a memo: struck through what went, underlined what came."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from briefing.model.memo_change import ChangeKind, MemoChange, WordKind
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.widgets.change_looks import change_looks

_WORDS = {
    ChangeKind.ADDED: ("added", "Take this paragraph out"),
    ChangeKind.REMOVED: ("removed", "Bring this paragraph back"),
    ChangeKind.REWORDED: ("reworded", "Bring the earlier words back"),
    ChangeKind.MOVED: ("moved here", ""),
}
_SCHEME = "change"

FieldChange = tuple[str, str, str]  # label, was, now


class VersionChanges(QTextBrowser):
    """Shows changes one under another; a link below each wishes to take it back."""

    take_back_requested = Signal(int)  # the number of a change, from 0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setOpenLinks(False)
        self.setFont(theme.font(FontRole.READING))
        self.setAccessibleName("What differs")
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_text(self, text: str) -> None:
        """Show the text of one version."""
        self.setPlainText(text)

    def show_changes(
        self,
        fields: Sequence[FieldChange],
        changes: Sequence[MemoChange],
        *,
        can_take_back: bool,
    ) -> None:
        """Show the fields and paragraphs that differ, from the beginning."""
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for label, was, now in fields:
            self._say(cursor, label, "")
            self._write(cursor, (("delete", was), ("equal", "  "), ("insert", now)))
        for number, change in enumerate(changes):
            kind, wish = _WORDS[change.kind]
            self._say(cursor, f"{change.section} · {kind}" if change.section else kind, "")
            self._write(cursor, _stretches(change))
            if can_take_back and wish:
                self._say(cursor, wish, f"{_SCHEME}:{number}")
        if not fields and not changes:
            self._say(cursor, "The text is the same.", "")
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _say(self, cursor: QTextCursor, words: str, link: str) -> None:
        """Write a line in the small type of labels; with a link it can be pressed."""
        look = QTextCharFormat()
        look.setFont(self._theme.font(FontRole.SMALL))
        look.setForeground(self._theme.color("accent" if link else "muted_strong"))
        if link:
            look.setAnchor(True)
            look.setAnchorHref(link)
        self._begin_block(cursor, above=2 if link else 14)
        cursor.insertText(words, look)

    def _write(self, cursor: QTextCursor, stretches: Sequence[tuple[WordKind, str]]) -> None:
        looks = change_looks(self._theme)
        self._begin_block(cursor, above=3)
        for kind, text in stretches:
            cursor.insertText(text.replace("\n", "\u2028"), looks[kind])

    def _begin_block(self, cursor: QTextCursor, *, above: int) -> None:
        spacing = QTextBlockFormat()
        spacing.setTopMargin(self._theme.px(above))
        if self.document().isEmpty():
            spacing.setTopMargin(0)
            cursor.setBlockFormat(spacing)
        else:
            cursor.insertBlock(spacing, QTextCharFormat())

    def _on_anchor_clicked(self, address: QUrl) -> None:
        if address.scheme() == _SCHEME:
            self.take_back_requested.emit(int(address.path()))


def _stretches(change: MemoChange) -> tuple[tuple[WordKind, str], ...]:
    match change.kind:
        case ChangeKind.ADDED:
            return (("insert", change.now),)
        case ChangeKind.REMOVED:
            return (("delete", change.was),)
        case ChangeKind.MOVED:
            return (("equal", change.now),)
        case ChangeKind.REWORDED:
            words = list(change.words)
            while words and not words[-1][1].strip():  # the blank line behind the paragraph
                words.pop()
            return tuple(words)
