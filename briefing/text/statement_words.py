"""The words of a statement as they are compared with those of another: without their endings."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.text.measure_words import (
    LIGHT_WORDS,
    MEANINGS,
    NEGATIONS,
    ONCE_WORDS,
    SIGNS,
    STOP_WORDS,
)
from briefing.text.number_words import number_of

CACHED = 1 << 14
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCALES = """
hundred thousand million billion trillion millions billions bn mn m tn k millones mil km mw kg ha
milliards milliard mille dozen us
"""
_EMPTY = STOP_WORDS | LIGHT_WORDS | NEGATIONS | frozenset(_SCALES.split())
_POSSESSIVE = ("'s", "’s")
_SENTENCE_ENDS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class StatementWord:
    """A word, folded; its stem, one for words of one meaning and for opposites.

    `sign` is -1 for the negative one of two opposites, 1 for the other, 0 for all else.
    `is_telling` is false of words that say nothing of what a statement is about.
    """

    folded: str
    stem: str
    sign: int
    is_name: bool
    is_telling: bool
    is_once: bool

    @property
    def beginning(self) -> str:
        """Return what the word has in common with its other forms, as a search by it needs."""
        return self.folded[: max(4, len(self.folded) - 3)]


def statement_words(text: str) -> Iterator[StatementWord]:
    """Yield the words of a text; a name is told by its capital, but for the first of a sentence."""
    is_first = True
    for match in _WORD.finditer(text):
        word = match[0]
        is_name = word[0].isupper() and (not is_first or (len(word) > 1 and word.isupper()))
        is_first = text[match.end() : match.end() + 1] in _SENTENCE_ENDS
        yield _word(word, is_name)


@lru_cache(maxsize=CACHED)
def _word(written: str, is_name: bool) -> StatementWord:  # noqa: FBT001 - a key of the cache
    folded = _folded(written)
    concept, sign = _signed(folded)
    stem = MEANINGS.get(folded) or concept or _plain_stem(folded)
    is_empty = folded in STOP_WORDS if is_name else folded in _EMPTY or _is_number(folded)
    is_telling = len(folded) > 1 and not is_empty and not folded.endswith(("n't", "n’t"))
    return StatementWord(folded, stem, sign, is_name, is_telling, stem in _ONCE)


def _is_number(word: str) -> bool:
    return word.isalpha() and bool(number_of(word))  # a `²` is folded to a figure


def _signed(word: str) -> tuple[str, int]:
    """Return what a word and its opposite have in common, and on which side it stands."""
    return SIGNS.get(word) or _SIGNS.get(_plain_stem(word), ("", 0))


def _plain_stem(word: str) -> str:
    """Return a word without the endings of number and tense."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending, least in (("ing", 4), ("ed", 4), ("es", 4), ("s", 3)):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            rest = word[: -len(ending)]
            if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz":
                rest = rest[:-1]
            return rest.rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


def _folded(word: str) -> str:
    spread = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(char for char in spread if not unicodedata.combining(char))
    return plain[:-2] if plain.endswith(_POSSESSIVE) else plain


_SIGNS = {_plain_stem(word): signed for word, signed in SIGNS.items()}
_ONCE = frozenset(
    MEANINGS.get(word) or _signed(word)[0] or _plain_stem(word) for word in ONCE_WORDS
)
