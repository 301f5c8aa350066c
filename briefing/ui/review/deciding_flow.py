"""Changes accepted, rejected, reworded, one or many at a time; each remembered at once."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision, FlagKind, Review
from briefing.ui.context import WindowContext
from briefing.ui.review.decision_queue import DecisionQueue
from briefing.ui.review.item_states import Settled, is_turning
from briefing.ui.review.open_review import OpenReview
from briefing.ui.review.review_items import ItemKind, ReviewItem
from briefing.ui.review.review_room import ReviewRoom
from briefing.ui.review.review_summary import place_of

_Chosen = Callable[[ReviewItem], bool]


class DecidingFlow(QObject):
    """Shows a decision before it is written: the next card is there at once."""

    words_changed = Signal()  # the text reads otherwise: it is to be drawn anew
    sentences_changed = Signal(object)  # the numbers of changes without which, or with which again

    def __init__(self, context: WindowContext, pane: ReviewRoom, opened: OpenReview) -> None:
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self._opened = opened
        self.queue = DecisionQueue(context, self)
        self.queue.emptied.connect(self._on_queue_emptied)
        self._is_reworded = False
        self._turned: set[int] = set()  # changes whose sentences read otherwise
        handle = context.actions.handle
        handle("review.accept", self.accept)
        handle("review.reject", self.reject)
        handle("review.accept_other", partial(self.accept, 1))
        handle("review.keep_both", self.keep_both)
        handle("review.keep_citation", self.keep_citation)
        handle("review.edit", self.ask_words)
        handle("review.take_back", self.take_back)
        for name, verdict in (("accept", Verdict.ACCEPTED), ("reject", Verdict.REJECTED)):
            for scope in ("author", "section", "all"):
                handle(f"review.{name}_{scope}", partial(self._decide_many, scope, verdict))

    def accept(self, side: int = 0) -> None:
        """Accept the change at hand; of a conflict, take one side."""
        item = self._opened.current
        if item is not None and item.conflict is not None:
            self._decide(item, ConflictDecision(ConflictChoice.THEIRS, side))
        elif item is not None:
            self._decide(item, Decision(Verdict.ACCEPTED))

    def reject(self) -> None:
        """Reject the change at hand; of a conflict, keep the analyst's own words."""
        item = self._opened.current
        if item is not None and item.conflict is not None:
            self._decide(item, ConflictDecision(ConflictChoice.MINE))
        elif item is not None:
            self._decide(item, Decision(Verdict.REJECTED))

    def keep_both(self) -> None:
        """Keep the words of all sides of a conflict."""
        item = self._opened.current
        if item is not None and item.conflict is not None:
            self._decide(item, ConflictDecision(ConflictChoice.BOTH))

    def keep_citation(self) -> None:
        """Accept the change at hand, and keep the citation where its sentence is."""
        item, review = self._opened.current, self._opened.review
        if item is None or review is None or item.kind is not ItemKind.CHANGE:
            return
        self._opened.note(item)
        reviewing = self._context.desk.reviewing
        deletes = item.parted_citation is FlagKind.CITATION_DELETED
        settle = reviewing.keep_citation if deletes else reviewing.drop_citation
        work = partial(settle, review.uid, item.number)
        self._context.tasks.run(work, self._on_citation_kept)

    def _on_citation_kept(self, _changes: object) -> None:
        self.words_changed.emit()
        self._opened.go_on()

    def ask_words(self) -> None:
        """Ask for the words that a change shall bring in place of the reviewer's."""
        item = self._opened.current
        if item is None or not item.is_placed or item.kind is ItemKind.THREAD:
            return
        words = item.changes[0].after if item.changes else ""
        if item.conflict is not None:
            words = item.conflict.sides[0].text
        self._pane.cards.open_box(
            "The words for the memo", words, "Take these words", self.keep_words
        )

    def keep_words(self, words: str) -> None:
        """Take a change with other words."""
        item = self._opened.current
        if item is None:
            return
        self._is_reworded = True
        if item.conflict is not None:
            self._decide(item, ConflictDecision(ConflictChoice.EDITED, text=words))
        else:
            self._decide(item, Decision(Verdict.ACCEPTED, words))

    def take_back(self) -> None:
        """Take the last decisions back; without any, open the item at hand again."""
        before = self._opened.last_decisions()
        item = self._opened.current
        if not before and item is not None and _can_decide(item):
            is_conflict = item.conflict is not None
            before = {
                item: ConflictDecision(ConflictChoice.OPEN)
                if is_conflict
                else Decision(Verdict.OPEN)
            }
        if before:
            self._is_reworded |= any(_has_words(self._opened.board.decision(one)) for one in before)
            self._take(before, is_noted=False)
            self._opened.go_to(next(iter(before)))

    def _decide(self, item: ReviewItem, decision: Settled) -> None:
        if not _can_decide(item):
            if not item.is_placed:
                self._context.messages.info(
                    "It has no place in the memo. Copy its words, and put them in by hand."
                )
            return
        self._is_reworded |= _has_words(self._opened.board.decision(item))
        self._take({item: decision})
        self._opened.go_on()

    def _decide_many(self, scope: str, verdict: Verdict) -> None:
        """Decide what is open of a reviewer, of a place, or of all; conflicts are left open."""
        item = self._opened.current
        if not self._opened.is_open or (item is None and scope != "all"):
            return
        board = self._opened.board
        chosen = self._scope(scope, item)
        found = [
            one
            for one in board.items
            if one.kind is ItemKind.CHANGE and board.is_open(one) and chosen(one)
        ]
        if not found:
            self._context.messages.info("Nothing of them is open.")
            return
        decisions: dict[ReviewItem, Settled] = dict.fromkeys(found, Decision(verdict))
        self._take(decisions)
        done = "accepted" if verdict is Verdict.ACCEPTED else "rejected"
        left = sum(one.kind is ItemKind.CONFLICT and board.is_open(one) for one in board.items)
        rest = f" Conflicts are settled one by one: {left:,} left." if left else ""
        count = "1 change" if len(found) == 1 else f"{len(found):,} changes"
        self._context.messages.info(f"{count} {done}; U takes that back.{rest}")
        self._opened.go_on()

    @staticmethod
    def _scope(scope: str, item: ReviewItem | None) -> _Chosen:
        if scope == "author" and item is not None:
            return lambda one: bool(one.authors & item.authors)
        if scope == "section" and item is not None:
            return lambda one: place_of(one) == place_of(item)
        return lambda _one: True

    def _take(self, decisions: dict[ReviewItem, Settled], *, is_noted: bool = True) -> None:
        """Show decisions, and have them written."""
        board = self._opened.board
        for item, decision in decisions.items():
            if is_turning(board.decision(item), decision):
                self._turned |= {item.number, *(change.number for change in item.changes)}
        self._opened.decide(decisions, is_noted=is_noted)
        self.queue.put(board.review.uid, _numbered(decisions.items()))

    def _on_queue_emptied(self) -> None:
        review = self._opened.review
        turned, self._turned = frozenset(self._turned), set()
        if self._is_reworded:
            self._is_reworded = False
            self.words_changed.emit()
        elif review is not None:
            work = partial(self._context.desk.reviewing.get, review.uid)
            self._context.tasks.run(work, self._on_review_kept, key="review.kept")
            self.sentences_changed.emit(turned)

    def _on_review_kept(self, review: Review) -> None:
        """Take over what the service decided besides: the same change in another file."""
        if self.queue.is_empty:
            self._opened.take_review(review)


def _can_decide(item: ReviewItem) -> bool:
    return item.kind is not ItemKind.THREAD and item.is_placed


def _has_words(decision: Settled) -> bool:
    if isinstance(decision, ConflictDecision):
        return decision.choice is ConflictChoice.EDITED
    return decision.text is not None


def _numbered(decisions: Iterable[tuple[ReviewItem, Settled]]) -> dict[int, Settled]:
    return {item.number: decision for item, decision in decisions}
