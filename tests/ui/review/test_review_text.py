"""The text of a review: marks in view change their looks at once, others a little later."""

from pytestqt.qtbot import QtBot

from briefing.model.marked_text import Mark
from briefing.text.marked_pieces import marked_pieces
from briefing.text.reading_blocks import reading_blocks
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.review_text import ReviewText
from briefing.ui.theme import Theme
from tests.ui.review.made_review import Making

_MANY = 90  # more than are dressed at a time, and than are in view


class _States:
    def __init__(self) -> None:
        self.now = ItemState.OPEN

    def of(self, _mark: Mark) -> ItemState:
        return self.now


def _shown(qtbot: QtBot, theme: Theme) -> tuple[ReviewText, _States]:
    make = Making()
    for number in range(_MANY):
        make.text(f"Paragraph {number} has ")
        make.change("this", "that")
        make.text(" in it.\n\n")
    marked = marked_pieces(make.pieces, ())
    text, states = ReviewText(theme), _States()
    qtbot.addWidget(text)
    text.resize(600, 300)
    text.show_text(marked, reading_blocks(marked.text), states.of)
    text.show()
    return text, states


def _struck(text: ReviewText) -> list[bool]:
    """Return of each `that` in the text whether it is struck through."""
    found: list[bool] = []
    cursor = text.document().find("that")
    while not cursor.isNull():
        found.append(cursor.charFormat().fontStrikeOut())
        cursor = text.document().find("that", cursor)
    return found


def test_many_decisions_are_drawn_in_view_first(qtbot: QtBot, theme: Theme) -> None:
    text, states = _shown(qtbot, theme)
    states.now = ItemState.REJECTED
    text.refresh(range(1, _MANY + 1))
    struck = _struck(text)
    assert struck[0]
    assert not struck[-1]
    qtbot.waitUntil(lambda: all(_struck(text)))
    assert len(_struck(text)) == _MANY


def test_what_is_taken_back_meanwhile_is_drawn_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    text, states = _shown(qtbot, theme)
    states.now = ItemState.REJECTED
    text.refresh(range(1, _MANY + 1))
    states.now = ItemState.OPEN
    text.refresh(range(1, _MANY + 1))
    qtbot.waitUntil(lambda: not any(_struck(text)))
    qtbot.wait(50)
    assert not any(_struck(text))


def test_a_few_decisions_are_drawn_at_once(qtbot: QtBot, theme: Theme) -> None:
    text, states = _shown(qtbot, theme)
    states.now = ItemState.REJECTED
    text.refresh({1, _MANY})
    struck = _struck(text)
    assert (struck[0], struck[1], struck[-1]) == (True, False, True)
