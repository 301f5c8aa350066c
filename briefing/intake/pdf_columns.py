"""The reading order of a page: columns one after the other, table rows across.

A recursive cut after Nagy and Seth (XY-cut), with two additions: what spans the columns (a title,
a wide table) parts the page into bands, and the order of the text in the file tells columns, which
are written one after the other, from the cells of a table, which are written row by row.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefing.intake.pdf_segment import Segment

MAX_DEPTH = 6
MAX_SEGMENTS = 4_000  # on a page; beyond, it is a drawing and read as the file has it
_MAX_CROSSING = 0.5  # of the smaller side's lines
_MAX_SWITCHES = 0.7  # of the smaller side's lines; a table row by row has 2
_CANDIDATES = 60
_CELL_GAP = 2.5  # sizes of the letters: no justified line has such gaps
_ALIGNED = 0.2
# What stands before an item of a list, apart from its words and yet no cell of a table.
_LABEL = re.compile(r"[\[(]?\w{1,5}[.)\]]|\d{1,3}(?:\.\d{1,3}){1,5}\.?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column; `left` and `right` are its own, `column` the column's bounds.

    `cells` is how many runs stand apart on it: more than one in a table.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    is_bold: bool
    column: tuple[float, float]
    cells: int = 1


def reading_order(segments: Sequence[Segment]) -> list[Line]:
    """Return the lines of a page in the order in which they are read."""
    if len(segments) > MAX_SEGMENTS:
        return [single_line(segment) for segment in segments]
    return [line for region in _regions(list(segments), 0) for line in _lines(region)]


def single_line(segment: Segment) -> Line:
    """Return a run as a line of its own."""
    return _line([segment], (segment.left, segment.right), ())


def _regions(segments: list[Segment], depth: int) -> list[list[Segment]]:
    """Return the parts of a page, each of one column, in reading order."""
    gutter = _gutter(segments) if depth < MAX_DEPTH else None
    if gutter is None:
        return [segments] if segments else []
    found: list[list[Segment]] = []
    plain: list[Segment] = []
    for band, is_spanner in _bands(segments, gutter):
        left = [one for one in band if one.right <= gutter]
        right = [one for one in band if one.left >= gutter]
        if is_spanner or not (left and right) or _switches(band, gutter) > _allowed(left, right):
            plain += band
            continue
        found += [plain] if plain else []
        plain = []
        found += _regions(left, depth + 1) + _regions(right, depth + 1)
    return found + ([plain] if plain else [])


def _gutter(segments: list[Segment]) -> float | None:
    """Return the x of the white strip that best parts the segments into two columns."""
    if len(segments) < 4:
        return None
    narrowest = 0.5 * median(segment.height for segment in segments)
    best, best_score = None, 0.0
    for edge in _candidates(segments):
        left = [one for one in segments if one.right <= edge]
        right = [one for one in segments if one.left > edge]
        crossing = len(segments) - len(left) - len(right)
        smaller = min(len(left), len(right))
        if smaller < 2 or crossing > max(2.0, _MAX_CROSSING * smaller):
            continue
        start, end = max(one.right for one in left), min(one.left for one in right)
        middle = (start + end) / 2
        if end - start < narrowest or _switches_all(left, right) > _allowed(left, right):
            continue
        score = smaller - 1.5 * crossing + min(end - start, 50) / 100
        if score > best_score:
            best, best_score = middle, score
    return best


def _candidates(segments: list[Segment]) -> list[float]:
    """Return where a column may end: right edges, the frequent ones first."""
    counts: dict[int, int] = {}
    for segment in segments:
        edge = round(segment.right + 0.5)
        counts[edge] = counts.get(edge, 0) + 1
    edges = sorted(counts, key=lambda edge: -counts[edge])[:_CANDIDATES]
    # A ragged column ends at its widest line: the last edge before each other column's start.
    starts = sorted({round(segment.left) for segment in segments})[:_CANDIDATES]
    return [float(edge) for edge in dict.fromkeys([*edges, *(start - 1 for start in starts)])]


def _bands(segments: list[Segment], gutter: float) -> list[tuple[list[Segment], bool]]:
    """Return the page from top to bottom, parted by what crosses the gutter."""
    spanners = [one for one in segments if one.left < gutter < one.right]
    others = [one for one in segments if not one.left < gutter < one.right]
    bands: list[tuple[list[Segment], bool]] = []
    for spanner in sorted(spanners, key=lambda one: one.top):
        middle = (spanner.top + spanner.bottom) / 2
        above = [one for one in others if (one.top + one.bottom) / 2 < middle]
        others = [one for one in others if (one.top + one.bottom) / 2 >= middle]
        bands += [(above, False)] if above else []
        bands.append(([spanner], True))
    return [*bands, (others, False)] if others else bands


def _switches_all(left: list[Segment], right: list[Segment]) -> int:
    """Return how often the file goes from one side to the other."""
    sides = sorted([(one.order, 0) for one in left] + [(one.order, 1) for one in right])
    return sum(one[1] != other[1] for one, other in pairwise(sides))


def _switches(band: list[Segment], gutter: float) -> int:
    left = [one for one in band if one.right <= gutter]
    return _switches_all(left, [one for one in band if one.left >= gutter])


def _allowed(left: list[Segment], right: list[Segment]) -> float:
    return max(2.0, _MAX_SWITCHES * min(len(left), len(right)))


def _lines(region: list[Segment]) -> list[Line]:
    """Return a column's lines: what stands on one line joined from left to right."""
    rows: list[list[Segment]] = []
    for segment in sorted(region, key=lambda one: (one.top + one.bottom, one.left)):
        row = rows[-1] if rows else []
        if row and row[-1].shares_line(segment) and row[0].shares_line(segment):
            row.append(segment)
        else:
            rows.append([segment])
    bounds = (min(one.left for one in region), max(one.right for one in region))
    rows = [sorted(row, key=lambda one: one.left) for row in rows]
    around = zip([[], *rows], rows, [*rows[1:], []], strict=False)
    return [_line(row, bounds, [*above, *below]) for above, row, below in around]


def _line(row: list[Segment], column: tuple[float, float], around: Sequence[Segment]) -> Line:
    text, cells = row[0].text, 1
    for number, (before, segment) in enumerate(pairwise(row)):
        gap = segment.left - before.right
        is_label = number == 0 and bool(_LABEL.fullmatch(before.text.strip()))
        is_wide = gap > _CELL_GAP * segment.size
        is_cell = is_wide or (gap > segment.size and _lines_up(segment, around, column[1]))
        cells += is_cell and not is_label
        text += ("" if gap < 0.1 * before.height or text.endswith(" ") else " ") + segment.text
    widest = max(row, key=lambda one: len(one.text))
    return Line(
        text.strip(),
        left=row[0].left,
        right=max(one.right for one in row),
        top=min(one.top for one in row),
        bottom=max(one.bottom for one in row),
        base=widest.base,
        size=widest.size,
        is_bold=all(one.is_bold for one in row),
        column=column,
        cells=cells,
    )


def _lines_up(segment: Segment, around: Sequence[Segment], edge: float) -> bool:
    """Return whether a cell stands under or above another: justified words do not.

    They all end at the column's right edge, so that it tells nothing.
    """
    near = _ALIGNED * segment.size
    return any(
        abs(other.left - segment.left) < near
        or (abs(other.right - segment.right) < near and edge - segment.right > near)
        for other in around
    )
