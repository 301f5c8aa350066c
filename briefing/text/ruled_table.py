"""Tables drawn with rules, whose cells may span rows and columns: pandoc's grid tables.

Source: the Pandoc User's Guide, "Extension: grid_tables"; the way round a cell's edges is that of
docutils ("Grid Tables" in the reStructuredText specification).
"""

import re
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

_EDGE = re.compile(r"\+(?:[-=:]+\+)+")
_ACROSS, _DOWN = frozenset("-=:+"), frozenset("|+")
_MOST_COLUMNS, _MOST_LINES = 63, 2000


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell: its row and column, how many of each it spans, and the lines of its words.

    A line is (number of the line in the table, column of its first character, words).
    """

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table's cells in reading order; `heads` rows stand above its double rule.

    `tops` are the lines on which rows begin, `lefts` the characters at which columns do.
    """

    cells: tuple[RuledCell, ...]
    tops: tuple[int, ...]
    lefts: tuple[int, ...]
    heads: int
    widths: tuple[int, ...]
    align: tuple[str, ...]


def opens_ruled_table(line: str) -> bool:
    """Tell whether a line is the upper edge of a table."""
    return _EDGE.fullmatch(line.rstrip()) is not None


def ruled_table(lines: list[str]) -> RuledTable | None:
    """Read a table from its lines, or nothing where its rules do not meet."""
    width = max(map(len, lines), default=0)
    grid = [line.ljust(width) for line in lines]
    if len(grid) < 3 or len(grid) > _MOST_LINES or not opens_ruled_table(lines[-1]):
        return None
    boxes = _boxes(grid, len(lines[0].rstrip()) - 1)
    tops = sorted({box[0] for box in boxes})
    lefts = sorted({box[1] for box in boxes})
    heads = _heads(grid, tops)
    if not boxes or len(lefts) > _MOST_COLUMNS:
        return None
    right = max(box[3] for box in boxes)
    edges = [*lefts, right]
    return RuledTable(
        tuple(_cell(grid, box, [*tops, len(grid) - 1], edges) for box in sorted(boxes)),
        tuple(tops),
        tuple(lefts),
        heads,
        tuple(after - before - 1 for before, after in pairwise(edges)),
        _align(grid[tops[heads]] if heads < len(tops) else grid[-1], edges),
    )


_Box = tuple[int, int, int, int]  # top, left, bottom, right


def _boxes(grid: list[str], width: int) -> list[_Box]:
    """Follow the rules from corner to corner, the upper ones first; each box is a cell."""
    waiting, found = [(0, 0)], list[_Box]()
    reached = [0] * width  # the line down to which each column of characters is in a cell
    while waiting:
        top, left = heappop(waiting)
        if top == len(grid) - 1 or left == width or top < reached[left]:
            continue
        box = _box(grid, top, left)
        if box is None or set(reached[left : box[3]]) != {top}:
            return []
        found.append(box)
        reached[left : box[3]] = [box[2]] * (box[3] - left)
        heappush(waiting, (top, box[3]))
        heappush(waiting, (box[2], left))
    return found if set(reached) == {len(grid) - 1} else []


def _box(grid: list[str], top: int, left: int) -> _Box | None:
    if grid[top][left] != "+":
        return None
    for right in range(left + 1, len(grid[top])):
        if grid[top][right] not in _ACROSS:
            return None
        if grid[top][right] == "+":
            bottom = _bottom(grid, top, left, right)
            if bottom:
                return top, left, bottom, right
    return None


def _bottom(grid: list[str], top: int, left: int, right: int) -> int:
    """Return the line at which the edges down from two corners are joined, or 0."""
    for bottom in range(top + 1, len(grid)):
        if grid[bottom][left] not in _DOWN or grid[bottom][right] not in _DOWN:
            return 0
        corners = grid[bottom][left] + grid[bottom][right]
        if corners == "++" and set(grid[bottom][left : right + 1]) <= _ACROSS:
            return bottom
    return 0


def _heads(grid: list[str], tops: list[int]) -> int:
    """Return how many rows stand above the double rule; one that begins the table heads none."""
    for number, top in enumerate(tops):
        if number and set(grid[top].strip()) <= set("+=:") and "=" in grid[top]:
            return number
    return 0


def _cell(grid: list[str], box: _Box, tops: list[int], lefts: list[int]) -> RuledCell:
    top, left, bottom, right = box
    lines: list[tuple[int, int, str]] = []
    for number in range(top + 1, bottom):
        words = grid[number][left + 1 : right]
        start = left + 1 + len(words) - len(words.lstrip())
        lines.append((number, start, words.strip()))
    while lines and not lines[-1][2]:
        lines.pop()
    while lines and not lines[0][2]:
        lines.pop(0)
    row, column = tops.index(top), lefts.index(left)
    rows, columns = _index(tops, bottom) - row, _index(lefts, right) - column
    return RuledCell(row, column, rows, columns, tuple(lines))


def _index(places: list[int], place: int) -> int:
    return sum(one < place for one in places)


def _align(rule: str, edges: list[int]) -> tuple[str, ...]:
    sides: list[str] = []
    for before, after in pairwise(edges):
        left, right = rule[before + 1] == ":", rule[after - 1] == ":"
        sides.append("center" if left and right else "left" if left else "right" if right else "")
    return tuple(sides)
