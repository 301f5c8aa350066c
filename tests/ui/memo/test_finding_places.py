"""The places of findings follow the text between two checks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from briefing.ui.memo.finding_places import FindingPlaces
from briefing.ui.memo.outline_flow import OutlineFlow
from briefing.ui.memo.outline_rows import WARNED_ROLE
from tests.ui.memo.conftest import Room

TEXT = "## One\n\nA flag 🇲🇽 flies.\n\n## Two\n\nThe border may close.\n"


def places_in(room: Room, *points: int) -> FindingPlaces:
    room.open_memo()
    room.editor.replace_text(TEXT)
    places = FindingPlaces(room.editor)
    places.settle(points)
    return places


def test_places_behind_an_edit_move_with_their_words(room: Room) -> None:
    start = TEXT.index("may")
    places = places_in(room, 0, start, start + 3)
    room.editor.replace_spans(((10, 14, "banner 😀"),))
    for at, char in enumerate("Yes, "):
        room.editor.replace_spans(((8 + at, 8 + at, char),))
    text = room.editor.text()
    assert text[places.now(start) : places.now(start + 3)] == "may"
    assert places.now(0) == 0


def test_a_place_in_deleted_words_stands_where_they_stood(room: Room) -> None:
    start = TEXT.index("may")
    places = places_in(room, start)
    room.editor.replace_spans(((start - 4, start + 9, ""),))
    assert places.now(start) == start - 4


def test_settling_anew_forgets_the_edits(room: Room) -> None:
    places = places_in(room, 20)
    room.editor.replace_spans(((0, 0, "x"),))
    assert places.now(20) == 21
    places.settle((20,))
    assert places.now(20) == 20


def test_typing_leaves_the_signs_of_sections_where_they_are(room: Room) -> None:
    room.open_memo()
    room.editor.replace_text(
        "## One\n\nNow.\n\n## Two\n\nThe army closed 12 roads.\n\n## Three\n\nSo.\n"
    )
    room.settle()
    before = warned_titles(room)
    assert "Two" in before
    outline = room.panes.findChild(OutlineFlow)
    assert isinstance(outline, OutlineFlow)
    seen: list[set[str]] = []
    outline.read.connect(lambda: seen.append(warned_titles(room)))
    room.editor.replace_spans(((11, 11, " What next?" * 12),))
    with room.bot.waitSignal(outline.read):
        outline.refresh()
    assert seen[0] == before


def warned_titles(room: Room) -> set[str]:
    lists = room.panes.outline.findChildren(QListView)
    model = next(one.model() for one in lists if one.accessibleName() == "Outline")
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return {one.data(Qt.ItemDataRole.DisplayRole) for one in indexes if one.data(WARNED_ROLE)}
