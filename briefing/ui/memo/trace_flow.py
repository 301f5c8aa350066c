"""Keeps the marks of sentences true, and leads from a sentence to the quote that it rests on."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.model.anchor import AnchorState
from briefing.model.changes import Changes
from briefing.model.memo import Memo
from briefing.services.traced_sources import MISSING, TracedSource
from briefing.ui.context import WindowContext
from briefing.ui.editor.sentence_marks import SentenceMarks, SentenceState
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.memo.sources_menu import SourcesMenu
from briefing.ui.memo.typing_pause import TypingPause

if TYPE_CHECKING:
    from briefing.services.trace_reading import TracedSentence

_PAUSE = 700  # ms without a key
_LONGEST = 120  # characters of a quote in a tip
_STANDING = ("", "current")


class TraceFlow(QObject):
    """Reads the trace of the open memo after a pause."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self._shown: tuple[TracedSentence, ...] = ()
        self.marks = SentenceMarks(room.editor)
        self.marks.sentence_requested.connect(self._on_sentence_requested)
        self._pause = TypingPause(_PAUSE, self)
        self._pause.due.connect(self.refresh)
        room.editor.edited.connect(self._pause.start)
        opened.opened.connect(self.refresh)
        opened.fields_changed.connect(self._pause.start)
        context.actions.handle("memo.follow", self.open_at_cursor)

    def refresh(self) -> None:
        """Read the trace now."""
        if self._opened.is_open:
            self._pause.begin_work()
            work = partial(self._read, self._opened.memo)
            done = partial(self._on_read, self._opened.edits)
            self._context.tasks.run(work, done, key="memo.trace")

    def hear(self, changes: Changes) -> None:
        """Read it anew when something else changed than what is typed here."""
        is_memo = self._opened.is_open and self._opened.memo.uid in changes.memos
        is_typed = is_memo and self._opened.is_posting
        if changes.everything or changes.facts or changes.articles or (is_memo and not is_typed):
            self._pause.start()

    def open_at_cursor(self) -> None:
        """Open the citation at the cursor, else what the sentence there rests on."""
        editor = self._room.editor
        if editor.pointing.chip_at_cursor() is not None:
            editor.open_citation()
            return
        mark = self.marks.mark_of(editor.position())
        if mark is not None:
            self.marks.request(mark)
        else:
            self._context.messages.info("The sentence at the cursor cites nothing.")

    def _read(self, memo: Memo) -> "tuple[TracedSentence, ...]":
        """Read, on a worker's thread: there the service is made when first asked for."""
        return self._context.desk.trace.sentences(memo)

    def _on_read(self, edits: int, sentences: "tuple[TracedSentence, ...]") -> None:
        self._pause.end_work()
        if edits != self._opened.edits:
            return  # typed meanwhile: the places are wrong by now, and the next reading is due
        self._shown = tuple(one for one in sentences if one.is_claim or one.sources)
        self.marks.set((one.start, state_of(one), told(one)) for one in self._shown)

    def _on_sentence_requested(self, number: int, point: int) -> None:
        sentence = self._shown[number]
        placed = [source for source in sentence.sources if source.article_uid]
        if not sentence.sources:
            self._offer_sources(point, sentence)
        elif not placed:
            self._context.messages.warn(told(sentence))
        elif len(placed) == 1:
            self._open(placed[0])
        else:
            menu = SourcesMenu(placed, self._room.editor)
            menu.source_chosen.connect(self._open)
            menu.open_at_cursor(self._room.editor)

    def _offer_sources(self, point: int, sentence: "TracedSentence") -> None:
        """Put the cursor to the end of a sentence without a source, and offer what to cite."""
        editor = self._room.editor
        editor.set_position(point + sentence.end - sentence.start)
        editor.setFocus()
        self._room.completing.begin()

    def _open(self, source: TracedSource) -> None:
        if source.article_uid is None:
            return
        if source.start is not None and source.end is not None:
            self._context.navigator.open_article(source.article_uid, source.start, source.end)
            return
        self._context.navigator.open_article(source.article_uid)
        if source.quote:
            self._context.messages.warn(source.reason or "The quote is no longer in its article.")


def state_of(sentence: "TracedSentence") -> SentenceState:
    """Return what the mark of a sentence says."""
    if not sentence.sources:
        return SentenceState.UNSOURCED
    is_kept = bool(sentence.kept_reason)
    is_changed = any(_is_changed(source, is_kept=is_kept) for source in sentence.sources)
    return SentenceState.CHANGED if is_changed or sentence.differences else SentenceState.SOURCED


def told(sentence: "TracedSentence") -> str:
    """Return what is told of a sentence when the pointer rests on its mark."""
    if not sentence.sources:
        return "States something and cites nothing. Click to cite a source."
    kept = [f"Kept as it is: {sentence.kept_reason}"] if sentence.kept_reason else []
    differences = (one.reason for one in sentence.differences)
    return "\n".join([*kept, *differences, *_lines(sentence.sources)])


def _lines(sources: Sequence[TracedSource]) -> Iterator[str]:
    for source in sources:
        name = source.title or source.key
        words = " ".join(source.quote.split())
        if len(words) > _LONGEST:
            words = words[: _LONGEST - 1].rstrip() + "…"
        quote = f": “{words}”" if words else ""
        status = f" ({source.status})" if source.status not in _STANDING else ""
        reason = f" {source.reason}" if source.state not in (None, AnchorState.EXACT) else ""
        yield f"{name}{status}{quote}{reason}"


def _is_changed(source: TracedSource, *, is_kept: bool) -> bool:
    if source.has_changed_status and not is_kept:
        return True
    has_no_quote = source.kind == "fact" and source.state is None
    is_lost = source.state in (AnchorState.LOST, AnchorState.AMBIGUOUS)
    return is_lost or has_no_quote or source.status == MISSING
