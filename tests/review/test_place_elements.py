"""Changes find captions, words with attributes, columns and cells of tables drawn with rules."""

import pytest

from tests.export.publications import WHOLE_MEMO
from tests.review.returned import accepted, placed_file, sent


def test_memo_of_every_element_comes_back_unchanged() -> None:
    review = placed_file(WHOLE_MEMO, sent(WHOLE_MEMO).saved())
    assert (review.changes, review.threads) == ((), ())


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("costs", "is worth"),
        ("Before it", "After all of it"),
        ("haut niveau", "bas niveau"),
        ("first of the", "third of the"),
        ("Ausschuss", "Rat"),
        ("cold", "warm"),
        ("Third", "Fourth item"),
        ("What was agreed", "What was settled"),
    ],
)
def test_change_stays_within_its_element(words: str, new: str) -> None:
    file = sent(WHOLE_MEMO)
    file.replace(words, new)
    assert accepted(WHOLE_MEMO, file) == WHOLE_MEMO.replace(words, new, 1)


def test_cell_that_would_break_its_rules_is_left_to_the_analyst() -> None:
    file = sent(WHOLE_MEMO)
    file.replace("All of it", "Quite some of it")
    (change,) = placed_file(WHOLE_MEMO, file.saved()).changes
    assert change.edits == ()
    assert change.reason
