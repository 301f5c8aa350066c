"""The navigator: wishes to go somewhere, from any room to any room."""

from PySide6.QtCore import QObject, Signal

from briefing.model.ids import Uid


class Navigator(QObject):
    """Rooms do not know one another: they emit a wish here and the window fulfils it."""

    article_requested = Signal(str, int, int)  # uid, start and end in code points; -1: none
    fact_requested = Signal(str)  # uid: opens at the fact's passage
    memo_requested = Signal(str, int)  # uid, position in code points; -1: where it was left
    tag_requested = Signal(str)  # path: the library, filtered
    search_requested = Signal(str)  # a query line: the library, searched
    insertion_requested = Signal(str)  # Markdown: into the open memo, at its cursor
    workspace_requested = Signal(str)  # name

    def open_article(self, uid: Uid, start: int = -1, end: int = -1) -> None:
        """Show an article, at a passage where one is given."""
        self.article_requested.emit(uid, start, end)

    def open_fact(self, uid: Uid) -> None:
        """Show a fact at the passage it rests on."""
        self.fact_requested.emit(uid)

    def open_memo(self, uid: Uid, position: int = -1) -> None:
        """Show a memo, at a position where one is given."""
        self.memo_requested.emit(uid, position)

    def search(self, line: str) -> None:
        """Show what a query line finds in the library."""
        self.search_requested.emit(line)

    def insert_in_memo(self, markdown: str) -> None:
        """Put Markdown (a quote, a fact with its citation) into the memo that is open."""
        self.insertion_requested.emit(markdown)
