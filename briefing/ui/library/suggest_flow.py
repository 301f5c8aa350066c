"""Going through the suggested facts of the open article: keep, change, skip, one key each."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from briefing.model.changes import Changes
from briefing.model.fact import Fact, FactDraft
from briefing.model.ids import Uid
from briefing.model.suggestion import Suggestion
from briefing.ui.conflict_notice import ConflictNotice
from briefing.ui.context import WindowContext
from briefing.ui.library.reader_pane import ReaderPane

_PAUSE = 250  # ms: an article that is only passed by is not gone through
_NONE = "No sentence of this article looks like a key fact that is not captured yet."

Span = tuple[int, int]


class SuggestFlow(QObject):
    """Asks for the suggestions of what is open, and keeps the ones that are accepted."""

    def __init__(self, context: WindowContext, reader: ReaderPane) -> None:
        super().__init__(reader)
        self._context = context
        self._reader = reader
        self._notice = ConflictNotice(context, self)
        self._uid: Uid | None = None
        self._found: tuple[Suggestion, ...] = ()
        self._skipped: dict[Uid, set[Span]] = {}
        self._at: Span | None = None  # the one at hand, while somebody goes through them
        self._is_asked = False
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self._ask)
        reader.article_shown.connect(self._on_reader_article_shown)
        reader.suggestion_pressed.connect(self._on_reader_suggestion_pressed)
        reader.suggestions_left.connect(self._leave)
        handle = context.actions.handle
        handle("library.suggest", self._next)
        handle("library.keep_suggestion", self._keep)
        handle("library.change_suggestion", self._change)
        handle("library.skip_suggestion", self._skip)

    # finding them

    def _on_reader_article_shown(self) -> None:
        opened = self._reader.opened()
        uid = opened.article.uid if opened else None
        if uid != self._uid:
            self._uid, self._found, self._at, self._is_asked = uid, (), None, False
            self._show()
        if uid:
            self._rest.start()

    def _ask(self) -> None:
        if self._uid:
            work = partial(self._context.desk.suggesting.suggest, self._uid)
            done = partial(self._on_found, self._uid)
            self._context.tasks.run(work, done, self._on_failed, key="library.suggest")

    def _on_found(self, uid: Uid, found: tuple[Suggestion, ...]) -> None:
        if uid != self._uid:
            return
        place = self._place()
        skipped = self._skipped.get(uid, set())
        self._found = tuple(one for one in found if _span(one) not in skipped)
        if self._at is not None and self._place() is None:  # kept meanwhile: on to the next
            self._at = _span(self._found[min(place or 0, len(self._found) - 1)]) if found else None
        if self._is_asked:
            self._is_asked = False
            self._next()
        else:
            self._show()

    def _on_failed(self, _error: object) -> None:
        self._found, self._at = (), None  # it was removed meanwhile
        self._show()

    # going through them

    def _next(self) -> None:
        """Go to the next one; to the first where nobody goes through them yet."""
        if self._rest.isActive() and not self._found:
            self._is_asked = True  # asked before they are known: begin when they are
            return
        if not self._found and self._uid and self._skipped.pop(self._uid, None):
            self._is_asked = True  # all were skipped: offer them again
            self._ask()
            return
        if not self._found:
            self._context.messages.info(_NONE if self._uid else "Open an article first.")
            return
        place = self._place()
        self._go_to(0 if place is None else (place + 1) % len(self._found))

    def _go_to(self, place: int) -> None:
        self._at = _span(self._found[place])
        self._show()
        self._reader.show_passage(*self._at)

    def _leave(self) -> None:
        self._at = None
        self._show()
        self._reader.take_focus()

    def _skip(self) -> None:
        one = self._at_hand()
        if one is None or self._uid is None:
            return
        self._skipped.setdefault(self._uid, set()).add(_span(one))
        self._remove(one)

    def _keep(self) -> None:
        one = self._at_hand()
        if one is not None and self._uid is not None:
            work = partial(self._context.desk.suggesting.keep, self._uid, one)
            self._remove(one)
            self._context.tasks.run(work, self._on_kept)

    def _on_kept(self, kept: tuple[Fact, Changes]) -> None:
        fact, changes = kept
        self._context.bulletin.post(changes)
        self._context.messages.info(f"Fact {fact.key} kept", undo=True)
        self._notice.look(fact.uid)

    def _change(self) -> None:
        one = self._at_hand()
        if one is not None and self._uid is not None:
            work = partial(self._context.desk.suggesting.draft, self._uid, one)
            self._context.tasks.run(work, partial(self._on_drafted, one), key="library.draft")

    def _on_drafted(self, one: Suggestion, draft: FactDraft) -> None:
        self._reader.ask_capture(one.text, draft, one.start, one.end)

    def _at_hand(self) -> Suggestion | None:
        """Return the one that the keys are for; the first press of a key goes to it instead."""
        place = self._place()
        if place is None:
            self._next()
            return None
        return self._found[place]

    def _remove(self, one: Suggestion) -> None:
        """Take one from the list and go on to the one behind it."""
        place = self._found.index(one)
        self._found = self._found[:place] + self._found[place + 1 :]
        if self._found:
            self._go_to(place % len(self._found))
        else:
            self._leave()
            self._context.messages.info("That was the last suggested fact of this article.")

    def _place(self) -> int | None:
        spans = [_span(one) for one in self._found]
        return spans.index(self._at) if self._at in spans else None

    def _on_reader_suggestion_pressed(self, start: int) -> None:
        for place, one in enumerate(self._found):
            if one.start == start:
                self._go_to(place)
                return

    def _show(self) -> None:
        place = self._place()
        self._reader.mark_suggestions([_span(one) for one in self._found], place)
        if place is None:
            self._reader.suggestions.show_count(len(self._found))
        else:
            one = self._found[place]
            self._reader.suggestions.show_suggestion(one, place + 1, len(self._found))


def _span(one: Suggestion) -> Span:
    return one.start, one.end
