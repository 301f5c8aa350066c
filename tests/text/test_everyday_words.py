"""Everyday words are folded, and none of them is what a text is about."""

from briefing.text.everyday_words import EVERYDAY_WORDS


def test_months_weekdays_and_common_words_are_everyday() -> None:
    assert {"september", "friday", "viernes", "next", "city"} <= EVERYDAY_WORDS
    assert not {"treaty", "cartel", "police", "tariff"} & EVERYDAY_WORDS


def test_all_are_written_as_they_are_compared() -> None:
    assert all(word == word.casefold() for word in EVERYDAY_WORDS)
