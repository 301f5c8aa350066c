"""Cards one under another: where each stands, also when the one at hand grows."""

from briefing.ui.review.card_stack import GAP, CardStack
from briefing.ui.theme import Theme
from tests.ui.review.made_review import board


def _stack(theme: Theme) -> CardStack:
    one = board()
    stack = CardStack(theme)
    stack.set_width(300)
    stack.show_items(one.items, {item: one.state(item) for item in one.items})
    return stack


def test_each_card_begins_below_the_one_before(theme: Theme) -> None:
    stack = _stack(theme)
    for row in range(len(stack.items) - 1):
        assert stack.top(row + 1) == stack.top(row) + stack.card_height(row) + GAP
    assert [stack.row_at(stack.top(row) + 3) for row in range(7)] == list(range(7))
    assert stack.row_at(10_000) == 6


def test_a_card_that_grows_moves_those_below(theme: Theme) -> None:
    stack = _stack(theme)
    before, whole = stack.top(3), stack.height
    own = stack.card_height(1)
    stack.set_height(1, own + 50)
    assert (stack.top(3), stack.height) == (before + 50, whole + 50)
    stack.set_height(1, None)
    assert (stack.top(3), stack.height) == (before, whole)


def test_a_narrow_card_is_higher(theme: Theme) -> None:
    stack = _stack(theme)
    wide = stack.height
    stack.set_width(140)
    assert stack.height > wide
