"""The pieces of a merged text: what is kept, what comes, what goes, whose it is."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.model.memo_review import Verdict
from briefing.model.review_record import ConflictChoice, ConflictSide, MergedPiece, PieceRole
from briefing.review.merging.hunks import Hunk, in_order
from briefing.review.merging.merge_conflicts import Clash
from briefing.review.merging.moved_riders import Riders

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What is to be put together: a base, the hunks of all hands, which of them clash.

    `twins` are reviewers' hunks that the analyst made too; `verdicts` tell what becomes of changes.
    `riders` go along with paragraphs that the analyst moved.
    """

    base: str
    mine: tuple[Hunk, ...]
    theirs: tuple[Hunk, ...]
    twins: Mapping[Hunk, Hunk]
    clashes: tuple[Clash, ...]
    verdicts: Mapping[int, Verdict]
    riders: Riders


@dataclass(slots=True)
class BasePlaces:
    """Where each stretch of the base came to stand in the merged text."""

    starts: list[int] = field(default_factory=list[int])
    stretches: list[tuple[int, int, int, int]] = field(
        default_factory=list[tuple[int, int, int, int]]
    )
    moved: list[tuple[int, int, int, int]] = field(default_factory=list[tuple[int, int, int, int]])

    def add(self, start: int, end: int, first: int, last: int) -> None:
        """Note that base `start` to `end` became merged `first` to `last`."""
        if start < end:
            self.starts.append(start)
            self.stretches.append((start, end, first, last))

    def place(self, place: int) -> int:
        """Return where a place of the base is in the merged text."""
        for start, end, first, last in self.moved:
            if start <= place < end:
                return min(first + place - start, last)
        number = bisect_right(self.starts, place) - 1
        if number < 0:
            return 0
        start, _, first, last = self.stretches[number]
        return min(first + place - start, last)


