"""One paragraph made of two, two made of one, and a new block made of what was inserted."""

from collections.abc import Callable, Sequence

from briefing.model.memo_review import MemoEdit
from briefing.model.word_review import WordParagraph
from briefing.review.placing.markdown_inline import as_markdown
from briefing.review.placing.memo_tree import Node, NodeKind
from briefing.review.placing.place_blocks import NewBlock
from briefing.review.placing.place_boxes import task_block
from briefing.review.placing.place_edit import new_atoms, smallest
from briefing.review.placing.place_ground import Ground
from briefing.review.placing.place_hunks import Fragment
from briefing.review.placing.place_pieces import at_prefix, bare_tail, continued, list_of
from briefing.review.placing.place_words import (
    TypedWord,
    UnplacedError,
    inserted_atoms,
    placed_atoms,
)
from briefing.review.placing.printed_places import Slot
from briefing.text.line_openings import escaped_start

WordsOf = Callable[[Fragment], list[TypedWord]]


def new_block(ground: Ground, words_of: WordsOf, fragment: Fragment, node: Node) -> NewBlock:
    """Return inserted words as a block of their own, beside a node."""
    blank = Slot(fragment.paragraph, None)
    atoms = inserted_atoms(blank, words_of(fragment))
    prefixed = [at_prefix(one, node.parent.prefix if node.parent else "") for one in atoms]
    markdown = as_markdown(prefixed, ()).strip()
    return task_block(markdown, node) or block_of(ground, fragment.paragraph, markdown)


def block_of(ground: Ground, paragraph: WordParagraph, markdown: str) -> NewBlock:
    """Return Markdown as the kind of block that its paragraph is in print."""
    if paragraph.heading:
        level = min(max(paragraph.heading + ground.shift, 1), 6)
        return NewBlock(NodeKind.HEADING, markdown, level)
    safe = escaped_start(markdown)
    if paragraph.list_level >= 0:
        return NewBlock(NodeKind.ITEM, safe, paragraph.list_level, paragraph.is_ordered)
    is_quote = paragraph.style in ground.quote_styles
    return NewBlock(NodeKind.QUOTE if is_quote else NodeKind.PARAGRAPH, safe)


def cut_block(
    ground: Ground,
    words_of: WordsOf,
    slot: Slot,
    place: tuple[int, int],
    fragments: Sequence[Fragment],
) -> tuple[MemoEdit, ...]:
    """Return the edits that make two paragraphs of one at a place, new ones between them.

    What closes a heading (its attributes, its underline) stays with the first half.
    """
    was = placed_atoms(slot)
    node = slot.node
    if node is None:
        raise UnplacedError(slot.reason)
    head = new_atoms(slot, place[0], slot.length, words_of(fragments[0]))
    tail = bare_tail(new_atoms(slot, 0, place[1], words_of(fragments[-1])))
    between = [one for one in fragments[1:-1] if words_of(one)]
    blocks = [new_block(ground, words_of, one, node) for one in between]
    blocks.append(block_of(ground, fragments[-1].paragraph, as_markdown(tail, was).strip()))
    start, stop = node.words.start, node.words.end
    closing = ground.body[stop : node.span.end] if node.kind is NodeKind.HEADING else ""
    text = as_markdown(head, was).rstrip() + closing + ground.blocks.lines(node, blocks)
    gone = (MemoEdit(stop, stop + len(closing), ""),) if closing else ()
    return (smallest(ground.body, start, stop, text), *gone)


def joined_blocks(
    ground: Ground, first: tuple[Slot, int], last: tuple[Slot, int], words: Sequence[TypedWord]
) -> tuple[MemoEdit, ...]:
    """Return the edits that join the head of one paragraph, words and the tail of another."""
    (slot, start), (other_slot, end) = first, last
    one, other = slot.node, other_slot.node
    if one is None or other is None:
        raise UnplacedError(slot.reason or other_slot.reason)
    tail = bare_tail(new_atoms(other_slot, 0, end, ()))
    head = new_atoms(slot, start, slot.length, words)
    text = as_markdown([*head, *tail], [*(one.atoms or ()), *(other.atoms or ())]).strip()
    stop = other.span.end if other.kind is NodeKind.HEADING else other.words.end
    edits = [smallest(ground.body, one.words.start, stop, text)]
    for atom in tail:
        new = continued(atom, one)
        if new.source != atom.source and atom.start >= edits[0].end:
            edits.append(MemoEdit(atom.start, atom.end, new.source))
    edits += ground.blocks.rest_of_item(other, one.prefix)
    if list_of(one) is not list_of(other):
        blank = ground.blocks.blank_before_next(stop)
        edits += [MemoEdit(stop, stop, blank)] if blank else []
    return tuple(edits)
