"""Where one writes under a heading: never in the heading's own line."""

from collections.abc import Sequence

from briefing.ui.editor.line_edits import LineLike, Place, is_paragraph
from briefing.ui.editor.line_kinds import LineKind


def writing_place(lines: Sequence[LineLike], heading: int) -> Place | None:
    """Return where one writes under a heading, or nothing where no line stands there yet.

    That is the beginning of its first paragraph, or an empty line: a fold or a table is not
    written into.
    """
    after = heading + 1
    while after < len(lines) and lines[after].line.kind is LineKind.BLANK:
        after += 1
    if after < len(lines) and is_paragraph(lines[after].line.kind):
        return Place(after, lines[after].line.start)
    blank = after - heading - 1
    return Place(heading + min(blank, 2), 0) if blank else None


def is_empty_section(lines: Sequence[LineLike], number: int) -> bool:
    """Return whether a line is the only one between two headings: the place to write there."""
    if not 0 < number < len(lines) - 1 or lines[number].line.kind is not LineKind.BLANK:
        return False
    around = (lines[number - 1].line.kind, lines[number + 1].line.kind)
    return around == (LineKind.HEADING, LineKind.HEADING)
