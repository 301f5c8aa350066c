"""Rows of a cold start: the window on the screen beside an empty window, each its own process."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
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
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from briefing.app import build
from briefing.services.desk import open_desk
from briefing.settings import Settings
library = Path(sys.argv[1])
app = QApplication([])
settings = Settings(library.with_name("settings.json"))
front = build(open_desk(library), settings, library.parent)
window = front.window
window.resize(1440, 900)
"""
# Says when the first picture stands, and the most memory that was taken until then.
UNTIL_PAINTED = """
import os, resource
window.show()
window.grab()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
os._exit(0)
"""


def start_rows(folder: Path) -> Iterator[Row]:
    """Yield the time to the first picture, and the memory, with the sample library open."""
    library = folder / "start.briefing"
    for old in folder.glob(library.name + "*"):
        old.unlink()
    build_sample(library)
    empty = [_start(EMPTY, library) for _ in range(REPEATS)]
    ours = [_start(OURS, library) for _ in range(REPEATS)]
    ours_ms, empty_ms = (statistics.median(ms for ms, _ in times) for times in (ours, empty))
    ours_mb, empty_mb = (statistics.median(mb for _, mb in times) for times in (ours, empty))
    kept = f"≤ {LIMIT_MB} MB"
    yield budget_row("window from a cold process", ours_ms, 2 * empty_ms, "empty window", empty_ms)
    what = f"memory of that window: {ours_mb:.0f} MB"
    yield Row(what, 0, f"empty window: {empty_mb:.0f} MB", None, kept, ours_mb <= LIMIT_MB)


def _start(script: str, library: Path) -> tuple[float, float]:
    """Return (milliseconds to the first picture, megabytes)."""
    environment = {**os.environ, "BRIEFING_HOME": str(library.parent / "home")}
    command = [sys.executable, "-c", script + UNTIL_PAINTED, str(library)]
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        memory = child.stdout.readline()
        took = (time.perf_counter() - started) * 1000
    return took, float(memory)
