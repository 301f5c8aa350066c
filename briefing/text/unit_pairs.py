"""Which units of one text stand for which of another: by their words, the order kept.

A unit is a paragraph, or a block that only another of its kind can stand for (a table's row).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from briefing.text.token_changes import tokens

_ALIKE = 0.3  # of the words in common: so much makes one unit a rewording of another
_PART = 0.6  # of a paragraph's words: so much makes it a part that was split off or joined
_MOST_PAIRS = 20_000  # comparisons in one stretch; beyond, units pair in their order

Pair = tuple[int | None, int | None]


class UnitKey(NamedTuple):
    """A unit's kind, empty for a paragraph, and its words."""

    kind: str
    words: str


class UnitStretch(NamedTuple):
    """Places of units that stand for one another; of blocks, one for one at most."""

    old: range
    new: range


def unit_stretches(old: Sequence[UnitKey], new: Sequence[UnitKey]) -> Iterator[UnitStretch]:
    """Yield all units in order: blocks singly, a paragraph with those that it was split into.

    The last paragraphs before a block, and at the end, stand for one another: their ends stay.
    """
    waiting: list[UnitStretch] = []
    for one in _stretches(old, new):
        if _is_block(one, old, new):
            yield from _closed(waiting)
            waiting = []
            yield one
        else:
            waiting.append(one)
    yield from _closed(waiting)


def _closed(waiting: list[UnitStretch]) -> list[UnitStretch]:
    """Return paragraphs' stretches, the last of them grown until both sides have a part in it."""
    if not any(one.old for one in waiting) or not any(one.new for one in waiting):
        return waiting
    while not (waiting[-1].old and waiting[-1].new):
        *rest, one, other = waiting
        waiting = [*rest, _together(one, other)]
    return waiting


def _together(one: UnitStretch, other: UnitStretch) -> UnitStretch:
    return UnitStretch(range(one.old.start, other.old.stop), range(one.new.start, other.new.stop))


def _is_block(one: UnitStretch, old: Sequence[UnitKey], new: Sequence[UnitKey]) -> bool:
    return any(old[at].kind for at in one.old) or any(new[at].kind for at in one.new)


def _stretches(old: Sequence[UnitKey], new: Sequence[UnitKey]) -> Iterator[UnitStretch]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            for at, to in zip(range(i, j), range(k, m), strict=True):
                yield UnitStretch(range(at, at + 1), range(to, to + 1))
        else:
            for was, now in _runs(_of_a_kind(old[i:j], new[k:m]), old[i:j], new[k:m]):
                yield UnitStretch(
                    range(was.start + i, was.stop + i), range(now.start + k, now.stop + k)
                )


def paired(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return texts of the one with those of the other that they are most alike to, in order."""
    if len(old) * len(new) > _MOST_PAIRS:
        return list(zip_longest(range(len(old)), range(len(new))))
    was, now = ([_words((UnitKey("", one),)) for one in side] for side in (old, new))
    likeness = [[_alike(one, other) for other in now] for one in was]
    best = _best(likeness, len(old), len(new))
    return list(_path(likeness, best, len(old), len(new)))


def _of_a_kind(old: Sequence[UnitKey], new: Sequence[UnitKey]) -> Iterator[Pair]:
    """Yield pairs of one kind only; kinds that differ have no words in common."""
    marked = [[f"{one.kind}\0 {one.words}" for one in side] for side in (old, new)]
    for at, to in paired(*marked):
        if at is not None and to is not None and old[at].kind != new[to].kind:
            yield at, None
            yield None, to
        else:
            yield at, to


def _runs(
    pairs: Iterable[Pair], old: Sequence[UnitKey], new: Sequence[UnitKey]
) -> Iterator[UnitStretch]:
    """Yield pairs; to a pair of paragraphs the next ones that only one side has, if of its words.

    So a paragraph that was split stands for both its halves.
    """
    found: list[UnitStretch] = []
    at_old = at_new = 0
    for at, to in pairs:
        was = range(at_old, at_old + (at is not None))
        now = range(at_new, at_new + (to is not None))
        at_old, at_new = was.stop, now.stop
        one = UnitStretch(was, now)
        if found and _belong(found[-1], one, old, new):
            one = _together(found.pop(), one)
        found.append(one)
    yield from found


def _belong(
    one: UnitStretch, other: UnitStretch, old: Sequence[UnitKey], new: Sequence[UnitKey]
) -> bool:
    """Tell whether a paragraph of one side has most of the words that a pair beside it lacks."""
    pair, lone = (one, other) if one.old and one.new else (other, one)
    if not (pair.old and pair.new) or (lone.old and lone.new):
        return False
    units = [old[at] for part in (pair, lone) for at in part.old]
    units += [new[at] for part in (pair, lone) for at in part.new]
    if any(unit.kind for unit in units):
        return False
    was, now = _words(old[at] for at in pair.old), _words(new[at] for at in pair.new)
    lacking = now - was if lone.old else was - now
    wanted = _words(old[at] for at in lone.old) + _words(new[at] for at in lone.new)
    return bool(wanted) and (lacking & wanted).total() >= _PART * wanted.total()


def _words(units: Iterable[UnitKey]) -> Counter[str]:
    every = (word for unit in units for word in tokens(unit.words))
    return Counter(word for word in every if any(map(str.isalnum, word)))


def _alike(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _best(likeness: list[list[float]], rows: int, columns: int) -> list[list[float]]:
    """Return how much likeness pairs can gather from each place on."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for at in range(rows - 1, -1, -1):
        for to in range(columns - 1, -1, -1):
            alike = likeness[at][to]
            pair = best[at + 1][to + 1] + alike if alike >= _ALIKE else 0.0
            best[at][to] = max(pair, best[at + 1][to], best[at][to + 1])
    return best


def _path(
    likeness: list[list[float]], best: list[list[float]], rows: int, columns: int
) -> Iterator[Pair]:
    at = to = 0
    while at < rows and to < columns:
        alike = likeness[at][to]
        if alike >= _ALIKE and best[at][to] == best[at + 1][to + 1] + alike:
            yield at, to
            at, to = at + 1, to + 1
        elif best[at][to] == best[at + 1][to]:
            yield at, None
            at += 1
        else:
            yield None, to
            to += 1
    yield from ((one, None) for one in range(at, rows))
    yield from ((None, one) for one in range(to, columns))
