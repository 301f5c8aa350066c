"""A file that came back is compared with the memo in the house style that it was exported in."""

import shutil
from pathlib import Path

import docx
import pytest

from briefing.model.export_options import ExportOptions
from briefing.paths import resources_dir, user_data_dir
from briefing.review.reading.word_reading import read_reviewed
from briefing.services.desk import Desk, open_desk
from briefing.services.returned_styles import returned_styles


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


def test_a_citation_style_of_a_file_is_found_again(desk: Desk, tmp_path: Path) -> None:
    journal = tmp_path / "My Journal.csl"
    shutil.copy(resources_dir() / "csl" / "apa.csl", journal)
    memo = next(one for one in desk.drafting.memos() if "[@" in desk.drafting.memo(one.uid).body)
    sent = tmp_path / "memo.docx"
    with desk:
        desk.publishing.export(memo.uid, sent, ExportOptions(csl=str(journal)))
        journal.unlink()
        content = desk.reviewing.open([sent]).content
    assert content.memo_uid == memo.uid
    assert content.changes == ()
    assert content.warnings == ()


def test_roles_go_with_the_house_style_that_they_were_told_for(desk: Desk, tmp_path: Path) -> None:
    document = docx.Document()
    for name in ("Point", "Plain"):
        document.styles.add_style(name, 1)  # a paragraph style
        document.add_paragraph("x", style=name)
    house = tmp_path / "house.docx"
    document.save(str(house))
    roles = (("heading1", "Point"), ("heading2", "Point"), ("body", "Plain"))
    memo = desk.drafting.memos()[0]
    sent = tmp_path / "memo.docx"
    with desk:
        desk.publishing.export(memo.uid, sent, ExportOptions(style=house, styles=roles))
        house.unlink()
        content = desk.reviewing.open([sent]).content
        publishing = desk.publishing
        asked = returned_styles(read_reviewed(sent.read_bytes(), sent.name), publishing)
    assert asked.styles == roles
    assert asked.style is not None
    assert (content.changes, content.warnings) == ((), ())


def test_roles_of_the_templates_own_style_are_kept_too(desk: Desk, tmp_path: Path) -> None:
    memo = desk.drafting.memos()[0]
    sent = tmp_path / "memo.docx"
    with desk:
        desk.publishing.export(memo.uid, sent, ExportOptions(styles=(("quote", "Normal"),)))
        asked = returned_styles(read_reviewed(sent.read_bytes(), sent.name), desk.publishing)
        assert asked.styles == (("quote", "Normal"),)
        assert desk.reviewing.open([sent]).content.changes == ()
