"""Whole blocks of a memo taken away, and new ones put between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model.block import List, Rule, Span
from briefing.model.memo_review import MemoEdit
from briefing.review.placing.memo_tree import WORDED, Node, NodeKind, line_above
from briefing.review.placing.table_captions import as_printed

_GAP = " \t\r\n>"
_LISTED = frozenset({NodeKind.LIST, NodeKind.ITEM})


@dataclass(frozen=True, slots=True)
class NewBlock:
    """A block to put in: heading, item, quote or paragraph; `level` of a heading or an item."""

    kind: NodeKind
    markdown: str
    level: int = 0
    is_ordered: bool = False


class BlockEditor:
    """Makes the edits of one body; `emptied` are the nodes that some reviewer took away whole."""

    def __init__(self, body: str, emptied: frozenset[Node]) -> None:
        self._body = body
        self._emptied = emptied

    def deleted(self, nodes: Sequence[Node]) -> list[MemoEdit]:
        """Return edits that take nodes away, and what held nothing but them."""
        whole = _highest(frozenset(nodes))
        edits: list[MemoEdit] = []
        for parent, first, last in _stretches(whole):
            if first == 0 and parent.kind is NodeKind.ITEM and last + 1 < len(parent.children):
                edits += self._without_head(parent, last)
                continue
            if first == 0 and parent.kind is NodeKind.LIST and last + 1 < len(parent.children):
                edits.append(self._without_first(parent, last))
                continue
            span = self._with_gap(parent, first, last)
            edits.append(MemoEdit(span.start, span.end, ""))
        return edits

    def _without_first(self, owner: Node, last: int) -> MemoEdit:
        """Return the edit that takes a list's first items, and gives the mark on to the next.

        A list that begins with another number goes on with the words of a paragraph above it.
        """
        one, other = owner.children[0], owner.children[last + 1]
        starts = _first_start(one), _first_start(other)
        if starts[0] - one.span.start != starts[1] - other.span.start:
            starts = one.span.start, other.span.start
        return MemoEdit(*starts, "")

    def _without_head(self, item: Node, last: int) -> list[MemoEdit]:
        """Return the edits that leave of an item what stands below its first words."""
        following = item.children[last + 1].span.start
        prefix = item.parent.prefix if item.parent else ""
        rest = self.rest_of_item(item.children[last], prefix)
        rest = [edit for edit in rest if edit.start > following]
        blank = "" if item.children[last + 1].kind is NodeKind.LIST else self._blank(item, prefix)
        return [MemoEdit(item.span.start, following, blank), *rest]

    def _blank(self, item: Node, prefix: str) -> str:
        """Return a blank line where the line above an item has words."""
        above = line_above(self._body, item.span.start)
        return f"\n{prefix}" if above.strip(_GAP) else ""

    def _with_gap(self, parent: Node, first: int, last: int) -> Span:
        """Return what neighbours go: up to the next one, or from the end of the one before."""
        children = parent.children
        start, end = children[first].span.start, children[last].span.end
        before = children[first - 1] if first else None
        if last + 1 < len(children):
            following = children[last + 1].span.start
            if before is not None and self._is_looser(before.span.end, start, end, following):
                return Span(before.span.end, end)
            return Span(start, end + self._free(end, following))
        if before is None or is_in(before, self._emptied):
            return Span(start, end)
        gap = self._body[before.span.end : start]
        return Span(start if gap.strip(_GAP) else before.span.end, end)

    def _is_looser(self, before: int, start: int, end: int, following: int) -> bool:
        """Return whether a blank line stands behind blocks, and none before them."""
        gaps = self._body[before:start], self._body[end:following]
        return not gaps[0].strip(_GAP) and gaps[0].count("\n") < min(gaps[1].count("\n"), 2)

    def _free(self, end: int, following: int) -> int:
        """Return how much between two blocks holds nothing, such as the text of a note."""
        gap = self._body[end:following]
        words = gap.lstrip(_GAP)
        return len(gap) if not words else gap.rfind("\n", 0, len(gap) - len(words)) + 1

    def after(self, node: Node, blocks: Sequence[NewBlock]) -> MemoEdit:
        """Return the edit that puts blocks behind a node with words."""
        anchor = as_printed(node)[1]
        text = "".join(self._lines(anchor, blocks))
        end = anchor.span.end
        stands_free = blocks[-1].kind is not NodeKind.ITEM or anchor.holder(NodeKind.LIST) is None
        return MemoEdit(end, end, text + (self.blank_before_next(end) if stands_free else ""))

    def lines(self, node: Node, blocks: Sequence[NewBlock]) -> str:
        """Return new blocks as they are typed behind a node."""
        return "".join(self._lines(as_printed(node)[1], blocks))

    def blank_before_next(self, end: int) -> str:
        """Return a line's end where the next line has words, so that it does not join ours."""
        following = self._body[end + 1 : self._next_line(end)]
        is_free = not following.strip(" \t>") or following.lstrip().startswith(":::")
        return "" if is_free else "\n"

    def rest_of_item(self, node: Node, prefix: str) -> list[MemoEdit]:
        """Return the edits that put what follows a paragraph in its item as deep as `prefix`."""
        item = node.parent
        if item is None or item.kind is not NodeKind.ITEM or item.children[-1] is node:
            return []
        edits: list[MemoEdit] = []
        place = self._body.find("\n", node.span.end) + 1
        while 0 < place < item.span.end:
            if self._body.startswith(item.prefix, place):
                edits.append(MemoEdit(place, place + len(item.prefix), prefix))
            place = self._body.find("\n", place) + 1
        return edits

    def _next_line(self, end: int) -> int:
        found = self._body.find("\n", end + 1)
        return len(self._body) if found < 0 else found

    def _lines(self, anchor: Node, blocks: Sequence[NewBlock]) -> Iterator[str]:
        """Yield the new lines, each with the prefix of what it stands in."""
        before: NewBlock | None = None
        numbers: dict[int, int] = {}
        for block in blocks:
            if block.kind is NodeKind.ITEM:
                yield from self._item(anchor, block, before, numbers)
            else:
                outer = _container(anchor, in_quote=block.kind is NodeKind.QUOTE)
                own = "> " if block.kind is NodeKind.QUOTE and not _is_quoted(outer) else ""
                joins = before is not None and before.kind is block.kind is NodeKind.QUOTE
                blank = (outer + (own if joins else "")).rstrip()
                yield f"\n{blank}\n{outer}{own}{_said(block)}"
            before = block

    def _item(
        self, anchor: Node, block: NewBlock, before: NewBlock | None, numbers: dict[int, int]
    ) -> Iterator[str]:
        outer = _lists_of(anchor)
        level = min(block.level, len(outer))
        if level < len(outer):
            item, own = outer[level]
            prefix = own.prefix
            mark = _next_mark(self._body, item, own, numbers)
        else:
            prefix = outer[-1][0].prefix if outer else _container(anchor, in_quote=False)
            numbers[-1 - level] = numbers.get(-1 - level, 0) + 1
            mark = f"{numbers[-1 - level]}. " if block.is_ordered else "- "
        starts_list = not outer and (before is None or before.kind is not NodeKind.ITEM)
        blank = f"\n{prefix.rstrip()}" if starts_list else ""
        deeper = "  " * (block.level - level if outer or before else 0)
        yield f"{blank}\n{prefix}{deeper}{mark}{block.markdown}"

    def before(self, node: Node, blocks: Sequence[NewBlock]) -> MemoEdit:
        """Return the edit that puts blocks before a node with words, the first of its kind."""
        item = node.holder(NodeKind.ITEM)
        lists = _lists_of(node)
        if lists and item is not None and all(one.kind is NodeKind.ITEM for one in blocks):
            owner = lists[-1][1]
            mark = self._body[item.span.start : _first_start(item)]
            text = "".join(f"{mark}{one.markdown}\n{owner.prefix}" for one in blocks)
            return MemoEdit(item.span.start, item.span.start, text)
        is_quoted = all(one.kind is NodeKind.QUOTE for one in blocks)
        anchor = _outermost_first(node, in_quote=is_quoted)
        prefix = anchor.parent.prefix if anchor.parent else ""
        parts = [
            f"{'- ' if one.kind is NodeKind.ITEM else ''}{_said(one)}\n{prefix.rstrip()}\n{prefix}"
            for one in blocks
        ]
        return MemoEdit(anchor.span.start, anchor.span.start, "".join(parts))


