"""Comments answered, resolved, made into tasks; evidence found for them, quotes shown."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from briefing.model.ids import Uid
from briefing.model.review_record import ReviewTask, ThreadState
from briefing.services.citing import CitationLabel
from briefing.ui.context import WindowContext
from briefing.ui.review.evidence_choices import EvidenceChoice, evidence_choices
from briefing.ui.review.open_review import OpenReview
from briefing.ui.review.review_room import ReviewRoom

_Write = Callable[[Uid, int, str], object]


class ReviewThreadFlow(QObject):
    """Works on the item at hand."""

    changed = Signal()  # a thread says more: it is to be read anew

    def __init__(self, context: WindowContext, pane: ReviewRoom, opened: OpenReview) -> None:
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self._opened = opened
        handle = context.actions.handle
        handle("review.answer", self.ask_answer)
        handle("review.make_task", self.ask_task)
        handle("review.resolve", self.resolve)
        handle("review.evidence", self.find_evidence)
        handle("review.quote", self.show_quote)
        pane.places.task_pressed.connect(self.tick)

    def ask_answer(self) -> None:
        """Ask for an answer to the comment at hand."""
        state = self._thread()
        if state is not None:
            write = self._context.desk.reviewing.answer
            self._ask("Your answer", "", "Answer", partial(self._write, write, state.number))

    def ask_task(self) -> None:
        """Ask for the task that the comment at hand is to become."""
        state = self._thread()
        if state is not None:
            words = " ".join(state.thread.text.split())
            write = self._context.desk.reviewing.make_task
            self._ask("The task", words, "Make a task", partial(self._write, write, state.number))

    def resolve(self) -> None:
        """Resolve the comment at hand, or open it again."""
        state, review = self._thread(), self._opened.review
        if state is None or review is None:
            return
        work = partial(
            self._context.desk.reviewing.resolve,
            review.uid,
            state.number,
            is_resolved=not state.is_resolved,
        )
        self._context.tasks.run(work, self._on_written)
        if not state.is_resolved:
            self._opened.go_on()

    def tick(self, task: ReviewTask) -> None:
        """Tick a task off, or open it again."""
        finish = self._context.desk.reviewing.threads.finish_task
        work = partial(finish, task.uid, is_done=not task.is_done)
        self._context.tasks.run(work, self._on_written)

    def find_evidence(self) -> None:
        """Look for facts and articles that fit the comment or the change at hand."""
        item, review = self._opened.current, self._opened.review
        if item is None or review is None:
            return
        words = item.thread.thread.text if item.thread else ""
        anchor = item.thread.thread.anchor if item.thread else ""
        changed = " ".join(change.after for change in item.changes)
        asked = " ".join(part for part in (anchor, words, changed) if part)
        work = partial(evidence_choices, self._context.desk, review.memo_uid, asked)
        self._context.tasks.run(work, partial(self._on_found, asked), key="review.evidence")

    def show_quote(self) -> None:
        """Show the quote that the flagged words of the item at hand rest on."""
        item = self._opened.current
        keys = [key for flag in item.flags for key in flag.keys] if item else []
        if not keys:
            self._context.messages.info("No quote stands behind these words.")
            return
        work = partial(self._labels, keys[0])
        self._context.tasks.run(work, partial(self._on_label, keys[0]), key="review.quote")

    def _thread(self) -> ThreadState | None:
        item = self._opened.current
        return item.thread if item else None

    def _ask(self, name: str, words: str, keep: str, take: Callable[[str], None]) -> None:
        self._pane.cards.open_box(name, words, keep, take)

    def _write(self, write: _Write, number: int, words: str) -> None:
        review = self._opened.review
        if review is not None and words.strip():
            work = partial(write, review.uid, number, words.strip())
            self._context.tasks.run(work, self._on_written)

    def _on_written(self, _answer: object) -> None:
        self.changed.emit()

    def _labels(self, key: str) -> Mapping[str, CitationLabel]:
        """Look a key up, on a worker's thread: there the service is made when first asked for."""
        return self._context.desk.citing.labels(frozenset({key}))

    def _on_label(self, key: str, labels: Mapping[str, CitationLabel]) -> None:
        label = labels[key]
        if label.article_uid is None:
            self._context.messages.warn(f"“{key}” is not in this library.")
        elif label.end > label.start:
            self._context.navigator.open_article(label.article_uid, label.start, label.end)
        else:
            self._context.navigator.open_article(label.article_uid)

    def _on_found(self, asked: str, found: tuple[EvidenceChoice, ...]) -> None:
        menu = QMenu(self._pane)
        menu.setAccessibleName("What the library holds for it")
        theme, navigator = self._context.theme, self._context.navigator
        for choice in found:
            is_fact = choice.kind == "fact"
            action = menu.addAction(
                theme.icon("quote" if is_fact else "newspaper", "muted"), choice.words
            )
            action.setToolTip(choice.reason)
            go = navigator.open_fact if is_fact else navigator.open_article
            action.triggered.connect(partial(_open, go, choice.uid))
        if not found:
            menu.addAction("Nothing in the library shares its words").setEnabled(False)
        menu.addSeparator()
        search = menu.addAction(theme.icon("search", "muted"), "Search the library for its words")
        search.triggered.connect(partial(self._search, asked))
        menu.aboutToHide.connect(menu.deleteLater)
        card = self._pane.cards.card
        menu.popup(card.mapToGlobal(QPoint(0, card.height())))

    def _search(self, asked: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self._context.navigator.search(" ".join(asked.split()[:8]))


def _open(go: Callable[[Uid], None], uid: Uid, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
    go(uid)
