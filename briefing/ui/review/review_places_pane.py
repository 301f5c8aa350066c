"""The left pane of a review: its places, its reviewers, what was changed in the memo since."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.model.review_record import ReviewTask
from briefing.ui.review.count_row import CountRow
from briefing.ui.review.own_rows import OwnRow, own_rows, refreshed
from briefing.ui.review.review_board import ReviewBoard
from briefing.ui.review.review_summary import inks_of, places_of, whole_count
from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.labels import make_frame
from briefing.ui.widgets.scrolled_page import ScrolledPage
from briefing.ui.widgets.section_header import SectionHeader

_SIDE = 14


class ReviewPlacesPane(QFrame):
    """Tells which place or reviewer was pressed."""

    place_pressed = Signal(str)
    author_pressed = Signal(str)
    own_pressed = Signal(object)  # an OwnRow
    task_pressed = Signal(object)  # a ReviewTask

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._places: dict[str, CountRow] = {}
        self._authors: dict[str, CountRow] = {}
        self._own: list[tuple[OwnRow, CountRow]] = []
        self._shown: object = None
        self._board: ReviewBoard | None = None
        self._place = ""
        self._author: str | None = None
        self.setProperty("role", "panel")
        self.setAccessibleName("Places and reviewers")
        self.setMinimumWidth(theme.px(180))
        page = ScrolledPage()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, theme.px(12), 0, theme.px(12))
        self._column.setSpacing(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        theme.changed.connect(self._on_theme_changed)

    def show_board(self, board: ReviewBoard) -> None:
        """Show the counts of a review; decisions alone change none of them."""
        places, own = places_of(board), own_rows(board)
        words = [(place.section, place.words) for place in places], [one.name for one in own]
        key = (board.review.uid, whole_count(board), words, board.authors, _tasks(board))
        if key == self._shown:
            self._own = [(one, row) for one, (_, row) in zip(own, self._own, strict=True)]
            self.refresh(board)
            return
        self._shown, self._board = key, board
        self._clear()
        self._add_header(whole_count(board))
        for place in places:
            row = CountRow(self._theme, place.section, place.words)
            row.pressed.connect(partial(self.place_pressed.emit, place.section))
            self._places.setdefault(place.section, row)
            self._column.addWidget(row)
            self._column.addWidget(make_frame("line"))
        self._add_header("Reviewers")
        inks = inks_of(board)
        for name, count in board.authors:
            row = CountRow(self._theme, name or "Unnamed", f"{count:,}", ink=inks[name])
            row.pressed.connect(partial(self.author_pressed.emit, name))
            row.setToolTip("Show only theirs; once more shows all")
            self._authors[name] = row
            self._column.addWidget(row)
        self._add_tasks(board)
        self._add_own(own, board.review.version)
        self._column.addStretch(1)
        self.set_place(self._place)
        self.set_author(self._author)

    def set_place(self, section: str) -> None:
        """Show in which place the item at hand stands."""
        self._place = section
        for name, row in self._places.items():
            row.set_row_state("current" if name == section else "")

    def set_author(self, author: str | None) -> None:
        """Show whose items are shown alone, if anyone's."""
        self._author = author
        for name, row in self._authors.items():
            row.set_row_state("current" if name == author else "")

    def _add_tasks(self, board: ReviewBoard) -> None:
        tasks = _tasks(board)
        if tasks:
            self._add_header("Tasks")
        for task in tasks:
            icon = "square-check" if task.is_done else "list-checks"
            row = CountRow(self._theme, task.text, "done" if task.is_done else "open", icon)
            row.setToolTip("Open it again" if task.is_done else "Tick it off")
            row.pressed.connect(partial(self.task_pressed.emit, task))
            self._column.addWidget(row)

    def _add_own(self, rows: Sequence[OwnRow], version: int) -> None:
        if rows:
            self._add_header(f"Since v{version} you also changed")
        for number, one in enumerate(rows):
            row = CountRow(self._theme, one.name, one.told, "git-compare", _ink(one))
            row.set_row_state("warn" if one.is_open else "")
            row.pressed.connect(partial(self._on_own_pressed, number))
            self._own.append((one, row))
            self._column.addWidget(row)

    def _on_own_pressed(self, number: int) -> None:
        self.own_pressed.emit(self._own[number][0])

    def refresh(self, board: ReviewBoard) -> None:
        """Say what became of the conflicts with what the analyst changed."""
        self._board = board
        for was, row in self._own:
            now = refreshed(was, board)
            if row.detail != now.told:
                row.set_detail(now.told)
                row.set_icon("git-compare", _ink(now))
                row.set_row_state("warn" if now.is_open else "")

    def _add_header(self, title: str) -> None:
        header = SectionHeader(title)
        side, above = self._theme.px(_SIDE), self._theme.px(14 if self._places else 0)
        header.setContentsMargins(side, above, side, self._theme.px(6))
        self._column.addWidget(header)

    def _on_theme_changed(self) -> None:
        """Set the rows in the new size."""
        self._shown = None
        if self._board is not None:
            self.show_board(self._board)

    def _clear(self) -> None:
        self._places, self._authors, self._own = {}, {}, []
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _tasks(board: ReviewBoard) -> list[ReviewTask]:
    return [task for one in board.review.threads for task in one.tasks]


def _ink(row: OwnRow) -> Token:
    return "warn" if row.is_open else "muted"