def _said(block: NewBlock) -> str:
    if block.kind is NodeKind.HEADING:
        return f"{'#' * block.level} {block.markdown}"
    return block.markdown


def _first_start(item: Node) -> int:
    return item.children[0].span.start if item.children else item.span.end


def _outermost_first(node: Node, *, in_quote: bool) -> Node:
    """Return the outermost list or quotation that begins with a node, or the node."""
    anchor = as_printed(node)[0]
    kinds = _LISTED if in_quote else {*_LISTED, NodeKind.QUOTE}
    while anchor.parent is not None and anchor.parent.kind in kinds:
        anchor = anchor.parent
    return anchor


def _container(anchor: Node, *, in_quote: bool) -> str:
    """Return the prefix of lines beside a node, outside of the lists that it stands in."""
    inside = list(anchor.holders)
    outside = {*_LISTED} if in_quote else {*_LISTED, NodeKind.QUOTE}
    for index, holder in enumerate(inside):
        if not any(one.kind in outside for one in inside[index:]):
            return holder.prefix
    return ""


def _is_quoted(prefix: str) -> bool:
    return ">" in prefix


def _lists_of(node: Node) -> list[tuple[Node, Node]]:
    """Return the items that a node stands in with their lists, the outermost first."""
    items = [one for one in (node, *node.holders) if one.kind is NodeKind.ITEM]
    return [(item, item.parent) for item in reversed(items) if item.parent is not None]


