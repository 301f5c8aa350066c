"""A memo's blocks as a tree that a review edits: what holds what, and how its lines begin."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from itertools import pairwise

from briefing.model.block import (
    Block,
    CodeBlock,
    Div,
    Document,
    Heading,
    List,
    ListItem,
    Note,
    Paragraph,
    Quote,
    Span,
    Table,
)
from briefing.review.placing.markdown_code import code_atoms
from briefing.text.contents import PlacedContent, contents_of
from briefing.text.markdown_atoms import AtomKind, Atoms
from briefing.text.rendered_map import atoms_of

_NOWHERE = Span(0, 0)
_NOTE_INDENT = "    "
_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|")
LOOKED_UP = frozenset({"facts", "timeline", "sources"})


class NodeKind(StrEnum):
    """What a node is; paragraphs, headings, code and cells hold words."""

    DOCUMENT = "document"
    LIST = "list"
    ITEM = "item"
    QUOTE = "quote"
    DIV = "div"
    NOTE = "note"
    TABLE = "table"
    ROW = "row"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CODE = "code"
    CELL = "cell"
    OTHER = "other"


WORDED = frozenset({NodeKind.PARAGRAPH, NodeKind.HEADING, NodeKind.CODE, NodeKind.CELL})


@dataclass(slots=True, eq=False)
class Node:
    """One block, item, row or cell; `prefix` begins each further line inside it.

    `words` is where its inline content stands. `block` is its own; a row, cell or item has that of
    its table or list. Its atoms are made by `follow` when they are asked for: most are never.
    """

    kind: NodeKind
    span: Span
    block: Block | ListItem | Note | Document
    parent: "Node | None" = None
    prefix: str = ""
    children: "list[Node]" = field(default_factory=list["Node"])
    words: Span = _NOWHERE
    content: PlacedContent | None = None
    follow: Callable[[], Atoms | None] | None = None
    _atoms: Atoms | None = None

    @property
    def atoms(self) -> Atoms | None:
        """Return the atoms of its content, None where it has none or could not be followed."""
        if self.follow is not None:
            self._atoms, self.follow = self.follow(), None
        return self._atoms

    @property
    def holders(self) -> "Iterator[Node]":
        """Yield what it stands in, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def holder(self, *kinds: NodeKind) -> "Node | None":
        """Return the nearest node of these kinds that it stands in."""
        return next((node for node in self.holders if node.kind in kinds), None)

    def leaves(self) -> "Iterator[Node]":
        """Yield the nodes with words in it, in reading order, itself if it is one."""
        if self.kind in WORDED:
            yield self
        for child in self.children:
            yield from child.leaves()


def memo_tree(body: str, document: Document) -> tuple[Node, tuple[Node, ...]]:
    """Return the tree of a memo's body, and one for each of its notes."""
    builder = _Builder(body)
    root = Node(NodeKind.DOCUMENT, Span(0, len(body)), document)
    builder.fill(root, document.blocks)
    notes: list[Node] = []
    for note in document.notes:
        node = Node(NodeKind.NOTE, note.span, note, prefix=_NOTE_INDENT)
        builder.fill(node, note.blocks)
        notes.append(node)
    return root, tuple(notes)


