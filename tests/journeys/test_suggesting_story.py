"""An analyst goes through the facts that the open article suggests, one key each."""

from pathlib import Path

from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.reader_pane import ReaderPane
from briefing.ui.library.suggest_strip import SuggestStrip
from briefing.ui.widgets.capture_form import CaptureForm
from tests.journeys.story import Start, Story


def rest(story: Story) -> None:
    """Let the pause pass after which an article is gone through."""
    story.bot.wait(350)
    story.settle()


def title(story: Story) -> str:
    return story.find(SuggestStrip).words()[0]


def count(story: Story) -> int:
    return int(title(story).split()[-1])


def facts(story: Story) -> tuple[Fact, ...]:
    opened = story.find(ReaderPane).opened()
    return opened.facts if opened else ()


def open_first(story: Story) -> Uid:
    rest(story)
    uid = story.find(ArticleList).current()
    assert uid
    return uid


def test_keep_skip_and_take_back_with_one_key_each(start: Start, library: Path) -> None:
    with start(library) as story:
        open_first(story)
        assert title(story).endswith("suggested facts")
        known = len(facts(story))
        story.press("G")
        all_of_them = count(story)
        assert all_of_them >= 3
        assert " 1 of " in title(story)

        story.press("Y")
        rest(story)
        assert len(facts(story)) == known + 1
        assert title(story).endswith(f" 1 of {all_of_them - 1}")

        story.press("Z")
        rest(story)
        assert title(story).endswith(f" 1 of {all_of_them - 2}")
        assert len(facts(story)) == known + 1

        story.press("U")
        rest(story)
        assert len(facts(story)) == known
        assert count(story) == all_of_them - 1  # the one taken back is suggested again


def test_change_opens_the_form_with_the_draft(start: Start, library: Path) -> None:
    with start(library) as story:
        open_first(story)
        known = len(facts(story))
        story.press("G")
        story.press("Shift+Y")
        assert story.find(CaptureForm).isVisible()
        assert story.find(SuggestStrip).isHidden()
        story.press("Ctrl+Return")
        rest(story)
        assert len(facts(story)) == known + 1
        assert story.find(SuggestStrip).isVisible()


def test_another_article_has_its_own_suggestions(start: Start, library: Path) -> None:
    with start(library) as story:
        first = open_first(story)
        story.press("G")
        story.press("J")
        rest(story)
        assert story.find(ArticleList).current() != first
        assert " of " not in title(story)


def test_all_skipped_are_offered_again(start: Start, library: Path) -> None:
    with start(library) as story:
        open_first(story)
        story.press("G")
        for _ in range(count(story)):
            story.press("Z")
        assert story.find(SuggestStrip).isHidden()
        story.press("G")
        assert " 1 of " in title(story)