def _next_mark(body: str, item: Node, owner: Node, numbers: dict[int, int]) -> str:
    """Return the mark of an item that follows one in its list."""
    words = body[item.span.start : _first_start(item)]
    if not isinstance(owner.block, List) or not owner.block.ordered:
        return f"{words[:1]} "
    numbers[id(owner)] = numbers.get(id(owner), owner.children.index(item)) + 1
    sign = ")" if ")" in words else "."
    return f"{owner.block.start + numbers[id(owner)]}{sign} "


def _highest(leaves: frozenset[Node]) -> list[Node]:
    """Return the highest nodes that hold none but these."""
    whole: dict[Node, None] = {}
    for leaf in leaves:
        node = leaf
        while node.parent is not None and node.parent.kind is not NodeKind.DOCUMENT:
            if any(not is_in(one, leaves) for one in node.parent.children):
                break
            node = node.parent
        whole[node] = None
    return sorted(whole, key=lambda node: node.span.start)


def is_in(node: Node, leaves: frozenset[Node]) -> bool:
    """Return whether all the words of a node are in some leaves."""
    if node in leaves:
        return True
    if node.kind in WORDED or isinstance(node.block, Rule):
        return False
    return all(is_in(child, leaves) for child in node.children)


def _stretches(nodes: Sequence[Node]) -> Iterator[tuple[Node, int, int]]:
    """Yield siblings that stand side by side: their parent, the first and the last of them."""
    open_stretch: tuple[Node, int, int] | None = None
    for node in nodes:
        if node.parent is None:
            continue
        index = node.parent.children.index(node)
        if open_stretch and open_stretch[0] is node.parent and open_stretch[2] == index - 1:
            open_stretch = (node.parent, open_stretch[1], index)
            continue
        if open_stretch:
            yield open_stretch
        open_stretch = (node.parent, index, index)
    if open_stretch:
        yield open_stretch
