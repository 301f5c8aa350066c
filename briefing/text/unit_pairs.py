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
    """Yield all units in order: paragraphs in runs, blocks singly."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            for at, to in zip(range(i, j), range(k, m), strict=True):
                yield UnitStretch(range(at, at + 1), range(to, to + 1))
        elif any(one.kind for one in (*old[i:j], *new[k:m])):
            for was, now in _runs(_of_a_kind(old[i:j], new[k:m]), old[i:j], new[k:m]):
                yield UnitStretch(
                    range(was.start + i, was.stop + i), range(now.start + k, now.stop + k)
                )
        else:
            yield UnitStretch(range(i, j), range(k, m))


def paired(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return texts of the one with those of the other that they are most alike to, in order."""
    if len(old) * len(new) > _MOST_PAIRS:
        return list(zip_longest(range(len(old)), range(len(new))))
    was, now = [Counter(tokens(one)) for one in old], [Counter(tokens(one)) for one in new]
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
    """Yield blocks by themselves, the paragraphs between them together."""
    begun_old = begun_new = at_old = at_new = 0
    for at, to in pairs:
        is_block = bool((at is not None and old[at].kind) or (to is not None and new[to].kind))
        if is_block and (begun_old < at_old or begun_new < at_new):
            yield UnitStretch(range(begun_old, at_old), range(begun_new, at_new))
        if is_block:
            begun_old, begun_new = at_old, at_new
        at_old += at is not None
        at_new += to is not None
        if is_block:
            yield UnitStretch(range(begun_old, at_old), range(begun_new, at_new))
            begun_old, begun_new = at_old, at_new
    if begun_old < at_old or begun_new < at_new:
        yield UnitStretch(range(begun_old, at_old), range(begun_new, at_new))


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
