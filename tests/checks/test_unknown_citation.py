"""Citations name what the library holds."""

from briefing.checks.unknown_citation import UnknownCitation
from tests.checks.under_check import make_under_check


def test_what_is_not_in_the_library_is_found_where_it_is_cited() -> None:
    body = "One [@a; @b, p. 3]. Two. [@fact:7k2] See `@c`."
    first, second = UnknownCitation().check(make_under_check(body, known=frozenset({"a"})))
    assert first.reason == "“@b” cites no article of this library."
    assert body[first.start : first.end] == "[@a; @b, p. 3]"
    assert second.reason == "“@fact:7k2” cites no fact of this library."
    assert (first.severity, first.subject) == ("error", "b")


def test_known_citations_pass() -> None:
    memo = make_under_check("One [@a].", known=frozenset({"a"}))
    assert list(UnknownCitation().check(memo)) == []
