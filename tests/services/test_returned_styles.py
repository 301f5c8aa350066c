"""A file that came back is compared with the memo in the house style that it was exported in."""

import shutil
from pathlib import Path

import docx
import pytest

from briefing.model.export_options import ExportOptions
from briefing.paths import user_data_dir
from briefing.services.desk import Desk, open_desk


@pytest.fixture
def desk(sample_file: Path, tmp_path: Path) -> Desk:
    return open_desk(Path(shutil.copy(sample_file, tmp_path / "Desk.briefing")))


@pytest.mark.parametrize("is_ready", [True, False])
def test_own_text_of_a_house_is_no_change(desk: Desk, tmp_path: Path, *, is_ready: bool) -> None:
    document = docx.Document()
    document.add_paragraph("To the {{to}}: {{subject}}")
    document.add_paragraph("{{content}}")
    document.add_paragraph("Signed")
    folder = user_data_dir() / "docx" if is_ready else tmp_path / "elsewhere"
    house = folder / "ministry.docx"
    house.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(house))
    memo = desk.drafting.memos()[0]
    sent = tmp_path / "memo.docx"
    with desk:
        desk.publishing.export(memo.uid, sent, ExportOptions(style=house))
        if not is_ready:
            house.unlink()
        content = desk.reviewing.open([sent]).content
    assert content.memo_uid == memo.uid
    assert content.changes == ()
    assert content.warnings == ()
