"""What the window needs before its first picture is light: no parser, no format library."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
COMMAND = """
import contextlib, io, sys
from briefing.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    assert main(sys.argv[1:]) == 0
print(*sys.modules)
"""
RETURNED = ROOT / "tests/data/returned/comment-thread.docx"
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
    print(*{name.split(".")[0] for name in list(sys.modules)})
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


def _packages(modules: set[str]) -> set[str]:
    return {name.split(".")[0] for name in modules}


def test_the_window_stands_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    loaded = _modules(WINDOW, str(tmp_path))
    assert "PySide6" in loaded
    assert not loaded & HEAVY


def test_the_command_line_imports_no_qt() -> None:
    loaded = _modules("import sys, briefing.cli; print(*sys.modules)")
    assert "briefing.cli" in loaded
    assert not _packages(loaded) & {"PySide6", "shiboken6"}


def test_the_list_of_commands_imports_no_command() -> None:
    loaded = _modules(COMMAND, "--help")
    assert not {name for name in loaded if name.endswith(("_command", "_commands"))}
    assert not {name for name in loaded if name.startswith("briefing.services")}


@pytest.mark.parametrize("group", ["fact", "memo", "rules", "tag"])
def test_the_help_of_a_group_opens_no_library(group: str) -> None:
    loaded = _modules(COMMAND, group, "--help")
    assert f"briefing.commands.{group}_commands" in loaded
    assert not {name for name in loaded if name.startswith(("briefing.store", "sqlite3"))}


@pytest.mark.parametrize("asked", ["--json", "--accept-all"])
def test_reading_a_returned_file_imports_no_library(asked: str) -> None:
    loaded = _modules(COMMAND, "review", str(RETURNED), asked)
    assert "briefing.review.reading.word_reading" in loaded
    assert not _packages(loaded) & (HEAVY - {"click", "lxml"} | {"PySide6", "sqlite3"})
    rooms = ("briefing.store", "briefing.intake", "briefing.export", "briefing.checks")
    assert not {name for name in loaded if name.startswith((*rooms, "briefing.services.desk"))}
