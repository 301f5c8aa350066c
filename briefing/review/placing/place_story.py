"""What a hunk of one story does to the Markdown: words changed, blocks split, joined or put."""

from collections.abc import Sequence

from briefing.model.memo_review import MemoEdit
from briefing.review.placing.memo_tree import Node, NodeKind
from briefing.review.placing.place_blocks import NewBlock
from briefing.review.placing.place_boxes import box_edit
from briefing.review.placing.place_cuts import WordsOf, cut_block, joined_blocks, new_block
from briefing.review.placing.place_edit import new_atoms
from briefing.review.placing.place_ground import Ground
from briefing.review.placing.place_hunks import Fragment, Hunk
from briefing.review.placing.place_joins import is_apart, is_tight, joined_inside
from briefing.review.placing.place_pieces import (
    bare_tail,
    covers_all,
    is_one_line,
    leaves_line,
    says,
)
from briefing.review.placing.place_stretches import Group
from briefing.review.placing.place_words import TypedWord, UnplacedError
from briefing.review.placing.printed_places import LOOKED, Slot
from briefing.review.placing.table_captions import is_caption

BARE_NOTE = "It takes away all words of a note: take the note's mark out of the text instead."
NOT_OURS = "It stands in a paragraph that was not in the version sent out."
_SEAM = 30  # characters on either side
_WORDLESS = frozenset({NodeKind.OTHER, NodeKind.ITEM})