class _Builder:
    """Joins blocks with the contents that stand where they do."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._placed = sorted(
            ((placed.span(0, 0)[0], placed) for placed in contents_of(body)),
            key=lambda one: one[0],
        )
        self._starts = [start for start, _ in self._placed]

    def fill(self, parent: Node, blocks: Sequence[Block]) -> None:
        """Hang blocks into a node."""
        for block in blocks:
            self._hang(parent, block)

    def _hang(self, parent: Node, block: Block) -> None:
        node = Node(_kind(block), block.span, block, parent, parent.prefix)
        parent.children.append(node)
        match block:
            case Paragraph() | Heading():
                self._word(node)
            case CodeBlock():
                atoms = code_atoms(self._body, block)
                node.follow = lambda: atoms
                ends = atoms or ()
                node.words = Span(ends[0].start, ends[-1].end) if ends else block.span
            case List():
                for item in block.items:
                    self._item(node, item)
            case Quote():
                node.prefix += "> "
                self.fill(node, block.blocks)
            case Div():
                self.fill(node, block.blocks)
            case Table():
                self._rows(node, block)
            case _:
                pass

    def _item(self, parent: Node, item: ListItem) -> None:
        first = item.blocks[0].span.start if item.blocks else item.span.start + 2
        line = line_at(self._body, item.span.start)
        width = first - item.span.start if first <= line.end else 2
        lead = self._body[line.start : item.span.start]
        own = parent.prefix if lead.strip(" \t>") else lead
        if not parent.children:
            parent.prefix = own
        node = Node(NodeKind.ITEM, item.span, item, parent, own + " " * width)
        parent.children.append(node)
        self.fill(node, item.blocks)
        if item.checked is not None and node.children:
            child = node.children[0]
            child.follow = partial(_without_box, child.follow)

    def _rows(self, parent: Node, table: Table) -> None:
        cells = [one for one in self._within(table.span) if one.content.kind == "cell"]
        at = 0
        for row in (table.header, *table.rows):
            own, at = cells[at : at + len(row)], at + len(row)
            if not own:
                return
            line = line_at(self._body, own[0].span(0, 0)[0])
            node = Node(NodeKind.ROW, line, table, parent, parent.prefix)
            parent.children.append(node)
            places = cell_spans(self._body, line)
            for column, placed in enumerate(own):
                place = places[column] if column < len(places) else Span(line.end, line.end)
                cell = Node(NodeKind.CELL, place, table, node, parent.prefix)
                node.children.append(cell)
                self._set(cell, placed)
                if not placed.content.text:
                    at_cell = min(place.start + 1, place.end)
                    cell.words = Span(at_cell, at_cell)

    def _within(self, span: Span) -> list[PlacedContent]:
        index = bisect_left(self._starts, span.start)
        found: list[PlacedContent] = []
        while index < len(self._starts) and self._starts[index] <= span.end:
            found.append(self._placed[index][1])
            index += 1
        return found

    def _word(self, node: Node) -> None:
        kind = "heading" if node.kind is NodeKind.HEADING else "paragraph"
        for placed in self._within(node.span):
            if placed.content.kind in {kind, "note", "caption"}:
                self._set(node, placed)
                return
        node.words = Span(node.span.end, node.span.end)

    def _set(self, node: Node, placed: PlacedContent) -> None:
        node.content = placed
        node.follow = partial(atoms_of, self._body, placed)
        node.words = Span(*placed.span(0, len(placed.content.text)))


def line_at(body: str, position: int) -> Span:
    """Return the line that a position stands on, without its end."""
    end = body.find("\n", position)
    return Span(body.rfind("\n", 0, position) + 1, len(body) if end < 0 else end)


def line_above(body: str, position: int) -> str:
    """Return the line above the one that a position stands on, nothing above the first."""
    end = body.rfind("\n", 0, position)
    return "" if end < 0 else body[body.rfind("\n", 0, end) + 1 : end]


def cell_spans(body: str, line: Span) -> tuple[Span, ...]:
    """Return where the cells of a row stand between its pipes (GFM, 4.10)."""
    pipes = [line.start + found.end() - 1 for found in _PIPE.finditer(body[line.start : line.end])]
    words = body[line.start : line.end].strip(" \t>")
    if not words.startswith("|"):
        pipes.insert(0, line.start - 1)
    if not words.endswith("|") or len(pipes) == 1:
        pipes.append(line.end)
    return tuple(Span(before + 1, after) for before, after in pairwise(pipes))


def _without_box(follow: Callable[[], Atoms | None] | None) -> Atoms | None:
    """Return atoms with the box of a task, which prints otherwise, hidden (GFM, 5.3)."""
    was = follow() if follow is not None else None
    box = next((atom for atom in was or () if atom.text == "]"), None)
    if was is None or box is None:
        return was
    atoms = list(was)
    for index, atom in enumerate(atoms):
        is_box = atom.start < box.end or atom.text in {" ", "\t"}
        if not is_box:
            break
        atoms[index] = atom._replace(kind=AtomKind.HIDDEN, text="")
    return Atoms(atoms)


_KINDS: dict[type, NodeKind] = {
    Paragraph: NodeKind.PARAGRAPH,
    Heading: NodeKind.HEADING,
    CodeBlock: NodeKind.CODE,
    List: NodeKind.LIST,
    Quote: NodeKind.QUOTE,
    Div: NodeKind.DIV,
    Table: NodeKind.TABLE,
}


def _kind(block: Block) -> NodeKind:
    return _KINDS.get(type(block), NodeKind.OTHER)
