"""A desk gives its library a template of its own: copied, changed, checked, used."""

from pathlib import Path

from briefing.services.template_editing import Origin
from briefing.ui.memo.new_memo_dialog import NewMemoDialog
from briefing.ui.templates.templates_sheet import TemplatesSheet
from tests.journeys.story import Start, Story


def pause(story: Story) -> None:
    """Let the pause pass after which a template is checked."""
    story.bot.wait(300)
    story.settle()


def retype(story: Story, sheet: TemplatesSheet, old: str, new: str) -> None:
    text = sheet.pane.text.toPlainText()
    assert old in text
    sheet.pane.text.setPlainText(text.replace(old, new, 1))
    pause(story)


def test_template_is_copied_changed_checked_and_used(start: Start, library: Path) -> None:
    with start(library) as story:
        story.do("view.memos")
        story.do("memo.templates")
        sheet = story.find(TemplatesSheet)
        assert sheet.pane.text.isReadOnly()
        sheet._on_into_clicked()
        story.settle()
        chosen = sheet.rows.chosen
        assert chosen
        assert (chosen.name, chosen.origin) == ("decision-memo", Origin.LIBRARY)
        assert sheet.focusWidget() is sheet.pane.text, "a copy is made to be changed"

        retype(story, sheet, "words=80", "words=lots")
        assert sheet.pane.faults.item(0).text().endswith("words=lots is no number of words.")
        retype(story, sheet, "words=lots", "words=60")
        assert sheet.pane.faults.count() == 0
        retype(story, sheet, "title: Decision memo", "title: House decision memo")
        sheet.reject()
        story.come_back()

    with start(library) as story:
        story.do("memo.new")
        titles = [card.template.title for card in story.find(NewMemoDialog).cards]
        assert "House decision memo" in titles
        assert "Decision memo" not in titles
        story.find(NewMemoDialog).reject()
        story.come_back()
