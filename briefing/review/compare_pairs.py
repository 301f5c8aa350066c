"""Which units of one file stand for which of another: by their words, the order kept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing.review.compare_atoms import Unit
from briefing.text.token_changes import tokens

_ALIKE = 0.3  # of the words in common: so much makes one row a rewording of another
_MOST_PAIRS = 20_000  # comparisons in one stretch; beyond, units pair in their order


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units of the one that stand for units of the other; of blocks, one for one at most."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]


def stretches(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Stretch]:
    """Yield all units in order: paragraphs in runs, blocks singly."""
    keys = [one.key for one in old], [one.key for one in new]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            for was, now in zip(old[i:j], new[k:m], strict=True):
                yield Stretch((was,), (now,))
        elif any(one.is_block for one in (*old[i:j], *new[k:m])):
            yield from _runs(_paired(old[i:j], new[k:m]))
        else:
            yield Stretch(tuple(old[i:j]), tuple(new[k:m]))


def paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Return texts of the one with those of the other that they are most alike to, in order."""
    if len(old) * len(new) > _MOST_PAIRS:
        count = max(len(old), len(new))
        return [
            (at if at < len(old) else None, at if at < len(new) else None) for at in range(count)
        ]
    was, now = [Counter(tokens(one)) for one in old], [Counter(tokens(one)) for one in new]
    likeness = [[_alike(one, other) for other in now] for one in was]
    best = _best(likeness, len(old), len(new))
    return list(_path(likeness, best, len(old), len(new)))


def _paired(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    for at, to in paired([one.key for one in old], [one.key for one in new]):
        was, now = None if at is None else old[at], None if to is None else new[to]
        if (
            was is not None
            and now is not None
            and was.key.partition("|")[0] != now.key.partition("|")[0]
            and (was.is_block or now.is_block)
        ):
            yield was, None
            yield None, now
        else:
            yield was, now


def _runs(pairs: Iterator[tuple[Unit | None, Unit | None]]) -> Iterator[Stretch]:
    """Yield blocks by themselves, the paragraphs between them together."""
    old: list[Unit] = []
    new: list[Unit] = []
    for was, now in pairs:
        if (was or now) is not None and any(one is not None and one.is_block for one in (was, now)):
            if old or new:
                yield Stretch(tuple(old), tuple(new))
                old, new = [], []
            yield Stretch((was,) if was else (), (now,) if now else ())
            continue
        old += [was] if was else []
        new += [now] if now else []
    if old or new:
        yield Stretch(tuple(old), tuple(new))


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
) -> Iterator[tuple[int | None, int | None]]:
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
