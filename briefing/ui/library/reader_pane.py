"""The right pane of the library: an article as it is best read, and what was taken from it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from briefing.model.article import Article
from briefing.model.fact import Fact, FactDraft
from briefing.model.ids import Uid
from briefing.ui.library.article_text import ArticleText
from briefing.ui.library.fact_strip import FactStrip
from briefing.ui.library.reader_header import ReaderHeader
from briefing.ui.library.selection_bar import SelectionBar
from briefing.ui.library.suggest_strip import SuggestStrip
from briefing.ui.theme import Theme
from briefing.ui.widgets.capture_form import CaptureForm
from briefing.ui.widgets.empty_state import EmptyState
from briefing.ui.widgets.labels import make_label

if TYPE_CHECKING:  # it brings the Markdown parser with it
    from briefing.services.reading import OpenArticle

_MEASURE = 760  # px: a line of reading text is no longer than this at 100 %


class ReaderPane(QFrame):
    """Shows one open article; tells what is wished for it."""

    action_requested = Signal(str)
    usage_chosen = Signal(str)
    capture_kept = Signal(object, int, int)  # a FactDraft, code points
    edit_kept = Signal(str, object)  # a fact's uid, a FactDraft
    fact_menu_requested = Signal(str, object)
    article_shown = Signal()
    suggestion_pressed = Signal(int)  # its start
    suggestions_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open: OpenArticle | None = None
        self._asked: tuple[int, int] | Uid | None = None
        self.setProperty("role", "paper")
        self._header = ReaderHeader(theme)
        self._text = ArticleText(theme)
        self._missing = make_label("", "muted", is_wrapped=True)
        self._missing.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = SelectionBar(theme, self)
        self.suggestions = SuggestStrip(theme)
        self._strip = FactStrip(theme)
        self._form = CaptureForm(theme)
        self._form.hide()
        self._nothing = EmptyState(
            theme, "book-open", "No article is open", "Choose one in the list to read it."
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._column = QWidget()
        self._column.setMaximumWidth(self._theme.px(_MEASURE))
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 26, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._header)
        column.addWidget(self._missing)
        column.addWidget(self._text, 1)
        page = QWidget()
        middle = QVBoxLayout(page)
        middle.setContentsMargins(44, 0, 30, 0)
        middle.addWidget(self._column)
        sheet = QWidget()
        whole = QVBoxLayout(sheet)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page, 1)
        whole.addWidget(self.suggestions)
        whole.addWidget(self._strip)
        whole.addWidget(self._form)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self._header.usage_chosen.connect(self.usage_chosen)
        self._header.action_requested.connect(self.action_requested)
        self._bar.action_requested.connect(self.action_requested)
        self._text.span_selected.connect(self._on_text_span_selected)
        self._text.fact_pressed.connect(self.show_fact)
        self._text.suggestion_pressed.connect(self.suggestion_pressed)
        self.suggestions.action_requested.connect(self.action_requested)
        self.suggestions.left.connect(self.suggestions_left)
        self._strip.fact_pressed.connect(self.show_fact)
        self._strip.menu_requested.connect(self.fact_menu_requested)
        self._form.kept.connect(self._on_form_kept)
        self._form.left.connect(self._close_form)
        self._text.verticalScrollBar().valueChanged.connect(self._bar.hide)
        self._text.installEventFilter(self)
        self._theme.changed.connect(self._on_theme_changed)

    # showing

    def show_article(self, opened: "OpenArticle | None") -> None:
        """Show an article, or that none is open; a form in use stays while its article does."""
        is_other = not (opened and self._open and opened.article.uid == self._open.article.uid)
        if is_other:
            self._close_form()
        self._open = opened
        self._bar.hide()
        self._stack.setCurrentIndex(1 if opened else 0)
        if opened:
            self._header.show_article(opened.article, opened.row, opened.publisher)
            self._missing.setText(_told_missing(opened.article))
            self._missing.setVisible(bool(self._missing.text()))
            self._text.show_text(opened.blocks, opened.passages)
            self._strip.show_facts(opened.facts, opened.passages)
        self.article_shown.emit()

    def opened(self) -> "OpenArticle | None":
        """Return what is shown."""
        return self._open

    def fact(self, uid: Uid) -> Fact | None:
        """Return one of the facts that are shown."""
        facts = self._open.facts if self._open else ()
        return next((fact for fact in facts if fact.uid == uid), None)

    def show_fact(self, uid: Uid) -> None:
        """Go to the passage that a fact rests on."""
        passages = self._open.passages if self._open else ()
        passage = next((one for one in passages if one.fact_uid == uid), None)
        if passage:
            self.show_passage(passage.start, passage.end)

    def show_passage(self, start: int, end: int) -> None:
        """Bring a stretch of the body into view."""
        self._text.go_to(start, end)

    def mark_suggestions(self, spans: Sequence[tuple[int, int]], at_hand: int | None) -> None:
        """Mark the suggested sentences in the text; `at_hand` is the place of the one in turn."""
        self._text.mark_suggestions(spans, at_hand)

    def mark_hits(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark where the words of the search stand in the text."""
        self._text.mark_hits(spans)

    def step_hit(self, step: int) -> bool:
        """Go on to the next of them (1) or back (-1); False where there is none."""
        return self._text.step_hit(step)

    def selected_span(self) -> tuple[int, int] | None:
        """Return the selected stretch of the body in code points, or nothing."""
        return self._text.selected_span()

    def ask_capture(self, quote: str, draft: FactDraft, start: int, end: int) -> None:
        """Ask for the fact that a passage states."""
        self._asked = (start, end)
        self._open_form("Capture fact", quote, draft)

    def ask_edit(self, fact: Fact) -> None:
        """Ask for a fact's new wording."""
        self._asked = fact.uid
        quote = fact.evidence[0].anchor.quote if fact.evidence else ""
        self._open_form("Edit fact", " ".join(quote.split()), fact.draft())

    def uses_place(self) -> QPoint:
        """Return where the menu of an article's uses opens, on the screen."""
        return self._header.uses_place()

    def take_focus(self) -> None:
        """Let the keys go to the text."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_form(self, title: str, quote: str, draft: FactDraft) -> None:
        self._bar.hide()
        self._strip.hide()
        self.suggestions.set_aside(is_aside=True)
        self._form.show()
        self._form.ask(title, quote, draft)

    def _close_form(self) -> None:
        had_focus = self._form.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._asked = None
        self._form.hide()
        self._strip.show()
        self.suggestions.set_aside(is_aside=False)
        if had_focus:
            self.take_focus()

    def _on_form_kept(self, draft: FactDraft) -> None:
        asked = self._asked
        self._close_form()
        self._text.clear_selection()
        if isinstance(asked, tuple):
            self.capture_kept.emit(draft, *asked)
        elif asked is not None:
            self.edit_kept.emit(asked, draft)

    def _on_text_span_selected(self, start: int, end: int) -> None:
        if start < end and not self._form.isVisible():
            place: QPoint = self._text.mapTo(self, self._text.selection_point())
            self._bar.show_over(place)
        else:
            self._bar.hide()

    def _on_theme_changed(self) -> None:
        self._column.setMaximumWidth(self._theme.px(_MEASURE))

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.suggestions_left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._text:
            self._bar.hide()
        return super().eventFilter(watched, event)


def _told_missing(article: Article) -> str:
    """Say that an article has no text, and give its summary instead; nothing where it has one."""
    if article.body.strip():
        return ""
    none = "This article has no text of its own. O shows the file that it came from."
    return f"{article.summary.strip()}\n\n{none}".strip()
