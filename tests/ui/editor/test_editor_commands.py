import pytest

from briefing.ui.editor.editor_commands import EditorCommands, changed_part
from briefing.ui.editor.memo_editor import MemoEditor


@pytest.fixture
def commands(editor: MemoEditor) -> EditorCommands:
    return EditorCommands(editor)


def test_bold_goes_on_and_off_with_the_selection_kept(
    editor: MemoEditor, commands: EditorCommands
) -> None:
    editor.set_text("make 😀 it so")
    editor.select_span(5, 9)
    commands.bold()
    assert editor.text() == "make **😀 it** so"
    commands.bold()
    assert editor.text() == "make 😀 it so"
    assert editor.selected_span() == (5, 9)


def test_bold_over_lines_marks_each(editor: MemoEditor, commands: EditorCommands) -> None:
    editor.set_text("- one\n- two\n\nthree")
    editor.select_span(0, len(editor.text()))
    commands.bold()
    assert editor.text() == "**- one**\n- **two**\n\n**three**"
    editor.undo()
    assert editor.text() == "- one\n- two\n\nthree"


def test_lines_become_a_numbered_list_and_back(
    editor: MemoEditor, commands: EditorCommands
) -> None:
    editor.set_text("one\ntwo")
    editor.select_span(0, 7)
    commands.numbers()
    assert editor.text() == "1. one\n2. two"
    commands.bullets()
    assert editor.text() == "- one\n- two"
    commands.bullets()
    assert editor.text() == "one\ntwo"


def test_heading_and_quote(editor: MemoEditor, commands: EditorCommands) -> None:
    editor.set_text("one", 2)
    commands.heading()
    assert editor.text() == "## one"
    assert editor.position() == 5
    commands.heading()
    commands.quote()
    assert editor.text() == "> one"


def test_looked_up_block_selects_its_query(editor: MemoEditor, commands: EditorCommands) -> None:
    editor.set_text("## Key facts\n\n", 14)
    commands.looked_up("facts", 'query="status:current"', "status:current")
    assert editor.text() == '## Key facts\n\n::: {.facts query="status:current"}\n:::'
    assert editor.textCursor().selectedText() == "status:current"


def test_only_what_differs_is_changed() -> None:
    assert changed_part("make it so", "make **it** so") == (5, 7, "**it**")
    assert changed_part("same", "same") == (4, 4, "")
