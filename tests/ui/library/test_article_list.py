"""The list lays its rows out for its width, and helps on where nothing is found."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QListView, QPushButton, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from briefing.model.search_page import Hit, SearchPage
from briefing.ui.library.article_list import ArticleList
from briefing.ui.theme import Theme

LONG = "A proclamation on the Western Hemisphere that takes several lines where there is no room"


def make_list(qtbot: QtBot, theme: Theme, hits: tuple[Hit, ...]) -> ArticleList:
    found = ArticleList(theme, QPushButton("Import…"))
    qtbot.addWidget(found)
    found.resize(620, 600)
    found.show()
    found.show_page(SearchPage(hits), is_library_empty=False)
    return found


def test_rows_are_laid_out_anew_where_the_list_narrows(
    qtbot: QtBot, theme: Theme, make_hit: Callable[..., Hit]
) -> None:
    hits = tuple(make_hit(number, LONG) for number in range(3))
    found = make_list(qtbot, theme, hits)
    (view,) = [one for one in found.findChildren(QListView) if one.accessibleName() == "Articles"]
    first, second = (view.model().index(row, 0, QModelIndex()) for row in (0, 1))
    qtbot.wait(150)  # Qt lays a new view out a tenth of a second after it is shown
    before = view.visualRect(second).top()
    view.resize(300, view.height())

    def judge() -> None:
        wanted = view.itemDelegate().sizeHint(QStyleOptionViewItem(), first).height()
        assert view.visualRect(second).top() == wanted > before

    qtbot.waitUntil(judge)


def test_nothing_found_offers_to_clear_the_search(qtbot: QtBot, theme: Theme) -> None:
    found = make_list(qtbot, theme, ())
    found.search_line.set_line("cartel tag:nowhere")
    (clear,) = [
        one
        for one in found.findChildren(QPushButton)
        if one.isVisible() and one.text() == "Clear the search"
    ]
    with qtbot.waitSignal(found.search_line.line_changed) as changed:
        clear.click()
    assert changed.args == [""]
