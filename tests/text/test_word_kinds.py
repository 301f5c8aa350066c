"""What sort of word a word is, by itself."""

import pytest

from briefing.text.word_kinds import is_preposition, word_kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("the", "determiner"),
        ("we", "pronoun"),
        ("through", "preposition"),
        ("12", "figure"),
        (",", "mark"),
        ("", "mark"),
        ("signed", "participle"),
        ("waiting", "ing"),
        ("badly", "ly"),
        ("ports", "s"),
        ("port", "word"),
    ],
)
def test_a_word_tells_its_sort(word: str, kind: str) -> None:
    assert word_kind(word) == kind


def test_a_preposition_is_known() -> None:
    assert is_preposition("within")
    assert not is_preposition("when")
