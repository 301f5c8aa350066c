"""An analyst pastes an article, watches a folder, and drops one with a table of its own columns."""

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget

from briefing.ui.collecting.import_report import ImportReportDialog
from briefing.ui.collecting.mapping_dialog import MappingDialog
from briefing.ui.collecting.paste_dialog import PasteDialog
from briefing.ui.collecting.watched_dialog import WatchedDialog
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.reader_pane import ReaderPane
from tests.journeys.story import Start, Story

_TEXT = "https://example.org/border\nBorder talks resume\n\nOfficials agreed to meet in {month}."
_TABLE = "Kop;Tekst;Toon\nHandel groeit;De handel groeide met vier procent.;positief\n"


def press_button(story: Story, over: QWidget, words: str) -> None:
    (found,) = [
        one for one in over.findChildren(QPushButton) if words in one.text() and one.isVisible()
    ]
    found.click()
    story.settle()


def paste(story: Story, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    story.do("library.paste")
    press_button(story, story.find(PasteDialog), "Add the article")
    story.come_back()


def read(story: Story) -> str:
    opened = story.find(ReaderPane).opened()
    assert opened is not None
    return opened.article.title


def test_what_is_pasted_is_opened(start: Start) -> None:
    with start() as story:
        story.do("file.sample")
        paste(story, _TEXT.format(month="May"))
        assert read(story) == "Border talks resume"
        (hit,) = story.desk.searching.search('"border talks resume"').hits
        assert story.find(ArticleList).current() == hit.article.uid
        story.find(ArticleList).go_to(0)
        story.settle()
        paste(story, _TEXT.format(month="June"))  # the same address again
        assert read(story) == "Border talks resume"
        assert not story.window.findChildren(ImportReportDialog)


def test_a_watched_folder_does_not_get_in_the_way(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for name, text in (("good.txt", "A headline\n\nSome text."), ("empty.txt", "")):
        (folder / name).write_text(text, encoding="utf-8")
        os.utime(folder / name, (1_700_000_000, 1_700_000_000))
    with start() as story:
        story.do("file.sample")
        before = story.desk.searching.counts().articles
        story.desk.watching.add(folder)
        story.do("library.watch")
        press_button(story, story.find(WatchedDialog), "Look now")
        press_button(story, story.find(WatchedDialog), "Look now")
        toasts = [one.text() for one in story.window.findChildren(QLabel) if one.isVisible()]
        assert "Nothing is new in the watched folders." in toasts
        story.find(WatchedDialog).close()
        story.come_back()
        assert story.desk.searching.counts().articles == before + 1
        assert not [one for one in story.window.findChildren(QDialog) if one.isVisible()]
        story.do("library.import_report")
        report = story.find(ImportReportDialog)
        assert {one.reason for one in report.report.outcomes} == {"", "The file is empty."}


def test_a_table_in_a_folder_is_matched_from_the_report(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "monitor"
    folder.mkdir()
    (folder / "week.csv").write_text(_TABLE, encoding="utf-8")
    with start() as story:
        story.do("file.sample")
        story.session.import_files([str(folder)])
        story.settle()
        press_button(story, story.find(ImportReportDialog), "Match the columns")
        dialog = story.find(MappingDialog)
        for box, field in zip(dialog.findChildren(QComboBox), ("title", "body"), strict=False):
            box.setCurrentIndex(box.findData(field))
        press_button(story, dialog, "Import the table")
        assert [hit.article.title for hit in story.desk.searching.search("handel").hits] == [
            "Handel groeit"
        ]


def test_an_article_without_a_text_says_so(start: Start, tmp_path: Path) -> None:
    record = tmp_path / "book.bib"
    record.write_text("@book{narco2011, title = {El Narco}, year = 2011}", encoding="utf-8")
    with start() as story:
        story.do("file.sample")
        story.session.import_files([str(record)])
        story.settle()
        story.find(ArticleList).search_line.set_line("title:narco")
        story.settle()
        told = [one for one in story.find(ReaderPane).findChildren(QLabel) if one.isVisible()]
        assert any("no text of its own" in one.text() for one in told)
        story.find(ArticleList).search_line.set_line("")
        story.settle()
        story.find(ArticleList).go_to(1)
        story.settle()
        assert read(story) != "El Narco"
        assert not any("no text of its own" in one.text() for one in told if one.isVisible())
