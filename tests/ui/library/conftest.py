"""A theme to paint with, and hits to show."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from briefing.model.article import ArticleRow, Usage
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.model.search_page import Hit, Marked
from briefing.paths import resources_dir
from briefing.ui.theme import Theme, ThemeMode


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    del qtbot  # it makes the application
    theme = Theme(resources_dir())
    theme.start(ThemeMode.LIGHT, 100)
    return theme


@pytest.fixture
def make_hit() -> Callable[..., Hit]:
    def make(number: int, title: str = "") -> Hit:
        row = ArticleRow(
            uid=Uid(f"u{number}"),
            citekey=f"key{number}",
            title=title or f"Article {number}",
            publisher="nytimes",
            published=PartialDate.parse("2025-09-03"),
            usage=Usage.CANDIDATE,
            rank=3,
            rating="A2",
            tags=("region/mexico", "topic/cartels"),
        )
        return Hit(row, Marked(row.title), Marked("…cartel and security…", ((1, 7),)))

    return make
