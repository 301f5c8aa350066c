"""Where findings stand in a text that was typed on since it was checked."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from briefing.ui.editor.memo_editor import MemoEditor


class FindingPlaces(QObject):
    """Follows the edits of a memo from one check to the next."""

    def __init__(self, editor: MemoEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._positions: dict[int, int] = {}  # a code point of the checked text: its Qt position
        self._edits: list[tuple[int, int, int]] = []  # Qt position, units removed, units added
        editor.lines_moved.connect(self._on_lines_moved)

    def settle(self, points: Iterable[int]) -> None:
        """Follow these code points of the text as it stands now."""
        table = self._editor.table
        self._positions = {point: table.position_at(point) for point in points}
        self._edits.clear()

    def now(self, point: int) -> int:
        """Return the code point of the text at which a followed one stands by now."""
        if not self._edits or point not in self._positions:
            return point
        position = self._positions[point]
        for at, removed, added in self._edits:
            if position >= at + removed:
                position += added - removed
            elif position > at:
                position = at
        return self._editor.table.point_at(position)

    def _on_lines_moved(self, position: int, removed: int, added: int) -> None:
        if not self._positions:
            return
        if self._edits and not removed:
            at, gone, came = self._edits[-1]
            if position == at + came:  # typed on: many keys are one edit
                self._edits[-1] = (at, gone, came + added)
                return
        self._edits.append((position, removed, added))
