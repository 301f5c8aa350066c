"""A returned Word file set against the version of the memo that was sent out."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from briefing.model.block import Document, Heading
from briefing.model.head_field import HeadField
from briefing.model.ids import Uid
from briefing.model.memo_review import MemoReview
from briefing.model.word_review import ReviewedFile
from briefing.review.comparing.listed_contents import without_contents
from briefing.review.comparing.settled_changes import settled
from briefing.review.comparing.word_compare import compared
from briefing.review.placing.memo_tree import Node, NodeKind, memo_tree
from briefing.review.placing.place_blocks import BlockEditor
from briefing.review.placing.place_changes import FileChanges
from briefing.review.placing.place_comments import PrintedSpots, printed_span, threads_in
from briefing.review.placing.place_edit import WordEditor
from briefing.review.placing.place_ground import Ground
from briefing.review.placing.place_head import head_changes
from briefing.review.placing.place_runs import emptied_nodes
from briefing.review.placing.place_stretches import Group, groups_of
from briefing.review.placing.place_tracked import is_all_tracked
from briefing.review.placing.printed_places import Slot, printed_places
from briefing.review.placing.standing_blocks import StandingBlocks
from briefing.text.inline_text import inline_text


def placed(
    memo_uid: Uid,
    version: int,
    body: str,
    original: ReviewedFile,
    returned: ReviewedFile,
    document: Document,
    head: Sequence[HeadField] = (),
) -> MemoReview:
    """Return what a file that came back would change in a memo, and what it asks.

    `original` is our own export of the version, read as the returned file was; `document` are the
    blocks of `body`, `head` the memo's fields. What was changed without tracking is a change like
    any other. Every revision is in one change, but for those of the table of contents; one without
    a place says why.
    """
    original, returned = without_contents(original, returned)
    root, notes = memo_tree(body, document)
    slots = printed_places(original, root, notes)
    file, groups = returned, _body_groups(slots, returned)
    if not is_all_tracked(original, returned, slots, groups):
        file = compared(original, returned)
        groups = _body_groups(slots, file)
    heads = head_changes(file, slots, groups, head)
    if heads.revisions:
        file = settled(file, heads.revisions)
        groups = _body_groups(slots, file)
    ground = _ground(body, slots, groups, root)
    sections = _sections(slots)
    gathered = FileChanges(ground, file, sections, groups)
    found = sorted(gathered.gather(), key=lambda one: one.place)
    every = (*heads.changes, *(one.change for one in found))
    changes = tuple(replace(one, number=number) for number, one in enumerate(every, 1))

    spots, span_of = PrintedSpots(gathered.groups), partial(printed_span, slots)
    threads = threads_in(file, spots, span_of, lambda slot: sections.get(slot, ""), 1)
    names = (returned.name,)
    return MemoReview(memo_uid, version, body, names, changes, tuple(threads), file.warnings)


def _body_groups(slots: Sequence[Slot], file: ReviewedFile) -> tuple[Group, ...]:
    words = [one for one in file.paragraphs if one.part == "body"]
    numbers = [number for number, slot in enumerate(slots) if slot.paragraph.part == "body"]
    return groups_of(words, slots, numbers)


def _ground(body: str, slots: tuple[Slot, ...], groups: Sequence[Group], root: Node) -> Ground:
    return Ground(
        body,
        slots,
        WordEditor(body),
        BlockEditor(body, frozenset(emptied_nodes(groups, slots))),
        _quote_styles(slots),
        _shift(root),
        StandingBlocks(body),
        _divs(slots),
    )


def _quote_styles(slots: Sequence[Slot]) -> frozenset[str]:
    quoted: set[str] = set()
    plain: set[str] = set()
    for slot in slots:
        if slot.node is not None and slot.node.kind is NodeKind.PARAGRAPH:
            is_quoted = slot.node.holder(NodeKind.QUOTE) is not None
            (quoted if is_quoted else plain).add(slot.paragraph.style)
    return frozenset(quoted - plain) or frozenset({"Quote"})


def _divs(slots: Sequence[Slot]) -> dict[Node, int]:
    counts: dict[Node, int] = {}
    for slot in slots:
        if slot.lookup is not None:
            counts[slot.lookup] = counts.get(slot.lookup, 0) + 1
    return counts


def _shift(root: Node) -> int:
    levels = [node.block.level for node in root.leaves() if isinstance(node.block, Heading)]
    return min(levels, default=1) - 1


def _sections(slots: Sequence[Slot]) -> dict[int, str]:
    """Return the heading above each paragraph."""
    section = ""
    sections: dict[int, str] = {}
    for number, slot in enumerate(slots):
        if slot.node is not None and isinstance(slot.node.block, Heading):
            section = inline_text(slot.node.block.inlines)
        sections[number] = section if slot.paragraph.part == "body" else ""
    return sections
