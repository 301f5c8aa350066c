"""Acronyms in running text: where they stand, and where they are told in full.

An acronym is a run of two to six capitals, also with `&`, with full stops (`U.N.D.P.`) or with a
small plural *s*. It is told in full by `Full Name (ABC)`, `ABC (Full Name)`, `ABC, the Full Name`.
None are: Roman numerals, codes with figures, initials of a person, a state after its town, names
such as `NBC News`, and words in a line that is set in capitals.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.text.long_forms import abbreviates, is_named

_ACRONYM = re.compile(
    r"(?<![\w&./@#’'+-])(?:[A-Z](?:&?[A-Z]){1,5}(?:s\b|(?![\w&+]))|(?:[A-Z]\.){2,6}(?=\W|$))"
    r"(?![-–/:.]?\w*\d|[/:]\w|\.\w|-[A-Z])"
)
_ROMAN = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_NO_NUMERAL = frozenset({"CD", "DC", "MD", "MI", "CI", "DI", "DM", "MC", "CM", "CC", "MCC", "DCM"})
_PERSON = re.compile(r"\s+[A-Z][a-z]+")
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{2,}[,:]?\s+$")
_CAPITALS_AFTER = re.compile(r"[,:]?\s+[A-Z]{2,}\b(?!\))")
_TOWN = re.compile(r"[a-z],\s*$")
_OPENING = re.compile(r"\(\s*(?:the |hereafter |or |la |el |le |“|\"|‘)*$")
_IN_BRACKETS = re.compile(r"\s*\(\s*((?:the |la |el |le )?[^()]{4,120}?)\s*[;)]")
_APPOSED = re.compile(r",\s+(?:the|or the|la|el|le|los|les|l’)\s+([^,.;()]{6,100})[,.;)]")
_LONGER_NAME = re.compile(
    r"\s(?:News|Radio|Television|Bank|Sport|World|Newswire|University|Group)\b"
)
_VOWEL = re.compile("[AEIOU]")
_FIRST_NAME = re.compile(r"\w\W+[A-Z][a-z]+\s$")


@dataclass(frozen=True, slots=True)
class AcronymUse:
    """An acronym at one place: its letters, where, and whether it is told in full there."""

    letters: str
    start: int
    end: int
    is_defined: bool


@lru_cache(maxsize=20_000)
def find_acronyms(words: str) -> tuple[AcronymUse, ...]:
    """Return the acronyms of some words in order."""
    found: list[AcronymUse] = []
    for match in _ACRONYM.finditer(words):
        letters = match[0].replace(".", "").removesuffix("s")
        if not _is_something_else(words, match, letters):
            is_defined = _is_told(words, match.start(), match.end(), letters)
            found.append(AcronymUse(letters, match.start(), match.end(), is_defined))
    return tuple(found)


def _is_something_else(words: str, match: re.Match[str], letters: str) -> bool:
    before, after = words[max(0, match.start() - 40) : match.start()], words[match.end() :][:40]
    if _ROMAN.fullmatch(letters) and letters not in _NO_NUMERAL:
        return True
    if "." in match[0] and len(letters) < 4 and _PERSON.match(after):
        return True  # J.F. Kennedy
    if len(letters) == 2 and (_TOWN.search(before) or re.match(r"\s\d", after)):
        return True  # Portland, OR; HB 1234
    if _CAPITALS_BEFORE.search(before) or _CAPITALS_AFTER.match(after):
        return True
    if len(letters) > 3 and _VOWEL.search(letters) and _FIRST_NAME.search(before):
        return True  # Mike EMAN: a surname in capitals
    return bool(_LONGER_NAME.match(after)) or (not before.strip() and after[:1] == ":")


def _is_told(words: str, start: int, end: int, letters: str) -> bool:
    opening = _OPENING.search(words, max(0, start - 20), start)
    if opening:
        name = words[max(0, opening.start() - 160) : opening.start()].rstrip(" ”\"’'")
        if abbreviates(letters, name) or is_named(name):
            return True
    behind = _IN_BRACKETS.match(words, end)
    if behind and (abbreviates(letters, behind[1]) or is_named(behind[1])):
        return True
    apposed = _APPOSED.match(words, end)
    return bool(apposed and abbreviates(letters, apposed[1]))
