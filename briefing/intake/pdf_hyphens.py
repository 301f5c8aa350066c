"""Lines joined to running text: words that a line's end broke become whole again."""

import re
from collections.abc import Iterable

from briefing.intake.pdf_segment import HYPHEN
from briefing.text.folding import SPACELESS

_HYPHENS = (HYPHEN, "-", "\u2010")
_LAST_PART = re.compile(r"[^\W\d_]+$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_NO_SPACE = re.compile(f"[{SPACELESS}\uff00-\uff65\u3000-\u303f]")
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
_LIGATURE = re.compile("[ﬀ-ﬆ]")
# What stands before a hyphen that is the word's own, in the languages that write it so.
_OWN_HYPHEN = frozenset(("self", "ex", "quasi", "vice", "all", "well", "cross", "e", "x"))


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """Return the words that stand whole on some line, in small letters, hyphens kept."""
    found: set[str] = set()
    for line in lines:
        words = _WORD.findall(line)
        if words and line.endswith(_HYPHENS):
            words.pop()
        found.update(word.casefold().replace("\u2010", "-") for word in words)
    return frozenset(found)


def spelled_out(text: str) -> str:
    """Return the text with its ligatures as letters, and its visible hyphens as such."""
    if _LIGATURE.search(text):
        text = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], text)
    inner = text[:-1].replace(HYPHEN, "-") + text[-1:]
    return inner.replace("\u2011", "-") if "\u2011" in inner else inner


def joined(before: str, after: str, words: frozenset[str]) -> str:
    """Return two lines as one; a hyphen that only the line's end asked for is dropped.

    It is kept where the document writes the word with it elsewhere, before a capital, and
    between figures. Nothing else is lost or added but one space.
    """
    if not before or not after:
        return before + after
    if not before.endswith(_HYPHENS):
        is_dense = _NO_SPACE.match(before[-1]) and _NO_SPACE.match(after[0])
        return before + ("" if is_dense else " ") + after
    stem = before[:-1]
    first, second = _LAST_PART.search(stem), _FIRST_PART.match(after)
    if first is None or second is None:
        is_whole = bool(stem) and stem[-1].isalnum() and after[0].isalnum()
        return f"{stem}-{'' if is_whole else ' '}{after}"
    is_chain = stem[: first.start()].endswith(_HYPHENS)  # out-of-
    keeps = is_chain or _keeps_hyphen(first[0], second[0], words)
    return f"{stem}-{after}" if keeps else stem + after


def _keeps_hyphen(first: str, second: str, words: frozenset[str]) -> bool:
    if second[0].isupper() and not (first.isupper() and len(first) > 1):
        return True
    start, end = first.casefold(), second.casefold()
    if start + end in words:
        return False
    if f"{start}-{end}" in words or start in _OWN_HYPHEN:
        return True
    return start.endswith("ly") and start in words and end in words
