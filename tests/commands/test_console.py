import io
import sys

import pytest

from briefing.commands.console import ProgressLine, print_json_array


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_a_line_on_a_terminal_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    line = ProgressLine("Importing")
    line(1, 2000)
    line(2000, 2000)
    line.close()
    assert "\rImporting 2,000 of 2,000" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")


def test_progress_is_silent_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    line = ProgressLine("Importing")
    line(1, 2)
    line.close()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("values", "text"), [([], "[]\n"), ([1], "[\n1\n]\n"), ([1, "é"], '[\n1,\n"é"\n]\n')]
)
def test_array_is_printed_as_it_comes(
    values: list[object], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    print_json_array(iter(values))
    assert capsys.readouterr().out == text
