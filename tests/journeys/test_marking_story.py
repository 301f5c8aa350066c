"""An analyst marks portions, sets the banner, and hands over a marked Word file."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu

from briefing.ui.memo.memo_room import MemoRoom
from tests.journeys.story import Start, Story


def choose_mark(story: Story, words: str) -> None:
    story.do("memo.mark_portion")
    menus = story.find(MemoRoom).findChildren(QMenu, "portion_marks")
    action = next(one for one in menus[-1].actions() if words in one.text())
    action.trigger()
    menus[-1].close()
    story.settle()


def test_portions_are_marked_and_the_banner_printed(
    start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # without a screen none can be shown
    with start(library) as story:
        desk = story.desk
        uid = desk.drafting.memos()[0].uid
        editor = story.open_memo(uid)
        editor.select_span(0, len(editor.text()))
        choose_mark(story, "(TLP:GREEN)")
        editor.set_position(len("## (TLP:GREEN) Bottom line\n\n(TLP:GREEN) Wo"))
        choose_mark(story, "(TLP:RED)")
        assert editor.text().count("(TLP:RED)") == 1
        story.do("memo.banner")
        assert dict(story.find(MemoRoom).card.fields)["marking"] == "TLP:RED"

        target = tmp_path / "memo.docx"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        story.do("memo.export_word")
        with zipfile.ZipFile(target) as package:
            heads = [package.read(name).decode("utf-8") for name in package.namelist()
                     if "header" in name or "footer" in name]  # fmt: skip
        assert any("TLP:RED" in head for head in heads)
        findings = desk.checking.check_memo(desk.drafting.memo(uid))
        told = [one.reason for one in findings if one.rule == "portion-marks"]
        assert not any("banner" in reason for reason in told), told
