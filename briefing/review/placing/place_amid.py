"""A new table where a paragraph was split: it comes with the split, between the halves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.model.memo_review import ReviewChange
from briefing.review.placing.found_change import Found
from briefing.review.placing.place_stretches import Group

AMID = "It stands amid a paragraph that was split: put it in by hand."
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Amid:
    """Where a table stands in a paragraph that was sent as one: its slot, and the place there.

    `ends` are the offsets of new paragraphs' ends, the one before the table is number `at`.
    """

    slot: int
    ends: tuple[int, ...]
    at: int

    @property
    def offset(self) -> int:
        """Return where in the slot it stands."""
        return self.ends[self.at]


def amid(groups: Sequence[Group], number: int) -> Amid | None:
    """Return where the paragraph of a number stands, if it is amid those that were one."""
    for group in groups:
        if group.slot < 0 or not group.ends[0].number < number < group.last.number:
            continue
        ends = [
            (stretch.paragraph.number, offset)
            for stretch, offset in zip(group.stretches, group.offsets, strict=True)
            if stretch.is_end and stretch.inserted
        ]
        before = [at for at, (end, _) in enumerate(ends) if end < number]
        if before:
            return Amid(group.slot, tuple(offset for _, offset in ends), before[-1])
    return None


def put_in_split(found: list[Found], place: Amid, table: str, words: str) -> bool:
    """Put a table into the change that split the paragraph where it stands; return whether."""
    spots = [n for n, one in enumerate(found) if one.place[0] == place.slot]
    for number in sorted(spots, key=lambda n: -found[n].place[1]):
        one = found[number]
        if one.place[1] <= place.offset and one.change.edits:
            made = _with_table(one.change, one.place[1], place, table, words)
            if made is not None:
                found[number] = Found(one.place, made)
            return made is not None
    return False


def _with_table(
    change: ReviewChange, start: int, place: Amid, table: str, words: str
) -> ReviewChange | None:
    """Return a split that begins at `start` with a table between its halves, None where unsure."""
    edits = list(change.edits)
    at = next((n for n, one in enumerate(edits) if _GAP in one.text), -1)
    if at < 0:
        return None
    parts = edits[at].text.split(_GAP)
    inside = [n for n, offset in enumerate(place.ends) if offset >= start]
    index = place.at - inside[0]
    if len(parts) == 2:
        index = 0
    elif len(parts) - 1 != len(inside):
        return None
    parts[index] += f"{_GAP}{table}"
    edits[at] = replace(edits[at], text=_GAP.join(parts))
    after = "\n".join(filter(None, (change.after, words)))
    return replace(change, edits=tuple(edits), after=after)
