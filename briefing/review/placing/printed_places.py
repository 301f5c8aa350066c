"""The paragraphs of our own export, each with the part of the memo's Markdown that it prints."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model.block import Div, Note, Span
from briefing.model.word_review import Cell, PieceKind, ReviewedFile, WordParagraph
from briefing.review.placing.memo_tree import LOOKED_UP, WORDED, Node, NodeKind
from briefing.review.placing.print_alignment import Alignment, alignment
from briefing.text.markdown_atoms import AtomKind

_MARK = re.compile(r"_bfg_\d+_(\d+)_(\d+)")
NOTES = frozenset({"footnote", "endnote"})  # parts of a file
IN_HEAD = "It stands in the memo's head, which its fields print: change them there."
IN_MARGIN = "It stands in a header or footer, which the house style prints."
IN_BOX = "It stands in a text box, which the memo does not have."
LOOKED = "It was looked up for print: change the facts or sources that it comes from."
WORDED_NOTE = "The note is worded from its sources: change them, or the citation."
UNFOLLOWED = "Its Markdown could not be followed: change it by hand."
BY_ITSELF = "The document prints this by itself."


@dataclass(slots=True, eq=False)
class Slot:
    """One printed paragraph; without a node `reason` says why nothing of it can be changed.

    It is aligned when that is asked for: most paragraphs come back as they were sent.
    """

    paragraph: WordParagraph
    node: Node | None
    nodeless: str = ""
    lookup: Node | None = None  # the div that it was looked up for
    _aligned: Alignment | None = None
    _unprinted: tuple[range, ...] | None = None

    @property
    def alignment(self) -> Alignment:
        """Return which atom of its node each printed character comes from."""
        if self._aligned is None:
            text = self.paragraph.text
            atoms = self.node.atoms if self.node is not None else None
            blank = (-1,) * len(text)
            self._aligned = Alignment(blank, {}) if atoms is None else alignment(text, atoms)
        return self._aligned

    @property
    def unprinted(self) -> tuple[range, ...]:
        """Return the runs of atoms of its node that print nothing in it."""
        if self._unprinted is None:
            atoms = self.node.atoms if self.node is not None else None
            shown = {*self.alignment.owners, len(atoms or ())}
            for first, last in self.alignment.groups.values():
                shown.update(range(first, last + 1))
            ends = sorted(shown - {-1})
            gaps = (range(before + 1, after) for before, after in pairwise((-1, *ends)))
            self._unprinted = tuple(one for one in gaps if one)
        return self._unprinted

    @property
    def reason(self) -> str:
        """Return why nothing of it can be changed, if so."""
        if self.node is None:
            return self.nodeless
        is_lost = self.node.kind in WORDED and self.paragraph.text and self.node.atoms is None
        return UNFOLLOWED if is_lost else ""

    @property
    def length(self) -> int:
        """Return how many characters it prints."""
        return len(self.paragraph.text)


def printed_places(original: ReviewedFile, root: Node, notes: Sequence[Node]) -> tuple[Slot, ...]:
    """Return a slot for each paragraph of the original, in its order."""
    return tuple(_Places(root, notes).slots(original))


class _Places:
    def __init__(self, root: Node, notes: Sequence[Node]) -> None:
        self._by_span: dict[Span, Node] = {}
        self._looked_up: dict[Span, Node] = {}
        self._note_nodes = {_label(node): node for node in notes}
        self._tables: dict[int, Node | None] = {}
        self._looked_tables: dict[int, Node | None] = {}
        self._notes: dict[str, Node | None] = {}
        self._lines_of_note: dict[str, int] = {}
        self._has_begun = False
        self._lookup: Node | None = None
        self._gather(root)

    def _gather(self, node: Node) -> None:
        for child in node.children:
            if child.kind in {NodeKind.ROW, NodeKind.CELL}:
                continue
            is_lookup = isinstance(child.block, Div) and LOOKED_UP & set(child.block.classes)
            if is_lookup:
                self._looked_up[child.span] = child
                continue
            if child.kind in WORDED | {NodeKind.TABLE, NodeKind.OTHER} or not child.children:
                self._by_span.setdefault(child.span, child)
            self._gather(child)

    def slots(self, original: ReviewedFile) -> Iterator[Slot]:
        """Yield the slots; notes follow the paragraphs with their marks."""
        for paragraph in original.paragraphs:
            node, reason = self._place(paragraph)
            slot = Slot(paragraph, node, reason, self._lookup)
            if self._note_nodes:
                self._learn_notes(slot)
            yield slot

    def _place(self, paragraph: WordParagraph) -> tuple[Node | None, str]:
        self._lookup = None
        if paragraph.part in NOTES:
            return self._note_line(paragraph)
        if paragraph.part != "body":
            return None, IN_BOX if paragraph.part == "text-box" else IN_MARGIN
        span = _marked(paragraph)
        self._has_begun = self._has_begun or span is not None
        if paragraph.cell is not None:
            return self._cell(paragraph.cell, span)
        if span is None:
            return None, BY_ITSELF if self._has_begun else IN_HEAD
        return self._at(span)

    def _at(self, span: Span) -> tuple[Node | None, str]:
        node = self._by_span.get(span)
        if node is not None:
            return node, ""
        self._lookup = self._looked_up.get(span)
        return None, LOOKED

    def _cell(self, cell: Cell, span: Span | None) -> tuple[Node | None, str]:
        if span is not None and cell.table not in self._tables:
            self._tables[cell.table] = self._by_span.get(span)
            self._looked_tables[cell.table] = self._looked_up.get(span)
        if cell.table not in self._tables:
            return None, BY_ITSELF if self._has_begun else IN_HEAD
        table = self._tables[cell.table]
        rows = table.children if table else []
        self._lookup = self._looked_tables.get(cell.table)
        if cell.row >= len(rows) or cell.column >= len(rows[cell.row].children):
            return None, LOOKED if table is None else BY_ITSELF
        return rows[cell.row].children[cell.column], ""

    def _note_line(self, paragraph: WordParagraph) -> tuple[Node | None, str]:
        node = self._notes.get(paragraph.note)
        number = self._lines_of_note.get(paragraph.note, 0)
        self._lines_of_note[paragraph.note] = number + 1
        leaves = list(node.leaves()) if node else []
        if number >= len(leaves):
            return None, WORDED_NOTE
        return leaves[number], ""

    def _learn_notes(self, slot: Slot) -> None:
        """Note which of the author's notes each mark of a paragraph stands for."""
        at = 0
        for piece in slot.paragraph.pieces:
            if piece.kind is PieceKind.NOTE and at < slot.length:
                owner = slot.alignment.owners[at]
                atoms = slot.node.atoms if slot.node else None
                if owner >= 0 and atoms and atoms[owner].kind is AtomKind.NOTE:
                    label = atoms[owner].source.strip("[]").removeprefix("^").strip("[")
                    is_inline = atoms[owner].source.startswith("^[")
                    label = "^" + atoms[owner].source[2:-1] if is_inline else label
                    self._notes.setdefault(piece.reference, self._note_nodes.get(label))
            at += len(piece.text)


def _marked(paragraph: WordParagraph) -> Span | None:
    """Return the place in the body that a paragraph's bookmark names."""
    for bookmark in paragraph.bookmarks:
        found = _MARK.fullmatch(bookmark.name)
        if found:
            return Span(int(found[1]), int(found[2]))
    return None


def _label(node: Node) -> str:
    return node.block.label if isinstance(node.block, Note) else ""
