"""What the current row of a grid rests on: its quotes, their articles, whether they stand."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.services.grids import GridEvidence
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.section_header import SectionHeader

_MOST = 3
_LONGEST = 420  # characters of a quote


class GridQuote(QWidget):
    """Shows the evidence of one row; its button opens the first piece in its article."""

    source_requested = Signal(object)  # a GridEvidence

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[GridEvidence, ...] = ()
        self._quote = make_label("", is_wrapped=True)
        self._quote.setFont(theme.font(FontRole.READING))
        self._source = make_label("", "small", is_wrapped=True)
        self._wrong = make_label("", "warn", is_wrapped=True)
        self._same = make_label("", "small", is_wrapped=True)
        self._open = TextButton(theme, "Open the source", "link", "book-open")
        self._open.clicked.connect(self.open_source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for part in (SectionHeader("This row rests on"), self._quote, self._source, self._wrong):
            column.addWidget(part)
        column.addWidget(self._same)
        column.addWidget(self._open)

    def show_row(self, pieces: Sequence[GridEvidence], *, tells_apart: bool, is_row: bool) -> None:
        """Show what a row cites, and whether the row helps to decide."""
        self._pieces = tuple(pieces)
        quotes = [f"“{_short(piece.quote)}”" for piece in pieces[:_MOST] if piece.quote]
        self._quote.setText("\n".join(quotes))
        self._quote.setVisible(bool(quotes))
        sources = dict.fromkeys(piece.source or piece.statement for piece in pieces)
        nothing = "This row cites nothing." if is_row else "Choose a row."
        self._source.setText(" · ".join(sources) or nothing)
        wrong = dict.fromkeys(piece.standing for piece in pieces if piece.standing)
        self._wrong.setText(" ".join(wrong))
        self._wrong.setVisible(bool(wrong))
        self._same.setText("" if tells_apart else "It bears alike on all: it tells none apart.")
        self._same.setVisible(not tells_apart)
        self._open.setEnabled(any(piece.article_uid for piece in pieces))

    def open_source(self) -> None:
        """Wish to see the first piece in its article."""
        piece = next((one for one in self._pieces if one.article_uid), None)
        if piece is not None:
            self.source_requested.emit(piece)


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
