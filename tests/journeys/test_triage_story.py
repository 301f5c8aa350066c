"""Triage taken back: the cursor returns to the article it happened to."""

from briefing.model.article import Usage
from briefing.model.ids import Uid
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.article_text import ArticleText
from briefing.ui.library.reader_pane import ReaderPane
from tests.journeys.story import Start, Story


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


def test_keys_mean_the_article_that_is_read_where_the_list_does_not_have_it(start: Start) -> None:
    with start() as story:
        story.do("file.sample")
        found = story.find(ArticleList)
        other, *_ = (hit.article.uid for hit in story.desk.searching.search("").hits[::-1])
        found.search_line.set_line(f"-title:{_word_of(story, other)}")
        story.settle()
        listed = found.current()
        assert listed is not None
        assert found.model.find(other) < 0
        before = story.desk.searching.row(listed)
        story.session.context.navigator.open_article(other)
        story.settle()
        opened = story.find(ReaderPane).opened()
        assert opened is not None
        assert opened.article.uid == found.current() == other
        story.press("X")
        assert story.desk.searching.row(other).usage is Usage.REJECTED
        assert story.desk.searching.row(listed) == before
        story.press("7")
        assert story.desk.searching.row(other).rank == 7
        opened = story.find(ReaderPane).opened()
        assert opened is not None
        assert opened.article.uid == other  # still read, though its list was asked again
        story.do("library.next")
        assert found.current() == listed


def test_words_of_the_search_are_found_in_the_text_that_is_read(start: Start) -> None:
    with start() as story:
        story.do("file.sample")
        found, text = story.find(ArticleList), story.find(ArticleText)

        def search(line: str) -> list[str]:
            found.search_line.set_line(line)
            story.settle()
            marked = [mark.cursor.selectedText().casefold() for mark in text.extraSelections()]
            return [one for one in marked if one in {"extradition", "extraditions", "cartels"}]

        assert search("extraditions cartels ")
        assert search("") == []
        search("extraditions cartels ")
        found.take_focus()
        story.press("F3")
        first = text.textCursor().position()
        assert first > 0
        story.press("F3")
        assert text.textCursor().position() > first
        story.press("Shift+F3")
        assert text.textCursor().position() == first


def _word_of(story: Story, uid: Uid) -> str:
    """Return a word that only this article's title has."""
    titles = {hit.article.uid: hit.article.title for hit in story.desk.searching.search("").hits}
    others = {word for one, title in titles.items() if one != uid for word in title.split()}
    return next(word for word in titles[uid].split() if word.isalpha() and word not in others)
