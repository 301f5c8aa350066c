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
_SAMPLE = 3  # bits: a sketch looks at one run in four, by the ends of its first word

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|https?://[^\s<>]+|\]\([^()\s]*\)")
_SPACELESS = re.compile(f"[{SPACELESS}]")
# Bytes of UTF-8 are several times quicker to take apart and to hash than text. What is not ASCII
# is a letter, but for the punctuation of Latin-1, of typography and of Chinese.
_WORD = re.compile(rb"[0-9a-z\x80-\xff]+")
_SIGNS = re.compile(rb"\xc2[\x80-\xbf]|\xe2[\x80\x81][\x80-\xbf]|\xe3\x80[\x80-\xbf]")


@dataclass(frozen=True, slots=True)
class Shingled:
    """A text's words, and the hash of the run that begins at each, but for the last four."""

    words: tuple[bytes, ...]
    runs: tuple[int, ...]
    kinds: frozenset[int]


@dataclass(frozen=True, slots=True)
class Sketch:
    """How many different runs of its sample a text has, and the lowest hashes, ascending."""

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
    words = _words(text)
    sampled = [
        b" ".join(words[start : start + RUN])
        for start, word in enumerate(words[: 1 - RUN])
        if not (word[0] ^ word[-1]) & _SAMPLE
    ]
    kinds = set(map(crc32, sampled))
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


def _words(text: str) -> list[bytes]:
    if "&" in text:
        text = html.unescape(text)
    if "](" in text or "://" in text or "</" in text:
        text = _MARKUP.sub(" ", text)
    if text.isascii():
        return _WORD.findall(text.lower().encode())
    text = text.casefold()
    if _SPACELESS.search(text):
        text = _SPACELESS.sub(r" \g<0> ", text)
    return _WORD.findall(_SIGNS.sub(b" ", text.encode()))


def _runs(words: Sequence[bytes]) -> tuple[int, ...]:
    shifted = (words[index:] for index in range(RUN))
    return tuple(map(crc32, map(b" ".join, zip(*shifted, strict=False))))


def _big_endian(hashes: "array[int]") -> "array[int]":
    if sys.byteorder == "little":
        hashes.byteswap()
    return hashes
