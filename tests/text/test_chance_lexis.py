"""The words around a word of chance are told as signs, in the form that carries their meaning."""

import pytest

from briefing.text.chance_lexis import clause_words, other_verbs, sentence_words
from briefing.text.modal_clause import modal_clause, words_of

MODALS = {"may", "might", "could"}


def told(sentence: str) -> set[str]:
    words = words_of(sentence)
    at = next(at for at, word in enumerate(words) if word.plain in MODALS)
    clause = modal_clause(words, at)
    assert clause
    return set(clause_words(clause))


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("The banks may raise the interest rates.", "core raise"),
        ("The banks may raise the interest rates.", "head bank"),
        ("The banks may raise the interest rates.", "object rate"),
        ("The banks may raise the interest rates.", "bank does raise"),
        ("The banks may raise the interest rates.", "raise to rate"),
        ("The truce may not hold.", "core not hold"),
        ("The port may be closed by the storm.", "core be closed"),
        ("The port may be closed by the storm.", "main closed"),
        ("The port may be closed by the storm.", "core be closed by"),
        ("It might be a trap.", "core be trap"),
        ("They may have left the country.", "core have left"),
        ("They may have left the country.", "object country"),
        ("They may have been warned.", "core been warned"),
        ("The state may be able to pay.", "core be able pay"),
        ("The firm could need to sell its shares.", "core need to sell"),
        ("The firm could need to sell its shares.", "object share"),
        ("It could rain.", "object "),
        ("The firms may buy companies.", "object company"),
        ("The raids may bring losses.", "object loss"),
        ("The boards may fix the taxes.", "object tax"),
    ],
)
def test_a_word_of_the_clause_is_told(sentence: str, sign: str) -> None:
    assert sign in told(sentence)


def test_a_plain_verb_has_no_second_word_of_meaning() -> None:
    assert not any(sign.startswith("main ") for sign in told("The truce may hold."))


def test_other_modals_and_the_past_are_told() -> None:
    plain = ("it", "may", "rain", "and", "he", "said", "it", "will", "or", "may", "not")
    assert set(other_verbs(plain, 1)) == {"with may", "with will", "past verb"}
    assert set(other_verbs(("it", "may", "rain"), 1)) == set()


def test_the_topic_is_told_by_all_but_common_words() -> None:
    plain = ("the", "talks", "on", "tariffs", "may", "fail", "in", "2024", ".")
    assert set(sentence_words(plain, 4)) == {"has talk", "has tariff", "has fail"}
