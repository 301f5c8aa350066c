"""Which words make a sentence."""

import pytest

from briefing.text.finite_verbs import has_verb


@pytest.mark.parametrize(
    "words",
    [
        "The programme costs $3m.",
        "Tribes exercise authority over their members.",
        "Prices were higher.",
        "The army withdrew on Monday.",
        "Exports increased by half.",
        "We’ve seen it.",
        "They matter.",
        "El ejército dejó el norte el lunes.",
        "L'armée a quitté le nord et la ville.",
    ],
)
def test_a_sentence_has_a_verb(words: str) -> None:
    assert has_verb(words)


@pytest.mark.parametrize(
    "words",
    [
        "A report on the state of the roads",
        "Ministry of Finance, monthly bulletin",
        "Head of the department of transport",
        "Science Review, 320(5884), 1723-1724.",
        "The costs of the war",
        "Tel. 555 1234",
        "",
    ],
)
def test_a_fragment_has_none(words: str) -> None:
    assert not has_verb(words)
