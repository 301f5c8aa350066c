"""What the window needs before its first picture is light: no parser, no format library."""

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.source_files import ROOT

HEAVY = {
    "charset_normalizer",
    "click",
    "bibtexparser",
    "docx",
    "feedparser",
    "htmldate",
    "hunspell",
    "nh3",
    "oxmsg",
    "snowballstemmer",
    "striprtf",
    "trafilatura",
    "lxml",
    "markdown_it",
    "mdit_py_plugins",
    "pypdfium2",
    "sentencex",
    "typst",
    "yaml",
}
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from briefing.app import build
from briefing.services.desk import create_desk
from briefing.settings import Settings
home = Path(sys.argv[1])
app = QApplication([])
with create_desk(home / "new.briefing") as desk:
    front = build(desk, Settings(home / "settings.json"), home)
    front.window.show()
    front.window.grab()
    print(*{name.split(".")[0] for name in sys.modules})
    front.tasks.close()
"""


def _modules(script: str, *arguments: str) -> set[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def test_the_window_stands_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    loaded = _modules(WINDOW, str(tmp_path))
    assert "PySide6" in loaded
    assert not loaded & HEAVY


def test_the_command_line_imports_no_qt() -> None:
    loaded = _modules("import sys, briefing.cli; print(*sys.modules)")
    assert "briefing.cli" in loaded
    assert not {name for name in loaded if name.split(".")[0] in {"PySide6", "shiboken6"}}
