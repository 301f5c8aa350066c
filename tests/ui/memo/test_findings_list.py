import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefing.model.finding import Finding, Severity
from briefing.ui.memo.findings_list import FindingsList
from briefing.ui.theme import Theme


def make_finding(number: int, rule: str = "unsourced-sentence") -> Finding:
    return Finding(
        rule, "Background", f"Reason {number}.", "Mend it.", start=number, end=number + 3
    )


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> FindingsList:
    made = FindingsList(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_findings_of_one_rule_are_counted_in_one_line(shown: FindingsList) -> None:
    alone = Finding("page-limit", "The memo", "Too long.", severity=Severity.ERROR)
    shown.set_findings([alone, *(make_finding(n) for n in range(3))])
    assert [group.words for group in shown.groups] == ["Too long.", "3 sentences without a source"]
    assert [group.is_open for group in shown.groups] == [True, False]


def test_step_opens_one_after_another(shown: FindingsList, qtbot: QtBot) -> None:
    shown.set_findings([make_finding(1), make_finding(2)])
    for expected in (1, 2, 1):
        with qtbot.waitSignal(shown.finding_opened) as opened:
            shown.step()
        assert opened.args is not None
        assert opened.args[0].start == expected
        assert [row.finding.start for row in shown.rows if row.is_open] == [expected]
    assert shown.groups[0].is_open


def test_step_goes_back_and_tells_what_is_open(shown: FindingsList) -> None:
    assert shown.opened is None
    shown.set_findings([make_finding(1), make_finding(2), make_finding(3)])
    for expected in (3, 2, 1, 3):
        shown.step(-1)
        assert shown.opened is not None
        assert shown.opened.start == expected


def test_open_row_stays_open_when_the_text_moves(shown: FindingsList) -> None:
    shown.set_findings([make_finding(1), make_finding(2)])
    shown.step()
    moved = Finding("unsourced-sentence", "Background", "Reason 1.", "Mend it.", start=40, end=43)
    shown.set_findings([moved, make_finding(2)])
    assert [row.finding.start for row in shown.rows if row.is_open] == [40]


def test_dismissal_is_a_wish(shown: FindingsList, qtbot: QtBot) -> None:
    shown.set_findings([make_finding(1)])
    with qtbot.waitSignal(shown.dismiss_requested) as asked:
        shown.rows[0].dismiss_requested.emit(shown.rows[0].finding)
    assert asked.args is not None
    assert asked.args[0].start == 1


def test_why_the_checks_stopped_is_told_until_they_run_again(theme: Theme, qtbot: QtBot) -> None:
    findings = FindingsList(theme)
    qtbot.addWidget(findings)
    findings.set_stopped("The scale likelihood-house.json lacks 'terms'.")
    told = [label.text() for label in findings.findChildren(QLabel) if not label.isHidden()]
    assert "The checks cannot run. The scale likelihood-house.json lacks 'terms'." in told
    findings.set_findings(())
    told = [label.text() for label in findings.findChildren(QLabel)]
    assert "Nothing to mend." in told
