"""Required sections are there and say something."""

from briefing.checks.required_sections import RequiredSections
from briefing.model.template import Section, Template
from tests.checks.under_check import make_under_check

TEMPLATE = Template(
    "t",
    "T",
    sections=(
        Section("Bottom line", required=True, guidance="Say what matters.\nMore."),
        Section("Background", required=True),
        Section("Annex"),
    ),
)


def _reasons(body: str) -> list[str]:
    memo = make_under_check(body, template=TEMPLATE)
    return [finding.reason for finding in RequiredSections().check(memo)]


def test_a_memo_with_all_sections_passes() -> None:
    assert _reasons("## Bottom  LINE\n\nWords.\n\n## Background\n\n- More.") == []


def test_a_portion_mark_before_a_heading_is_no_part_of_its_title() -> None:
    body = "## (TLP:AMBER) Bottom line\n\nWords.\n\n## (C//NF) Background\n\n- More."
    assert _reasons(body) == []


def test_a_missing_section_is_named_with_its_heading() -> None:
    memo = make_under_check("## Background\n\nx", template=TEMPLATE)
    (finding,) = RequiredSections().check(memo)
    assert (finding.place, finding.start) == ("Bottom line", None)
    assert "## Bottom line" in finding.mend


def test_an_empty_section_is_found_at_its_heading() -> None:
    body = "## Bottom line\n\n## Background\n\nx"
    (finding,) = RequiredSections().check(make_under_check(body, template=TEMPLATE))
    assert finding.reason == "The section “Bottom line” says nothing yet."
    assert finding.mend == "Say what matters."
    assert body[finding.start : finding.end] == "## Bottom line"


def test_a_section_of_facts_alone_is_not_empty() -> None:
    facts = '::: {.facts query="x"}\n:::\n'
    assert _reasons(f"## Bottom line\n\n{facts}\n## Background\n\nx") == []


def test_words_below_a_sub_heading_fill_a_section() -> None:
    assert _reasons("## Bottom line\n\n### Part\n\nx\n\n## Background\n\nx") == []


def test_without_a_template_nothing_is_required() -> None:
    assert list(RequiredSections().check(make_under_check("x"))) == []


def test_what_the_template_put_there_is_not_written() -> None:
    default = "### Option 1: Keep\n\n### Option 2\n\nApprove ____    Disapprove ____"
    template = Template("t", "T", sections=(Section("Options", required=True, text=default),))
    for body in (
        f"## Options\n\n{default}\n",
        f"## Options\n\n{default}\n\nTBD\n\n[name of the office]",
        "## Options\n\n### Another heading\n\nxxx",
    ):
        (finding,) = RequiredSections().check(make_under_check(body, template=template))
        assert "says nothing yet" in finding.reason
    own = f"## Options\n\n{default}\n\nWe keep it.\n"
    assert list(RequiredSections().check(make_under_check(own, template=template))) == []
    facts = '## Options\n\n::: {.facts query="tag:a"}\n:::\n'
    assert list(RequiredSections().check(make_under_check(facts, template=template))) == []
