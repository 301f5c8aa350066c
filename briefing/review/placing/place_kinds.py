"""What kind a change is of, and what kind of paragraph one has become."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model.memo_review import ReviewKind
from briefing.model.word_review import WordParagraph
from briefing.review.placing.place_hunks import Hunk
from briefing.review.placing.place_notes import typed_words
from briefing.review.placing.place_stretches import Group
from briefing.review.placing.place_words import TypedWord
from briefing.review.placing.printed_places import Slot


def ended_at(groups: Sequence[Group], number: int) -> tuple[int, WordParagraph | None]:
    """Return the slot of which a returned paragraph is the end, and the paragraph."""
    for group in groups:
        if group.last.number == number:
            return group.slot, group.last
    return -1, None


def is_alike(slot: Slot, paragraph: WordParagraph) -> bool:
    """Return whether a paragraph is still of the kind that was sent."""
    was = slot.paragraph
    shape = (was.heading, was.list_level, was.is_ordered)
    return shape == (paragraph.heading, paragraph.list_level, paragraph.is_ordered)


def plain_header(paragraph: WordParagraph) -> list[TypedWord]:
    """Return the words of a cell; those of a header row are bold in print anyway."""
    words = typed_words(paragraph.pieces)
    if paragraph.cell is None or paragraph.cell.row:
        return words
    return [replace(one, look=replace(one.look, bold=False)) for one in words]


def kind_of(hunk: Hunk) -> ReviewKind:
    """Return what a hunk does to the memo."""
    taken = [stretch for stretch in hunk.deleted if not stretch.is_end]
    put = [stretch for stretch in hunk.inserted if not stretch.is_end]
    if taken and put:
        return ReviewKind.REPLACED
    if put:
        return ReviewKind.INSERTED
    if taken:
        return ReviewKind.DELETED
    return ReviewKind.SPLIT if hunk.inserted else ReviewKind.JOINED
