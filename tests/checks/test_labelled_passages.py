"""The rules keep to their definitions on passages of real texts that were labelled by reading."""

import pytest

from tests.bench.check_scores import (
    ENOUGH,
    PRECISION,
    RECALL,
    Verdict,
    labelled_passages,
    verdicts,
)

BELOW = frozenset({"likelihood-words"})  # not there yet
VERDICTS = {verdict.rule: verdict for verdict in verdicts(labelled_passages("open"))}
MEASURED = sorted(
    rule
    for rule, verdict in VERDICTS.items()
    if len(verdict.right) + len(verdict.missed) >= ENOUGH and rule not in BELOW
)


@pytest.fixture(params=MEASURED)
def verdict(request: pytest.FixtureRequest) -> Verdict:
    return VERDICTS[request.param]


def test_findings_are_hits(verdict: Verdict) -> None:
    assert verdict.precision >= PRECISION, [one.text for one in verdict.wrong]


def test_hits_are_found(verdict: Verdict) -> None:
    assert verdict.recall >= RECALL, [one.text for one in verdict.missed]
