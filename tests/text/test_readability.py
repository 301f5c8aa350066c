"""How easily a text reads, by language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.readability import Amounts, amounts, readability

EASY = (
    "The cat sat on the mat. It was a warm day. The dog ran to the park and back. We all had fun."
)
HARD = (
    "Notwithstanding considerable institutional fragmentation, interdepartmental coordination"
    " mechanisms demonstrated extraordinary administrative sophistication, substantially"
    " facilitating comprehensive implementation of internationally negotiated environmental"
    " responsibilities throughout subordinate jurisdictional authorities and municipalities."
)


@pytest.mark.parametrize(
    ("word", "language", "syllables"),
    [
        *[(word, "en", count) for word, count in (("government", 3), ("agreed", 2), ("make", 1))],
        *[(word, "en", count) for word, count in (("boxes", 2), ("wanted", 2), ("policies", 3))],
        *[(word, "es", count) for word, count in (("país", 2), ("ciudad", 2), ("economía", 5))],
        *[(word, "es", count) for word, count in (("gobierno", 3), ("ley", 1))],
        *[(word, "fr", count) for word, count in (("politique", 3), ("ministre", 2), ("le", 1))],
        *[(word, "fr", count) for word, count in (("parlent", 1), ("moment", 2))],
    ],
)
def test_syllables(word: str, language: str, syllables: int) -> None:
    assert amounts(word, language) == Amounts(1, 1, syllables)


def test_easy_words_read_more_easily_than_hard_ones() -> None:
    easy, hard = readability(amounts(EASY * 2)), readability(amounts(HARD * 2))
    assert easy is not None
    assert hard is not None
    assert easy.level == "very easy"
    assert hard.level == "very hard"
    assert easy.grade is not None
    assert hard.grade is not None
    assert easy.grade < 4
    assert hard.grade > 16


def test_a_spanish_and_a_french_text_have_no_grade() -> None:
    spanish = "El gobierno de México anunció un acuerdo de seguridad con los Estados Unidos. " * 4
    french = "Le ministre des Affaires étrangères a signé un accord avec les États-Unis. " * 4
    for text, language in ((spanish, "es-MX"), (french, "fr")):
        found = readability(amounts(text, language), language)
        assert found is not None
        assert found.grade is None
        assert 20 < found.ease < 90


def test_too_few_words_and_other_languages_say_nothing() -> None:
    assert readability(amounts("Too few.")) is None
    assert readability(amounts(EASY * 3, "de"), "de") is None


@given(st.text(), st.text())
def test_amounts_add_up_over_paragraphs(one: str, two: str) -> None:
    both = amounts(one) + amounts(two)
    assert amounts(f"{one}\n\n{two}").words == both.words
