"""The next misspelt word: from a place on, then round from the top."""

import pytest

from briefing.model.ids import Uid
from briefing.services.desk import Desk
from briefing.services.misspelling_search import Misspelling, next_misspelling

LINES = [(0, "A recieved note"), (16, "and definately one")]
MEMO = Uid("memo")


@pytest.mark.parametrize(
    ("after", "word", "start"), [(0, "recieved", 2), (10, "definately", 20), (30, "recieved", 2)]
)
def test_next_word_is_found_round_the_end(desk: Desk, after: int, word: str, start: int) -> None:
    found = next_misspelling(desk.spelling, LINES, after, "en", MEMO)
    assert found == Misspelling(start, start + len(word), word)


def test_ignored_word_is_passed_over(desk: Desk) -> None:
    desk.spelling.ignore(MEMO, "recieved")
    found = next_misspelling(desk.spelling, LINES, 0, "en", MEMO)
    assert found
    assert found.word == "definately"
    assert desk.spelling.ignored(Uid("other")) == frozenset()


def test_nothing_is_found_where_all_is_well(desk: Desk) -> None:
    assert next_misspelling(desk.spelling, [(0, "All is well.")], 0, "en", MEMO) is None
