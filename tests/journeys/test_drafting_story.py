"""An analyst drafts a memo: template, typing, citations, facts, checks, restart, Word file."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from briefing.ui.memo.evidence_pane import EvidencePane
from briefing.ui.memo.fields_card import FieldsCard
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.new_memo_dialog import NewMemoDialog
from briefing.ui.memo.outline_pane import OutlinePane
from briefing.ui.memo.page_canvas import PageCanvas
from tests.journeys.story import Start, Story

SENTENCE = "Mexico has sent 59 high-value targets to the United States this year."


def long_pause(story: Story) -> None:
    """Let the pauses pass after which a memo is checked and printed."""
    story.bot.wait(1_000)
    story.settle()


def begin_memo(story: Story, template: str, **fields: str) -> None:
    story.do("memo.new")
    dialog = story.find(NewMemoDialog)
    card = next(card for card in dialog.cards if card.template.name == template)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    for name, value in fields.items():
        line = dialog.editors[name].findChildren(QLineEdit)[0]
        line.setFocus()
        line.clear()
        QTest.keyClicks(line, value)
    QTest.keyClick(card, Qt.Key.Key_Return)
    with story.bot.waitActive(story.window):  # without a screen no one else brings it back
        story.window.activateWindow()
    story.settle()


def go_under(story: Story, heading: str) -> None:
    """Put the cursor behind a section's heading, as a click there does."""
    editor = story.find(MemoRoom).editor
    at = editor.text().index(f"## {heading}") + len(f"## {heading}")
    editor.set_position(at)
    editor.setFocus()


def saved_body(story: Story) -> str:
    drafting = story.desk.drafting
    return drafting.memo(drafting.memos()[0].uid).body


def export(story: Story, action: str, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    story.do(action)


def word_text(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        parts = [name for name in package.namelist() if name.endswith(".xml")]
        return "".join(package.read(name).decode("utf-8") for name in parts)


def test_draft_cite_restart_export(
    start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(library) as story:
        begin_memo(
            story,
            "decision-memo",
            to="Assistant Secretary",
            subject="Back the new group",
        )
        editor = story.find(MemoRoom).editor
        assert story.window.top_bar.heading.title == "Back the new group"
        assert editor.text().startswith("## Bottom line")

        go_under(story, "Bottom line")
        story.press("Return")
        story.write(SENTENCE[:-1] + " @59")
        assert story.find(MemoRoom).completing.popup.isVisible()
        story.press("Return")
        story.write(".")
        assert f"{SENTENCE[:-1]} [@" in editor.text()

        go_under(story, "Background")
        story.press("Return")
        story.write("The group will coordinate actions and follow up on mutual commitments.")
        long_pause(story)
        evidence = story.find(EvidencePane)
        view = evidence.views[0]
        assert view.card.kind == "fact"
        view.setFocus()
        story.press("Return")
        assert f"[@{view.card.key}]" in editor.text()

        long_pause(story)
        assert saved_body(story) == editor.text()
        findings = story.find(OutlinePane).findings.findings
        assert "missing-fields" in {finding.rule for finding in findings}  # from whom it comes
        assert story.find(PageCanvas).count >= 1
        typed = editor.text()

    with start(library) as story:
        editor = story.find(MemoRoom).editor
        assert editor.text() == typed
        assert story.find(FieldsCard).fields[0] == ("to", "Assistant Secretary")
        target = tmp_path / "out" / "memo.docx"
        target.parent.mkdir()
        export(story, "memo.export_word", target, monkeypatch)
        text = word_text(target)
        assert "high-value targets to the United States" in text
        assert "U.S. and Mexico Vow to Fight Crime" in text
        export(story, "memo.export_markdown", target.with_suffix(".md"), monkeypatch)
        assert SENTENCE[:40] in target.with_suffix(".md").read_text(encoding="utf-8")
        story.settle()
        assert story.window.top_bar.heading.detail.startswith("v")


def test_chip_leads_to_the_words_and_back(start: Start, library: Path) -> None:
    with start(library) as story:
        editor = story.open_memo()
        at = editor.text().index("[@fact:")
        editor.set_position(at + 3)
        story.do("memo.follow")
        assert story.room == "library"
        story.do("view.memos")
        assert story.room == "memos"
        assert editor.position() == at + 3


def test_find_and_replace_by_keyboard(start: Start, library: Path) -> None:
    with start(library) as story:
        begin_memo(story, "talking-points", subject="Points")
        editor = story.find(MemoRoom).editor
        editor.set_text("cat dog cat")
        editor.setFocus()
        story.press("Ctrl+H")
        story.write("cat")
        bar = story.find(MemoRoom).find_bar
        assert bar.isVisible()
        bar.replace_all_requested.emit("bird")
        assert editor.text() == "bird dog bird"
        story.press("Esc")
        assert editor.hasFocus()
        story.press("Ctrl+Z")
        assert editor.text() == "cat dog cat"
