"""Bases of verbs."""

import pytest

from briefing.text.verb_bases import is_base


@pytest.mark.parametrize("word", ["cost", "exercise", "customize", "evaluate", "happen", "know"])
def test_what_commonly_is_a_verb_is_one(word: str) -> None:
    assert is_base(word)


@pytest.mark.parametrize("word", ["climate", "market", "file", "enterprise", "delegate", "the"])
def test_what_commonly_is_a_noun_is_none(word: str) -> None:
    assert not is_base(word)
