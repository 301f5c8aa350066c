"""An analyst goes through the checks with the keys alone and dismisses one that does not apply."""

from pathlib import Path

from briefing.ui.memo.dismiss_dialog import DismissDialog
from briefing.ui.memo.memo_room import MemoRoom
from tests.journeys.story import Start, Story


def open_memo(story: Story) -> MemoRoom:
    story.open_memo()
    room = story.find(MemoRoom)
    story.bot.waitUntil(lambda: bool(room.outline.findings.rows))
    return room


def test_a_check_is_dismissed_with_a_reason_and_brought_back(start: Start, library: Path) -> None:
    with start(library) as story:
        room = open_memo(story)
        findings = room.outline.findings
        count = len(findings.findings)
        story.press("Ctrl+Shift+D")
        assert not story.window.findChildren(DismissDialog), "none was chosen yet"

        story.press("F8")
        first = findings.opened
        story.press("F8")
        assert findings.opened != first
        story.press("Shift+F8")
        assert findings.opened == first
        assert room.editor.hasFocus()

        story.press("Ctrl+Shift+D")
        dialog = story.find(DismissDialog)
        story.press("Return")
        assert dialog.isVisible(), "a reason is asked for"
        story.write("The minister knows")
        story.press("Return")
        story.bot.waitUntil(lambda: len(findings.findings) == count - 1)
        assert first not in findings.findings

        story.come_back()
        story.do("edit.undo")
        story.bot.waitUntil(lambda: len(findings.findings) == count)

    with start(library) as story:
        assert len(open_memo(story).outline.findings.findings) == count
