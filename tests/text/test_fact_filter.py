"""Facts are found by their words, tags, kind, status and date."""

import pytest

from briefing.model.anchor import Anchor
from briefing.model.fact import Evidence, Fact, FactKind, FactStatus
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.text.fact_filter import fact_matches
from briefing.text.query_language import parse_query

FACT = Fact(
    uid=Uid("f"),
    key="7k2",
    statement="Mexico sent 59 high-value targets to the United States",
    kind=FactKind.FIGURE,
    as_of=PartialDate.parse("2025-09"),
    status=FactStatus.CURRENT,
    tags=("topic/cartels/transfers", "region/México"),
    evidence=(Evidence(Uid("e"), Uid("a"), Anchor("the arrest of 59", "", "", 0)),),
)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "mexico",
        "MÉXICO targets",
        '"high-value targets"',
        "NEAR(mexico targets, 3)",
        "arrest",
        "targ*",
        "tag:topic/cartels",
        "tag:region/mexico",
        "tag:topic status:current kind:figure",
        "nothing OR transfers OR sent",
        "-refused",
        "after:2025-09",
        "on:2025",
        "before:2025-10",
    ],
)
def test_fact_is_found(line: str) -> None:
    assert fact_matches(FACT, parse_query(line).root)


@pytest.mark.parametrize(
    "line",
    [
        "arrested",
        '"targets high-value"',
        "tag:topic/cartel",
        "status:disputed",
        "kind:event",
        "-mexico",
        "after:2025-10",
        "before:2025-09",
        "on:2024",
    ],
)
def test_other_fact_is_not_found(line: str) -> None:
    assert not fact_matches(FACT, parse_query(line).root)


def test_undated_fact_is_not_found_by_date() -> None:
    undated = Fact(uid=Uid("u"), key="1aa", statement="Undated")
    assert not fact_matches(undated, parse_query("after:1900").root)
