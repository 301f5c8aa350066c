"""Paragraphs that a reviewer made headings, or headings of another level."""

from briefing.model.memo_review import MemoEdit
from briefing.model.word_review import WordParagraph
from briefing.review.memo_tree import NodeKind
from briefing.review.place_ground import Ground
from briefing.review.place_words import UnplacedError
from briefing.review.printed_places import Slot

NO_SHAPE = "It changes what kind of paragraph this is, which is to be done by hand here."
_LOWEST = 6


def reshaped(ground: Ground, slot: Slot, now: WordParagraph) -> tuple[MemoEdit, ...]:
    """Return the edit that gives a paragraph its new level of heading; raises UnplacedError."""
    node, was = slot.node, slot.paragraph
    if node is None:
        raise UnplacedError(slot.reason)
    stands_free = node.parent is not None and node.parent.kind is NodeKind.DOCUMENT
    is_same_list = (was.list_level, was.is_ordered) == (now.list_level, now.is_ordered)
    if was.heading == now.heading or not stands_free or not is_same_list:
        raise UnplacedError(NO_SHAPE)
    level = min(max(now.heading + ground.shift, 1), _LOWEST)
    mark = f"{'#' * level} " if now.heading else ""
    own = ground.body[node.span.start : node.span.end]
    is_typed = node.kind is NodeKind.PARAGRAPH or own.startswith("#")
    if "\n" in own or not is_typed:
        raise UnplacedError(NO_SHAPE)
    return (MemoEdit(node.span.start, node.words.start, mark),)
