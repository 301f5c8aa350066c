"""How a clause opens is read: questions that are embedded, relatives, and clauses that are over."""

import pytest

from briefing.text.clause_openers import opener_signs
from briefing.text.modal_clause import words_of


def signs(sentence: str) -> set[str]:
    words = tuple(word.plain for word in words_of(sentence))
    return set(opener_signs(words, next(at for at, word in enumerate(words) if word == "may")))


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("They ask how the tariff may work.", "embedded how"),
        ("They ask how the tariff (a new one) may work.", "embedded how"),
        ("If talks fail, prices may rise.", "past if"),
        ("Prices fall if talks may fail.", "under if"),
        ("The law, which may pass, is old.", "which as subject, loose"),
        ("The law that may pass is old.", "that as subject, close"),
        ("They think that the law may pass.", "that as clause, said"),
        ("Prices may rise.", "opener none"),
        ("They wait because prices may rise.", "opens because"),
        ("They think prices may rise.", "told think"),
    ],
)
def test_the_opening_of_a_clause_is_told(sentence: str, sign: str) -> None:
    assert sign in signs(sentence)


def test_a_clause_of_its_own_stands_under_nothing() -> None:
    assert "under nothing" in signs("If talks fail, prices may rise.")
    assert "embedded question" not in signs("When talks fail, prices may rise.")
