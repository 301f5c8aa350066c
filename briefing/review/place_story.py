"""What a hunk of one story does to the Markdown: words changed, blocks split, joined or put."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.model.block import Note
from briefing.model.memo_review import MemoEdit
from briefing.model.word_review import WordParagraph
from briefing.review.markdown_inline import as_markdown
from briefing.review.memo_tree import Node, NodeKind
from briefing.review.place_blocks import BlockEditor, NewBlock
from briefing.review.place_edit import WordEditor, new_atoms, smallest
from briefing.review.place_hunks import Fragment, Hunk
from briefing.review.place_signs import Group
from briefing.review.place_words import TypedWord, UnplacedError, inserted_atoms
from briefing.review.printed_places import LOOKED, Slot
from briefing.review.typed_words import escaped_start
from briefing.text.rendered_map import Atom, AtomKind

NOT_OURS = "It stands in a paragraph that was not in the version sent out."
_WORDLESS = frozenset({NodeKind.OTHER, NodeKind.ITEM})
WordsOf = Callable[[Fragment], list[TypedWord]]


@dataclass(frozen=True, slots=True)
class Ground:
    """What every story of a review stands on; `shift` is by how much print raises headings."""

    body: str
    slots: Sequence[Slot]
    words: WordEditor
    blocks: BlockEditor
    quote_styles: frozenset[str]
    shift: int
    divs: Mapping[Node, int]  # how many paragraphs each looked-up div printed


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
            return self._over(hunk, (first, start), (last, end), fragments)
        return self._within(first, start, end, fragments)

    def slot_of(self, hunk: Hunk) -> int:
        """Return the number of the slot in which a hunk begins, -1 where there is none."""
        number = min(hunk.start.group, len(self._groups) - 1)
        return self._groups[number].slot if self._groups else -1

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
        takes_all = start == 0 and end == slot.length
        if len(fragments) > 1:
            is_beside = start == end and start in {0, slot.length}
            if (
                slot.node is not None
                and _is_one_line(slot.node)
                and not (is_beside and _leaves_code(slot.node, slot, fragments))
            ):
                return self._ground.words.replaced(
                    slot, start, end, self._on_one_line(slot.node, fragments)
                )
            return self._split(group, start, end, fragments)
        words = self._words_of(fragments[0])
        if takes_all and end > start and not words and self._can_go(slot):
            return tuple(self._ground.blocks.deleted([self._node(group)]))
        return self._ground.words.replaced(slot, start, end, words)

    def _beside_nothing(
        self, group: int, node: Node, fragments: Sequence[Fragment]
    ) -> tuple[MemoEdit, ...]:
        """Return the edits of words put where a rule or an empty item stands."""
        parts = [one for one in fragments if self._words_of(one)]
        if node.kind is NodeKind.ITEM and parts:
            words = self._block(parts[0], node).markdown
            place = node.span.end
            first = MemoEdit(place, place, f" {words}")
            return (first, *self._behind(group, parts[1:]))
        return self._behind(group, parts)

    def _can_go(self, slot: Slot) -> bool:
        return slot.node is not None and not _is_one_line(slot.node)

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
        parts = [one for one in fragments if self._words_of(one)]
        if has_head and has_tail:
            return (self._cut(slot, start, end, fragments),)
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
        self,
        group: int,
        start: int,
        end: int,
        inside: Fragment | None,
        new: Sequence[Fragment],
    ) -> tuple[MemoEdit, ...]:
        """Change the words of a paragraph and put new ones behind it."""
        edits: list[MemoEdit] = []
        if inside is not None or end > start:
            words = self._words_of(inside) if inside is not None else []
            edits += self._ground.words.replaced(self._slot(group), start, end, words)
        return (*edits, *self._behind(group, new))

    def _kept_last(
        self,
        group: int,
        start: int,
        end: int,
        inside: Fragment | None,
        new: Sequence[Fragment],
    ) -> tuple[MemoEdit, ...]:
        """Change the words of a paragraph and put new ones before it."""
        edits: list[MemoEdit] = []
        if inside is not None or end > start:
            words = self._words_of(inside) if inside is not None else []
            edits += self._ground.words.replaced(self._slot(group), start, end, words)
        if not new:
            return tuple(edits)
        before = group - 1
        if before >= 0 and self._anchor(before) is not None and not self._belongs(new[0], group):
            return (*self._behind(before, new), *edits)
        node = self._anchor(group)
        if node is None:
            raise UnplacedError(self._slot(group).reason)
        blocks = [self._block(one, node) for one in new]
        return (self._ground.blocks.before(node, blocks), *edits)

    def _belongs(self, fragment: Fragment, group: int) -> bool:
        """Return whether a new item goes with the list that follows and not with what is before."""
        node, before = self._anchor(group), self._anchor(group - 1)
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
                blocks = [self._block(one, node) for one in new]
                return (self._ground.blocks.before(node, blocks),)
            raise UnplacedError(self._slot(group).reason)
        return (self._ground.blocks.after(node, [self._block(one, node) for one in new]),)

    def _block(self, fragment: Fragment, node: Node) -> NewBlock:
        """Return inserted words as a block of their own."""
        words = self._words_of(fragment)
        blank = Slot(fragment.paragraph, None, self._ground.slots[0].alignment)
        atoms = inserted_atoms(blank, words)
        prefixed = [_at_prefix(one, node.parent.prefix if node.parent else "") for one in atoms]
        return self.block_of(fragment.paragraph, as_markdown(prefixed, ()).strip())

    def block_of(self, paragraph: WordParagraph, markdown: str) -> NewBlock:
        """Return Markdown as the kind of block that its paragraph is in print."""
        if paragraph.heading:
            level = min(max(paragraph.heading + self._ground.shift, 1), 6)
            return NewBlock(NodeKind.HEADING, markdown, level)
        safe = escaped_start(markdown)
        if paragraph.list_level >= 0:
            ordered = paragraph.is_ordered
            return NewBlock(NodeKind.ITEM, safe, paragraph.list_level, ordered)
        is_quote = paragraph.style in self._ground.quote_styles
        return NewBlock(NodeKind.QUOTE if is_quote else NodeKind.PARAGRAPH, safe)

    def _cut(self, slot: Slot, start: int, end: int, fragments: Sequence[Fragment]) -> MemoEdit:
        """Return the edit that makes two paragraphs of one, new ones between them."""
        node = slot.node
        if node is None or node.atoms is None:
            raise UnplacedError(slot.reason)
        head = new_atoms(slot, start, slot.length, self._words_of(fragments[0]))
        tail = _bare_tail(new_atoms(slot, 0, end, self._words_of(fragments[-1])))
        blocks = [self._block(one, node) for one in fragments[1:-1] if self._words_of(one)]
        second = as_markdown(tail, node.atoms).strip()
        blocks.append(self.block_of(fragments[-1].paragraph, second))
        text = as_markdown(head, node.atoms).rstrip() + self._ground.blocks.lines(node, blocks)
        return smallest(self._ground.body, node.words.start, node.words.end, text)

    def _over(
        self,
        hunk: Hunk,
        first: tuple[int, int],
        last: tuple[int, int],
        fragments: Sequence[Fragment],
    ) -> tuple[MemoEdit, ...]:
        """Return the edits of a hunk that takes away ends of paragraphs."""
        (group, start), (until, end) = first, last
        has_head, has_tail = start > 0, end < self._slot(until).length
        parts = [one for one in fragments if self._words_of(one)]
        if has_head and has_tail and len(fragments) == 1:
            return self._join(group, start, until, end, fragments[0])
        if has_head and has_tail:
            inner = self._gone(range(group + 1, until))
            opening = self._kept_first(
                group, start, self._slot(group).length, fragments[0], fragments[1:-1]
            )
            return (*opening, *inner, *self._kept_last(until, 0, end, fragments[-1], ()))
        if has_tail or (not has_head and end == 0):
            inner = self._gone(range(group, until))
            inside = fragments[-1] if self._words_of(fragments[-1]) else None
            new = [one for one in parts if one is not inside]
            return (*inner, *self._kept_last(until, 0, end, inside, new))
        if has_head:
            inner = self._gone(range(group + 1, until + 1))
            inside = fragments[0] if self._words_of(fragments[0]) else None
            new = [one for one in parts if one is not inside]
            length = self._slot(group).length
            return (*self._kept_first(group, start, length, inside, new), *inner)
        if not parts:
            return tuple(self._gone(range(group, until + 1)))
        inner = self._gone(range(group + 1, until + 1))
        length = self._slot(group).length
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
        one, other = self._node(group), self._node(until)
        slot, length = self._slot(group), self._slot(group).length
        words = self._words_of(middle)
        tail = _bare_tail(new_atoms(self._slot(until), 0, end, ()))
        if NodeKind.CODE in {one.kind, other.kind}:
            words += [TypedWord(atom.text, atom=None if atom.text else atom) for atom in tail]
            inside = self._ground.words.replaced(slot, start, length, words)
            return (*inside, *self._gone(range(group + 1, until + 1)))
        head = new_atoms(slot, start, length, words)
        was = [*(one.atoms or ()), *(other.atoms or ())]
        text = as_markdown([*head, *tail], was).strip()
        stop = other.span.end if other.kind is NodeKind.HEADING else other.words.end
        edits = [smallest(self._ground.body, one.words.start, stop, text)]
        for atom in tail:
            new = _continued(atom, one)
            if new.source != atom.source and atom.start >= edits[0].end:
                edits.append(MemoEdit(atom.start, atom.end, new.source))
        edits += self._ground.blocks.rest_of_item(other, one.prefix)
        if _list_of(one) is not _list_of(other):
            blank = self._ground.blocks.blank_before_next(stop)
            edits += [MemoEdit(stop, stop, blank)] if blank else []
        return tuple(edits)


def _is_one_line(node: Node) -> bool:
    """Return whether a node can hold no second paragraph."""
    note = node.holder(NodeKind.NOTE)
    is_inline = note is not None and isinstance(note.block, Note) and note.block.label[:1] == "^"
    return is_inline or node.kind in {NodeKind.CELL, NodeKind.CODE}


def _leaves_code(node: Node, slot: Slot, fragments: Sequence[Fragment]) -> bool:
    """Return whether new paragraphs beside code are none."""
    styles = {one.paragraph.style for one in fragments}
    return node.kind is NodeKind.CODE and styles != {slot.paragraph.style}


def _list_of(node: Node | None) -> Node | None:
    return node.holder(NodeKind.LIST) if node is not None else None


def _bare_tail(atoms: Sequence[Atom]) -> list[Atom]:
    """Return the second half of a paragraph without the box of a task before it."""
    first = next((n for n, one in enumerate(atoms) if one.kind is not AtomKind.HIDDEN), 0)
    return list(atoms[first:])


def _continued(atom: Atom, node: Node) -> Atom:
    """Return a break as it is typed in another block, which may be but one line."""
    if node.kind in {NodeKind.HEADING, NodeKind.CELL}:
        if atom.kind is AtomKind.SOFT:
            return Atom(atom.kind, " ", " ", atom.wraps)
        if atom.kind is AtomKind.LINE:
            return Atom(atom.kind, "\n", "<br>", atom.wraps)
    return _at_prefix(atom, node.prefix)


def _at_prefix(atom: Atom, prefix: str) -> Atom:
    """Return a break that goes on with the prefix of another block."""
    if "\n" not in atom.source or atom.kind not in {AtomKind.SOFT, AtomKind.LINE}:
        return atom
    line = atom.source[: atom.source.index("\n") + 1]
    return Atom(atom.kind, atom.text, line + prefix, atom.wraps)
