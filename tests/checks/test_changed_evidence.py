"""What a sentence cites still stands."""

import pytest

from briefing.checks.changed_evidence import ChangedEvidence
from briefing.checks.memo_under_check import CitedFact, QuoteState
from briefing.model.anchor import AnchorState
from briefing.model.fact import FactStatus
from briefing.model.finding import Finding
from tests.checks.under_check import make_under_check

EXACT = QuoteState("The Times", AnchorState.EXACT)
BODY = "59 were held. [@fact:7k2]"


def _findings(fact: CitedFact, body: str = BODY) -> list[Finding]:
    return list(ChangedEvidence().check(make_under_check(body, facts={"fact:7k2": fact})))


def _fact(
    *quotes: QuoteState, status: FactStatus = FactStatus.CURRENT, superseded_by: str = ""
) -> CitedFact:
    return CitedFact("fact:7k2", "59 people were held.", status, quotes, superseded_by)


def test_a_fact_that_stands_passes() -> None:
    assert _findings(_fact(EXACT)) == []


@pytest.mark.parametrize(
    ("status", "severity", "words"),
    [
        (FactStatus.DISPUTED, "warning", "is disputed"),
        (FactStatus.RETRACTED, "error", "was retracted"),
        (FactStatus.SUPERSEDED, "warning", "was superseded by “60 were held.”"),
    ],
)
def test_a_fact_that_no_longer_stands_is_told(
    status: FactStatus, severity: str, words: str
) -> None:
    (finding,) = _findings(_fact(EXACT, status=status, superseded_by="60 were held."))
    assert finding.severity == severity
    assert words in finding.reason
    assert BODY[finding.start : finding.end] == "[@fact:7k2]"


@pytest.mark.parametrize(
    ("state", "severity", "words"),
    [
        (AnchorState.LOST, "error", "is no longer in “The Times”"),
        (AnchorState.AMBIGUOUS, "warning", "cannot be told in “The Times”"),
        (AnchorState.MOVED, "note", "stands at another place in “The Times”"),
    ],
)
def test_a_quote_that_does_not_stand_is_told(state: AnchorState, severity: str, words: str) -> None:
    (finding,) = _findings(_fact(QuoteState("The Times", state, "It is so.")))
    assert finding.severity == severity
    assert words in finding.reason
    assert finding.mend.startswith("It is so. ")


def test_a_lost_quote_weighs_less_where_another_stands() -> None:
    (finding,) = _findings(_fact(QuoteState("The Post", AnchorState.LOST), EXACT))
    assert finding.severity == "warning"


def test_a_fact_without_a_quote_is_told() -> None:
    (finding,) = _findings(_fact())
    assert "rests on no quote" in finding.reason


def test_every_sentence_that_cites_it_is_told() -> None:
    body = "One. [@fact:7k2] Two. [@fact:7k2]"
    found = _findings(_fact(EXACT, status=FactStatus.DISPUTED), body)
    assert [finding.start for finding in found] == [5, 22]
    assert len({finding.subject for finding in found}) == 1
