"""Terms of a memo belong to one scale and to one row of it."""

from briefing.checks.mixed_scales import MixedScales
from briefing.model.template import Template
from tests.checks.under_check import make_under_check


def found(body: str, scale: str = "") -> list[str]:
    memo = make_under_check(body, scale=scale)
    return [body[one.start : one.end] for one in MixedScales().check(memo)]


def test_the_row_used_less_is_found() -> None:
    body = "It is likely to pass. It is unlikely to fail. It will probably be signed."
    assert found(body) == ["probably"]


def test_on_a_tie_the_row_used_second_is_found() -> None:
    assert found("It will probably pass. It is very likely to be signed.") == ["very likely"]


def test_a_term_of_another_scale_is_found() -> None:
    assert found("It is highly likely to pass.") == ["highly likely"]
    assert found("It is highly likely to pass.", "phia") == []
    assert found("It is very likely to pass.", "phia") == ["very likely"]


def test_one_row_is_clean_and_adverbs_belong_to_it() -> None:
    assert found("It is almost certainly so. It is likely. It is very unlikely.") == []


def test_remote_places_and_likely_voters_are_no_terms() -> None:
    assert found("It is likely. Remote villages and probable causes matter.") == []
    assert found("It is improbable. We asked likely voters.") == []
    assert found("It is likely. The chance is remote.") == ["remote"]


def test_a_template_names_the_scale_and_an_unknown_one_is_taken_for_the_usual() -> None:
    for scale, count in (("phia", 0), ("none-such", 1)):
        template = Template("t", "T", scale=scale)
        memo = make_under_check("It is highly likely to pass.", template=template)
        assert len(list(MixedScales().check(memo))) == count
