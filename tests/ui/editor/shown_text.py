"""What an editor shows of a line: how it is laid out, and the words of its chips."""

from briefing.ui.editor.line_setter import LaidLine
from briefing.ui.editor.memo_editor import MemoEditor

FACTS = '::: {.facts query="tag:a"}\n:::'  # which is shown as a fold


def laid(editor: MemoEditor, line: int) -> LaidLine:
    editor.page.lay_line(line)
    found = editor.page.laid(line)
    assert found is not None
    return found


def chip_words(editor: MemoEditor, line: int) -> list[str]:
    return [box.look.text for box in laid(editor, line).boxes]
