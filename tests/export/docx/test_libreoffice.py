"""An office program opens what we write, and shows what the memo says."""

import subprocess
from pathlib import Path

import pytest

from briefing.export.docx.document_writer import write_docx
from briefing.model.template import NoteStyle
from tests.export.publications import RESOURCES, STYLE, make_publication
from tests.export.test_typst_pages import words_of

TITLE = "“U.S. and Mexico Vow to Fight Crime While Respecting Sovereignty,”"


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("notes", NoteStyle)
def test_notes_show_publisher_title_and_date(tmp_path: Path, notes: NoteStyle) -> None:
    memo = tmp_path / "memo.docx"
    memo.write_bytes(write_docx(make_publication(note_style=notes), STYLE, RESOURCES).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(memo)], check=True, capture_output=True, timeout=110)
    words = words_of((tmp_path / "memo.pdf").read_bytes())
    for expected in (
        f"{TITLE} The New York Times, 3 September 2025, p. 3",
        "The New York Times, “U.S. and Mexico Vow”; see Office of Public Affairs",
        "TLP:AMBER · 1 of ",
        "4. Fourth",
        "☑ Send the letter",
    ):
        assert expected in words
