"""Items that a reviewer set deeper, numbered otherwise or took out of their list, and new ones."""

from collections.abc import Iterable, Mapping, Sequence

from briefing.model.memo_review import MemoEdit
from briefing.model.word_review import WordParagraph
from briefing.review.placing.edited_body import with_edits
from briefing.review.placing.list_layout import Layout, ListUnit
from briefing.review.placing.list_shapes import OUT, Shape, Shaped, shapes_of
from briefing.review.placing.memo_tree import Node, NodeKind
from briefing.review.placing.printed_places import Slot
from briefing.text.blocks import parse

_PLAIN = frozenset({NodeKind.DOCUMENT, NodeKind.LIST, NodeKind.ITEM})


def list_edits(
    body: str, slots: Sequence[Slot], back: Mapping[int, WordParagraph]
) -> dict[int, tuple[MemoEdit, ...]]:
    """Return the edits of items whose level or kind of list became another, by slots' numbers.

    `back` are the paragraphs of slots as they came back. All items must then stand as deep, and be
    of the kind, as the file says; what Markdown cannot say so has no edits.
    """
    before = list(shapes_of(parse(body)))
    shapes = {one.start: one.shape for one in before}
    units: dict[int, ListUnit] = {}
    for number, slot in enumerate(slots):
        was = shapes.get(slot.node.span.start) if slot.node is not None else None
        if slot.node is not None and was is not None and _is_plain(slot.node):
            now = _now(was, slot.paragraph, back.get(number))
            units[number] = ListUnit(slot.node, was, now)
    Layout(body).lay(list(units.values()))
    changed = {number: one for number, one in units.items() if one.is_changed}
    if not _stands(body, before, changed.values()):
        changed = {n: one for n, one in changed.items() if _stands(body, before, [one])}
    return {number: tuple(one.edits) for number, one in changed.items() if one.edits}


def _is_plain(node: Node) -> bool:
    """Return whether a paragraph stands in the memo's own text, in lists at most."""
    is_words = node.kind is NodeKind.PARAGRAPH
    return is_words and all(one.kind in _PLAIN for one in node.holders)


def _now(was: Shape, sent: WordParagraph, back: WordParagraph | None) -> Shape:
    """Return how deep and of what kind a paragraph is now, counted as the memo counts."""
    if back is None or back.heading != sent.heading:
        return was
    if (sent.list_level, sent.is_ordered) == (back.list_level, back.is_ordered):
        return was
    if back.list_level < 0:
        return Shape(OUT)
    deeper = back.list_level - max(sent.list_level, 0)
    return Shape(max(was.level, 0) + deeper, back.is_ordered)


def _stands(body: str, before: Sequence[Shaped], changed: Iterable[ListUnit]) -> bool:
    """Return whether edits make the shapes that they are to make, and leave all others."""
    units = {one.node.span.start: one for one in changed}
    edits = [edit for one in units.values() for edit in one.edits]
    after = list(shapes_of(parse(with_edits(body, edits))))
    if len(after) != len(before):
        return False
    for was, now in zip(before, after, strict=True):
        unit = units.get(was.start)
        wanted = unit.now if unit is not None else was.shape
        if was.words != now.words or (wanted is not None and now.shape != wanted):
            return False
    return True
