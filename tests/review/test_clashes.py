"""Which changes of several hands are at the same words, and so are asked about."""

from dataclasses import replace

import pytest

from briefing.review.merging.three_way import merge
from tests.review.reviewed import accepted, make_change, make_content, worded

BODY = "Mexico has sent 59 targets north. It set up a bilateral group in May.\n"


def test_words_one_puts_beside_what_another_replaces_are_a_conflict() -> None:
    at = BODY.index("bilateral")
    first = make_change(1, (at, at, "new "), file="a.docx")
    second = replace(worded(BODY, 2, "bilateral", "joint"), file="b.docx")
    merged = merge(make_content(BODY, first, second), BODY, accepted(1, 2))
    assert merged.body == BODY  # and not “a new joint group”, which nobody wrote
    (conflict,) = merged.conflicts
    assert {side.text for side in conflict.sides} == {"new bilateral", "joint"}


def test_words_that_one_puts_beside_her_own_are_none() -> None:
    at = BODY.index("bilateral")
    changes = (make_change(1, (at, at, "new ")), worded(BODY, 2, "bilateral", "joint"))
    merged = merge(make_content(BODY, *changes), BODY, accepted(1, 2))
    assert merged.body == BODY.replace("bilateral", "new joint")


@pytest.mark.parametrize("words", [", the most so far,", " (by May)", " – in one flight –"])
def test_what_punctuation_sets_off_goes_with_either(words: str) -> None:
    at = BODY.index("59") + len("59")
    first = make_change(1, (at, at, words), file="a.docx")
    second = replace(worded(BODY, 2, "59", "61"), file="b.docx")
    merged = merge(make_content(BODY, first, second), BODY, accepted(1, 2))
    assert merged.body == BODY.replace("59", f"61{words}")
    assert not merged.conflicts


def test_a_sentence_beside_a_replaced_word_stands_by_itself() -> None:
    at = BODY.index(" It set up")
    first = make_change(1, (at, at, " Two more wait."), file="a.docx")
    second = replace(worded(BODY, 2, "north.", "over the border."), file="b.docx")
    merged = merge(make_content(BODY, first, second), BODY, accepted(1, 2))
    assert not merged.conflicts
    assert "over the border. Two more wait. It set" in merged.body
