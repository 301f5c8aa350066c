"""What the atoms of an inline content are: each printed character with its piece of Markdown."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple, overload


class AtomKind(StrEnum):
    """What an atom is; a hidden one prints nothing."""

    TEXT = "text"
    SOFT = "soft"
    LINE = "line"
    CITATION = "citation"
    NOTE = "note"
    PICTURE = "picture"
    REFERENCE = "reference"
    HIDDEN = "hidden"


class WrapKind(StrEnum):
    """What Markdown can set words as."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRIKE = "strike"
    CODE = "code"
    LINK = "link"
    OTHER = "other"


@dataclass(frozen=True, slots=True, eq=False)
class Wrap:
    """A pair of marks round words, as typed; two pairs are never the same one."""

    kind: WrapKind
    opening: str
    closing: str
    address: str = ""
    title: str = ""


class Atom(NamedTuple):
    """One printed character, or a thing that prints otherwise; `source` is its Markdown.

    `start` and `end` are its place in the body, -1 where it is not yet there.
    """

    kind: AtomKind
    text: str
    source: str
    wraps: tuple[Wrap, ...] = ()
    start: int = -1
    end: int = -1

    @property
    def size(self) -> int:
        """Return how many atoms it stands for: words that say themselves are one a character."""
        return len(self.text) or 1 if len(self.text) == len(self.source) else 1

    def part(self, first: int, last: int) -> "Atom":
        """Return some of the atoms that it stands for, from one number up to another."""
        if first == 0 and last >= self.size:
            return self
        start = self.start + first
        words = self.source[first:last]
        return Atom(self.kind, self.text[first:last], words, self.wraps, start, start + len(words))


class Atoms(Sequence[Atom]):
    """The atoms of one content; words that stand for themselves are kept as one run.

    A paragraph has hundreds of characters, and a change touches a few of them.
    """

    def __init__(self, runs: Iterable[Atom]) -> None:
        self._runs = tuple(runs)
        self._starts = list(accumulate((run.size for run in self._runs), initial=0))

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, key: int) -> Atom: ...
    @overload
    def __getitem__(self, key: slice) -> "Atoms": ...
    def __getitem__(self, key: int | slice) -> "Atom | Atoms":
        if isinstance(key, slice):
            first, last, _ = key.indices(len(self))
            return Atoms(self.runs(first, last))
        if not -len(self) <= key < len(self):
            raise IndexError(key)
        key %= len(self)
        number = bisect_right(self._starts, key) - 1
        return self._runs[number].part(key - self._starts[number], key - self._starts[number] + 1)

    def __iter__(self) -> Iterator[Atom]:
        for run in self._runs:
            yield from (run.part(at, at + 1) for at in range(run.size))

    def before(self, number: int) -> Iterator[Atom]:
        """Yield the atoms before that of a number, the nearest first."""
        return (self[at] for at in range(number - 1, -1, -1))

    def after(self, number: int) -> Iterator[Atom]:
        """Yield the atoms from that of a number on."""
        return (self[at] for at in range(number, len(self)))

    def numbered(self) -> Iterator[tuple[int, Atom]]:
        """Yield each run with the number of its first atom."""
        return zip(self._starts, self._runs, strict=False)

    def runs(self, first: int = 0, last: int | None = None) -> Iterator[Atom]:
        """Yield the atoms from one number up to another, words in runs as long as can be."""
        last = len(self) if last is None else last
        number = bisect_right(self._starts, first) - 1
        while first < last:
            start = self._starts[number]
            run = self._runs[number].part(first - start, last - start)
            yield run
            first += run.size
            number += 1
