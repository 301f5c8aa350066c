"""A word searched for also stands for its plural or its singular; in quotes it is exact.

English number by its spelling rules, which serve Spanish and French nouns in -s and -es as well.
"""

from briefing.model.query import And, Node, Not, Or, Words

_SHORTEST = 3
_HISSING = ("s", "x", "z", "ch", "sh")
_NO_PLURAL = ("ss", "us", "is")
_VOWELS = "aeiou"


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
            others = tuple(Words(form, field) for form in other_forms(text))
            return Or((node, *others)) if others else node
        case _:
            return node


def other_forms(word: str) -> tuple[str, ...]:
    """Return the plural of a singular, the singular of a plural; nothing for what is no word."""
    lower = word.casefold()
    if len(lower) < _SHORTEST or not lower.isascii() or not lower.isalpha():
        return ()
    if lower.endswith("ies") and len(lower) > len("ties"):
        return (lower[:-3] + "y",)
    if lower.endswith("es") and lower[:-2].endswith(_HISSING):
        return (lower[:-2], lower[:-1])
    if lower.endswith("s") and not lower.endswith(_NO_PLURAL):
        return (lower[:-1],)
    if lower.endswith("y") and lower[-2] not in _VOWELS:
        return (lower[:-1] + "ies",)
    return (lower + "es",) if lower.endswith(_HISSING) else (lower + "s",)


def _formed(node: Node) -> Node:
    formed = with_word_forms(node)
    return node if formed is None else formed
