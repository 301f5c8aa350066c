"""A desk gives its memos the look of its ministry: a Word file, its styles, and the export."""

from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from briefing.model.export_options import ExportOptions
from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.dialogs.house_style_sheet import HouseStyleSheet
from briefing.ui.templates.templates_sheet import TemplatesSheet
from tests.journeys.story import Start, Story


@pytest.fixture
def ministry(tmp_path: Path) -> Path:
    document = docx.Document()
    document.styles.add_style("Ministry Plain", 1)
    document.sections[0].header.paragraphs[0].text = "MINISTRY · {{subject}}"
    document.add_paragraph("To the {{to}}")
    document.add_paragraph("{{content}}")
    path = tmp_path / "ministry.docx"
    document.save(str(path))
    return path


def choose(sheet: HouseStyleSheet, role: str, style: str) -> None:
    box = sheet.table.box(role)
    box.setCurrentIndex(box.findData(style))
    box.activated.emit(box.currentIndex())


def take_in(story: Story, sheet: HouseStyleSheet, bot: QtBot) -> None:
    sheet.file_requested.emit()
    bot.waitUntil(lambda: sheet.file is not None and sheet.file.name == "ministry")
    story.settle()


def test_template_wears_the_style_of_a_ministry(
    start: Start,
    library: Path,
    ministry: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(FileChoices, "open_file", lambda *_: ministry)
    with start(library) as story:
        story.do("view.memos")
        story.do("memo.templates")
        templates = story.find(TemplatesSheet)
        templates._on_into_clicked()
        story.settle()
        templates.pane._on_style_clicked()
        story.settle()
        sheet = story.find(HouseStyleSheet)
        assert sheet.file is not None
        assert sheet.file.name == "memo"
        take_in(story, sheet, qtbot)
        assert "the place {{content}}" in sheet.place.text()
        assert "1 header" in sheet.place.text()
        choose(sheet, "body", "Ministry Plain")
        story.settle()
        assert sheet.table.roles == (("body", "Ministry Plain"),)
        sheet.use.click()
        story.settle()
        text = templates.pane.text.toPlainText()
        assert 'style: ministry\nstyles:\n  body: "Ministry Plain"\n' in text
        templates.pane.text.undo()
        assert "style: memo\n" in templates.pane.text.toPlainText()
        templates.pane.text.redo()
        templates.reject()
        story.come_back()

        desk = story.desk
        memo = next(one for one in desk.drafting.memos() if one.template == "decision-memo")
        desk.publishing.export(memo.uid, tmp_path / "memo.docx", ExportOptions())

    made = docx.Document(str(tmp_path / "memo.docx"))
    assert made.sections[0].header.paragraphs[-1].text.startswith("MINISTRY · ")
    assert made.paragraphs[0].text.startswith("To the ")
    assert "Ministry Plain" in {p.style.name for p in made.paragraphs if p.style}


def test_file_that_gives_no_style_is_told(
    start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK")
    monkeypatch.setattr(FileChoices, "open_file", lambda *_: broken)
    with start(library) as story:
        story.do("view.memos")
        story.do("memo.templates")
        templates = story.find(TemplatesSheet)
        templates._on_into_clicked()
        story.settle()
        templates.pane._on_style_clicked()
        story.settle()
        sheet = story.find(HouseStyleSheet)
        sheet.file_requested.emit()
        story.settle()
        assert sheet.told.text().startswith("broken.docx cannot give the house style.")
        assert not sheet.use.isEnabled()
        sheet.reject()
        templates.reject()
        story.come_back()
