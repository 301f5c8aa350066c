"""Finds the next misspelt word of a memo, from a place on and round to it again."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.ids import Uid
from briefing.services.spelling import Spelling
from briefing.text.spelling_words import spelling_words

_TOGETHER = 40  # lines looked up at once


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A misspelt word, from `start` up to `end` of the text (code points)."""

    start: int
    end: int
    word: str


def next_misspelling(
    spelling: Spelling, lines: Sequence[tuple[int, str]], after: int, language: str, memo: Uid
) -> Misspelling | None:
    """Return the first misspelt word that begins at `after` or later, else the first of all.

    `lines` are those to be read, each with the place of its first code point, ascending.
    """
    behind = [line for line in lines if line[0] + len(line[1]) > after]
    ahead = [line for line in lines if line[0] <= after]
    found = _first(spelling, behind, after, language, memo)
    return found or _first(spelling, ahead, 0, language, memo)


def _first(
    spelling: Spelling, lines: Sequence[tuple[int, str]], after: int, language: str, memo: Uid
) -> Misspelling | None:
    for first in range(0, len(lines), _TOGETHER):
        words = [
            (start + column, word)
            for start, text in lines[first : first + _TOGETHER]
            for column, word in spelling_words(text)
            if start + column >= after
        ]
        wrong = spelling.misspelt_in({word for _, word in words}, language, memo)
        for start, word in words:
            if word in wrong:
                return Misspelling(start, start + len(word), word)
    return None
