"""How likely and how sure do not stand in one sentence."""

import pytest

from briefing.checks.likelihood_with_confidence import LikelihoodWithConfidence
from tests.checks.under_check import make_under_check


@pytest.mark.parametrize(
    "sentence",
    [
        "We assess with high confidence that the attack is likely to recur.",
        "It is very likely, and we are highly confident of it.",
        "We have moderate confidence that prices may rise.",
        "The deal is probable and our confidence is low.",
    ],
)
def test_both_in_one_sentence_are_found(sentence: str) -> None:
    assert len(list(LikelihoodWithConfidence().check(make_under_check(sentence)))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "We judge it likely. Our confidence is moderate.",
        "High consumer confidence is likely to last.",
        "We have high confidence that the attack took place.",
        "A vote of confidence is likely.",
        "Confidence-building measures are likely to follow.",
    ],
)
def test_one_alone_and_the_confidence_of_others_are_passed_over(sentence: str) -> None:
    assert list(LikelihoodWithConfidence().check(make_under_check(sentence))) == []
