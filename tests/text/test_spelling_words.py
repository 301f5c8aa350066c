"""Which words of a line a dictionary is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.spelling_words import spelling_words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The *teh* word", ["The", "teh", "word"]),
        ("Costs [@nyt2025vow, p. 3] rose", ["Costs", "rose"]),
        ("As @nyt2025vow says", ["As", "says"]),
        ("Run `teh cod` now", ["Run", "now"]),
        ("See [the page](http://exmaple.test/teh)", ["See", "the", "page"]),
        ("NATO’s MPs and the EU", ["and", "the"]),
        ("the 3rd of 2025-09", ["the", "of"]),
        ("l’Assemblée d'hier", ["l’Assemblée", "d'hier"]),
        ("write to teh@exmaple.org", ["write", "to"]),
        ('::: {.facts query="teh"}', []),
        ("a note[^teh] here", ["note", "here"]),
    ],
)
def test_words_of_a_line(line: str, words: list[str]) -> None:
    assert [word for _, word in spelling_words(line)] == words


@given(st.text())
def test_each_word_stands_at_its_place(line: str) -> None:
    for place, word in spelling_words(line):
        assert line[place : place + len(word)] == word
