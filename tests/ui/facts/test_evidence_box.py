"""A piece of evidence says whether its quote stands, and offers what can be done."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefing.model.anchor import Anchor, AnchorState, Located
from briefing.model.fact import Evidence
from briefing.model.ids import Uid
from briefing.services.fact_reading import OpenedEvidence, Surroundings
from briefing.ui.facts.evidence_box import EvidenceBox
from briefing.ui.theme import Theme

FIRST = Surroundings(10, 13, "before ", "<59>", " after")
SECOND = Surroundings(40, 43, "later ", "<59>", " end")


def make_box(
    qtbot: QtBot, theme: Theme, state: AnchorState, *places: Surroundings, can_remove: bool = False
) -> EvidenceBox:
    evidence = Evidence(Uid("e1"), Uid("a1"), Anchor("<59>", "", "", 10))
    opened = OpenedEvidence(
        evidence, Uid("a1"), "nyt2025", "A title", "nytimes", None, Located(state), places
    )
    box = EvidenceBox(theme, opened, can_remove=can_remove)
    qtbot.addWidget(box)
    return box


def button(box: EvidenceBox, text: str) -> QPushButton:
    return next(one for one in box.findChildren(QPushButton) if one.text() == text)


def texts(box: EvidenceBox) -> str:
    return " ".join(label.text() for label in box.findChildren(QLabel))


def test_an_exact_quote_opens_at_its_place(qtbot: QtBot, theme: Theme) -> None:
    box = make_box(qtbot, theme, AnchorState.EXACT, FIRST)
    with qtbot.waitSignal(box.passage_requested) as asked:
        button(box, "Open in the reader").click()
    assert asked.args == ["a1", 10, 13]
    assert "&lt;59&gt;" in texts(box)  # an article's words are never markup


def test_a_moved_quote_can_be_accepted(qtbot: QtBot, theme: Theme) -> None:
    box = make_box(qtbot, theme, AnchorState.MOVED, FIRST)
    with qtbot.waitSignal(box.passage_chosen) as chosen:
        button(box, "Accept the new place").click()
    assert chosen.args == ["e1", 10, 13]


def test_an_ambiguous_quote_is_chosen_from_its_candidates(qtbot: QtBot, theme: Theme) -> None:
    box = make_box(qtbot, theme, AnchorState.AMBIGUOUS, FIRST, SECOND)
    with qtbot.waitSignal(box.passage_chosen) as chosen:
        button(box, "This is the quote (2)").click()
    assert chosen.args == ["e1", 40, 43]


def test_a_lost_quote_opens_its_article(qtbot: QtBot, theme: Theme) -> None:
    box = make_box(qtbot, theme, AnchorState.LOST)
    assert "lost" in texts(box)
    with qtbot.waitSignal(box.passage_requested) as asked:
        button(box, "Open in the reader").click()
    assert asked.args == ["a1", -1, -1]


@pytest.mark.parametrize("can_remove", [True, False])
def test_it_can_be_removed_where_others_stay(
    qtbot: QtBot,
    theme: Theme,
    can_remove: bool,  # noqa: FBT001
) -> None:
    box = make_box(qtbot, theme, AnchorState.EXACT, FIRST, can_remove=can_remove)
    names = {one.text() for one in box.findChildren(QPushButton)}
    assert ("Remove" in names) is can_remove
