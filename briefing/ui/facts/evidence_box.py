"""One piece of evidence: its article, the quote in its surroundings, whether it still stands."""

from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefing.model.anchor import AnchorState
from briefing.services.fact_reading import OpenedEvidence, Surroundings
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import State, make_label

_STATES: dict[AnchorState, State] = {
    AnchorState.EXACT: "ok",
    AnchorState.MOVED: "warn",
    AnchorState.AMBIGUOUS: "warn",
    AnchorState.LOST: "bad",
}
_MOST_CANDIDATES = 8


class EvidenceBox(QFrame):
    """Opens the quote in its article; where it cannot be told, offers the candidates."""

    passage_requested = Signal(str, int, int)  # article, start, end; -1: none
    passage_chosen = Signal(str, int, int)  # evidence, start, end
    removal_requested = Signal(str)  # evidence

    def __init__(
        self,
        theme: Theme,
        opened: OpenedEvidence,
        *,
        can_remove: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._opened = opened
        self.setProperty("role", "card")
        state = opened.located.state
        self.setProperty("state", "" if state is AnchorState.EXACT else _STATES[state])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        self._add_head(column)
        if state in (AnchorState.EXACT, AnchorState.MOVED):
            column.addWidget(self._make_quote(opened.places[0]))
        else:
            column.addWidget(make_label("The quote as it was captured:", "small"))
            words = " ".join(opened.evidence.anchor.quote.split())
            column.addWidget(self._make_quote(Surroundings(-1, -1, "", words, "")))
        if state is AnchorState.AMBIGUOUS:
            self._add_candidates(column)
        column.addLayout(self._make_links(can_remove=can_remove))

    def _add_head(self, column: QVBoxLayout) -> None:
        opened = self._opened
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(make_label(opened.title or opened.citekey, "strong", is_wrapped=True), 1)
        state = opened.located.state
        badge = make_label(state.value, "badge", state=_STATES[state])
        badge.setToolTip(opened.located.reason)
        line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        when = opened.published.human() if opened.published else ""
        page = f"p. {opened.evidence.page}" if opened.evidence.page else ""
        told = " · ".join(part for part in (opened.publisher, when, page, opened.citekey) if part)
        column.addWidget(make_label(told, "small", is_wrapped=True))
        if state is not AnchorState.EXACT and opened.located.reason:
            tone = _STATES[state]
            column.addWidget(
                make_label(opened.located.reason, "small", is_wrapped=True, state=tone)
            )

    def _make_quote(self, place: Surroundings) -> QLabel:
        """Return the quote on the colour of a mark, with the words around it."""
        theme = self._theme
        label = make_label("", is_wrapped=True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setFont(theme.font(FontRole.READING))
        label.setText(
            f'<span style="color:{theme.hex("muted")}">{escape(place.before)}</span>'
            f'<span style="background:{theme.hex("highlight")}">{escape(place.words)}</span>'
            f'<span style="color:{theme.hex("muted")}">{escape(place.after)}</span>'
        )
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _add_candidates(self, column: QVBoxLayout) -> None:
        places = self._opened.places[:_MOST_CANDIDATES]
        column.addWidget(make_label("It may be one of these; choose which:", "small"))
        for number, place in enumerate(places, 1):
            column.addWidget(self._make_quote(place))
            line = QHBoxLayout()
            line.addWidget(self._link(f"Show {number}", "book-open", self._shows(place)))
            line.addWidget(self._link(f"This is the quote ({number})", "check", self._takes(place)))
            line.addStretch(1)
            column.addLayout(line)

    def _make_links(self, *, can_remove: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        opened = self._opened
        if opened.located.state in (AnchorState.EXACT, AnchorState.MOVED):
            show = self._shows(opened.places[0])
        else:
            show = partial(self.passage_requested.emit, opened.article_uid, -1, -1)
        line.addWidget(self._link("Open in the reader", "book-open", show))
        if opened.located.state is AnchorState.MOVED:
            line.addWidget(
                self._link("Accept the new place", "check", self._takes(opened.places[0]))
            )
        line.addStretch(1)
        if can_remove:
            take = partial(self.removal_requested.emit, opened.evidence.uid)
            line.addWidget(self._link("Remove", "x", take))
        return line

    def _shows(self, place: Surroundings) -> "partial[None]":
        article = self._opened.article_uid
        return partial(self.passage_requested.emit, article, place.start, place.end)

    def _takes(self, place: Surroundings) -> "partial[None]":
        evidence = self._opened.evidence.uid
        return partial(self.passage_chosen.emit, evidence, place.start, place.end)

    def _link(self, text: str, icon: str, press: "partial[None]") -> TextButton:
        button = TextButton(self._theme, text, "link", icon)
        button.clicked.connect(lambda _checked=False: press())
        return button
