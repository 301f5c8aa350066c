"""Texts as near-copies are told by: runs of five words, their hashes, and a sketch of the lowest.

Letters' case, punctuation, markup and addresses make no difference. A script without spaces
between its words is cut into characters. After Broder, “On the resemblance and containment of
documents” (1997).
"""

import html
import re
import sys
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from briefing.text.folding import SPACELESS

RUN = 5  # words
SKETCH = 64  # hashes kept of a text

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|https?://[^\s<>]+|\]\([^()\s]*\)")
_WORD = re.compile(r"[^\W_]+")
_SPACELESS = re.compile(f"[{SPACELESS}]")
_WORD_OR_SIGN = re.compile(f"[{SPACELESS}]|(?:(?![{SPACELESS}])[^\\W_])+")


@dataclass(frozen=True, slots=True)
class Shingled:
    """A text's words, and the hash of the run that begins at each, but for the last four."""

    words: tuple[str, ...]
    runs: tuple[int, ...]
    kinds: frozenset[int]


@dataclass(frozen=True, slots=True)
class Sketch:
    """How many different runs a text has, and the lowest of their hashes, ascending."""

    runs: int
    hashes: tuple[int, ...]

    def packed(self) -> bytes:
        """Return the hashes as bytes, four each, the highest byte first."""
        return _big_endian(array("I", self.hashes)).tobytes()

    @classmethod
    def unpack(cls, runs: int, data: bytes) -> "Sketch":
        """Return the sketch that was packed."""
        hashes = array("I")
        hashes.frombytes(data)
        return cls(runs, tuple(_big_endian(hashes)))


def shingle(text: str) -> Shingled:
    """Return a text's words and runs."""
    words = _words(text)
    runs = _runs(words)
    return Shingled(tuple(words), runs, frozenset(runs))


def sketch(text: str) -> Sketch:
    """Return a text's sketch."""
    kinds = set(_runs(_words(text)))
    return Sketch(len(kinds), tuple(sorted(kinds)[:SKETCH]))


def shared_part(one: Sketch, other: Sketch) -> float:
    """Estimate how much of the shorter text stands in the longer, from 0 to 1."""
    if not one.hashes or not other.hashes:
        return 0.0
    # Up to here both sketches hold every hash of their texts, if they hold all that they can.
    ends = [text.hashes[-1] for text in (one, other) if len(text.hashes) == SKETCH]
    end = min(ends, default=max(one.hashes[-1], other.hashes[-1]))
    mine = one.hashes[: bisect_right(one.hashes, end)]
    theirs = other.hashes[: bisect_right(other.hashes, end)]
    both = len(set(mine).intersection(theirs))
    same = both / (len(mine) + len(theirs) - both)
    shared = same * (one.runs + other.runs) / (1 + same)
    return min(1.0, shared / min(one.runs, other.runs))


def _words(text: str) -> list[str]:
    if "&" in text:
        text = html.unescape(text)
    if "](" in text or "://" in text or "</" in text:
        text = _MARKUP.sub(" ", text)
    folded = text.casefold()
    if not folded.isascii() and _SPACELESS.search(folded):
        return _WORD_OR_SIGN.findall(folded)
    return _WORD.findall(folded)


def _runs(words: Sequence[str]) -> tuple[int, ...]:
    shifted = (words[index:] for index in range(RUN))
    return tuple(map(crc32, map(str.encode, map(" ".join, zip(*shifted, strict=False)))))


def _big_endian(hashes: "array[int]") -> "array[int]":
    if sys.byteorder == "little":
        hashes.byteswap()
    return hashes
