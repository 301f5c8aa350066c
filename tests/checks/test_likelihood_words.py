"""Words that tell a chance without a scale are found, and those that permit or propose are not."""

import pytest

from briefing.checks.likelihood_words import LikelihoodWords
from tests.checks.under_check import make_under_check

CHANCES = [
    "The ceasefire may collapse before spring.",
    "Prices could rise by a third.",
    "It is possible that the vote was delayed.",
    "The shortage might possibly ease.",
    "A further strike cannot be ruled out.",
    "There is a risk that the bank fails.",
    "The attackers may have left the country.",
    "Supplies may be late in the north.",
    "In all likelihood the party will split.",
    "The tariff could lead to shortages.",
]
NONE = [
    "The Secretary may waive the fee.",
    "They could not reach the village.",
    "We could keep to the present course.",
    "Ministers could ask for a review.",
    "The plan is so built that all may benefit.",
    "That may sound harsh, but it is fair.",
    "Answer as soon as possible.",
    "The road makes it possible to trade.",
    "The court sat in May and rose in June.",
    "Could the talks fail?",
    "The officer shall report what may occur.",
    "He spoke of the risk of flooding.",
    "The minister said “prices may rise”.",
    "Anyone may ask for a copy.",
]


def found(body: str, **options: str) -> list[str]:
    memo = make_under_check(body, **options)  # pyright: ignore[reportArgumentType]
    return [body[one.start : one.end] for one in LikelihoodWords().check(memo)]


@pytest.mark.parametrize("sentence", CHANCES)
def test_a_chance_off_the_scale_is_found(sentence: str) -> None:
    assert len(found(sentence)) == 1


@pytest.mark.parametrize("sentence", NONE)
def test_permission_ability_proposal_and_quotation_are_passed_over(sentence: str) -> None:
    assert found(sentence) == []


def test_the_place_is_the_word_in_the_source() -> None:
    assert found("The *ceasefire* [@a] **may** collapse.") == ["may"]


def test_headings_cells_quotations_and_other_languages_are_passed_over() -> None:
    body = "## Prices may rise\n\n> Prices may rise.\n\n| Prices may rise |\n|---|\n| It may rise |"
    assert found(body) == []
    assert found("Prices may rise.", language="es") == []


def test_the_scale_is_named() -> None:
    (finding,) = LikelihoodWords().check(make_under_check("Prices may rise.", scale="phia"))
    assert "PHIA" in finding.reason


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Officials fear that Iran may attack the port.", 1),
        ("Perhaps the bank has failed.", 1),
        ("The vote may or may not be held.", 1),
        ("The river may seem calm, but it floods.", 0),
        ("It is perhaps the most serious threat.", 0),
        ("Perhaps you should write to them.", 0),
        ("There has been perhaps no greater gain.", 0),
        ("For example, a clerk may ask twice.", 0),
    ],
)
def test_what_is_feared_is_a_chance_and_a_rank_is_none(sentence: str, count: int) -> None:
    assert len(found(sentence)) == count
