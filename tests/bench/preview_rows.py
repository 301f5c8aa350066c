"""Rows of the pages preview: from the end of a pause to the painted page, in the room of a memo.

Each time a word is written at the memo's middle, where the cursor stands. The clock runs from the
moment when the pause is over until the page with the cursor is drawn anew and painted; meanwhile
checks, evidence and saving do their work as well. The largest gap is the longest time in which the
window's thread served nothing.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from briefing.model.memo import Memo
from briefing.paths import resources_dir
from briefing.services.desk import Desk, open_desk
from briefing.services.sample import build_sample
from briefing.settings import Settings
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.preview_flow import PreviewFlow
from briefing.ui.memo.wiring import build_memos
from briefing.ui.theme import Theme, ThemeMode
from tests.bench.corpus import long_memo
from tests.bench.timing import Row, budget_row, percentile
from tests.ui.room_context import room_context

LIMITS = {2: 100.0, 20: 350.0}  # pages: ms
TIMES = 12
LONGEST = 20_000  # ms that an update may take at all
SETTLED = 1_500  # ms after which what a change set off is done


class _Gaps(QObject):
    """Measures the longest time between two beats of the window's thread."""

    def __init__(self) -> None:
        super().__init__()
        self.largest = 0.0
        self._clock = QElapsedTimer()
        self._beat = QTimer(self, interval=0)
        self._beat.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin to measure."""
        self.largest = 0.0
        self._clock.start()
        self._beat.start()

    def stop(self) -> None:
        """Measure no longer."""
        self._beat.stop()

    def _on_beat(self) -> None:
        self.largest = max(self.largest, self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()


class _Painted(QObject):
    """Tells when the page at the cursor was painted from a picture of the newest print."""

    def __init__(self, room: MemoRoom) -> None:
        super().__init__()
        self._canvas = room.pages.canvas
        self._loop = QEventLoop()
        self._is_printed = False
        self._canvas.viewport().installEventFilter(self)

    def note_print(self) -> None:
        """Hear that the pages were laid out."""
        self._is_printed = True

    def wait(self) -> None:
        """Return when the pages in view are painted."""
        self._is_printed = False
        QTimer.singleShot(LONGEST, self._loop.quit)
        self._loop.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        if event.type() is QEvent.Type.Paint and self._is_printed and self._canvas.is_drawn:
            QTimer.singleShot(0, self._loop.quit)  # after the painting
        return super().eventFilter(watched, event)


def preview_rows(folder: Path) -> Iterator[Row]:
    """Yield the rows at two pages and at twenty."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    for pages, limit in LIMITS.items():
        with _room(folder / "preview", pages) as room:
            times, gap = _updates(room)
        yield budget_row(f"pages anew, {pages} pages, p50", percentile(times, 0.5), limit, "", None)
        yield budget_row(
            f"pages anew, {pages} pages, p95", percentile(times, 0.95), limit, "", None
        )
        yield budget_row("the window's thread meanwhile, largest gap", gap, 50.0, "", None)
    del application


def _updates(room: MemoRoom) -> tuple[list[float], float]:
    """Return how long each update took, and the largest gap in any, in ms."""
    flow = room.findChild(PreviewFlow)
    assert flow is not None
    painted, gaps, times, largest = _Painted(room), _Gaps(), list[float](), 0.0
    flow.printed.connect(painted.note_print)
    room.editor.set_position(len(room.editor.text()) // 2)
    _serve(SETTLED)
    due = QEventLoop()
    flow.began.connect(gaps.start)
    flow.began.connect(due.quit)
    for number in range(TIMES):
        room.editor.insert_words(f"word{number} ")
        due.exec()
        started = time.perf_counter()
        painted.wait()
        times.append((time.perf_counter() - started) * 1000)
        gaps.stop()
        largest = max(largest, gaps.largest)
        _serve(SETTLED)
    return times[2:], largest


def _serve(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def _room(folder: Path, pages: int) -> Iterator[MemoRoom]:
    """Open a memo of so many pages, with citations, in a workspace of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    library = folder / "preview.briefing"
    build_sample(library)
    with closing(open_desk(library)) as desk:
        theme = Theme(resources_dir())
        theme.start(ThemeMode.LIGHT, 100)
        context = room_context(desk, theme, Settings(folder / "settings.json"))
        workspace = build_memos(context)
        workspace.widget.resize(1380, 840)
        workspace.widget.show()
        workspace.activate()
        workspace.open(_long(desk, pages).uid)
        room = workspace.widget.findChild(MemoRoom)
        assert isinstance(room, MemoRoom)
        _serve(SETTLED * 2)
        yield room
        workspace.save_now()
        context.tasks.wait_all(LONGEST)
        context.tasks.close()
        workspace.widget.deleteLater()


def _long(desk: Desk, pages: int) -> Memo:
    """Make a memo of so many pages; every third paragraph cites a fact."""
    facts = desk.evidence.facts()
    paragraphs = long_memo(pages, 1).strip().split("\n\n")
    for number in range(0, len(paragraphs), 3):
        if paragraphs[number][0] not in "#|-":
            paragraphs[number] += f" [@fact:{facts[number % len(facts)].key}]"
    first = desk.drafting.memo(desk.drafting.memos()[0].uid)
    memo = replace(first, body="\n\n".join(paragraphs) + "\n")
    desk.drafting.save(memo.uid, memo.fields, memo.body)
    return memo