class StoryPlacer:
    """Places the hunks of one story, the body or a note."""

    def __init__(self, ground: Ground, groups: Sequence[Group], words_of: WordsOf) -> None:
        self._ground = ground
        self._groups = groups
        self._words_of = words_of

    def edits(self, hunk: Hunk) -> tuple[MemoEdit, ...]:
        """Return the edits of a hunk; raises UnplacedError with the reason."""
        (first, start), (last, end) = hunk.start, hunk.end
        if last >= len(self._groups) or self._groups[last].slot < 0:
            last -= 1
            end = self._slot(last).length
        fragments = hunk.fragments
        if last > first:
            return self._over((first, start), (last, end), fragments)
        return self._within(first, start, end, fragments)

    def slot_of(self, hunk: Hunk) -> int:
        """Return the number of the slot in which a hunk begins, -1 where there is none."""
        number = min(hunk.start.group, len(self._groups) - 1)
        return self._groups[number].slot if self._groups else -1

    def seam(self, hunk: Hunk) -> tuple[str, str]:
        """Return the words at which a paragraph was split or joined, as they were and are."""
        number, offset = hunk.start
        text = self._slot(number).paragraph.text
        follows = number + 1 < len(self._groups) and self._groups[number + 1].slot >= 0
        rest = self._slot(number + 1).paragraph.text if offset == len(text) and follows else ""
        ends = text[:offset][-_SEAM:], (text[offset:] or rest)[:_SEAM]
        apart, together = "\n".join(ends), "".join(ends)
        return (together, apart) if hunk.inserted else (apart, together)

    def _slot(self, group: int) -> Slot:
        number = self._groups[group].slot if 0 <= group < len(self._groups) else -1
        if number < 0:
            raise UnplacedError(NOT_OURS)
        return self._ground.slots[number]

    def _node(self, group: int) -> Node:
        slot = self._slot(group)
        if slot.node is None:
            raise UnplacedError(slot.reason)
        return slot.node

    def _within(
        self, group: int, start: int, end: int, fragments: Sequence[Fragment]
    ) -> tuple[MemoEdit, ...]:
        """Return the edits of a hunk in one paragraph, which it may split."""
        slot = self._slot(group)
        if slot.node is not None and slot.node.kind in _WORDLESS:
            return self._beside_nothing(group, slot.node, fragments)
        takes_all = covers_all(slot, start, end)
        if len(fragments) > 1:
            is_beside = start == end and start in {0, slot.length}
            if (
                slot.node is not None
                and is_one_line(slot.node)
                and not (is_beside and leaves_line(slot.node, slot, fragments))
            ):
                return self._ground.words.replaced(
                    slot, start, end, self._on_one_line(slot.node, fragments)
                )
            return self._split(group, start, end, fragments)
        words = self._words_of(fragments[0])
        if box := box_edit(self._ground.body, slot, (start, end), words):
            return (box,)
        if takes_all and end > start and not words and self._can_go(slot):
            gone = tuple(self._ground.blocks.deleted([self._node(group)]))
            if not gone:
                raise UnplacedError(BARE_NOTE)
            return gone
        return self._ground.words.replaced(slot, start, end, words)

    def _beside_nothing(
        self, group: int, node: Node, fragments: Sequence[Fragment]
    ) -> tuple[MemoEdit, ...]:
        """Return the edits of words put where a rule or an empty item stands."""
        parts = [one for one in fragments if says(self._words_of(one))]
        if node.kind is NodeKind.ITEM and parts:
            words = new_block(self._ground, self._words_of, parts[0], node).markdown
            place = node.span.end
            first = MemoEdit(place, place, f" {words}")
            return (first, *self._behind(group, parts[1:]))
        return self._behind(group, parts)

    def _can_go(self, slot: Slot) -> bool:
        node = slot.node
        return node is not None and (is_caption(node.parent) or not is_one_line(node))

    def _on_one_line(self, node: Node, fragments: Sequence[Fragment]) -> list[TypedWord]:
        sign = "\n" if node.kind in {NodeKind.CELL, NodeKind.CODE} else " "
        words: list[TypedWord] = []
        for number, fragment in enumerate(fragments):
            words += [TypedWord(sign)] if number else []
            words += self._words_of(fragment)
        return words

    def _split(
        self, group: int, start: int, end: int, fragments: Sequence[Fragment]
    ) -> tuple[MemoEdit, ...]:
        """Return the edits of new paragraphs in, before or behind one."""
        slot = self._slot(group)
        has_head, has_tail = start > 0, end < slot.length
        parts = [one for one in fragments if says(self._words_of(one))]
        if has_head and has_tail:
            return cut_block(self._ground, self._words_of, slot, (start, end), fragments)
        if has_head or (not has_tail and slot.length == 0):
            inside = fragments[0] if has_head and self._words_of(fragments[0]) else None
            return self._kept_first(
                group, start, end, inside, [one for one in parts if one is not inside]
            )
        if has_tail or end == start:
            inside = fragments[-1] if self._words_of(fragments[-1]) else None
            return self._kept_last(
                group, start, end, inside, [one for one in parts if one is not inside]
            )
        inside = parts[0] if parts else None
        if inside is None:
            return tuple(self._ground.blocks.deleted([self._node(group)]))
        return self._kept_first(group, start, end, inside, parts[1:])

    def _kept_first(
        self, group: int, start: int, end: int, inside: Fragment | None, new: Sequence[Fragment]
    ) -> tuple[MemoEdit, ...]:
        """Change the words of a paragraph and put new ones behind it."""
        edits, own = self._inside(group, (start, end), inside)
        return (*edits, *self._behind(group, [*own, *new]))

    def _inside(
        self, group: int, place: tuple[int, int], inside: Fragment | None
    ) -> tuple[tuple[MemoEdit, ...], list[Fragment]]:
        """Return the edits of words in a paragraph, or the words where it can hold none."""
        slot = self._slot(group)
        if inside is not None and slot.node is not None and slot.node.kind in _WORDLESS:
            return (), [inside]
        if inside is None and place[0] == place[1]:
            return (), []
        words = self._words_of(inside) if inside is not None else []
        return self._ground.words.replaced(slot, *place, words), []

    def _kept_last(
        self,
        group: int,
        start: int,
        end: int,
        inside: Fragment | None,
        new: Sequence[Fragment],
        before: int | None = None,
    ) -> tuple[MemoEdit, ...]:
        """Change the words of a paragraph and put new ones before it, behind `before`."""
        edits, own = self._inside(group, (start, end), inside)
        new = [*new, *own]
        if not new:
            return tuple(edits)
        before = group - 1 if before is None else before
        if (
            before >= 0
            and self._anchor(before) is not None
            and not self._belongs(new[0], group, before)
        ):
            return (*self._behind(before, new), *edits)
        node = self._anchor(group)
        if node is None:
            raise UnplacedError(self._slot(group).reason)
        return (self._ground.blocks.before(node, self._blocks(new, node)), *edits)

    def _belongs(self, fragment: Fragment, group: int, above: int) -> bool:
        """Return whether a new item goes with the list that follows and not with what is before."""
        node, before = self._anchor(group), self._anchor(above)
        if node is None:
            return False
        kinds = (NodeKind.LIST,) if fragment.paragraph.list_level >= 0 else ()
        if fragment.paragraph.style in self._ground.quote_styles:
            kinds = (NodeKind.QUOTE,)
        own = node.holder(*kinds)
        return own is not None and (before is None or before.holder(*kinds) is not own)

    def _anchor(self, group: int) -> Node | None:
        number = self._groups[group].slot
        slot = self._ground.slots[number] if number >= 0 else None
        return (slot.node or slot.lookup) if slot else None

    def _behind(self, group: int, new: Sequence[Fragment]) -> tuple[MemoEdit, ...]:
        if not new:
            return ()
        node = self._anchor(group)
        if node is None:
            following = group + 1
            if following < len(self._groups) and (node := self._anchor(following)) is not None:
                return (self._ground.blocks.before(node, self._blocks(new, node)),)
            raise UnplacedError(self._slot(group).reason)
        return (self._ground.blocks.after(node, self._blocks(new, node)),)

    def _blocks(self, new: Sequence[Fragment], node: Node) -> list[NewBlock]:
        """Return the blocks that new paragraphs make beside a node."""
        return [new_block(self._ground, self._words_of, one, node) for one in new]

    def _over(
        self,
        first: tuple[int, int],
        last: tuple[int, int],
        fragments: Sequence[Fragment],
    ) -> tuple[MemoEdit, ...]:
        """Return the edits of a hunk that takes away ends of paragraphs."""
        (group, start), (until, end) = first, last
        has_head, has_tail = start > 0, end < self._slot(until).length
        length = self._slot(group).length
        parts = [one for one in fragments if says(self._words_of(one))]
        if has_head and has_tail and len(fragments) == 1:
            return self._join(group, start, until, end, fragments[0])
        if has_head and has_tail:
            inner = self._gone(range(group + 1, until))
            opening = self._kept_first(group, start, length, fragments[0], fragments[1:-1])
            return (*opening, *inner, *self._kept_last(until, 0, end, fragments[-1], ()))
        if has_tail or (not has_head and end == 0):
            inner = self._gone(range(group, until))
            inside = fragments[-1] if self._words_of(fragments[-1]) else None
            new = [one for one in parts if one is not inside]
            return (*inner, *self._kept_last(until, 0, end, inside, new, group - 1))
        if has_head:
            inner = self._gone(range(group + 1, until + 1))
            inside = fragments[0] if self._words_of(fragments[0]) else None
            new = [one for one in parts if one is not inside]
            return (*self._kept_first(group, start, length, inside, new), *inner)
        if not parts:
            return tuple(self._gone(range(group, until + 1)))
        inner = self._gone(range(group + 1, until + 1))
        return (*self._kept_first(group, 0, length, parts[0], parts[1:]), *inner)

    def _gone(self, groups: Sequence[int] | range) -> list[MemoEdit]:
        """Return the edits that take whole paragraphs away."""
        nodes: list[Node] = []
        looked: dict[Node, int] = {}
        for group in groups:
            slot = self._slot(group)
            if slot.node is not None:
                nodes.append(slot.node)
            elif slot.lookup is not None:
                looked[slot.lookup] = looked.get(slot.lookup, 0) + 1
            elif slot.length:
                raise UnplacedError(slot.reason)
        for div, count in looked.items():
            if count < self._ground.divs.get(div, 0):
                raise UnplacedError(LOOKED)
            nodes.append(div)
        return self._ground.blocks.deleted(nodes)

    def _join(
        self, group: int, start: int, until: int, end: int, middle: Fragment
    ) -> tuple[MemoEdit, ...]:
        """Return the edits that make one paragraph of two and take away what lay between."""
        words = self._words_of(middle)
        first, last = self._slot(group), self._slot(until)
        one, other = self._node(group), self._node(until)
        if NodeKind.CODE not in {one.kind, other.kind}:
            halves = (first, start), (last, end)
            if not is_apart(one, other) and not is_tight(*halves):
                return joined_blocks(self._ground, *halves, words)
            inside = joined_inside(self._ground, *halves, words)
            return (*inside, *self._gone(range(group + 1, until + 1)))
        tail = bare_tail(new_atoms(last, 0, end, ()))
        words += [TypedWord(atom.text, atom=None if atom.text else atom) for atom in tail]
        inside = self._ground.words.replaced(first, start, first.length, words)
        return (*inside, *self._gone(range(group + 1, until + 1)))
