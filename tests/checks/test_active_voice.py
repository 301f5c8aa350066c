"""Sentences in the passive are found in three languages, states and perfects are not."""

import pytest

from briefing.checks.active_voice import PassiveVoice
from tests.checks.under_check import make_under_check


def found(body: str, language: str = "en") -> list[str]:
    return [
        body[one.start : one.end]
        for one in PassiveVoice().check(make_under_check(body, language=language))
    ]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The plan was approved in May.", "was approved"),
        ("Talks have been postponed again.", "been postponed"),
        ("It is widely expected that she wins.", "is widely expected"),
        ("The fee must not be raised.", "be raised"),
        ("The house got destroyed in the storm.", "got destroyed"),
        ("The bill is being rewritten.", "is being rewritten"),
        ("The road was also used to move grain.", "was also used"),
        ("The data are used to measure growth.", "are used"),
        ("The office was closed by the mayor.", "was closed"),
        ("They weren't told of it.", "weren't told"),
    ],
)
def test_a_passive_is_found_where_it_stands(sentence: str, verb: str) -> None:
    assert found(sentence) == [verb]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan approved in May stands.",
        "The court has approved the plan.",
        "We are interested in the plan and committed to it.",
        "The bank is based in Dublin and located on the quay.",
        "They are used to waiting.",
        "He is supposed to leave.",
        "There were increased costs.",
        "She was very tired and too worried.",
        "We are done with it.",
        "They got started at noon.",
        "He said “it was approved” twice.",
        "The need is indeed great.",
        "It is unprecedented and unchanged.",
        "She was born in Quito.",
    ],
)
def test_states_perfects_and_quotations_are_passed_over(sentence: str) -> None:
    assert found(sentence) == []


def test_a_sentence_is_found_once_with_the_number_of_others() -> None:
    (finding,) = PassiveVoice().check(make_under_check("It was tested, and it was approved."))
    assert "1 more" in finding.reason
    assert finding.severity == "note"


def test_spanish_and_french_passives_are_found() -> None:
    assert found("La ley fue aprobada por el Senado.", "es") == ["fue aprobada"]
    assert found("Ha sido rápidamente detenido.", "es") == ["sido rápidamente detenido"]
    assert found("La loi a été adoptée par le Sénat.", "fr") == ["été adoptée"]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("El gasto es limitado.", "es"),
        ("México es un país.", "es"),
        ("La puerta está cerrada.", "es"),
        ("Le ministre est arrivé hier.", "fr"),
        ("Le comité s'est réuni.", "fr"),
        ("Elle est devenue ministre.", "fr"),
        ("Die Regierung wurde gestürzt.", "de"),
    ],
)
def test_other_verbs_and_languages_are_passed_over(sentence: str, language: str) -> None:
    assert found(sentence, language) == []
