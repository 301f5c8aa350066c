"""Reviewers' changes in a paragraph that the analyst only moved: they go along with it."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.review.merging.clashes import clashing
from briefing.review.merging.hunks import Hunk

Riders = Mapping[Hunk, tuple[Hunk, ...]]  # by the hunk that brings the paragraph


def riders_of(base: str, current: str, mine: Sequence[Hunk], theirs: Sequence[Hunk]) -> Riders:
    """Return the hunks that go along, at their places in the base.

    Nothing goes along with a paragraph that was reworded too, whose words stand elsewhere as
    well, whose edges a change goes beyond, or in which reviewers disagree.
    """
    found: dict[Hunk, tuple[Hunk, ...]] = {}
    for gone, brought in _moves(mine):
        words = brought.text.strip()
        if base[gone.start : gone.end].strip() != words:
            continue
        if base.count(words) == 1 and current.count(words) == 1:
            riders = _inside(base.index(words), len(words), gone, theirs)
            if riders and not clashing(base, riders):
                found[brought] = tuple(riders)
    return found


def _moves(mine: Sequence[Hunk]) -> Iterator[tuple[Hunk, Hunk]]:
    """Yield the two hunks of each move."""
    gone = {one.move: one for one in mine if one.move and one.is_deletion}
    for one in mine:
        if one.is_insertion and one.move in gone:
            yield gone[one.move], one


def _inside(start: int, length: int, gone: Hunk, theirs: Sequence[Hunk]) -> list[Hunk]:
    """Return the hunks in the words of a paragraph; none where one goes beyond them."""
    end = start + length
    near = [one for one in theirs if one.start <= gone.end and gone.start <= one.end]
    inside = [one for one in near if _is_within(one, start, end)]
    beyond = (one for one in near if one not in inside)
    return [] if any(one.start < gone.end and gone.start < one.end for one in beyond) else inside


def _is_within(one: Hunk, start: int, end: int) -> bool:
    """Tell whether a hunk changes some words of a stretch; paragraphs beside it are none."""
    if one.start < start or end < one.end or (one.start, one.end) == (start, end):
        return False
    is_block = one.text.startswith("\n") or one.text.endswith("\n")
    return not (one.is_insertion and is_block and one.start in {start, end})
