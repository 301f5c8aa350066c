from hypothesis import given
from hypothesis import strategies as st

from briefing.text.passage_changes import passage_changes

WORDS = st.lists(st.sampled_from(["One two.", "Three four.", "Five.", "\n\n", "\n", " "])).map(
    " ".join
)


def test_sentence_that_changed_is_told_alone() -> None:
    before = "It rained. The talks went on. Nobody spoke.\n\nThe end."
    after = "It rained.  The talks were\nbroken off. Nobody spoke.\n\n\nThe end."
    assert passage_changes(before, after) == (("The talks went on.", "The talks were broken off."),)


def test_paragraph_that_came_or_went_has_no_counterpart() -> None:
    assert passage_changes("One.\n\nTwo.", "One.") == (("Two.", ""),)
    assert passage_changes("One.", "Zero.\n\nOne.") == (("", "Zero."),)


def test_moved_line_ends_are_no_change() -> None:
    assert passage_changes("a b\nc\n\nd", " a\n b  c\n \n\n d \n") == ()


@given(WORDS, WORDS)
def test_nothing_is_told_only_where_the_words_are_the_same(before: str, after: str) -> None:
    changes = passage_changes(before, after)
    if before.split() != after.split():
        assert changes
    assert passage_changes(before, before) == ()
    assert all(was or now for was, now in changes)
