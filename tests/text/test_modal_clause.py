"""The clause of a modal is read: its subject, its verb and that verb's form."""

import pytest

from briefing.text.modal_clause import ModalClause, modal_clause, words_of
from briefing.text.modal_places import is_drafting, is_set_apart, is_wish
from briefing.text.modal_reading import tells_chance
from briefing.text.subject_kinds import SubjectKind, subject_kind


def clause_of(sentence: str) -> ModalClause:
    words = words_of(sentence)
    at = next(at for at, word in enumerate(words) if word.plain in {"may", "might", "could"})
    found = modal_clause(words, at)
    assert found
    return found


@pytest.mark.parametrize(
    ("sentence", "subject", "kind"),
    [
        ("The price of bread may rise.", "price", SubjectKind.THING),
        ("Officials of the bank might resign.", "officials", SubjectKind.BODY),
        ("Later Iran could respond.", "iran", SubjectKind.NAME),
        ("The talks, which began in June, might fail.", "talks", SubjectKind.THING),
        ("We may have to wait.", "we", SubjectKind.SPEAKER),
    ],
)
def test_the_head_of_the_subject_is_found(sentence: str, subject: str, kind: SubjectKind) -> None:
    clause = clause_of(sentence)
    assert (clause.subject, clause.kind) == (subject, kind)


def test_the_form_of_the_verb_is_told() -> None:
    assert clause_of("They may have left.").is_perfect
    assert clause_of("The bill might quickly be passed.").is_passive
    assert clause_of("They may be leaving.").is_progressive
    assert clause_of("They may not have to go.").is_stacked
    assert clause_of("They may not have to go.").is_negated
    assert not clause_of("They may be worried.").is_passive


@pytest.mark.parametrize("phrase", ["at any time", "in due course", "over time", "still"])
def test_a_phrase_between_is_passed_over(phrase: str) -> None:
    assert clause_of(f"The dispute may {phrase} lead to strikes.").verb == "lead"


def test_another_modal_below_it_makes_a_chance_of_it() -> None:
    assert tells_chance(clause_of("The Secretary may be unable to sign."))
    assert not tells_chance(clause_of("The Secretary may waive the fee."))


def test_a_place_can_forbid_it() -> None:
    assert is_set_apart("Ask whether it may fail.", 15)
    assert not is_set_apart("They say it may fail.", 12)
    assert is_wish("May they rest.", 3)
    assert is_drafting("The Minister shall report.")


def test_agents_are_told_from_things_that_end_alike() -> None:
    assert subject_kind("farmers", is_name=False) is SubjectKind.PERSON
    assert subject_kind("numbers", is_name=False) is SubjectKind.THING


def test_the_month_is_no_chance_however_often_it_stands() -> None:
    dates = "if " + "1 May 2024 to " * 20_000
    assert all(is_set_apart(dates, at) for at in range(5, len(dates) - 14, 14))
    far = "Ask whether " + "it fails and " * 1_000 + "it may fail."
    assert not is_set_apart(far, far.rindex("may"))
