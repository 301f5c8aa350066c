"""An analyst writes a figure that a fact contradicts, sees both, and takes the fact's sentence."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.services.desk import open_desk
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.library.reader_pane import ReaderPane
from briefing.ui.memo.evidence_card_view import EvidenceCardView
from briefing.ui.memo.evidence_groups import CITED, CONTRADICTS, MATCHING
from briefing.ui.memo.evidence_pane import EvidencePane
from tests.journeys.story import Start, Story

FIGURE = "President Sheinbaum highlighted the arrest of 61 high-value targets by Mexico."


def write_paragraph(story: Story, words: str, key: str) -> MemoEditor:
    """Open the memo and write a paragraph at its end; wait until a record is shown for it."""
    editor = story.open_memo()
    editor.set_position(len(editor.text()))
    editor.insert_words(f"\n\n{words}")
    pane = story.find(EvidencePane)
    story.bot.waitUntil(
        lambda: pane.views[0:1] != () and pane.views[0].card.key == key, timeout=15_000
    )
    return editor


def key_of(story: Story) -> str:
    """Return how the fact is cited that says 59."""
    return next(f"fact:{f.key}" for f in story.desk.evidence.facts() if " 59 " in f.statement)


def titles(story: Story) -> list[str]:
    return [group.title for group in story.find(EvidencePane).groups]


def views_of(story: Story, title: str) -> list[EvidenceCardView]:
    pane = story.find(EvidencePane)
    wanted = next(group.cards for group in pane.groups if group.title == title)
    return [view for view in pane.views if view.card in wanted]


def test_other_figure_is_shown_with_both_and_mended_from_the_fact(
    start: Start, library: Path
) -> None:
    with start(library) as story:
        editor = write_paragraph(story, FIGURE, key_of(story))
        assert titles(story)[0] == CONTRADICTS
        view = views_of(story, CONTRADICTS)[0]
        assert "61" in view.card.note
        assert "59" in view.card.note
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Return)
        story.settle()
        assert f"[@{view.card.key}]" in editor.text()


def test_quote_opens_from_the_card_by_keyboard(start: Start, library: Path) -> None:
    with start(library) as story:
        write_paragraph(story, FIGURE, key_of(story))
        view = views_of(story, CONTRADICTS)[0]
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        story.settle()
        assert story.room == "library"
        assert story.find(ReaderPane).isVisible()


def test_superseded_fact_that_is_cited_offers_its_successor(start: Start, library: Path) -> None:
    with open_desk(library) as desk:
        old, new = desk.evidence.facts()[:2]
        desk.standing.supersede(old.uid, new.uid, "a newer text")
    with start(library) as story:
        write_paragraph(story, f"This stands in the text [@fact:{old.key}].", f"fact:{old.key}")
        cited = views_of(story, CITED)[0].card
        assert (cited.uid, cited.badge) == (old.uid, "superseded")
        assert cited.note == f"Now: {new.statement}"
        assert views_of(story, MATCHING)[0].card.uid == new.uid
