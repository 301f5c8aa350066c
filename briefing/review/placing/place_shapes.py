"""Paragraphs that a reviewer made headings, items of lists or others than they were."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.model.memo_review import MemoEdit
from briefing.model.word_review import ReviewedFile, Revision, RevisionKind, WordParagraph
from briefing.review.placing.memo_tree import NodeKind
from briefing.review.placing.place_ground import Ground
from briefing.review.placing.place_kinds import ended_at, is_alike
from briefing.review.placing.place_lists import list_edits
from briefing.review.placing.place_stretches import Group
from briefing.review.placing.place_words import UnplacedError
from briefing.review.placing.printed_places import Slot

NO_SHAPE = "It changes what kind of paragraph this is, which is to be done by hand here."
_LOWEST = 6
_KINDS = frozenset({RevisionKind.PARAGRAPH_FORMAT, RevisionKind.NUMBERING})


@dataclass(frozen=True, slots=True)
class Reshaping:
    """A paragraph that is of another kind: its slot, the revisions that say so, its edits."""

    slot: int
    revisions: tuple[Revision, ...]
    edits: tuple[MemoEdit, ...]
    reason: str = ""


def reshapings(ground: Ground, file: ReviewedFile, groups: Sequence[Group]) -> Iterator[Reshaping]:
    """Yield the paragraphs of the body that a file says are of another kind, each once."""
    found: dict[int, tuple[WordParagraph, list[Revision]]] = {}
    for revision in file.revisions:
        if revision.kind in _KINDS and revision.part == "body":
            number, paragraph = ended_at(groups, revision.paragraph)
            if paragraph is None or number < 0 or is_alike(ground.slots[number], paragraph):
                continue
            found.setdefault(number, (paragraph, []))[1].append(revision)
    if not found:
        return
    listed = list_edits(ground.body, ground.slots, {one.slot: one.last for one in groups})
    for number, (paragraph, revisions) in found.items():
        yield _reshaping(ground, number, tuple(revisions), paragraph, listed)


def _reshaping(
    ground: Ground,
    number: int,
    revisions: tuple[Revision, ...],
    paragraph: WordParagraph,
    listed: Mapping[int, tuple[MemoEdit, ...]],
) -> Reshaping:
    if number in listed:
        return Reshaping(number, revisions, listed[number])
    try:
        return Reshaping(number, revisions, reshaped(ground, ground.slots[number], paragraph))
    except UnplacedError as fault:
        return Reshaping(number, revisions, (), str(fault))


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
