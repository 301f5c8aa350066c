"""The front: what the arguments mean, what a missing display means, what a start reads."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import __version__, app
from briefing.settings import Settings

HEAVY = {
    "charset_normalizer",
    "click",
    "docx",
    "lxml",
    "markdown_it",
    "mdit_py_plugins",
    "platformdirs",
    "pypdfium2",
    "sentencex",
    "sqlite3",
    "typst",
    "yaml",
}
START = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from briefing.app import begin, build
from briefing.settings import Settings
application = QApplication(["briefing", "-style", "Fusion"])
settings = Settings(Path(sys.argv[1]))
front = build(None, settings)
begin(front, settings)
application.processEvents()
assert front.window.isVisible()
print(json.dumps(sorted(sys.modules)))
"""


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["--help"]) == 0
    assert "usage: briefing-app" in capsys.readouterr().out
    assert app.main(["--version"]) == 0
    assert capsys.readouterr().out == f"briefing {__version__}\n"


@pytest.mark.parametrize("arguments", [["--nonsense"], ["a.briefing", "b.briefing"]])
def test_wrong_arguments_tell_the_right_ones(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(arguments) == 2
    assert "usage: briefing-app" in capsys.readouterr().err


def test_headless_does_the_sample_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "run_sample", lambda: 7)
    assert app.main(["--headless"]) == 7


def test_without_a_display_it_says_so_and_does_the_sample_job(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "has_display", lambda: False)
    monkeypatch.setattr(app, "run_sample", lambda: 0)
    assert app.main([]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_library_on_the_command_line_reaches_the_window(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path | None] = []

    def run(library: Path | None) -> int:
        opened.append(library)
        return 0

    monkeypatch.setattr(app, "has_display", lambda: True)
    monkeypatch.setattr(app, "_run_window", run)
    assert app.main([str(tmp_path / "A.briefing")]) == 0
    assert app.main([]) == 0
    assert opened == [tmp_path / "A.briefing", None]


def test_the_first_paint_waits_for_nothing_heavy(tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, str(tmp_path / "settings.json")]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=Path(app.__file__).parents[1]
    )
    modules = set(json.loads(done.stdout.splitlines()[-1]))
    assert modules & HEAVY == set()
    assert not any(name.startswith("briefing.services") for name in modules)


def test_settings_stand_in_the_users_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "mine"))
    settings = Settings(app.user_data_dir() / "settings.json")
    settings.theme = "dark"
    settings.save()
    assert (tmp_path / "mine" / "settings.json").is_file()
