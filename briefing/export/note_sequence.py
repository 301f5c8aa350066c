"""The notes of one document in the order in which they are read, the author's own among them."""

from collections.abc import Callable, Sequence

from briefing.export.note_blocks import note_blocks
from briefing.export.note_text import note_lines
from briefing.model.block import Block, Inlines, Note, NoteMark, Text
from briefing.model.publication import PublishedNote

Cited = Callable[[Inlines, int], Inlines]


class NoteSequence:
    """Gives notes their numbers, from 1."""

    def __init__(self, own: Sequence[Note], cited: Cited) -> None:
        """Start a sequence; `cited` words the citations in a line of the author's note, by number.

        `own` are the footnotes that the author wrote.
        """
        self._own = {note.label: note for note in own}
        self._cited = cited
        self._numbers: dict[str, int] = {}
        self._written: dict[int, tuple[Block, ...]] = {}
        self._lines: list[tuple[Inlines, ...]] = []

    @property
    def next_number(self) -> int:
        """Return the number that the next note gets."""
        return len(self._lines) + 1

    def add(self, line: Inlines) -> NoteMark:
        """Add a note of one line, and return its mark."""
        self._lines.append((line,))
        return NoteMark(str(len(self._lines)))

    def own_mark(self, mark: NoteMark) -> NoteMark:
        """Return the mark of an author's note, which is added where it is first met."""
        note = self._own.get(mark.label)
        if note is None:
            return mark
        if mark.label not in self._numbers:
            number = self._numbers[mark.label] = self.next_number
            self._written[number] = note.blocks
            lines = (self._pointed(line) for line in note_lines(note.blocks))
            self._lines.append(tuple(self._cited(line, number) for line in lines))
        return NoteMark(str(self._numbers[mark.label]))

    def published(
        self, filled: Callable[[Inlines], Inlines] | None = None
    ) -> tuple[PublishedNote, ...]:
        """Return the notes; `filled` puts words where a line has places for them."""
        notes: list[PublishedNote] = []
        for number, lines in enumerate(self._lines, 1):
            worded = tuple(map(filled, lines)) if filled else lines
            blocks = note_blocks(self._written.get(number, ()), worded)
            notes.append(PublishedNote(number, worded, blocks))
        return tuple(notes)

    def _pointed(self, line: Inlines) -> Inlines:
        """Return a line of a note in which other notes are pointed to in words."""
        return tuple(
            self._pointer(inline.label) if isinstance(inline, NoteMark) else inline
            for inline in line
        )

    def _pointer(self, label: str) -> Text:
        known = self._numbers.get(label)
        return Text(f"(see note {known})" if known else f"[{label}]")
