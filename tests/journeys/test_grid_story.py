"""An analyst weighs hypotheses: a matrix from facts, marks by keys, undo, the Word file."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from briefing.text.grid_text import find_grids
from briefing.ui.memo.grid_dialog import GridDialog
from tests.journeys.story import Start


def test_matrix_is_made_of_facts_and_printed(
    start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(library) as story:
        editor = story.open_memo()
        before = editor.text()
        editor.set_position(len(before))
        story.do("memo.hypotheses")
        dialog = story.find(GridDialog)
        dialog.facts.search.setFocus()
        story.press("Return")  # the first fact
        story.press("Down")
        story.press("Down")
        story.press("Return")  # the second one
        assert len(dialog.draft.grid.rows) == 2
        dialog.view.setFocus()
        dialog.view.go_to(0, 0)
        for key in ("C", "Right", "I", "Return"):
            story.press(key)
        story.write("they were asked to")
        story.press("Return")
        assert dialog.quote._quote.text().startswith("“")
        dialog.accept()
        story.come_back()

        (placed,) = find_grids(editor.text())
        assert [cell.mark.value for cell in placed.grid.rows[0].cells] == ["C", "I"]
        assert placed.grid.rows[0].cells[1].note == "they were asked to"

        editor.set_position(placed.span.start + 5)
        story.do("memo.options_grid")  # the one at the cursor is edited, whatever its kind
        again = story.find(GridDialog)
        assert again.draft.grid == placed.grid
        again.view.go_to(1, 0)
        again.view.setFocus()
        story.press("N")
        again.accept()
        story.come_back()
        written = editor.text()
        editor.undo()
        assert find_grids(editor.text())[0].grid == placed.grid
        editor.redo()
        assert editor.text() == written

        target = tmp_path / "memo.docx"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        story.do("memo.export_word")
        with zipfile.ZipFile(target) as package:
            text = package.read("word/document.xml").decode("utf-8")
        assert "they were asked to" in text
        assert "the count is no verdict" in text
