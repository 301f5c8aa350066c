"""Claims cite something."""

from briefing.checks.unsourced_sentence import UnsourcedSentence
from tests.checks.under_check import make_under_check

BODY = """## Background

The two governments met in May. They agreed on a plan. [@a] Will it hold to the end?

## Recommendation

Sign the plan before the end of June.
"""


def test_each_claim_without_a_citation_is_found_at_its_words() -> None:
    (finding,) = UnsourcedSentence().check(make_under_check(BODY))
    assert BODY[finding.start : finding.end] == "The two governments met in May."
    assert finding.place == "Background"
    assert finding.subject == "The two governments met in May."


def test_a_sentence_outside_any_section_is_named_by_its_words() -> None:
    (finding,) = UnsourcedSentence().check(make_under_check("The army *left* the north in May."))
    assert finding.place == "The army *left* the north in May."
    assert "“The army left the north in May.”" in finding.reason


def test_a_sourced_memo_passes() -> None:
    body = "The army left in May [@a]. We assess that it will not come back.\n\n> It left. [@b]"
    assert list(UnsourcedSentence().check(make_under_check(body))) == []


def test_code_and_bare_citations_are_told_as_written() -> None:
    body = "The tool `mexx` left the market in May. As @pew says, it is back in a way."
    reasons = [one.reason for one in UnsourcedSentence().check(make_under_check(body))]
    assert reasons[0].startswith("“The tool `mexx` left the market in May.”")
