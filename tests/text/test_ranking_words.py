"""Words that claim a rank are known in four languages, whatever their case and signs."""

import pytest

from briefing.text.ranking_words import ranking_words


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (", the most in any year", {"most"}),
        ("for the First time.", {"first"}),
        ("la mejor cifra, un récord", {"mejor", "récord"}),
        ("der größte Fund", {"grösste"}),
        ("in two groups last year", set()),
        ("at least 55, más o menos", set()),
    ],
)
def test_ranks(words: str, found: set[str]) -> None:
    assert ranking_words(words.split()) == found
