"""The help shows every key and every page of the guide."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from briefing.paths import resources_dir
from briefing.ui.action_table import ACTIONS
from briefing.ui.dialogs.help_dialog import HelpDialog
from briefing.ui.dialogs.help_pages import keys_page, read_guide
from briefing.ui.wiring import Front


@pytest.fixture
def dialog(front: Front, qtbot: QtBot) -> HelpDialog:
    front.actions.trigger("app.help")
    found = front.window.findChild(HelpDialog)
    assert isinstance(found, HelpDialog)
    qtbot.waitExposed(found)
    return found


def page_text(dialog: HelpDialog) -> str:
    browser = dialog.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    return browser.toPlainText()


def test_it_opens_at_the_keys(dialog: HelpDialog) -> None:
    text = page_text(dialog)
    assert "Search, open or run anything" in text
    assert "Ctrl+K" in text


def test_every_key_is_told() -> None:
    page = keys_page([(spec, (spec.key,) if spec.key else ()) for spec in ACTIONS])
    for spec in ACTIONS:
        told = f"| {spec.text.removesuffix('…')} |" in page.markdown
        assert told == bool(spec.key) or any(
            other.key and other.text == spec.text for other in ACTIONS
        )


def test_every_page_of_the_guide_is_there() -> None:
    pages = read_guide(resources_dir() / "help")
    files = {file.name for file in (resources_dir() / "help").glob("*.md")} - {"keyboard.md"}
    assert {page.name for page in pages} == files
    assert pages[0].title == "Overview"
    assert all(page.title and page.markdown for page in pages)


def test_links_turn_the_page(dialog: HelpDialog) -> None:
    browser = dialog.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    browser.anchorClicked.emit(QUrl("searching.md"))
    pages = dialog.findChild(QListWidget)
    assert isinstance(pages, QListWidget)
    item = pages.currentItem()
    assert item.text() == "Searching"
    browser.anchorClicked.emit(QUrl("keyboard.md"))
    assert pages.currentRow() == 0


def test_the_page_follows_the_theme(front: Front, dialog: HelpDialog) -> None:
    front.actions.trigger("view.dark")
    assert "Ctrl+K" in page_text(dialog)
