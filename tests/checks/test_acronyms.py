"""Acronyms are told in full at first use, once, and are used again."""

import pytest

from briefing.checks.acronyms import Acronyms
from tests.checks.under_check import make_under_check


def found(body: str) -> list[tuple[str, str]]:
    return [
        (body[one.start : one.end], one.reason.partition("”")[2].strip(" ."))
        for one in Acronyms().check(make_under_check(body))
    ]


def test_one_that_is_not_told_is_found_at_its_first_use() -> None:
    body = "The FGR opened a case. The FGR closed it."
    assert found(body) == [("FGR", "is not told in full")]
    assert Acronyms().check(make_under_check(body))
    late = "The GAO said so. The Government Accountability Office (GAO) erred. The GAO knows."
    assert found(late) == [("GAO", "is not told in full until later")]


@pytest.mark.parametrize(
    "definition",
    [
        "The Government Accountability Office (GAO) said so.",
        "The GAO (Government Accountability Office) said so.",
        "The GAO, the Government Accountability Office, said so.",
        "The **Government Accountability Office** (“GAO”) said so.",
        "La Oficina de Responsabilidad (GAO) lo dijo.",
    ],
)
def test_each_way_to_tell_it_is_known(definition: str) -> None:
    assert found(f"{definition} The GAO knows.") == []


def test_twice_and_for_no_use_are_found() -> None:
    told = "The Government Accountability Office (GAO) said so."
    assert found(told) == [("GAO", "is told in full and never used again")]
    assert found(f"{told} {told}") == [("GAO", "is told in full a second time")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The EU, the UN and NATO met.",
        "World War II and Title IX matter.",
        "It cost 5 MB and 10 USD in HB 1234.",
        "J.F. Kennedy of Portland, OR, spoke.",
        "NBC News told of an F-16 and the G7.",
        "THE WHOLE LINE IS SET IN CAPITALS HERE",
        "He said “the FGR did it”.",
        "(TLP:AMBER) It was so.",
        "See www.FGR.org and FGR.md.",
    ],
)
def test_household_ones_and_other_capitals_are_passed_over(sentence: str) -> None:
    assert found(sentence) == []


def test_headings_define_nothing_and_are_asked_nothing() -> None:
    assert found("## The FGR\n\nIt was so.") == []


def test_word_in_capitals_for_stress_is_none() -> None:
    assert found("Send it **WHEN** the board asks, and **ONLY** then. You NEVER pay.") == []
