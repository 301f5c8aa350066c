"""A formula with tracked changes inside it: its words as they were, and as they are."""

from copy import deepcopy

from briefing.ooxml.word_formula import formula
from briefing.ooxml.word_package import Element, local

_COME = frozenset(("ins", "moveTo"))
_GONE = frozenset(("del", "moveFrom"))


def formula_states(element: Element) -> tuple[str, str, list[Element]]:
    """Return its words before the changes and after them, and the changes."""
    tracks = [one for one in element.iter() if local(one) in _COME or local(one) in _GONE]
    if not tracks:
        words = formula(element)
        return words, words, []
    return _without(element, _COME), _without(element, _GONE), tracks


def _without(element: Element, names: frozenset[str]) -> str:
    kept = deepcopy(element)
    for one in [one for one in kept.iter() if local(one) in names]:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    return formula(kept)
