"""How much the library holds, for the status bar; counted anew after each change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.ui.context import WindowContext

if TYPE_CHECKING:
    from briefing.services.searching import LibraryCounts

_GAP_MS = 300  # a run of changes is counted once


class RecordCounts(QObject):
    """Says `48,212 articles · 3,906 facts · 41 memos`."""

    counted = Signal(str)

    def __init__(self, context: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GAP_MS)
        self._timer.timeout.connect(self.count)
        context.bulletin.changed.connect(self._on_changed)

    def count(self) -> None:
        """Count, off the window's thread."""
        self._context.tasks.run(
            self._context.desk.searching.counts, self._on_counted, key="window.counts"
        )

    def _on_changed(self, _changes: object) -> None:
        self._timer.start()

    def _on_counted(self, counts: "LibraryCounts") -> None:
        parts = (
            (counts.articles, "article"),
            (counts.facts, "fact"),
            (counts.memos, "memo"),
        )
        self.counted.emit(" · ".join(f"{n:,} {word}{'' if n == 1 else 's'}" for n, word in parts))
