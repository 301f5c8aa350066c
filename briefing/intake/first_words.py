"""The beginning of a Markdown text, to stand for a title that is missing."""

import re

_LONGEST = 160
_MARKS = re.compile(r"^(?:[>#*+\s-]|\d{1,3}[.)]\s)+")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<![\\\w])(\*{1,3}|_{1,3}|`)(?=\S)([^*_`]+)(?<=\S)(?<!\\)\1(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def first_words(body: str) -> str:
    """Return the first line that says something, without its marks; nothing where none does."""
    for line in body.split("\n"):
        words = _LINK.sub(r"\1", _MARKS.sub("", line[: 4 * _LONGEST]))
        words = " ".join(_ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", words)).split())
        if any(map(str.isalnum, words)):
            return _shortened(words)
    return ""


def _shortened(words: str) -> str:
    """Return words that fit a title, cut between two of them."""
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rpartition(" ")[0] or words[:_LONGEST]
