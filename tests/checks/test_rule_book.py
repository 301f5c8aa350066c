"""Templates choose their rules; evidence is always looked at."""

from briefing.checks.rule_book import ALWAYS, RULES, examine, rules_for
from briefing.model.template import Template, TemplateField
from tests.checks.under_check import make_under_check


def test_names_are_told_apart() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert set(names) >= ALWAYS


def test_a_template_that_names_rules_gets_those_and_the_ones_on_evidence() -> None:
    names = {rule.name for rule in rules_for(Template("t", "T", checks=("word-limit",)))}
    assert names == {"word-limit", *ALWAYS}


def test_without_a_choice_every_rule_applies() -> None:
    assert rules_for(None) == RULES
    assert rules_for(Template("t", "T")) == RULES


def test_findings_come_rule_by_rule() -> None:
    template = Template("t", "T", words=1, fields=(TemplateField("to", "To", required=True),))
    memo = make_under_check("The army left the north in May [@x].", template=template)
    names = [finding.rule for finding in examine(memo)]
    assert names == ["missing-fields", "word-limit", "unknown-citation"]
