"""Numbers written out in English, Spanish and French: `fifty-nine`, `dos mil`, `quatre-vingts`."""

import re
from collections.abc import Iterable
from decimal import Decimal


def _table(words: str, first: int, step: int = 1) -> dict[str, int]:
    """Give each word its number, one step after the other."""
    return {word: first + place * step for place, word in enumerate(words.split())}


_SPANISH_HUNDREDS = _table(
    "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos"
    " novecientos",
    200,
    100,
)
_ADDED = {
    "zero": 0,
    "one": 1,
    **_table(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen",
        2,
    ),
    **_table("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    "cero": 0,
    **dict.fromkeys(("uno", "un", "una", "une"), 1),
    **_table(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
        " dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés"
        " veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
        2,
    ),
    **dict.fromkeys(("veintiún", "veintiuna"), 21),
    **_table("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
    **dict.fromkeys(("cien", "ciento"), 100),
    **_SPANISH_HUNDREDS,
    **{word.replace("cientos", "cientas"): value for word, value in _SPANISH_HUNDREDS.items()},
    "quinientas": 500,
    "zéro": 0,
    **_table(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", 2
    ),
    **_table("vingt trente quarante cinquante soixante", 20, 10),
    "vingts": 20,
}
_TIMES = {
    **dict.fromkeys(("hundred", "cent", "cents"), 100),
    **dict.fromkeys(("thousand", "mil", "mille"), 1_000),
    **dict.fromkeys(("million", "millions", "millón", "millones"), 10**6),
    **dict.fromkeys(("milliard", "milliards", "billion", "billions"), 10**9),
    **dict.fromkeys(("trillion", "trillions", "billón", "billones"), 10**12),
    **dict.fromkeys(("dozen", "docena", "docenas", "douzaine"), 12),
}
_JOINS = frozenset({"and", "y", "et"})
# A lone one is mostly an article or a pronoun, and `six` or `once` may be a word of another tongue.
_ARTICLES = frozenset({"one", "un", "una", "uno", "une", "once", "sept"})
_WORD = re.compile(r"[^\W\d_]+")


def words_pattern() -> str:
    """Return a pattern that matches a number written out, its words joined by blanks or hyphens."""
    single = "|".join(sorted({*_ADDED, *_TIMES}, key=len, reverse=True))
    start = "|".join(sorted(_ADDED, key=len, reverse=True))
    joins = "|".join(sorted(_JOINS))
    more = rf"(?:(?:[\s-]+(?:{joins})[\s-]+|[\s-]+)(?:{single}))*"
    scale = "hundred|thousand|million|billion|trillion|dozen"
    return rf"(?:(?:half\s)?an?\s(?:{scale})|(?:mil|mille|cent)\b|(?:{start})){more}"


def number_of(text: str) -> Decimal | None:
    """Return the value of a number written out, or None where it is no more than an article."""
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) == 1 and words[0] in _ARTICLES:
        return None
    is_half = words[0] == "half"
    known = [word for word in words if word in _ADDED or word in _TIMES]
    value = Decimal(_sum(known))
    return value / 2 if is_half else value


def _sum(words: Iterable[str]) -> int:
    """Add up: a hundred multiplies what stands before it, a thousand and more close a group."""
    total = group = 0
    for word in words:
        if word == "vingts" or (word == "vingt" and group % 100 == 4):
            group += 76  # quatre-vingt
        elif word in _TIMES:
            times = _TIMES[word]
            if times in {12, 100}:
                group = max(group, 1) * times
            elif total < times:  # `dos mil millones`: the thousand counts the millions
                total, group = max(total + group, 1) * times, 0
            else:
                total, group = total + max(group, 1) * times, 0
        else:
            group += _ADDED[word]
    return total + group
