"""Rows of a cold start: the window on the screen beside an empty window, each its own process."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.services.sample import build_sample
from tests.bench.corpus import ROOT
from tests.bench.timing import Row, budget_row

REPEATS = 5
LIMIT_MB = 110

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
window.grab()
say("painted")
"""
# As briefing.app runs it, with the library that was open last.
OURS = """
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from briefing.app import begin, build
from briefing.settings import Settings
library = Path(sys.argv[1])
app = QApplication(["briefing", "-style", "Fusion"])
settings = Settings(library.with_name("settings.json"))
front = build(None, settings, library.parent)
front.window.resize(1440, 900)
begin(front, settings, library)
front.window.grab()
say("painted")
front.shell.library_opened.connect(lambda desk: QTimer.singleShot(0, filled))
def filled():
    front.window.grab()
    say("filled")
    os._exit(0)
app.exec()
"""
# Says what stands, and the most memory that was taken until then. (getrusage would count what the
# process was before it became Python.)
SAY = """
import os, sys
def say(what):
    with open("/proc/self/status") as status:
        peak = next(line for line in status if line.startswith("VmHWM:"))
    print(what, int(peak.split()[1]) / 1024, flush=True)
"""


@dataclass(frozen=True)
class _Start:
    """When the window stood, when the library stood in it, and what that took."""

    painted_ms: float
    filled_ms: float
    megabytes: float


def start_rows(folder: Path) -> Iterator[Row]:
    """Yield the time to the first picture, to the library in it, and the memory."""
    library = folder / "start.briefing"
    for old in folder.glob(library.name + "*"):
        old.unlink()
    build_sample(library)
    # In turns, so that a moment when the machine is busy falls on both.
    pairs = [(_start(EMPTY, library), _start(OURS, library)) for _ in range(REPEATS)]
    empty, ours = _median([pair[0] for pair in pairs]), _median([pair[1] for pair in pairs])
    limit = 2 * empty.painted_ms
    name = "empty window"
    yield budget_row("window from a cold process", ours.painted_ms, limit, name, empty.painted_ms)
    yield Row("the sample library in it", ours.filled_ms, name, empty.painted_ms, "", is_kept=True)
    what = f"memory then: {ours.megabytes:.0f} MB"
    is_kept = ours.megabytes <= LIMIT_MB
    name = f"empty window: {empty.megabytes:.0f} MB"
    yield Row(what, None, name, None, f"≤ {LIMIT_MB} MB", is_kept)


def _median(starts: list[_Start]) -> _Start:
    return _Start(
        statistics.median(start.painted_ms for start in starts),
        statistics.median(start.filled_ms for start in starts),
        statistics.median(start.megabytes for start in starts),
    )


def _start(script: str, library: Path) -> _Start:
    """Start a process and hear what it says until it ends."""
    environment = {**os.environ, "BRIEFING_HOME": str(library.parent / "home")}
    command = [sys.executable, "-c", SAY + script, str(library)]
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        said = [
            ((time.perf_counter() - started) * 1000, float(line.split()[1]))
            for line in child.stdout
        ]
    if not said or child.returncode:
        raise RuntimeError("the window did not start")
    return _Start(said[0][0], said[-1][0], said[-1][1])
