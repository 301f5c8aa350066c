"""The clause of a modal gives signs of its subject, its verb and that verb's form."""

import pytest

from briefing.text.clause_signs import clause_signs
from briefing.text.modal_clause import modal_clause, words_of


def signs(sentence: str) -> set[str]:
    words = words_of(sentence)
    at = next(at for at, word in enumerate(words) if word.plain in {"may", "might", "could"})
    clause = modal_clause(words, at)
    assert clause
    return set(clause_signs(clause))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks may collapse.", {"of a thing", "verb of outcome", "shape plain"}),
        ("The talks may not collapse.", {"shape not plain"}),
        ("Applicants may appeal.", {"of a person", "verb of leave", "read as leave"}),
        ("The army might have left.", {"shape perfect", "read as chance"}),
        ("The town may be flooded.", {"shape passive"}),
        ("The bank could be hurt.", {"shape harmed"}),
        ("Prices may be rising.", {"shape progressive"}),
        ("We may have to wait.", {"of a speaker", "shape stacked"}),
        ("It may be a trap.", {"shape be determiner", "then a determiner"}),
        ("The delegation may arrive.", {"subject abstract"}),
        ("The waiting may end.", {"subject in -ing"}),
        ("It may well rain.", {"by well", "verb rain"}),
    ],
)
def test_a_clause_gives_its_signs(sentence: str, expected: set[str]) -> None:
    assert expected <= signs(sentence)
