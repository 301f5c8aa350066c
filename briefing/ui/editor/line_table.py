"""The document's lines as plain text, kept in step by the changed lines only.

Qt's own `toPlainText()` copies the whole document (and turns no-break spaces into spaces); this
table gives the exact text at the price of a join, tells what each line is, and converts between
Qt's positions and Briefing's.
"""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from briefing.ui.editor.line_kinds import LOOKED_UP, Context, Line, LineKind, read_line
from briefing.ui.utf16 import code_point_offset, utf16_offset


@dataclass(slots=True, eq=False)
class LineEntry:
    """One line of the document; a changed line gets a new entry, unchanged ones keep theirs.

    A fold is a looked-up div that holds nothing of its own: `fold_size` lines from the opening
    one on, which stands `fold_offset` lines above. `laid` belongs to the layout.
    """

    text: str
    before: Context
    line: Line
    fold_size: int = 0
    fold_offset: int = 0
    laid: object = None
    words: tuple[tuple[int, str], ...] | None = None  # for spelling, with their columns

    @property
    def kind(self) -> LineKind:
        """Return what the line is."""
        return self.line.kind


class LineTable(QObject):
    """The lines of one QTextDocument; make it before any layout, so that it hears first."""

    edited = Signal()  # the text became another
    moved = Signal(int, int, int)  # Qt position, code units removed, code units added

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.entries: list[LineEntry] = []
        self._starts: list[int] | None = None
        self._wide_lines = 0  # lines with characters beyond the basic plane
        self._change: tuple[int, int] | None = None
        self._replace(0, document.blockCount() - 1, document.blockCount())
        document.contentsChange.connect(self._on_contents_changed)

    # ---- the text ----

    def text(self) -> str:
        """Return the whole text."""
        return "\n".join([entry.text for entry in self.entries])

    def take_change(self) -> tuple[int, int] | None:
        """Return the first and last line that changed since this was asked last, if any did."""
        change, self._change = self._change, None
        return change

    # ---- positions ----

    def point_at(self, position: int) -> int:
        """Return the code point in the text at a position of the document."""
        if not self._wide_lines:
            return position
        block = self._document.findBlock(position)
        number = block.blockNumber()
        if number < 0:
            return self._line_starts()[-1] - 1
        line = self.entries[number].text
        return self._line_starts()[number] + code_point_offset(line, position - block.position())

    def position_at(self, point: int) -> int:
        """Return the document's position of a code point in the text."""
        if not self._wide_lines:
            return min(point, self._document.characterCount() - 1)
        number = self.line_at(point)
        block = self._document.findBlockByNumber(number)
        text = self.entries[number].text
        column = min(point - self._line_starts()[number], len(text))
        return block.position() + utf16_offset(text, column)

    def line_at(self, point: int) -> int:
        """Return the number of the line that holds a code point of the text."""
        if not self._wide_lines:
            number = self._document.findBlock(max(point, 0)).blockNumber()
            return number if number >= 0 else len(self.entries) - 1
        found = bisect_right(self._line_starts(), point) - 1
        return min(max(found, 0), len(self.entries) - 1)

    def start_of(self, number: int) -> int:
        """Return the code point at which a line begins."""
        if not self._wide_lines:
            return self._document.findBlockByNumber(number).position()
        return self._line_starts()[number]

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            self._starts = list(accumulate((len(e.text) + 1 for e in self.entries), initial=0))
        return self._starts

    # ---- keeping in step ----

    def _on_contents_changed(self, position: int, removed: int, added: int) -> None:
        document = self._document
        first = document.findBlock(position).blockNumber()
        last_block = document.findBlock(position + added)
        count = document.blockCount()
        # Qt's numbers may reach beyond the text, so the lines are compared by their count.
        last = last_block.blockNumber() if last_block.isValid() else count - 1
        first = min(max(first, 0), count - 1)
        if self._replace(first, last, count):
            self.moved.emit(position, removed, added)
            self.edited.emit()

    def _replace(self, first: int, last: int, count: int) -> bool:
        """Read lines `first` to `last` anew; return whether their text became another."""
        old_last = last - (count - len(self.entries))
        old = self.entries[first : old_last + 1]
        before = self._left_open_at(first)
        new: list[LineEntry] = []
        block = self._document.findBlockByNumber(first)
        for _ in range(first, last + 1):
            entry = _read(block, before)
            before = entry.line.after
            new.append(entry)
            block = block.next()
        _keep_unchanged(old, new)
        self.entries[first : old_last + 1] = new
        self._starts = None
        self._wide_lines += sum(map(_is_wide, new)) - sum(map(_is_wide, old))
        last = self._carry_on(last + 1, before)
        if any(map(_is_in_div, old)) or any(map(_is_in_div, self.entries[first : last + 1])):
            first, last = self._mark_folds(first, last)
        self._note_change(first, last)
        return len(old) != len(new) or any(a.text != b.text for a, b in zip(old, new, strict=True))

    def _left_open_at(self, number: int) -> Context:
        return self.entries[number - 1].line.after if number > 0 else ()

    def _carry_on(self, number: int, before: Context) -> int:
        """Read the lines that follow anew as long as what is left open differs; return the last."""
        while number < len(self.entries) and self.entries[number].before != before:
            text = self.entries[number].text
            entry = LineEntry(text, before, read_line(text, before))
            self.entries[number] = entry
            before = entry.line.after
            number += 1
        return number - 1

    def _mark_folds(self, first: int, last: int) -> tuple[int, int]:
        """Find the folds anew; return the changed lines, those of other folds included."""
        was = [(entry.fold_size, entry.fold_offset) for entry in self.entries]
        for entry in self.entries:
            entry.fold_size = entry.fold_offset = 0
        for number, entry in enumerate(self.entries):
            if entry.kind is LineKind.DIV_OPEN and entry.line.classes in LOOKED_UP:
                self._mark_fold(number)
        for number, entry in enumerate(self.entries):
            if was[number] != (entry.fold_size, entry.fold_offset):
                entry.laid = None
                first, last = min(first, number), max(last, number)
        return first, last

    def _mark_fold(self, head: int) -> None:
        end = head + 1
        while end < len(self.entries) and self.entries[end].kind is LineKind.BLANK:
            end += 1
        if end == len(self.entries) or self.entries[end].kind is not LineKind.DIV_CLOSE:
            return
        for offset, entry in enumerate(self.entries[head : end + 1]):
            entry.fold_size = end - head + 1
            entry.fold_offset = offset

    def _note_change(self, first: int, last: int) -> None:
        if self._change is not None:
            first, last = min(first, self._change[0]), max(last, self._change[1])
        self._change = (first, min(last, len(self.entries) - 1))


def _read(block: QTextBlock, before: Context) -> LineEntry:
    text = block.text()
    return LineEntry(text, before, read_line(text, before))


def _keep_unchanged(old: list[LineEntry], new: list[LineEntry]) -> None:
    """Put the old entries back at both ends, where nothing changed: Qt names too wide a range."""
    for step in (1, -1):
        for number in range(min(len(old), len(new))):
            at = number if step == 1 else -1 - number
            if old[at].text != new[at].text or old[at].before != new[at].before:
                break
            new[at] = old[at]


def _is_wide(entry: LineEntry) -> bool:
    return not entry.text.isascii() and utf16_offset(entry.text, len(entry.text)) != len(entry.text)


def _is_in_div(entry: LineEntry) -> bool:
    return bool(entry.before) or entry.kind in (LineKind.DIV_OPEN, LineKind.DIV_CLOSE)
