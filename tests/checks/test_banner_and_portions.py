"""Portions bear marks of one scheme, and the banner is the highest of them."""

import pytest

from briefing.checks.banner_and_portions import PortionMarks
from tests.checks.under_check import make_under_check


def found(body: str, banner: str = "TLP:AMBER") -> list[str]:
    memo = make_under_check(body, fields=(("marking", banner),))
    return [one.reason for one in PortionMarks().check(memo)]


MARKED = "## (TLP:GREEN) Title\n\n(TLP:AMBER) One word.\n\n- (TLP:CLEAR) An item.\n"


def test_a_memo_whose_banner_is_its_highest_mark_is_clean() -> None:
    assert found(MARKED) == []


@pytest.mark.parametrize(
    ("banner", "words"),
    [("TLP:GREEN", "lower"), ("TLP:RED", "higher"), ("", "no banner"), ("INTERNAL", "no mark")],
)
def test_a_banner_that_does_not_fit_is_told(banner: str, words: str) -> None:
    assert any(words in reason for reason in found(MARKED, banner))


def test_a_portion_without_a_mark_is_found_where_others_have_one() -> None:
    (reason,) = found(
        MARKED + "\nAnd a paragraph.\n\nApprove ____\n\n[@a]\n\n| a |\n|---|\n| 1 |\n"
    )
    assert reason == "“And a paragraph.” has no portion mark."


def test_a_strange_mark_is_found_and_one_of_another_scheme() -> None:
    assert found(MARKED + "\n(XY) Strange words.\n") == [
        "“(XY)” is no mark of Traffic Light Protocol 2.0."
    ]
    assert len(found(MARKED + "\n(C) Other words.\n")) == 1


def test_short_marks_of_the_plain_scheme_are_known() -> None:
    assert found("(I) One word.\n\n(P) Two words.\n", "INTERNAL") == []
    assert found("(I) One word.\n\n(C) Two words.\n", "INTERNAL") == [
        "The banner INTERNAL is lower than its highest portion, CONFIDENTIAL."
    ]


def test_a_memo_without_marks_is_asked_for_none() -> None:
    assert found("## Title\n\n(EU) regulation is new.\n\nAnd more.") == []
