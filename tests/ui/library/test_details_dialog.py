"""Details are corrected field by field; what the file brought besides is shown."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.model.article import Article, DateOrigin
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.ui.library.details_dialog import DetailsDialog
from briefing.ui.theme import Theme

ARTICLE = Article(
    uid=Uid("a"),
    citekey="nytimes2025mexico",
    title="Vow",
    body="Body",
    authors=("Ana Díaz", "B. Cole"),
    published=PartialDate.parse("2025-09-03"),
    date_origin=DateOrigin.URL,
    fields=(("licence", "CC0"), ("licence", "again")),
)


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    over = QWidget()
    qtbot.addWidget(over)
    return over


@pytest.fixture
def dialog(theme: Theme, over: QWidget) -> DetailsDialog:
    return DetailsDialog(theme, ARTICLE, over)


def edit(dialog: DetailsDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def save(dialog: DetailsDialog) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save").click()


def test_nothing_changed_is_the_same_article(qtbot: QtBot, dialog: DetailsDialog) -> None:
    with qtbot.waitSignal(dialog.kept) as kept:
        save(dialog)
    assert kept.args == [ARTICLE]


def test_corrected_date_counts_as_given(qtbot: QtBot, dialog: DetailsDialog) -> None:
    edit(dialog, "Published").setText("2025-09")
    edit(dialog, "Authors").setText("Ana Díaz;  ; C. Roe")
    with qtbot.waitSignal(dialog.kept) as kept:
        save(dialog)
    assert kept.args is not None
    changed: Article = kept.args[0]
    assert changed.published == PartialDate.parse("2025-09")
    assert changed.date_origin is DateOrigin.GIVEN
    assert changed.authors == ("Ana Díaz", "C. Roe")


def test_wrong_date_and_empty_title_are_refused(qtbot: QtBot, dialog: DetailsDialog) -> None:
    for name, text in (("Published", "yesterday"), ("Title", " ")):
        edit(dialog, name).setText(text)
        with qtbot.assertNotEmitted(dialog.kept):
            save(dialog)
        assert edit(dialog, name).property("state") == "bad"


def test_other_fields_of_the_file_are_shown(dialog: DetailsDialog) -> None:
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert texts.count("licence") == 2
    assert {"CC0", "again"} <= set(texts)
