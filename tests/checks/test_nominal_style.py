"""Verbs that hide in nouns are found with the verb to write."""

import pytest

from briefing.checks.nominal_style import NominalStyle
from tests.checks.under_check import make_under_check


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The committee conducted a review of the file.", "review"),
        ("They made a decision to leave.", "decide"),
        ("We will give further consideration to it.", "consider"),
        ("An assessment was undertaken in May.", "assess"),
        ("The parties reached an agreement on prices.", "agree"),
        ("The team carried out a full analysis.", "analyse"),
        ("Make use of the fund.", "use"),
        ("She provided an explanation.", "explain"),
        ("Payments were made twice a year.", "pay"),
        ("There are rules for action to be taken.", "act"),
        ("Firms will be given notice.", "notify"),
    ],
)
def test_a_hidden_verb_is_named(sentence: str, verb: str) -> None:
    (finding,) = NominalStyle().check(make_under_check(sentence))
    assert finding.mend == f"Write “{verb}”."


@pytest.mark.parametrize(
    "sentence",
    [
        "They held a meeting and took part in it.",
        "She made three decisions and gave a speech.",
        "The agency provides information and support.",
        "The implementation of the plan went well.",
        "He made a judgement call.",
        "The report said “we made a decision”.",
        "They made progress and made an effort.",
        "It conducted its first review.",
        "They read the amendments made by the Senate.",
        "It provides a notification API.",
    ],
)
def test_things_numbers_and_quotations_are_passed_over(sentence: str) -> None:
    assert list(NominalStyle().check(make_under_check(sentence))) == []
