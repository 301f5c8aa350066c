"""The pane beside the text keeps within its width, however long a word of it is."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from briefing.model.finding import Finding
from briefing.ui.memo.outline_pane import OutlinePane
from briefing.ui.theme import Theme


def test_a_long_button_or_word_cuts_off_nothing_beside_it(theme: Theme, qtbot: QtBot) -> None:
    pane = OutlinePane(theme)
    qtbot.addWidget(pane)
    pane.resize(200, 600)
    pane.show()
    pane.set_guidance("Donaudampfschifffahrtsgesellschaftskapitänspatent" * 2)
    finding = Finding(
        "changed-evidence",
        "Background",
        "x" * 90,
        "Mend it.",
        subject="ncw disputed",
        start=1,
        end=4,
    )
    pane.findings.set_findings([finding])
    with qtbot.waitSignal(pane.findings.finding_opened):
        pane.findings.step()
    qtbot.wait(30)
    area = pane.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    inner = area.widget()
    assert inner is not None
    assert inner.width() == area.viewport().width()


def test_the_finding_that_is_stepped_to_comes_into_view(theme: Theme, qtbot: QtBot) -> None:
    pane = OutlinePane(theme)
    qtbot.addWidget(pane)
    pane.resize(220, 300)
    pane.show()
    pane.findings.set_findings(
        [
            Finding(
                f"rule-{number}", "Background", "Too long. " * 9, "Mend it.", start=number, end=9
            )
            for number in range(8)
        ]
    )
    area = pane.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    view = area.viewport()

    def is_seen() -> bool:
        row = next(one for one in pane.findings.rows if one.is_open)
        return 0 <= row.mapTo(view, QPoint(0, 0)).y() < view.height() - 20

    for by in (-1, 1, -1):
        pane.findings.step(by)
        qtbot.waitUntil(is_seen)