class Composer:
    """Goes through the base once and emits pieces."""

    def __init__(self, plan: MergePlan) -> None:
        self._plan = plan
        self._length = 0
        self.pieces: list[MergedPiece] = []
        self.places = BasePlaces()
        self.changes: dict[int, list[Place]] = {}
        self.conflicts: dict[int, Place] = {}
        self.own: list[tuple[int, int, bool]] = []
        self._doubled: dict[Hunk, tuple[int, ...]] = {}
        for hunk, twin in plan.twins.items():
            self._doubled[twin] = (*self._doubled.get(twin, ()), *hunk.changes)

    def run(self) -> None:
        """Emit everything, in the order of the base."""
        position = 0
        for hunk, clash in self._steps():
            self._keep(position, hunk.start)
            if clash:
                self._conflict(clash)
            elif hunk.is_mine:
                self._mine(hunk)
            else:
                self._theirs(hunk)
            position = max(position, hunk.end)
        self._keep(position, len(self._plan.base))

    def _steps(self) -> Iterator[tuple[Hunk, Clash | None]]:
        """Yield what stands where: conflicts, and the hunks that are in none."""
        plan = self._plan
        inside = {hunk for clash in plan.clashes for hunk in clash.hunks}
        free = [hunk for hunk in (*plan.mine, *plan.theirs) if hunk not in inside]
        known = {one.moved: one for one in plan.clashes if one.moved}
        shown = {Hunk(one.start, one.end, one.mine): one for one in plan.clashes if not one.moved}
        known.update(shown)
        for hunk in in_order((*free, *shown)):
            yield hunk, known.get(hunk)

    def _emit(
        self,
        text: str,
        role: PieceRole = PieceRole.KEPT,
        changes: tuple[int, ...] = (),
        conflict: int = 0,
        *,
        is_in_body: bool = True,
    ) -> Place:
        start = self._length
        if text:
            self.pieces.append(MergedPiece(text, role, changes, conflict, is_in_body))
            self._length += len(text) if is_in_body else 0
        for number in changes:
            self.changes.setdefault(number, []).append((start, self._length))
        return start, self._length

    def _keep(self, start: int, end: int) -> None:
        if start < end:
            place = self._emit(self._plan.base[start:end])
            self.places.add(start, end, *place)

    def _mine(self, hunk: Hunk) -> None:
        riders = self._plan.riders.get(hunk, ())
        if riders:
            place = self._moved(hunk, riders)
        else:
            place = self._emit(hunk.text, changes=self._doubled.get(hunk, ()))
            if hunk.move and hunk.is_insertion:
                self._note_move(hunk, place[0])
        self.places.add(hunk.start, hunk.end, *place)
        if not hunk.move or hunk.is_insertion:
            self.own.append((*place, False))

    def _moved(self, hunk: Hunk, riders: Sequence[Hunk]) -> Place:
        """Emit a paragraph that the analyst moved, with what reviewers change in it."""
        words = hunk.text.strip()
        by = self._plan.base.index(words) - hunk.text.index(words)
        ends = by + len(hunk.text)
        begin, position = self._length, by
        for one in (*in_order(riders), Hunk(ends, ends, "")):
            kept = self._emit(hunk.text[position - by : one.start - by])
            self.places.moved.append((position, one.start, *kept))
            place = self._told(hunk.text[one.start - by : one.end - by], one)
            self.places.moved.append((one.start, one.end, *place))
            position = one.end
        return begin, self._length

    def _theirs(self, hunk: Hunk) -> None:
        place = self._told(self._plan.base[hunk.start : hunk.end], hunk)
        self.places.add(hunk.start, hunk.end, *place)

    def _told(self, was: str, hunk: Hunk) -> Place:
        """Emit words with what a reviewer puts in their place, as it was decided."""
        verdicts = {self._plan.verdicts.get(number, Verdict.OPEN) for number in hunk.changes}
        if verdicts <= {Verdict.REJECTED}:
            return self._emit(was)
        is_taken = Verdict.ACCEPTED in verdicts
        place = self._emit(was, PieceRole.DELETED, hunk.changes, is_in_body=not is_taken)
        added = self._emit(hunk.text, PieceRole.INSERTED, hunk.changes, is_in_body=is_taken)
        return place[0], added[1]

    def _conflict(self, clash: Clash) -> None:
        choice = clash.decision.choice
        side = _chosen(clash)
        text = clash.settled_text(side)
        number = clash.number
        if choice in {ConflictChoice.OPEN, ConflictChoice.MINE}:
            place = self._emit(clash.mine, conflict=number)
        else:
            start = self._emit(clash.mine, PieceRole.DELETED, (), number, is_in_body=False)[0]
            taken = side.changes if side else tuple(sorted(clash.changes))
            place = start, self._emit(text, PieceRole.INSERTED, taken, number)[1]
        if choice is ConflictChoice.OPEN:
            for one in clash.sides:
                role = PieceRole.INSERTED
                self._emit(one.text, role, one.changes, number, is_in_body=False)
                for change in one.changes:
                    self.changes[change].append(place)
        if clash.moved:
            self._note_move(clash.moved, place[0])
        else:
            self.places.add(clash.start, clash.end, *place)
        self.conflicts.setdefault(number, place)
        if clash.mine != clash.base or clash.moved:
            self.own.append((*place, True))

    def _note_move(self, brought: Hunk, place: int) -> None:
        """Note that a paragraph stands elsewhere now, so that comments on it go with it."""
        words = brought.text.strip()
        gone = (one for one in self._plan.mine if one.move == brought.move and one.is_deletion)
        for one in gone:
            start = one.start + self._plan.base[one.start : one.end].find(words)
            first = place + brought.text.find(words)
            last = first + len(words)
            self.places.moved.append((start, start + len(words) + 1, first, last))


def _chosen(clash: Clash) -> ConflictSide | None:
    """Return the side whose words were chosen; in a part of a conflict that one's file."""
    if clash.decision.choice is not ConflictChoice.THEIRS or not clash.sides:
        return None
    return clash.sides[min(clash.decision.side, len(clash.sides) - 1)]
