"""The bottom line stands first, and a memo for a decision says what it asks."""

from briefing.checks.bottom_line_first import BottomLineFirst
from briefing.model.template import Section, Template
from tests.checks.under_check import make_under_check

DECISION = Template(
    "decision-memo",
    "Decision memo",
    sections=(
        Section("Bottom line"),
        Section("Recommendation", text="Approve ____ Disapprove ____"),
    ),
)


def found(body: str, template: Template | None = None) -> list[str]:
    return [
        one.reason for one in BottomLineFirst().check(make_under_check(body, template=template))
    ]


def test_a_bottom_line_behind_another_section_is_found() -> None:
    body = "# Water\n\n## Background\n\nIt rained.\n\n## Bottom line\n\nAct now."
    assert found(body) == ["“Background” stands before “Bottom line”."]
    assert found("## 1. Background\n\nIt rained.\n\n## 2. Recommendation\n\nAct.") != []


def test_a_bottom_line_at_the_beginning_is_clean() -> None:
    assert found("# Water\n\n## 1. Summary\n\nAct.\n\n## 2. Background\n\nIt rained.") == []
    assert found("## Contents\n\n- a\n\n## Issue\n\nAct.\n\n## Recommendation\n\nAgree.") == []
    assert found("We recommend a new dam.\n\n## Background\n\nRain.\n\n## Summary\n\nAct.") == []


def test_texts_without_such_sections_are_passed_over() -> None:
    assert found("No headings.") == []
    assert found("## Method\n\nOne.\n\n## Results\n\nTwo.") == []


def test_a_decision_memo_that_asks_nothing_is_found() -> None:
    silent = "## Bottom line\n\nThis memo discusses water prices.\n\n## Background\n\nIt rained."
    assert len(found(silent, DECISION)) == 1
    assert found(silent.replace("discusses", "asks you to approve"), DECISION) == []
    assert found(silent) == []
