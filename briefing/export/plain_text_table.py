"""A table as plain text: columns side by side, or a list a row where they would be too narrow."""

from collections.abc import Iterator, Sequence

from briefing.export.plain_text_lines import WIDTH, columns, indented, padded, wrapped

_GAP = "  "
_LEAST = 9  # columns of a cell whose words do not fit: less cannot be read


def table_lines(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    align: Sequence[str],
    width: int = WIDTH,
) -> list[str]:
    """Return the lines of a table; each row has as many cells as the header."""
    widths = _widths(header, rows, width - len(_GAP) * (len(header) - 1))
    if not widths:
        return list(_listed(header, rows, width))
    rule = _GAP.join("-" * one for one in widths)
    tall = any(columns(cell) > one for row in rows for cell, one in zip(row, widths, strict=True))
    lines = [*_row(header, widths, align), rule] if any(header) else [rule]
    for number, row in enumerate(rows):
        lines += [""] if tall and number else []
        lines += _row(row, widths, align)
    return [*lines, rule]


def _widths(header: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return a width for each column that together fit, or nothing where some would be too thin."""
    cells = list(zip(header, *rows, strict=True))
    natural = [max((columns(cell) for cell in column), default=1) or 1 for column in cells]
    if sum(natural) <= room:
        return natural
    longest = [max(_longest_word(cell) for cell in column) for column in cells]
    least = [min(max(word, _LEAST), whole) for word, whole in zip(longest, natural, strict=True)]
    if sum(least) > room:
        return []
    return _shared(least, natural, room - sum(least))


def _shared(least: list[int], natural: list[int], spare: int) -> list[int]:
    """Give the spare room to the columns in proportion to what they lack."""
    lacks = [whole - low for low, whole in zip(least, natural, strict=True)]
    total = sum(lacks)
    widths = [low + spare * lack // total for low, lack in zip(least, lacks, strict=True)]
    widths[lacks.index(max(lacks))] += spare - sum(widths) + sum(least)
    return widths


def _longest_word(cell: str) -> int:
    return max((columns(word) for word in cell.split()), default=0)


def _row(cells: Sequence[str], widths: Sequence[int], align: Sequence[str]) -> Iterator[str]:
    sides = [*align, *[""] * (len(widths) - len(align))]
    folded = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, folded))):
        parts = (
            padded(lines[number] if number < len(lines) else "", width, side)
            for lines, width, side in zip(folded, widths, sides, strict=False)
        )
        yield _GAP.join(parts).rstrip()


def _listed(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Yield each row as lines of `Header: cell`, with a blank line between two rows."""
    for number, row in enumerate(rows):
        if number:
            yield ""
        for name, cell in zip(header, row, strict=True):
            label = f"{name}: " if name else ""
            if cell:
                yield from indented(wrapped(label + cell, width - 2), "", "  ")
