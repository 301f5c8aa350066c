"""The misspelt words of the lines that are drawn: read once a line, looked up off the thread.

It knows no dictionary: it emits the words that it has not met, and is told which are misspelt.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.text.spelling_words import spelling_words
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.line_table import LineEntry
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit
from briefing.ui.utf16 import utf16_offset

_PAUSE = 90  # ms: words are asked for together
_MOST_KNOWN = 60_000  # words whose answer is kept
_NOT_READ = frozenset(
    {LineKind.CODE, LineKind.FENCE, LineKind.DIV_OPEN, LineKind.DIV_CLOSE, LineKind.RULE}
)


def words_of(entry: LineEntry) -> tuple[tuple[int, str], ...]:
    """Return the words of a line with their columns; kept with the line until it changes."""
    if entry.words is None:
        read = () if entry.kind in _NOT_READ else tuple(spelling_words(entry.text))
        entry.words = read
    return entry.words


class SpellMarks(QObject):
    """Knows which words are misspelt; the word that is being typed is left in peace."""

    words_wanted = Signal(object)  # a frozenset of words; answer with `learn`

    def __init__(self, editor: MarkdownTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_on = False
        self._known: dict[str, bool] = {}  # word: whether it is misspelt
        self._wanted: set[str] = set()
        self._is_typing = self._is_fresh = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._on_timer_timeout)
        editor.page.painter.misspelt = self.spans
        editor.edited.connect(self._on_edited)
        editor.text_replaced.connect(self._on_text_replaced)
        editor.cursorPositionChanged.connect(self._on_cursor_position_changed)

    def reset(self, *, is_on: bool) -> None:
        """Forget what was known: another language, another word list, or spelling is switched."""
        self._is_on = is_on
        self._known.clear()
        self._wanted.clear()
        self._editor.viewport().update()

    def learn(self, asked: Iterable[str], misspelt: frozenset[str]) -> None:
        """Take an answer, and draw it."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        for word in asked:
            self._known[word] = word in misspelt
        if misspelt:  # most answers while one types change nothing that is seen
            self._editor.viewport().update()

    def spans(self, entry: LineEntry) -> Iterator[tuple[int, int]]:
        """Yield the misspelt words of a line, in its code units."""
        if not self._is_on:
            return
        held = self._held_column(entry)
        for start, word in words_of(entry):
            if start <= held <= start + len(word):
                continue
            is_bad = self._known.get(word)
            if is_bad is None:
                self._want(word)
            elif is_bad:
                first = utf16_offset(entry.text, start)
                yield first, first + utf16_offset(word, len(word))

    def word_at(self, point: int) -> tuple[int, int, str] | None:
        """Return the misspelt word at a code point of the text, with its start and end there."""
        if not self._is_on:
            return None
        place = self._editor.place_of(point)
        for start, word in words_of(self._editor.table.entries[place.line]):
            if start <= place.column <= start + len(word) and self._known.get(word):
                first = point - place.column + start
                return first, first + len(word), word
        return None

    def _held_column(self, entry: LineEntry) -> int:
        """Return the cursor's column where a word of this line is being typed, or -1."""
        if not self._is_typing:
            return -1
        number, column = self._editor.cursor_place()
        return column if self._editor.table.entries[number] is entry else -1

    def _want(self, word: str) -> None:
        self._wanted.add(word)
        if not self._timer.isActive():
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        wanted, self._wanted = frozenset(self._wanted), set()
        if wanted and self._is_on:
            self.words_wanted.emit(wanted)

    def _on_text_replaced(self) -> None:
        self._is_typing = self._is_fresh = False

    def _on_edited(self) -> None:
        self._is_typing = self._is_fresh = True

    def _on_cursor_position_changed(self) -> None:
        """Tell a step of the cursor from the one that comes with a letter."""
        if self._is_fresh:
            self._is_fresh = False
        elif self._is_typing:
            self._is_typing = False
            self._editor.viewport().update()
