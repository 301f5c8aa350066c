"""The surroundings of a word of chance give signs that a reader can check."""

import pytest

from briefing.text.estimative_words import chance_signs, is_word_of_chance
from briefing.text.modal_clause import words_of


def signs(sentence: str) -> frozenset[str]:
    words = words_of(sentence)
    at = next(at for at, word in enumerate(words) if is_word_of_chance(word))
    return chance_signs(sentence, words, at)


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("Prices may rise by 5 per cent.", "figure ahead"),
        ("Prices may soon rise.", "time ahead"),
        ("The plan might fail at great cost.", "harm ahead"),
        ("We may as well wait.", "as well"),
        ("It may seem odd.", "seeming"),
        ("The town may flood, but not the port.", "but ahead"),
        ("The bank may fail if it waits.", "if ahead"),
        ("He named tools they may have access to.", "stranded preposition"),
        ("When it rains, the dam may break.", "when leads, left"),
        ("If the dam may break, go.", "if behind"),
        ("I do not think I may go.", "doubted"),
        ("He said the dam may break.", "reported"),
        ("They hoped it might end.", "past"),
        ("The sign read: Prices May Rise.", "capital"),
        ("They ask what it may cost.", "place subordinate"),
        ("I suggest the two might meet.", "place suggested"),
        ("The bridge may already be closed.", "a chance by rule"),
        ("Perhaps inflation has peaked.", "a chance by rule"),
        ("May he rest in peace.", "wish"),
        ("Prices may rise.", "may: before rise"),
        ("Prices may rise.", "word may"),
    ],
)
def test_a_sign_is_told(sentence: str, sign: str) -> None:
    assert sign in signs(sentence)


def test_an_adverb_has_no_clause_of_a_modal() -> None:
    assert "no clause" in signs("Perhaps inflation has peaked.")
