"""The cells of a grid as a memo writes them: a mark, and a note behind a colon."""

import re

from briefing.model.grid import GridCell, Mark

_MARKED = re.compile(
    r"""(?P<mark>consistent|inconsistent|neutral|not\ applicable|n/?a|cc?|ii?|n|[-–—])
    (?:\s*[:;,.]\s*(?P<note>.*)|\s+[-–—]\s+(?P<after>.*))?\Z""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_LETTERS = {"c": Mark.CONSISTENT, "i": Mark.INCONSISTENT, "n": Mark.NEUTRAL}


def read_cell(text: str) -> GridCell:
    """Return what a cell says; words that are no mark are a note.

    `C`, `CC` and `consistent` are one mark, as are `–`, `-` and `n/a`: grids from elsewhere
    write them so.
    """
    words = " ".join(text.split())
    found = _MARKED.match(words)
    if found is None:
        return GridCell(Mark.NONE, words)
    written = found["mark"].casefold()
    is_nothing = written in {"na", "n/a", "not applicable", "-", "–", "—"}
    mark = Mark.NOT_APPLICABLE if is_nothing else _LETTERS[written[0]]
    return GridCell(mark, (found["note"] or found["after"] or "").strip())


def write_cell(cell: GridCell) -> str:
    """Return a cell as a memo writes it."""
    note = " ".join(cell.note.split())
    return f"{cell.mark.value}: {note}" if cell.mark and note else cell.mark.value or note
