"""An analyst collects articles, sorts them without the mouse, captures a fact, and starts again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from briefing.model.article import Usage
from briefing.services.desk import open_desk
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.article_text import ArticleText
from briefing.ui.library.fact_strip import FactStrip
from briefing.ui.library.reader_pane import ReaderPane
from briefing.ui.widgets.capture_form import CaptureForm
from briefing.ui.widgets.search_line import SearchLine
from tests.journeys.story import SEED, SEED_FILE, Start, Story

QUOTE = "the arrest of 59 high-value targets by Mexico"


def new_library(story: Story, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    story.do("file.new")


def import_files(story: Story, paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    names = [str(path) for path in paths]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    story.do("library.import")


def select(story: Story, words: str) -> None:
    text = story.find(ArticleText)
    cursor = text.document().find(words)
    assert not cursor.isNull(), f"“{words}” is not on the screen"
    text.setTextCursor(cursor)
    text.setFocus()


def titles(story: Story) -> list[str]:
    model = story.find(ArticleList).model
    hits = (model.hit(row) for row in range(model.rowCount()))
    return [hit.article.title for hit in hits if hit]


def usage_of_current(story: Story) -> Usage:
    row = story.find(ArticleList).current_row()
    assert row is not None
    return row.usage


def test_first_start_import_triage_capture_restart(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "Desk.briefing"
    with start() as story:
        new_library(story, library, monkeypatch)
        assert library.exists()
        import_files(story, sorted(SEED.iterdir()), monkeypatch)
        assert len(titles(story)) == len(list(SEED.iterdir()))

        found = story.find(ArticleList)
        found.search_line.set_line("vow fight crime")
        story.settle()
        assert titles(story)[0].startswith("U.S. and Mexico Vow")

        found.take_focus()
        story.press("S")
        assert usage_of_current(story) is Usage.SHORTLISTED
        story.press("U")
        assert usage_of_current(story) is Usage.CANDIDATE
        story.press("1")
        row = found.current_row()
        assert row is not None
        assert row.rank == 1

        select(story, QUOTE)
        story.settle()
        story.press("F")
        form = story.find(CaptureForm)
        assert form.isVisible()
        story.press("Ctrl+Return")
        assert not form.isVisible()
        opened = story.find(ReaderPane).opened()
        assert opened is not None
        (fact,) = opened.facts
        assert fact.evidence[0].anchor.quote == QUOTE
        assert story.find(FactStrip).isVisible()

    with start(library) as story:
        # It opens where it was left: the same search, the same article.
        assert story.find(SearchLine).line() == "vow fight crime"
        reader = story.find(ReaderPane)
        opened = reader.opened()
        assert opened is not None
        assert [one.uid for one in opened.facts] == [fact.uid]
        reader.show_fact(fact.uid)
        (passage,) = opened.passages
        assert opened.article.body[passage.start : passage.end] == QUOTE


def test_one_article_read_whole_and_the_same_file_again(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start() as story:
        new_library(story, tmp_path / "Desk.briefing", monkeypatch)
        import_files(story, [SEED_FILE], monkeypatch)
        text = story.find(ArticleText).toPlainText()
        raw = SEED_FILE.read_text(encoding="utf-8").split("## Article summary\n")[1]
        assert text.strip() == raw.strip()
        import_files(story, [SEED_FILE], monkeypatch)
        assert len(titles(story)) == 1


def test_filters_narrow_and_nothing_found_says_so(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start() as story:
        new_library(story, tmp_path / "Desk.briefing", monkeypatch)
        import_files(story, sorted(SEED.iterdir()), monkeypatch)
        line = story.find(SearchLine)
        line.set_line("tag:topic/cartels usage:used")
        story.settle()
        some = titles(story)
        assert 0 < len(some) < len(list(SEED.iterdir()))
        line.set_line("nosuchwordanywhere")
        story.settle()
        assert titles(story) == []
        assert story.find(ReaderPane).opened() is None


def test_reader_follows_the_list_through_triage(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start() as story:
        new_library(story, tmp_path / "Desk.briefing", monkeypatch)
        import_files(story, sorted(SEED.iterdir()), monkeypatch)
        found, reader = story.find(ArticleList), story.find(ReaderPane)
        found.go_to(0)
        found.take_focus()
        story.settle()
        for key in ("C", "S", "3", "X", "C"):
            story.press(key)
            opened = reader.opened()
            assert opened is not None
            assert opened.article.uid == found.current()


def test_what_the_command_line_adds_is_seen(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "Desk.briefing"
    with start() as story:
        new_library(story, library, monkeypatch)
        with open_desk(library) as outside:
            outside.collecting.import_paths([SEED_FILE])
        story.bot.waitUntil(lambda: len(titles(story)) == 1, timeout=10_000)
