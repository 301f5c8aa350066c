"""Rows of the memo editor: opening a long memo and a key in it, beside Qt's own editor.

Each key is timed from its press until everything that it changed is painted. The editor has its
chips, folds, marks of findings and of sentences, spelling and highlighting on; what is worked out
after a pause is not part of a key.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from briefing.paths import resources_dir
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.editor.sentence_marks import SentenceMarks, SentenceState
from briefing.ui.editor.text_marks import TextMark
from briefing.ui.theme import Theme, ThemeMode
from tests.bench.corpus import long_memo
from tests.bench.timing import Row, budget_row, each_ms, percentile

PAGES = 200
KEYS = 200
SENTENCE = 120  # characters: each has its mark beside the text
SHARES = (0.02, 0.5, 0.98)  # of the memo, where is typed


def typing_rows() -> Iterator[Row]:
    """Yield the rows of opening and typing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    theme = Theme(resources_dir())
    theme.start(ThemeMode.LIGHT, 100)
    text = long_memo(PAGES, 1)
    ours, plain = MemoEditor(theme), QTextEdit()
    ours.spelling.words_wanted.connect(partial(_learn, ours))
    ours.spelling.reset(is_on=True)
    for editor in (ours, plain):
        editor.resize(760, 800)
        editor.show()
    _serve()
    opened = each_ms([partial(_open, ours.set_text, text)])[0]
    floor = each_ms([partial(_open, plain.setPlainText, text)])[0]
    yield budget_row(f"open a memo of {PAGES} pages", opened, 200, "QTextEdit, plain", floor)
    _lay_out(ours)
    ours.set_marks(TextMark(at, at + 60, "warn") for at in range(0, len(text) - 60, 500))
    marks, states = SentenceMarks(ours), tuple(SentenceState)
    marks.set((at, states[at % 3], "") for at in range(0, len(text) - 60, SENTENCE))
    times = _key_times(ours, len(text))
    floor_times = _key_times(plain, len(text))
    for name, share, limit in (("p50", 0.5, 5.0), ("p99", 0.99, 16.0)):
        what = f"a key in {PAGES} pages, {name}"
        peer = percentile(floor_times, share)
        yield budget_row(what, percentile(times, share), limit, "QTextEdit, plain", peer)
    del application


def _learn(editor: MemoEditor, words: frozenset[str]) -> None:
    """Answer as a dictionary would that misses one word in twelve."""
    editor.spelling.learn(words, frozenset(word for word in words if hash(word) % 12 == 0))


def _open(show: Callable[[str], None], text: str) -> None:
    show(text)
    _serve()


def _key_times(editor: QTextEdit, length: int) -> list[float]:
    times: list[float] = []
    for share in SHARES:
        cursor = editor.textCursor()
        cursor.setPosition(int(length * share))
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        _serve()
        letters = ("the quick brown fox "[n % 20] for n in range(KEYS))
        times += each_ms(partial(_press, editor, letter) for letter in letters)
    return times


def _press(editor: QTextEdit, letter: str) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    QCoreApplication.sendEvent(editor, event)
    _serve()


def _serve() -> None:
    """Let everything that is due be done and painted."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def _lay_out(editor: MemoEditor) -> None:
    """Wait until the whole memo is laid out, as it is some seconds after it was opened."""
    loop = QEventLoop()
    timer = QTimer(interval=50)
    timer.timeout.connect(lambda: all(e.laid for e in editor.table.entries) and loop.quit())
    timer.start()
    loop.exec()
