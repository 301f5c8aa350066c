"""Items of lists set in new columns with new marks, and all lines that are theirs along with them.

A line belongs to an item from the column of its words on (CommonMark 0.31.2, 5.2).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.model.memo_review import MemoEdit
from briefing.review.placing.list_shapes import Shape
from briefing.review.placing.memo_tree import Node, NodeKind, line_above

_FREE = 3  # columns that an item may stand to the right of where it must


@dataclass(slots=True, eq=False)
class ListUnit:
    """A paragraph that begins an item or stands alone, as it was and as it is to be."""

    node: Node
    was: Shape
    now: Shape
    edits: list[MemoEdit] = field(default_factory=list[MemoEdit])
    column: int = 0
    mark: str = ""
    number: int = 1

    @property
    def is_changed(self) -> bool:
        """Return whether it is to be of another shape."""
        return self.was != self.now

    @property
    def holder(self) -> Node:
        """Return its item, or itself where it stands in no list."""
        parent = self.node.parent
        return parent if parent is not None and parent.kind is NodeKind.ITEM else self.node

    @property
    def content(self) -> int:
        """Return the column of its words."""
        return self.column + len(self.mark)


class Layout:
    """Lays the items of one body out."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._path: list[ListUnit] = []  # the last item of each level, as far as they are open

    def lay(self, units: Sequence[ListUnit]) -> None:
        """Give each changed unit its edits, and those of unchanged ones that follow along."""
        starts = {one.holder.span.start for one in units}
        before: ListUnit | None = None
        moved: ListUnit | None = None
        for at, unit in enumerate(units):
            if before is not None and not _is_next(_top(before.node), _top(unit.node)):
                self._path, moved = [], None
            if unit.is_changed:
                moved = unit
            following = units[at + 1] if at + 1 < len(units) else None
            edits = list(self._set(unit, following, starts))
            if moved is not None:
                moved.edits += edits
            before = unit

    def _set(
        self, unit: ListUnit, following: ListUnit | None, starts: set[int]
    ) -> Iterator[MemoEdit]:
        start = unit.holder.span.start
        line = self._body.rfind("\n", 0, start) + 1
        if self._body[line:start].strip():
            return  # the item begins in a line with another
        old = start - line, self._body[start : unit.node.span.start]
        level = unit.now.level
        if level < 0:
            self._path = []
            if unit.is_changed:
                yield from self._out(unit, following, line)
        else:
            self._path = [*self._path[: level + 1]]
            sibling = self._path[level] if len(self._path) > level else None
            self._path = self._path[:level]
            unit.number = _number(unit, old[1], sibling)
            unit.mark = _mark(unit, old[1], sibling)
            unit.column = self._column(unit, old[0], sibling)
            self._path.append(unit)
            lead = " " * unit.column + unit.mark
            if lead != self._body[line : unit.node.span.start]:
                yield MemoEdit(line, unit.node.span.start, lead)
        yield from self._along(unit, old[0] + len(old[1]), starts)

    def _column(self, unit: ListUnit, old: int, sibling: ListUnit | None) -> int:
        parent = self._path[-1] if self._path else None
        least = parent.content if parent is not None else 0
        if unit.was.level == unit.now.level and least <= old <= least + _FREE:
            return old
        return sibling.column if sibling is not None else least

    def _out(self, unit: ListUnit, following: ListUnit | None, line: int) -> Iterator[MemoEdit]:
        """Yield the edits that take an item out of its list, with blank lines beside it."""
        above = line_above(self._body, line).strip()
        yield MemoEdit(line, unit.node.span.start, "\n" if above else "")
        if following is None:
            return
        place = self._body.rfind("\n", 0, following.holder.span.start) + 1
        goes_too = following.now.level < 0 and not unit.was.is_ordered
        if place > line and line_above(self._body, place).strip() and not goes_too:
            yield MemoEdit(place, place, "\n")

    def _along(self, unit: ListUnit, old: int, starts: set[int]) -> Iterator[MemoEdit]:
        """Yield the edits of the further lines of an item, but for those of items in it."""
        shift = unit.content - old
        holder = unit.holder
        place = self._body.find("\n", holder.span.start, holder.span.end) + 1
        while shift and place:
            end = self._body.find("\n", place, holder.span.end)
            text = self._body[place : end if end >= 0 else holder.span.end]
            indent = len(text) - len(text.lstrip(" "))
            if place + indent in starts:
                inner = next(one for one in _items(holder) if one.span.start == place + indent)
                end = self._body.find("\n", inner.span.end - 1, holder.span.end)
            elif text.strip() and indent >= old:
                cut = place - shift if shift < 0 else place
                yield MemoEdit(place, cut, " " * max(shift, 0))
            place = end + 1


def _items(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.kind is NodeKind.ITEM:
            yield child
        yield from _items(child)


def _number(unit: ListUnit, old: str, sibling: ListUnit | None) -> int:
    if sibling is not None and sibling.now.is_ordered:
        return sibling.number + 1
    digits = old.strip().rstrip(".)")
    return int(digits) if digits.isdecimal() and not unit.is_changed else 1


def _mark(unit: ListUnit, old: str, sibling: ListUnit | None) -> str:
    """Return the mark of an item, its own where it stays what it was."""
    if not unit.is_changed:
        return old
    is_like = sibling is not None and sibling.now.is_ordered == unit.now.is_ordered
    like = sibling.mark if sibling is not None and is_like else old
    if unit.now.is_ordered:
        return f"{unit.number}{')' if ')' in like else '.'} "
    return like if like[:1] in {"-", "*", "+"} else "- "


def _top(node: Node) -> Node:
    while node.parent is not None and node.parent.kind is not NodeKind.DOCUMENT:
        node = node.parent
    return node


def _is_next(one: Node, other: Node) -> bool:
    """Return whether a block of the memo's own level is another, or the one before it."""
    if one is other:
        return True
    children = one.parent.children if one.parent is not None else []
    return children.index(one) + 1 == children.index(other)
