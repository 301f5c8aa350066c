"""Other spellings of an English word: its plural or singular, and what a hyphen may join.

English number by its spelling rules, which serve many nouns of other languages as well; the
plurals that follow no rule by a list.
"""

import re

from briefing.model.query import And, Node, Not, Or, Words

_SHORTEST = 3
_HISSING = ("s", "x", "z", "ch", "sh")
_NO_PLURAL = ("ss", "us", "is")
_VOWELS = "aeiou"
_HYPHENED = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+){1,3}")
_OWNED = re.compile(r"([^\W_]{2,})['’]s|(?:[cdjlmnst]|qu)['’]([^\W_]{2,})", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[^\W\d_]\.){3,8}")  # U.S.A., but no U.S.: `us` is a word of its own
_IRREGULAR = """
man men, woman women, child children, person people, foot feet, tooth teeth, mouse mice, goose geese
crisis crises, analysis analyses, thesis theses, basis bases, axis axes, hypothesis hypotheses
datum data, medium media, criterion criteria, phenomenon phenomena, stratum strata
leaf leaves, knife knives, wife wives, life lives, thief thieves, half halves, shelf shelves
spokesman spokesmen, spokeswoman spokeswomen, policeman policemen, lawmaker lawmakers
congressman congressmen, serviceman servicemen, nucleus nuclei, radius radii, index indices
matrix matrices, appendix appendices
"""
_PAIRS = [
    (one, many)
    for one, many in (pair.split() for pair in re.split("[,\n]", _IRREGULAR) if pair.strip())
]
_OTHER = {word: other for one, many in _PAIRS for word, other in ((one, many), (many, one))}


def with_word_forms(node: Node | None) -> Node | None:
    """Return a query in which each plain word is its forms, any of which will do."""
    match node:
        case And(parts):
            return And(tuple(_formed(part) for part in parts))
        case Or(parts):
            return Or(tuple(_formed(part) for part in parts))
        case Not(part):
            return Not(_formed(part))
        case Words(text, field, phrase=False, prefix=False):
            spelled = [*other_forms(text), *filter(None, [other_spelling(text)])]
            others = tuple(Words(form, field) for form in spelled)
            return Or((node, *others)) if others else node
        case _:
            return node


def other_forms(word: str) -> tuple[str, ...]:
    """Return the plural of a singular, the singular of a plural; nothing for what is no word."""
    lower = word.casefold()
    if len(lower) < _SHORTEST or not lower.isascii() or not lower.isalpha():
        return ()
    if lower in _OTHER:
        return (_OTHER[lower],)
    if lower.endswith("ies") and len(lower) > len("ties"):
        return (lower[:-3] + "y",)
    if lower.endswith("es") and lower[:-2].endswith(_HISSING):
        return (lower[:-2], lower[:-1])
    if lower.endswith("s") and not lower.endswith(_NO_PLURAL):
        return (lower[:-1],)
    if lower.endswith("y") and lower[-2] not in _VOWELS:
        return (lower[:-1] + "ies",)
    return (lower + "es",) if lower.endswith(_HISSING) else (lower + "s",)


def other_spelling(word: str) -> str:
    """Return `email` for `e-mail`, `USA` for `U.S.A.`, `Mexico` for `Mexico’s`, or nothing.

    In French and its neighbours, `État` for `l’État`.
    """
    if _HYPHENED.fullmatch(word):
        return re.sub("[-\u2010\u2011]", "", word)
    if owner := _OWNED.fullmatch(word):
        return owner[1] or owner[2]
    return word.replace(".", "") if _DOTTED.fullmatch(word) else ""


def _formed(node: Node) -> Node:
    formed = with_word_forms(node)
    return node if formed is None else formed
