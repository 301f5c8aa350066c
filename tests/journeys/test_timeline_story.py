"""An analyst looks at what happened when, opens a source, and takes the timeline along."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from briefing.model.timeline import TimelineKind, TimelineLayout
from briefing.ui.library.reader_pane import ReaderPane
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.timeline.timeline_canvas import TimelineCanvas
from briefing.ui.timeline.timeline_pane import TimelinePane
from tests.journeys.story import Start, Story


def _layout(story: Story) -> TimelineLayout:
    layout = story.find(TimelineCanvas).layout_shown
    assert layout is not None
    return layout


def _names(story: Story) -> list[str]:
    return [one.entry.name for one in _layout(story).placed]


def _search(story: Story, line: str) -> None:
    pane = story.find(TimelinePane)
    pane.search_line.set_line(line)
    story.settle()


def _assert_entries_are_seen(story: Story) -> None:
    """The frame that tells the focus must not hide what it is round."""
    canvas = story.find(TimelineCanvas)
    assert canvas.hasFocus()
    assert canvas.current is None
    shown = canvas.viewport().grab().toImage()
    low = shown.height() - 4
    colors = [shown.pixelColor(x, low) for x in range(4, shown.width(), 5)]
    assert story.front.theme.color("paper") in colors


def test_filter_zoom_open_draw_and_put_into_a_memo(
    start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(library) as story:
        story.do("view.memos")
        story.do("view.timeline")
        canvas = story.find(TimelineCanvas)
        both = _names(story)
        assert any(name.startswith("fact:") for name in both)
        assert any(not name.startswith("fact:") for name in both)
        _assert_entries_are_seen(story)
        days = [one.entry.first for one in _layout(story).placed]
        assert days == sorted(days)

        story.do("timeline.articles")
        assert {name[:5] for name in _names(story)} == {"fact:"}
        _search(story, "kind:event")
        assert 0 < len(_names(story)) < len(both)
        story.do("timeline.zoom_in")
        _search(story, "kind:decision")
        found = _layout(story).scale
        story.do("timeline.fit")
        assert _layout(story).scale == pytest.approx(found), "another search is seen whole"
        _search(story, "kind:event")

        before = _layout(story).scale
        story.do("timeline.zoom_in")
        assert _layout(story).scale > before
        story.do("timeline.fit")
        assert _layout(story).scale == pytest.approx(before)

        target = tmp_path / "events.svg"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        story.do("timeline.save_picture")
        assert "Timeline: kind:event" in target.read_text("utf-8")

        canvas.setFocus()
        story.press("Home")
        first = canvas.current
        assert first is not None
        assert first.kind is TimelineKind.FACT
        story.press("Return")
        assert story.room == "library"
        assert story.find(ReaderPane).isVisible()

        story.open_memo()
        story.do("view.timeline")
        story.do("timeline.zoom_in")
        zoomed = _layout(story).scale
        story.do("timeline.insert")
        assert '::: {.timeline query="kind:event"}' in story.find(MemoRoom).editor.text()

    with start(library) as story:  # where it was left
        story.do("view.timeline")
        assert story.find(TimelinePane).search_line.line() == "kind:event"
        assert {name[:5] for name in _names(story)} == {"fact:"}
        assert _layout(story).scale == pytest.approx(zoomed)
        _search(story, "zzzunheardof")
        assert not story.find(TimelineCanvas).isVisible()
