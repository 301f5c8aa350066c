"""A reading process is worn out by what it took itself."""

import subprocess
import sys

_CHILD = "from briefing.intake.reading_worker import _is_worn_out; print(_is_worn_out())"
_PARENT = """
import subprocess, sys
held = bytearray(b"x") * (600 * 1024 * 1024)
print(subprocess.run([sys.executable, "-c", sys.argv[1]], check=True).returncode)
"""


def test_large_process_does_not_make_those_it_starts_worn_out() -> None:
    command = [sys.executable, "-c", _PARENT, _CHILD]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.split() == ["False", "0"]
