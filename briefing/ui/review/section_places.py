"""The sections of a review's text: their headings, and what stands under each.

A heading is told as the memo has it: without words that a reviewer would put into it. Where an item
stands is told by its place, for its heading may have another name in the version that was sent.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.model.marked_text import MarkedText, MarkKind
from briefing.model.reading_block import ReadingBlock, ReadingKind
from briefing.ui.review.review_items import ReviewItem

Heading = tuple[int, str]  # where it begins in the marked text, and its words


def headings_of(blocks: Iterable[ReadingBlock], marked: MarkedText) -> list[Heading]:
    """Return the headings of a text in their order."""
    coming = [(mark.start, mark.end) for mark in marked.marks if mark.kind is MarkKind.INSERTED]
    found: list[Heading] = []
    for block in blocks:
        start = next((run.start for run in block.runs if run.start >= 0), -1)
        if block.kind is ReadingKind.HEADING and start >= 0:
            end = max(run.start + len(run.text) for run in block.runs)
            found.append((start, _title(block, [one for one in coming if _is_in(one, start, end)])))
    return found


def under_headings(
    items: Iterable[ReviewItem], blocks: Sequence[ReadingBlock], marked: MarkedText
) -> tuple[ReviewItem, ...]:
    """Return items with the headings they stand under; those of the memo's head as they are."""
    headings = headings_of(blocks, marked)
    starts = [start for start, _ in headings]

    def placed(item: ReviewItem) -> ReviewItem:
        if item.is_in_head or not item.is_placed or item.place < 0:
            return item
        before = bisect_right(starts, item.place)
        return replace(item, section=headings[before - 1][1] if before else "")

    return tuple(map(placed, items))


def _is_in(place: tuple[int, int], start: int, end: int) -> bool:
    return place[0] < end and start < place[1]


def _title(block: ReadingBlock, coming: Sequence[tuple[int, int]]) -> str:
    """Return a heading without what would come into it; all of it where all of it would come."""
    kept = "".join(
        letter
        for run in block.runs
        for at, letter in enumerate(run.text, run.start)
        if run.start < 0 or not any(start <= at < end for start, end in coming)
    )
    whole = "".join(run.text for run in block.runs)
    return " ".join((kept if kept.strip() else whole).split())
