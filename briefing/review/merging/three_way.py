"""A three-way merge: a version, the memo as it is now, and the changes that reviewers made.

A change goes with the words that the analyst did not touch. Where two hands changed the same words
it is a conflict, told once, and the analyst's own words stand until it is settled.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model.memo_review import Decision, MemoReview, ReviewChange, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision, Merged
from briefing.review.merging.clashes import clashing
from briefing.review.merging.combining import JOIN
from briefing.review.merging.file_hunks import apart, file_hunks, moved_on, without_mine
from briefing.review.merging.hunks import Hunk, PlaceMap, with_hunks
from briefing.review.merging.merge_conflicts import OPEN, Clash, clash_of, members
from briefing.review.merging.merged_text import MergePlan, composed
from briefing.review.merging.moved_riders import riders_of
from briefing.review.merging.own_edits import own_edits

_NOTHING: Mapping[int, Decision] = {}
_UNSETTLED: Mapping[int, ConflictDecision] = {}


@dataclass(frozen=True, slots=True)
class _Ground:
    """The text that a merge starts from: the version with what was applied of the review."""

    text: str
    places: PlaceMap
    hunks: tuple[Hunk, ...]


def merge(
    content: MemoReview,
    current: str,
    decisions: Mapping[int, Decision] = _NOTHING,
    settled: Mapping[int, ConflictDecision] = _UNSETTLED,
    applied: frozenset[int] = frozenset(),
) -> Merged:
    """Return the memo as it is now with the accepted changes in it, and every conflict.

    Open changes take part in finding conflicts, and stand in the pieces, but not in the body.
    """
    ground = _ground(content.body, content.changes, decisions, settled, applied)
    mine = own_edits(ground.text, current)
    theirs, twins = without_mine(ground.text, ground.hunks, mine)
    riders = riders_of(ground.text, current, mine, theirs)
    riding = {one for some in riders.values() for one in some}
    theirs = [one for one in theirs if one not in riding]
    known = {change.number: change for change in content.changes}
    found, same = _clashes(ground.text, [*mine, *theirs], known, content.version)
    twins |= same
    clashes = _numbered(found, settled)
    plan = MergePlan(
        ground.text,
        mine,
        tuple(one for one in theirs if one not in twins),
        twins,
        clashes,
        _verdicts(known.values(), decisions, clashes),
        riders,
    )
    return composed(plan, ground.places, content.changes, content.threads)


def _clashes(
    base: str, hunks: Sequence[Hunk], changes: Mapping[int, ReviewChange], version: int
) -> tuple[list[Clash], dict[Hunk, Hunk]]:
    """Return the conflicts, and the hunks that say what one of the analyst's does, with that."""
    found: list[Clash] = []
    twins: dict[Hunk, Hunk] = {}
    groups = clashing(base, hunks)
    busy = {hunk for group in groups for hunk in group}
    for group in groups:
        clash = clash_of(base, group, hunks, busy, changes, version)
        if clash:
            found.append(clash)
        else:  # all say the same
            own = next(one for one in group if one.is_mine)
            twins.update((one, own) for one in group if not one.is_mine)
    return found, twins


def _ground(
    base: str,
    changes: Sequence[ReviewChange],
    decisions: Mapping[int, Decision],
    settled: Mapping[int, ConflictDecision],
    applied: frozenset[int],
) -> _Ground:
    """Return the base with what was applied, and the hunks of the other changes in its places."""
    about = [members(one.about) for one in settled.values()]
    kept = frozenset(number for each in about if not each & applied for number in each)
    every = file_hunks(
        [
            change
            for change in changes
            if change.number in applied
            or _verdict(decisions, change) is not Verdict.REJECTED
            or change.number in kept
        ],
        decisions,
    )
    hunks = [one for one in every if not applied & {*one.changes}]
    done = apart((one for one in every if applied & {*one.changes}), hunks)
    places = PlaceMap(done)
    return _Ground(with_hunks(base, done), places, tuple(moved_on(hunks, done)))


def _numbered(
    clashes: Sequence[Clash], settled: Mapping[int, ConflictDecision]
) -> tuple[Clash, ...]:
    """Return conflicts with decisions; those that share a change are decided as one."""
    families: list[tuple[frozenset[int], list[Clash]]] = []
    for one in clashes:
        kin = [family for family in families if family[0] & one.changes]
        families = [family for family in families if family not in kin]
        changes = one.changes.union(*(known for known, _ in kin))
        families.append((changes, [*(each for _, held in kin for each in held), one]))
    found = [clash for changes, family in families for clash in _decided(changes, family, settled)]
    return tuple(sorted(found, key=lambda clash: clash.start))


def _decided(
    changes: frozenset[int], family: Sequence[Clash], settled: Mapping[int, ConflictDecision]
) -> Iterator[Clash]:
    """Yield the conflicts of one family, under one number and one decision.

    A side is counted in the first of them; elsewhere it is that of the same file.
    """
    number = min(changes)
    first = min(family, key=lambda one: one.start)
    decision = settled.get(number, OPEN)
    if not _holds(decision, replace(first, kin=changes)):
        decision = OPEN
    for one in family:
        own = decision
        if decision.choice is ConflictChoice.THEIRS and one is not first:
            own = _elsewhere(decision, first, one)
        yield replace(one, number=number, decision=own, kin=changes)


def _holds(decision: ConflictDecision, clash: Clash) -> bool:
    """Tell whether a decision is about the words that are in conflict now.

    To keep one's own holds whatever they are by now.
    """
    if not decision.about or decision.about == clash.about:
        return True
    is_kept = decision.choice is ConflictChoice.MINE
    return is_kept and clash.changes | clash.kin <= members(decision.about)


def _elsewhere(decision: ConflictDecision, first: Clash, other: Clash) -> ConflictDecision:
    chosen = first.sides[min(decision.side, len(first.sides) - 1)]
    files = set(chosen.file.split(JOIN))
    for place, side in enumerate(other.sides):
        if files & set(side.file.split(JOIN)):
            return replace(decision, side=place)
    return replace(decision, choice=ConflictChoice.MINE)


def _verdicts(
    changes: Iterable[ReviewChange],
    decisions: Mapping[int, Decision],
    clashes: Sequence[Clash],
) -> dict[int, Verdict]:
    """Return what becomes of each change; one in an open conflict waits as a whole."""
    found = {change.number: _verdict(decisions, change) for change in changes}
    for clash in clashes:
        choice = clash.decision.choice
        for place, side in enumerate(clash.sides):
            is_taken = choice in {ConflictChoice.BOTH, ConflictChoice.EDITED} or (
                choice is ConflictChoice.THEIRS and clash.decision.side == place
            )
            verdict = Verdict.ACCEPTED if is_taken else Verdict.REJECTED
            if choice is ConflictChoice.OPEN:
                verdict = Verdict.OPEN
            found.update(dict.fromkeys(side.changes, verdict))
    return found


def _verdict(decisions: Mapping[int, Decision], change: ReviewChange) -> Verdict:
    decision = decisions.get(change.number)
    return decision.verdict if decision else Verdict.OPEN
