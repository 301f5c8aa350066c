"""Edits by line and column: what typing rules answer with, and the editor carries out."""

from dataclasses import dataclass
from typing import Protocol

from briefing.ui.editor.line_kinds import Line, LineKind


class LineLike(Protocol):
    """What a rule reads of a line; the line table's entries have it."""

    @property
    def text(self) -> str:
        """Return its characters."""
        ...

    @property
    def line(self) -> Line:
        """Return what it is."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """A line's number and a column in it, in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class LineEdit:
    """Put `text` (it may hold line ends) in the place of what stands between two places."""

    start: Place
    end: Place
    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What a key does: edits that stand apart, and the cursor (or the selection) after them.

    Every place counts in the text as it was before, but for `cursor` and `anchor`.
    """

    edits: tuple[LineEdit, ...]
    cursor: Place
    anchor: Place | None = None


def replace(number: int, start: int, end: int, text: str) -> LineEdit:
    """Return an edit within one line."""
    return LineEdit(Place(number, start), Place(number, end), text)


def is_paragraph(kind: LineKind) -> bool:
    """Return whether a line goes on in the next one, if no blank line stands between."""
    return kind in (LineKind.TEXT, LineKind.ITEM, LineKind.QUOTE, LineKind.NOTE)
