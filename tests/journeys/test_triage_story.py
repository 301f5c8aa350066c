"""Triage taken back: the cursor returns to the article it happened to."""

from briefing.model.article import Usage
from briefing.ui.library.article_list import ArticleList
from tests.journeys.story import Start


def test_undo_goes_back_to_the_article_that_it_changed(start: Start) -> None:
    with start() as story:
        story.do("file.sample")
        found = story.find(ArticleList)
        found.take_focus()
        row = found.current_row()
        assert row is not None
        was = row.usage
        story.press("X")
        assert found.current() != row.uid
        story.press("U")
        assert found.current() == row.uid
        back = found.current_row()
        assert back is not None
        assert back.usage is was is not Usage.REJECTED
        story.do("library.remove")
        assert found.current() != row.uid
        story.do("edit.undo")
        assert found.current() == row.uid
