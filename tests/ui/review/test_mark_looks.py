"""Marks are told apart without colour: by a line through the words, or one under them."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCharFormat

from briefing.model.marked_text import MarkKind
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.mark_looks import mark_look
from briefing.ui.theme import Theme

Look = Callable[[MarkKind, ItemState], tuple[bool, QTextCharFormat.UnderlineStyle]]
NONE = QTextCharFormat.UnderlineStyle.NoUnderline


@pytest.fixture
def look(theme: Theme) -> Look:
    def lines(kind: MarkKind, state: ItemState) -> tuple[bool, QTextCharFormat.UnderlineStyle]:
        made = mark_look(theme, kind, state)
        return made.fontStrikeOut(), made.underlineStyle()

    return lines


def test_open_marks_differ_by_their_lines(look: Look) -> None:
    kinds = (MarkKind.INSERTED, MarkKind.DELETED, MarkKind.MINE)
    assert len({look(kind, ItemState.OPEN) for kind in kinds}) == len(kinds)


@pytest.mark.parametrize("state", [ItemState.ACCEPTED, ItemState.REJECTED])
def test_what_will_not_be_in_the_memo_is_struck(look: Look, state: ItemState) -> None:
    is_taken = state is ItemState.ACCEPTED
    assert look(MarkKind.INSERTED, state)[0] is not is_taken
    assert look(MarkKind.DELETED, state)[0] is is_taken
    assert look(MarkKind.MINE, state)[0] is is_taken


def test_what_stays_as_it_was_has_no_line(look: Look) -> None:
    assert look(MarkKind.DELETED, ItemState.REJECTED) == (False, NONE)
