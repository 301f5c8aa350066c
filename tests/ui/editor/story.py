"""Texts with `|` where the cursor is, for the rules of typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.ui.editor.line_edits import LineEdit, Place
from briefing.ui.editor.line_kinds import Line, read_line


@dataclass(frozen=True)
class StoryLine:
    text: str
    line: Line


def lines_of(story: str) -> list[StoryLine]:
    before: tuple[str, ...] = ()
    lines: list[StoryLine] = []
    text = story if story.count("|") > 1 else story.replace("|", "")
    for part in text.split("\n"):
        line = read_line(part, before)
        before = line.after
        lines.append(StoryLine(part, line))
    return lines


def place_of(story: str) -> Place:
    before = story[: story.index("|")]
    return Place(before.count("\n"), len(before) - before.rfind("\n") - 1)


def with_cursor(text: str, place: Place) -> str:
    lines = text.split("\n")
    line = lines[place.line]
    lines[place.line] = line[: place.column] + "|" + line[place.column :]
    return "\n".join(lines)


def apply_edits(text: str, edits: Sequence[LineEdit]) -> str:
    """Return a text after edits, as a document would have it."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda edit: (edit.start.line, edit.start.column), reverse=True):
        head = lines[edit.start.line][: edit.start.column]
        tail = lines[edit.end.line][edit.end.column :]
        lines[edit.start.line : edit.end.line + 1] = (head + edit.text + tail).split("\n")
    return "\n".join(lines)
