"""What a figure measures: the words of its clause, without figures, and what sets it apart.

Two figures measure the same where their units agree, the one's words are nearly all among the
other's, and neither names a time, a place or a body that the other does not.
"""

import re
from dataclasses import dataclass

from briefing.text.quantities import FoundQuantity
from briefing.text.word_set import word_set

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W\d_]+)*")
_CLAUSE_END = re.compile(r"[;:—–]|,\s+(?:and|but|while|which|who|whereas|although|of which)\s|[()]")
_STOP = word_set(
    """a an the of in on at to for from by with as and or but that this these those it its their
    his her our is are was were be been being has have had having will would which who whom whose
    there here than then so such not no nor also only just about around nearly almost roughly
    approximately some over more less least most up per each both all any s y el la los las de del
    en por para con un una que se su sus es son fue fueron ha han le les des du dans pour par avec
    une et est sont été total figure number sum amount some altogether"""
)
_CHANGING = re.compile(
    r"\b(?:from|rose|rise[ns]?|rising|fell|fall(?:s|ing|en)?|grew|grow[ns]?|growing|increas\w+|decreas\w+"
    r"|declin\w+|dropp?\w*|up|down|cut|raised?|lower\w*|doubl\w+|tripl\w+|disput\w+|alleg\w+|claim\w*"
    r"|revis\w+|estimat\w+|forecast\w*|project\w+|initial\w*|earlier|previous\w*|former\w*|original\w*"
    r"|later|before|after|instead|another|additional|further|other|others|remaining|rest|first|second"
    r"|third|last|next|option|would|could|may|might|should|if|target|goal|plan(?:s|ned)?|proposed?"
    r"|according|said|says|reported|average|each|every|per|compared|versus|against|between|part|whereas"
    r"|aumentó|subió|bajó|cayó|antes|después|según|passé|contre|selon)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(?:1[89]|20)\d\d(?:[-–/]\d\d)?\b|\b[A-ZÀ-Þ][\w’'-]+")
_FEWEST = 3  # words that two clauses must share
_SHARE = 0.8  # of the words of the shorter clause


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with the words that say what it measures, and what sets it apart."""

    found: FoundQuantity
    words: frozenset[str]
    apart: frozenset[str]


def measured(sentence: str, found: FoundQuantity) -> Measured | None:
    """Return what a figure of a sentence measures; None where the sentence tells of a change."""
    start, end = _clause(sentence, found.start, found.end)
    clause = sentence[start : found.start] + " " + sentence[found.end : end]
    if _CHANGING.search(clause):
        return None
    named = {name.lower() for name in _APART.findall(clause) if name.lower() not in _STOP}
    if start == 0:
        first = _WORD.match(clause.lstrip())
        named -= {first[0].lower()} if first and first[0].lower() in _STOP else set()
    words = [word.lower() for word in _WORD.findall(clause + " " + _unit_words(found.words))]
    told = frozenset(_stem(word) for word in words if word not in _STOP and not word.isdigit())
    return Measured(found, told, frozenset(map(_stem, named))) if len(told) >= _FEWEST else None


def is_same_measure(one: Measured, other: Measured) -> bool:
    """Tell whether two figures measure the same thing, by their words."""
    shared = one.words & other.words
    fewer = min(len(one.words), len(other.words))
    if len(shared) < _FEWEST or len(shared) < _SHARE * fewer:
        return False
    return one.apart == other.apart or (
        bool(one.apart & other.apart)
        and (one.apart <= other.words or other.apart <= one.words)
        and not any(name[:1].isdigit() for name in one.apart ^ other.apart)
    )


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    before = [match.end() for match in _CLAUSE_END.finditer(sentence, 0, start)]
    after = _CLAUSE_END.search(sentence, end)
    return (before[-1] if before else 0), (after.start() if after else len(sentence))


def _unit_words(words: str) -> str:
    return " ".join(word for word in _WORD.findall(words) if not word[:1].isdigit())


def _stem(word: str) -> str:
    """Return a word without its plural or verb ending: enough to compare within one text."""
    for ending in ("ies", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word
