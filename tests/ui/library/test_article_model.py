"""The model shows pages of hits and asks for the next."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from briefing.model.search_page import Hit, SearchPage
from briefing.ui.library.article_model import ArticleModel

MakeHit = Callable[..., Hit]


def test_next_page_is_asked_for_once(qtbot: QtBot, make_hit: MakeHit) -> None:
    model = ArticleModel()
    model.show_page(SearchPage((make_hit(1),), after="cursor"))
    with qtbot.waitSignal(model.more_requested) as asked:
        model.fetchMore(QModelIndex())
    assert asked.args == ["cursor"]
    assert not model.canFetchMore(QModelIndex())
    model.add_page(SearchPage((make_hit(2),)))
    assert model.uids() == ("u1", "u2")
    assert not model.canFetchMore(QModelIndex())


def test_changed_rows_stay_in_place_and_gone_ones_go(qtbot: QtBot, make_hit: MakeHit) -> None:
    model = ArticleModel()
    model.show_page(SearchPage(tuple(make_hit(n) for n in (1, 2, 3))))
    with qtbot.waitSignal(model.dataChanged):
        model.replace_rows([make_hit(2, title="Corrected").article])
    corrected = model.hit(1)
    assert corrected is not None
    assert corrected.article.title == "Corrected"
    model.remove_rows({corrected.article.uid})
    assert model.uids() == ("u1", "u3")


def test_row_is_read_aloud_whole(make_hit: MakeHit) -> None:
    model = ArticleModel()
    model.show_page(SearchPage((make_hit(1),)))
    told = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Article 1, candidate, nytimes, 3 September 2025"
