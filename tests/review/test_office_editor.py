"""A reviewer works in LibreOffice, tracked; accepted, the memo says what the document says."""

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.export.publications import EVERY_ELEMENT
from tests.review.returned import applied, exported, placed_file, printed

EDITOR = Path(__file__).with_name("office_editor.py")
DEEDS = [
    {"do": "replace", "at": "cooperate", "with": "work together"},
    {"do": "replace", "at": "targets", "with": "people"},
    {"do": "split", "at": " They set up"},
    {"do": "join", "at": "A second paragraph."},
    {"do": "note", "at": "two governments", "with": "Both of them."},
    {"do": "row", "at": "moderate"},
]
EXPECTED = (
    EVERY_ELEMENT.replace("cooperate", "work together")
    .replace("targets [@nyt]", "people [@nyt]")
    .replace("agreed.[^own] They", "agreed.[^own]\n\nThey")
    .replace("A second paragraph.\n\nand again", "A second paragraph.and again")
    .replace("two governments", "two governments^[Both of them.]")
    .replace('| Risk of <delay> & "failure" | moderate | high |\n', "")
)


@cache
def python_with_bridge() -> str:
    """Return a Python that can talk to LibreOffice, or nothing."""
    for program in (sys.executable, "/usr/bin/python3", "python3"):
        try:
            subprocess.run([program, "-c", "import uno"], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        return program
    return ""


@pytest.mark.libreoffice
def test_memo_says_what_an_edited_document_says(tmp_path: Path) -> None:
    program = python_with_bridge()
    if not program:
        pytest.skip("python3-uno is not installed")
    sent, back = tmp_path / "sent.docx", tmp_path / "back.docx"
    sent.write_bytes(exported(EVERY_ELEMENT))
    subprocess.run(
        [program, str(EDITOR), str(sent), str(back)],
        input=json.dumps(DEEDS),
        text=True,
        check=True,
        timeout=120,
    )
    review = placed_file(EVERY_ELEMENT, back.read_bytes())
    assert [change.reason for change in review.changes if not change.edits] == []
    assert len(review.changes) == len(DEEDS)
    new = applied(EVERY_ELEMENT, review.changes)
    assert new == EXPECTED
    assert told(printed(exported(new))) == told(printed(back.read_bytes()))


def told(lines: list[str]) -> list[str]:
    return [re.sub(r"\d+$", "", line) for line in lines]  # the second mark of a note is its number
