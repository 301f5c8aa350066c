"""Runs of a returned file's words: those that moved, were set otherwise or left a block empty."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.review.placing.memo_tree import Node, NodeKind
from briefing.review.placing.place_hunks import Hunk
from briefing.review.placing.place_stretches import Group, Stretch
from briefing.review.placing.printed_places import Slot
from briefing.text.markdown_atoms import Atom


def carried_atoms(
    slots: Sequence[Slot], groups: Sequence[Group], hunks: Sequence[Hunk]
) -> dict[str, list[Atom]]:
    """Return the Markdown of moved words, paragraph by paragraph, by what they print."""
    carried: dict[str, list[Atom]] = {}
    for hunk in hunks:
        for number in range(hunk.start.group, min(hunk.end.group, len(groups) - 1) + 1):
            slot = slots[groups[number].slot] if groups[number].slot >= 0 else None
            if slot is None or slot.node is None or not slot.node.atoms:
                continue
            start = hunk.start.offset if number == hunk.start.group else 0
            end = hunk.end.offset if number == hunk.end.group else slot.length
            owners = [one for one in slot.alignment.owners[start:end] if one >= 0]
            if owners:
                last = max(slot.alignment.groups.get(one, (one, one))[1] for one in owners)
                atoms = list(slot.node.atoms[min(owners) : last + 1])
                carried[slot.paragraph.text[start:end].strip()] = atoms
    return carried


def format_runs(group: Group) -> Iterator[tuple[int, list[tuple[Stretch, int]]]]:
    """Yield what one change of look covers: its revision, and the stretches with their offsets."""
    if group.is_untouched:
        return
    stretches = list(zip(group.stretches, group.offsets, strict=True))
    for number, run in groupby(
        stretches, key=lambda one: one[0].piece.formatted if one[0].piece else 0
    ):
        kept = [one for one in run if not one[0].inserted and not one[0].deleted]
        if number and kept:
            yield number, kept


def emptied_nodes(groups: Sequence[Group], slots: Sequence[Slot]) -> set[Node]:
    """Return the nodes all of whose words were taken away."""
    emptied: set[Node] = set()
    for group in groups:
        node = slots[group.slot].node if group.slot >= 0 and not group.is_untouched else None
        if node is None:
            continue
        kept = [one for one in group.stretches if not one.is_end and not one.deleted]
        taken = any(one.deleted for one in group.stretches)
        if taken and not kept and node.kind is not NodeKind.CELL:
            emptied.add(node)
    return emptied
