"""Finds what the library holds for the paragraph at the cursor, and puts it into the text."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.text.citation_syntax import find_plain
from briefing.ui.context import WindowContext
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.memo.evidence_cards import EvidenceCard
from briefing.ui.memo.evidence_groups import (
    CardGroup,
    groups_for_lookup,
    groups_for_paragraph,
    groups_for_search,
)
from briefing.ui.memo.lookup_words import is_lookup
from briefing.ui.memo.memo_room import EVIDENCE, MemoRoom
from briefing.ui.memo.open_memo import OpenMemo

_PAUSE = 420  # ms after a key or a step of the cursor: the pages come first
_NO_PARAGRAPH = "Put the cursor in a paragraph: what the library holds for it is shown here."
_NO_MATCH = "Nothing in the library shares enough words with this paragraph. Search above."
_NOT_FOUND = "No fact or article is called that."


class EvidenceFlow(QObject):
    """Serves the evidence pane."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self._asked: tuple[str, str] | None = None  # paragraph and line that the cards answer
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._look)
        room.editor.cursor_moved.connect(self._on_cursor_moved)
        room.panes_changed.connect(self._timer.start)
        room.evidence.line_changed.connect(self._look)
        room.evidence.insert_requested.connect(self._on_insert_requested)
        room.evidence.open_requested.connect(self._on_open_requested)
        room.editor.record_dropped.connect(self.insert_record)
        opened.opened.connect(self.refresh)

    def refresh(self) -> None:
        """Ask anew."""
        self._asked = None
        self._look()

    def hear(self, changes: Changes) -> None:
        """Ask anew when facts or articles changed."""
        if changes.everything or changes.facts or changes.articles:
            self._asked = None
            self._timer.start()

    def insert_record(self, kind: str, uid: str) -> None:
        """Put a fact's statement with its citation, or an article's citation, at the cursor."""
        citing, searching = self._context.desk.citing, self._context.desk.searching
        if kind == "fact":
            self._context.tasks.run(partial(citing.citation_for_fact, Uid(uid)), self._insert)
        elif kind == "article":
            work = partial(searching.row, Uid(uid))
            self._context.tasks.run(lambda: f"[@{work().citekey}]", self._insert)

    def _on_cursor_moved(self, position: int) -> None:
        """Wait the pause: the position must not become the timer's interval."""
        del position
        self._timer.start()

    def _look(self) -> None:
        """Find cards for what is asked now, unless they are shown already."""
        if not self._opened.is_open or not self._room.is_shown(EVIDENCE):
            return
        paragraph, line = self._paragraph(), self._room.evidence.line
        if (paragraph, line) == self._asked:
            return
        self._asked = (paragraph, line)
        desk, cited = self._context.desk, _keys_in(paragraph)
        if line:
            work = partial(groups_for_search, desk, line, cited)
        elif is_lookup(paragraph.split("\n", 1)[0]):
            work = partial(groups_for_lookup, desk, paragraph.split("\n", 1)[0])
        elif paragraph:
            work = partial(groups_for_paragraph, desk, self._opened.memo, paragraph)
        else:
            self._room.evidence.set_groups((), _NO_PARAGRAPH)
            return
        done = partial(self._on_found, _NOT_FOUND if line else _NO_MATCH)
        self._context.tasks.run(work, done, key="memo.evidence")

    def _paragraph(self) -> str:
        """Return the lines without a blank one between them round the cursor.

        On a heading the paragraph below it is meant.
        """
        entries = self._room.editor.table.entries
        first = self._room.editor.cursor_place()[0]
        while first + 1 < len(entries) and entries[first].kind is LineKind.HEADING:
            first += 2 if not entries[first + 1].text else 1
        if first >= len(entries) or not entries[first].text.strip():
            return ""
        last = first
        while first > 0 and entries[first - 1].text.strip():
            first -= 1
        while last + 1 < len(entries) and entries[last + 1].text.strip():
            last += 1
        return "\n".join(entry.text for entry in entries[first : last + 1])

    def _on_found(self, nothing: str, groups: tuple[CardGroup, ...]) -> None:
        self._room.evidence.set_groups(groups, nothing)

    def _on_insert_requested(self, card: EvidenceCard) -> None:
        self.insert_record(card.kind, card.uid)

    def _on_open_requested(self, card: EvidenceCard) -> None:
        if card.kind == "fact":
            self._context.navigator.open_fact(card.uid)
        else:
            self._context.navigator.open_article(card.uid)

    def _insert(self, words: str) -> None:
        self._room.editor.insert_words(words)
        self._room.editor.setFocus()


def _keys_in(paragraph: str) -> frozenset[str]:
    return frozenset(item.key for _, _, found in find_plain(paragraph) for item in found.items)
