"""Pieces of paragraphs on their way into another block: boxes left behind, breaks made to fit."""

from collections.abc import Sequence
from itertools import chain

from briefing.model.block import Note
from briefing.review.placing.memo_tree import Node, NodeKind
from briefing.review.placing.place_hunks import Fragment
from briefing.review.placing.place_words import TypedWord
from briefing.review.placing.printed_places import Slot
from briefing.review.placing.table_captions import is_caption
from briefing.text.markdown_atoms import Atom, AtomKind


def is_one_line(node: Node) -> bool:
    """Return whether a node can hold no second paragraph."""
    note = node.holder(NodeKind.NOTE)
    is_inline = note is not None and isinstance(note.block, Note) and note.block.label[:1] == "^"
    return is_inline or is_caption(node.parent) or node.kind in {NodeKind.CELL, NodeKind.CODE}


def says(words: Sequence[TypedWord]) -> bool:
    """Return whether words are more than blanks and breaks, which make no paragraph."""
    return any(one.source or one.atom is not None or one.text.strip() for one in words)


def covers_all(slot: Slot, start: int, end: int) -> bool:
    """Return whether a stretch of print holds all that comes from the Markdown, if any does."""
    if start == 0 and end == slot.length:
        return True
    owners = slot.alignment.owners
    if any(owner >= 0 for owner in chain(owners[:start], owners[end:])):
        return False
    return any(owner >= 0 for owner in owners[start:end])


def leaves_line(node: Node, slot: Slot, fragments: Sequence[Fragment]) -> bool:
    """Return whether new paragraphs beside code, or beside a caption, are no part of it."""
    if is_caption(node.parent):
        return True
    styles = {one.paragraph.style for one in fragments}
    return node.kind is NodeKind.CODE and styles != {slot.paragraph.style}


def list_of(node: Node | None) -> Node | None:
    """Return the nearest list that a node stands in."""
    return node.holder(NodeKind.LIST) if node is not None else None


def bare_tail(atoms: Sequence[Atom]) -> list[Atom]:
    """Return the second half of a paragraph without the box of a task before it."""
    first = next((n for n, one in enumerate(atoms) if one.kind is not AtomKind.HIDDEN), 0)
    return list(atoms[first:])


def continued(atom: Atom, node: Node) -> Atom:
    """Return a break as it is typed in another block, which may be but one line."""
    if node.kind in {NodeKind.HEADING, NodeKind.CELL}:
        if atom.kind is AtomKind.SOFT:
            return Atom(atom.kind, " ", " ", atom.wraps)
        if atom.kind is AtomKind.LINE:
            return Atom(atom.kind, "\n", "<br>", atom.wraps)
    return at_prefix(atom, node.prefix)


def at_prefix(atom: Atom, prefix: str) -> Atom:
    """Return a break that goes on with the prefix of another block."""
    if "\n" not in atom.source or atom.kind not in {AtomKind.SOFT, AtomKind.LINE}:
        return atom
    line = atom.source[: atom.source.index("\n") + 1]
    return Atom(atom.kind, atom.text, line + prefix, atom.wraps)
