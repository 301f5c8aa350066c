"""Hunks that clash as conflicts: whose words stand on each side, and how each one was settled."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from briefing.model.memo_review import ReviewChange
from briefing.model.review_record import ConflictChoice, ConflictDecision, ConflictSide
from briefing.review.merging.combining import JOIN
from briefing.review.merging.hunks import Hunk, with_hunks

_FARTHEST = 40  # code points that a side is widened to a whole word
OPEN = ConflictDecision(ConflictChoice.OPEN)


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict before it has a place in the merged text.

    Its sides stand for code points `start` up to `end` of the base; it is shown there, elsewhere
    only where the analyst moved the paragraph (`moved` is then the hunk that brings it). `hunks`
    are those that it stands in place of. `kin` are the changes that are settled with it: a change
    at two places is settled as a whole.
    """

    number: int
    start: int
    end: int
    base: str
    mine: str
    sides: tuple[ConflictSide, ...]
    reason: str
    hunks: frozenset[Hunk]
    decision: ConflictDecision = OPEN
    moved: Hunk | None = None
    kin: frozenset[int] = frozenset()

    @property
    def changes(self) -> frozenset[int]:
        """Return the numbers of the changes in it."""
        return frozenset(number for side in self.sides for number in side.changes)

    @property
    def about(self) -> str:
        """Return what a decision about it is about, to know whether it is still the same."""
        said = "\n".join((self.mine, *(side.text for side in self.sides)))
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return f"{','.join(map(str, sorted(self.changes | self.kin)))}:{digest}"

    def settled_text(self, side: ConflictSide | None) -> str:
        """Return the words that stand in its place; `side` is the one that was chosen."""
        match self.decision.choice:
            case ConflictChoice.THEIRS:
                return side.text if side else self.mine
            case ConflictChoice.EDITED:
                return self.decision.text
            case ConflictChoice.BOTH:
                return self._both()
            case _:
                return self.mine

    def _both(self) -> str:
        own = [self.mine] if self.mine != self.base else []
        texts = dict.fromkeys((*own, *(side.text for side in self.sides)))
        return _joined([text for text in texts if text.strip()])


def members(about: str) -> frozenset[int]:
    """Return the numbers of the changes that a decision is about."""
    numbers = about.partition(":")[0]
    return frozenset(int(number) for number in numbers.split(",") if number)


def clash_of(
    base: str,
    group: Sequence[Hunk],
    every: Sequence[Hunk],
    busy: AbstractSet[Hunk],
    changes: Mapping[int, ReviewChange],
    version: int,
) -> Clash | None:
    """Return the conflict that a group of hunks makes; nothing where all say the same.

    `busy` are the hunks of all groups.
    """
    moved = _move_of(group, [one for one in every if one not in busy])
    mine = [one for one in group if one.is_mine]
    theirs = [one for one in group if not one.is_mine]
    start, end = _widened(base, group, every) if not moved else (mine[0].start, mine[0].end)
    was = base[start:end]
    own = moved.text if moved else with_hunks(base, mine, start, end)
    sides = tuple(_sides(base, theirs, changes, (start, end), moved))
    if not moved and len(sides) == 1 and sides[0].text == own and mine:
        return None
    number = min(number for one in theirs for number in one.changes)
    reason = _reason(was, own if mine else was, sides, version, is_moved=moved is not None)
    hunks = frozenset(theirs if moved else group)
    return Clash(number, start, end, was, own, sides, reason, hunks, moved=moved)


def _move_of(group: Sequence[Hunk], free: Sequence[Hunk]) -> Hunk | None:
    """Return the hunk that brings a paragraph which the analyst moved and a reviewer changed."""
    mine = [one for one in group if one.is_mine]
    if len(mine) != 1 or not mine[0].move or not mine[0].is_deletion:
        return None
    inside = all(mine[0].start <= one.start and one.end <= mine[0].end for one in group)
    brought = (one for one in free if one.move == mine[0].move and one.is_insertion)
    return next(brought, None) if inside else None


def _sides(
    base: str,
    theirs: Sequence[Hunk],
    changes: Mapping[int, ReviewChange],
    place: tuple[int, int],
    moved: Hunk | None,
) -> Iterator[ConflictSide]:
    """Yield what each file makes of the words, files that agree as one side."""
    found: dict[str, tuple[set[int], dict[str, None], dict[str, None]]] = {}
    for file in sorted({name for one in theirs for name in one.files}):
        own = [one for one in theirs if file in one.files]
        text = with_hunks(base, own, *place)
        if moved:
            text = moved.text.replace(moved.text.strip(), text.strip())
        numbers, authors, files = found.setdefault(text, (set(), {}, {}))
        mine = {number for one in own for number in one.changes}
        mine = {number for number in mine if file in changes[number].file.split(JOIN)}
        numbers.update(mine)
        authors.update(dict.fromkeys(changes[number].author or file for number in sorted(mine)))
        files[file] = None
    ordered = sorted(found.items(), key=lambda item: min(item[1][0], default=0))
    for text, (numbers, authors, files) in ordered:
        yield ConflictSide(", ".join(authors), JOIN.join(files), tuple(sorted(numbers)), text)


def _widened(base: str, group: Sequence[Hunk], every: Iterable[Hunk]) -> tuple[int, int]:
    """Return where a group stands, whole words where no other hunk stands in them."""
    start, end = min(one.start for one in group), max(one.end for one in group)
    low, high = max(0, start - _FARTHEST), min(len(base), end + _FARTHEST)
    first, last = start, end
    while first > low and base[first - 1].isalnum() and base[first : first + 1].isalnum():
        first -= 1
    while last < high and base[last].isalnum() and base[last - 1 : last].isalnum():
        last += 1
    others = (one for one in every if one not in group)
    if any(one.start <= last and first <= one.end for one in others):
        return start, end
    return first, last


def _reason(
    was: str, own: str, sides: Sequence[ConflictSide], version: int, *, is_moved: bool
) -> str:
    if is_moved:
        return f"You moved this paragraph since version {version}."
    if own == was:
        authors = list(dict.fromkeys(side.author for side in sides))
        if len(authors) > 1:
            return f"{', '.join(authors[:-1])} and {authors[-1]} changed the same words."
        return f"Two files of {authors[0]} changed the same words."
    if not own.strip():
        what = "this paragraph" if "\n\n" in was else "these words"
        return f"You deleted {what} since version {version}."
    return f"You changed the same words since version {version}."


def _joined(texts: Sequence[str]) -> str:
    joined = ""
    for text in texts:
        needs = joined and not joined[-1].isspace() and not text[:1].isspace()
        joined += f" {text}" if needs else text
    return joined
