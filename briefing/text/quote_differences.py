"""What a sentence says that none of the quotes it rests on says: figures, dates, names.

Precision first. A figure differs where the quotes have figures of a like unit and none agrees, or
another figure in its very place; a date where the quotes have dates and none agrees; a name where
the quotes have another in its very place, or one that is spelt nearly the same.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum

from briefing.text.folding import fold
from briefing.text.proper_names import find_names
from briefing.text.quantities import FoundQuantity, agree, alike, find_quantities
from briefing.text.written_dates import FoundDate, dates_agree, find_dates


class DifferenceKind(StrEnum):
    """What differs."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure, date or name of a sentence that its quotes say otherwise.

    `quoted` is what the quotes have in its place; empty where they have nothing like it.
    """

    kind: DifferenceKind
    start: int
    end: int
    written: str
    quoted: str
    reason: str


_LANGUAGES = ("en", "es", "fr")
_NEARLY = 0.8  # two names spelt so much alike are one, misspelt
_SHORTEST = 5  # letters of a name that may be misspelt
_PLACE = 2  # words on one side that make a place the same
_WORD = re.compile(r"\w+")
_CITATION = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")


def differences(
    sentence: str, quotes: Sequence[str], language: str = "en"
) -> tuple[Difference, ...]:
    """Return what a sentence says otherwise than its quotes; () where there are no quotes."""
    told = [" ".join(quote.split()) for quote in quotes if quote.strip()]
    if not told:
        return ()
    sentence = _CITATION.sub(lambda match: " " * len(match[0]), sentence)
    found = [
        *_figures(sentence, told, language),
        *_dates(sentence, told, language),
        *_names(sentence, told, language),
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _figures(sentence: str, quotes: Sequence[str], language: str) -> Iterable[Difference]:
    quoted = [
        (quote, each)
        for quote in quotes
        for tongue in dict.fromkeys((language, *_LANGUAGES))
        for each in find_quantities(quote, tongue)
    ]
    for mine in find_quantities(sentence, language):
        if any(_agrees(mine, each) for _, each in quoted) or _is_written(mine.words, quotes):
            continue
        rival = _figure_in_place(sentence, mine, quoted)
        if rival:
            reason = f"The sentence says {_said(mine)}, the quote {_said(rival)}."
            yield Difference(
                DifferenceKind.FIGURE, mine.start, mine.end, mine.words, rival.words, reason
            )


def _agrees(mine: FoundQuantity, other: FoundQuantity) -> bool:
    if agree(mine.quantity, other.quantity):
        return True
    return alike(mine.quantity, other.quantity) and _is_rounded(
        mine.quantity.value, other.quantity.value
    )


def _is_rounded(rough: Decimal, exact: Decimal) -> bool:
    """Tell whether a value is another, rounded to two places or more: 3.2bn of 3.24bn."""
    mine, others = rough.normalize().as_tuple(), exact.normalize().as_tuple()
    if not isinstance(mine.exponent, int) or not 1 < len(mine.digits) < len(others.digits):
        return False
    return abs(rough - exact) * 2 <= Decimal(1).scaleb(mine.exponent)


def _figure_in_place(
    sentence: str, mine: FoundQuantity, quoted: Sequence[tuple[str, FoundQuantity]]
) -> FoundQuantity | None:
    """Return the quotes' figure in the same place, else the only one of the same unit."""
    for quote, each in quoted:
        if _is_same_place(sentence, (mine.start, mine.end), quote, (each.start, each.end)):
            return each
    like = {
        each.quantity: each
        for _, each in quoted
        if mine.quantity.unit and alike(mine.quantity, each.quantity)
    }
    return next(iter(like.values())) if like else None


def _dates(sentence: str, quotes: Sequence[str], language: str) -> Iterable[Difference]:
    quoted = [each for quote in quotes for each in _dated(quote, language)]
    for mine, words in _dated(sentence, language):
        if not quoted or any(dates_agree(mine.date, other.date) for other, _ in quoted):
            continue
        rival = quoted[0][1]
        reason = f"The sentence says {words}, the quote {rival}."
        yield Difference(DifferenceKind.DATE, mine.start, mine.end, words, rival, reason)


def _dated(text: str, language: str) -> list[tuple[FoundDate, str]]:
    return [(each, text[each.start : each.end]) for each in find_dates(text, language)]


def _names(sentence: str, quotes: Sequence[str], language: str) -> Iterable[Difference]:
    told = _plain(" ".join(quotes))
    others = [name.text for quote in quotes for name in find_names(quote, language)]
    for mine in find_names(sentence, language):
        words = [word for word in _WORD.findall(_plain(mine.text)) if len(word) > 1]
        if all(re.search(rf"\b{re.escape(word)}", told) for word in words):
            continue
        if any(_is_short_for(mine.text, other) for other in others):
            continue
        rival = _name_in_place(sentence, mine.start, mine.end, quotes, language)
        if rival:
            reason = f"The sentence names {mine.text}, the quote {rival.removesuffix('.')}."
            yield Difference(DifferenceKind.NAME, mine.start, mine.end, mine.text, rival, reason)


def _name_in_place(
    sentence: str, start: int, end: int, quotes: Sequence[str], language: str
) -> str:
    """Return the quotes' name in the same place, or one that is spelt nearly the same."""
    mine = sentence[start:end]
    for quote in quotes:
        for other in find_names(quote, language):
            if _plain(other.text) in _plain(mine) or _plain(mine) in _plain(other.text):
                continue
            if _is_same_place(sentence, (start, end), quote, (other.start, other.end)):
                return other.text
            if _is_nearly(_plain(mine), _plain(other.text)):
                return other.text
    return ""


def _is_short_for(one: str, other: str) -> bool:
    """Tell whether one name is the initials of the other: U.S. and United States."""
    return _initials(one) == _letters(other) or _initials(other) == _letters(one)


def _initials(name: str) -> str:
    """Return the initials of a name of several words; of the others nothing."""
    words = [word for word in name.split() if word[:1].isupper()]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _letters(name: str) -> str:
    """Return the letters of an abbreviation; of other names something that is no initials."""
    letters = name.replace(".", "")
    return letters if letters.isupper() and letters.isalpha() else "."


def _is_nearly(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or one[:1] != other[:1]:
        return False
    if one.rstrip("s") == other.rstrip("s"):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEARLY


def _is_same_place(one: str, span: tuple[int, int], other: str, place: tuple[int, int]) -> bool:
    """Tell whether two words before, two behind, or one on each side are the same."""
    before, behind = _beside(one, *span)
    others_before, others_behind = _beside(other, *place)
    left, right = _common(before[::-1], others_before[::-1]), _common(behind, others_behind)
    return left >= _PLACE or right >= _PLACE or (left >= 1 and right >= 1)


def _beside(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    words: Callable[[str], list[str]] = _WORD.findall
    return words(_plain(text[:start]))[-_PLACE:], words(_plain(text[end:]))[:_PLACE]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for mine, others in zip(one, other, strict=False):
        if mine != others:
            break
        count += 1
    return count


def _is_written(words: str, quotes: Sequence[str]) -> bool:
    """Tell whether the very words stand in a quote, apart from what typesetting changes."""
    plain = re.escape(_plain(words))
    return any(re.search(rf"(?<![\w.,]){plain}(?!\w|[.,]\d)", _plain(quote)) for quote in quotes)


def _plain(text: str) -> str:
    return fold(text).text.casefold()


def _said(found: FoundQuantity) -> str:
    return " ".join(found.words.split())
