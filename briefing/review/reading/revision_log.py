"""The tracked changes of one file as they are met: numbered, their words gathered."""

from dataclasses import dataclass

from briefing.model.word_review import Revision, RevisionKind
from briefing.ooxml.word_package import Element, value

COMING = frozenset((RevisionKind.INSERTION, RevisionKind.MOVE_TO))
_FIELD = "field"
GOING = frozenset((RevisionKind.DELETION, RevisionKind.MOVE_FROM))


@dataclass(frozen=True, slots=True)
class Mark:
    """Who changed something and when, and the move that it is half of."""

    kind: RevisionKind
    author: str
    date: str
    move: str = ""


@dataclass(slots=True)
class _Entry:
    mark: Mark
    part: str
    paragraph: int
    before: str = ""
    after: str = ""
    detail: str = ""
    code: str = ""

    @property
    def told(self) -> str:
        """Return what it is told by; a change of no words by the code of its field."""
        if self.detail or self.before or self.after or not self.code.strip():
            return self.detail
        return f"{_FIELD}: {' '.join(self.code.split())}"


def mark_of(kind: RevisionKind, element: Element, move: str = "") -> Mark:
    """Return what the attributes of a tracked change say (ECMA-376-1, 17.13.5)."""
    return Mark(kind, value(element, "author"), value(element, "date"), move)


class RevisionLog:
    """Numbers changes from 1 in the order in which they are opened."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []

    def open(self, mark: Mark, part: str, paragraph: int, detail: str = "") -> int:
        """Return the number of a new change."""
        self._entries.append(_Entry(mark, part, paragraph, detail=detail))
        return len(self._entries)

    def gather(self, number: int, words: str) -> None:
        """Add words to a change, on the sides that its kind has."""
        entry = self._entries[number - 1]
        kind = entry.mark.kind
        if kind not in COMING:
            entry.before += words
        if kind not in GOING:
            entry.after += words

    def gather_code(self, number: int, code: str) -> None:
        """Add a part of a field's code to a change."""
        self._entries[number - 1].code += code

    def settle(self, number: int, before: str, after: str) -> None:
        """Say the words of a change at once."""
        entry = self._entries[number - 1]
        entry.before, entry.after = before, after

    def revisions(self) -> tuple[Revision, ...]:
        """Return the changes, in their order."""
        return tuple(
            Revision(
                number,
                entry.mark.kind,
                entry.mark.author,
                entry.mark.date,
                entry.part,
                entry.paragraph,
                entry.before,
                entry.after,
                detail=entry.told,
                move=entry.mark.move,
            )
            for number, entry in enumerate(self._entries, 1)
        )
