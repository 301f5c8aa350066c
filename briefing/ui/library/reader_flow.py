"""The reader's work: opening articles, capturing facts, quoting in the memo."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from briefing.model.changes import Changes
from briefing.model.fact import Fact, FactDraft
from briefing.model.ids import Uid
from briefing.ui.conflict_notice import ConflictNotice
from briefing.ui.context import WindowContext
from briefing.ui.library.reader_pane import ReaderPane

if TYPE_CHECKING:  # it brings the Markdown parser with it
    from briefing.services.reading import OpenArticle

_PAUSE = 40  # ms: running down the list with a held key opens only where it rests


class ReaderFlow(QObject):
    """Opens what the list points at and writes what the reader captures."""

    def __init__(
        self, context: WindowContext, reader: ReaderPane, asked: Callable[[], str]
    ) -> None:
        """Open articles in a reader; `asked` tells the search in force."""
        super().__init__(reader)
        self._context = context
        self._asked = asked
        self._reader = reader
        self._notice = ConflictNotice(context, self)
        self._wanted: Uid | None = None
        self._passage: tuple[int, int] | Uid | None = None
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self._read)
        reader.capture_kept.connect(self._on_capture_kept)
        reader.edit_kept.connect(self._on_edit_kept)
        reader.fact_menu_requested.connect(self._on_fact_menu_requested)
        handle = context.actions.handle
        handle("library.capture", self._capture)
        handle("library.quote", self._quote)
        handle("library.copy_link", self._copy_citation)
        handle("library.next_hit", partial(self._step_hit, 1))
        handle("library.previous_hit", partial(self._step_hit, -1))

    def open(self, uid: Uid, passage: tuple[int, int] | Uid | None = None) -> None:
        """Show an article, at a stretch of its body or at a fact where one is given."""
        is_same = uid == self._wanted
        self._wanted = uid or None
        if passage is not None or not is_same:
            self._passage = passage
        if not uid:
            self._rest.stop()
            self._reader.show_article(None)
        else:
            self._rest.start()

    def refresh(self, changes: Changes) -> None:
        """Read the open article again where a write touched it."""
        opened = self._reader.opened()
        is_wanted = opened is not None and opened.article.uid == self._wanted
        if opened and is_wanted and (changes.everything or self._wanted in changes.articles):
            self._rest.start()

    def _read(self) -> None:
        if self._wanted:
            work = partial(self._context.desk.reading.open, self._wanted)
            self._context.tasks.run(work, self._on_read, self._on_unread, key="library.read")

    def _on_read(self, opened: "OpenArticle") -> None:
        self._reader.show_article(opened)
        passage, self._passage = self._passage, None
        if isinstance(passage, tuple):
            self._reader.show_passage(*passage)
        elif passage is not None:
            self._reader.show_fact(passage)

        work = partial(self._context.desk.searching.places, self._asked(), opened.article.body)
        done = partial(self._on_hits_found, opened.article.uid)
        self._context.tasks.run(work, done, key="library.hits")

    def _on_hits_found(self, uid: Uid, spans: tuple[tuple[int, int], ...]) -> None:
        opened = self._reader.opened()
        if opened and opened.article.uid == uid:
            self._reader.mark_hits(spans)

    def _step_hit(self, step: int) -> None:
        if not self._reader.step_hit(step):
            self._context.messages.info("No word of the search stands in this text.")

    def _on_unread(self, _error: object) -> None:
        self._reader.show_article(None)  # it was removed meanwhile

    def _capture(self) -> None:
        span = self._selection("Select the words that the fact rests on, then press F.")
        opened = self._reader.opened()
        if span and opened:
            work = partial(self._context.desk.evidence.draft_from, opened.article.uid, *span)
            quote = " ".join(opened.article.body[slice(*span)].split())
            done = partial(self._on_drafted, quote, span)
            self._context.tasks.run(work, done, key="library.draft")

    def _on_drafted(self, quote: str, span: tuple[int, int], draft: FactDraft) -> None:
        self._reader.ask_capture(quote, draft, *span)

    def _on_capture_kept(self, draft: FactDraft, start: int, end: int) -> None:
        opened = self._reader.opened()
        if opened:
            capture = self._context.desk.evidence.capture
            work = partial(capture, opened.article.uid, start, end, draft)
            self._context.tasks.run(work, self._on_captured)

    def _on_captured(self, kept: tuple[Fact, Changes]) -> None:
        fact, changes = kept
        self._context.bulletin.post(changes)
        self._context.messages.info(f"Fact {fact.key} kept", undo=True)
        self._notice.look(fact.uid)

    def _on_edit_kept(self, uid: Uid, draft: FactDraft) -> None:
        work = partial(self._context.desk.evidence.edit, uid, draft)
        self._context.tasks.run(work, partial(self._on_written, "Fact changed"))

    def _on_fact_menu_requested(self, uid: Uid, place: QPoint) -> None:
        fact = self._reader.fact(uid)
        if fact is None:
            return
        menu = QMenu(self._reader)
        menu.addAction("Edit…", partial(self._reader.ask_edit, fact))
        menu.addAction("Copy its citation", partial(self._copy, f"[@fact:{fact.key}]"))
        menu.addSeparator()
        menu.addAction("Remove", partial(self._remove_fact, uid))
        menu.exec(place)
        menu.deleteLater()

    def _remove_fact(self, uid: Uid) -> None:
        work = partial(self._context.desk.evidence.remove, [uid])
        self._context.tasks.run(work, partial(self._on_written, "Fact removed"))

    def _on_written(self, told: str, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info(told, undo=True)

    def _quote(self) -> None:
        span = self._selection("Select the words to quote, then press Q.")
        opened = self._reader.opened()
        if span and opened:
            quote = self._context.desk.citing.citation_for_quote
            work = partial(quote, opened.article.uid, *span)
            self._context.tasks.run(work, self._context.navigator.insert_in_memo)

    def _copy_citation(self) -> None:
        opened = self._reader.opened()
        if opened:
            self._copy(f"[@{opened.article.citekey}]")

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._context.messages.info(f"{text} copied")

    def _selection(self, otherwise: str) -> tuple[int, int] | None:
        span = self._reader.selected_span()
        if span is None:
            self._context.messages.info(otherwise)
        return span
