"""Which lists of a Word file are numbered and which have bullets (ECMA-376-1, 17.9)."""

from briefing.ooxml.word_package import Element, child, local, value

_UNNUMBERED = frozenset(("bullet", "none"))


class WordLists:
    """The kinds of the levels of each list, by the list's id."""

    def __init__(self, root: Element | None) -> None:
        abstract: dict[str, dict[str, str]] = {}
        self._kinds: dict[str, dict[str, str]] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                abstract[value(element, "abstractNumId")] = _kinds(element)
            elif local(element) == "num":
                own = {
                    level: kind
                    for override in element
                    if local(override) == "lvlOverride"
                    for level, kind in _kinds(override).items()
                }
                base = abstract.get(value(child(element, "abstractNumId")), {})
                self._kinds[value(element, "numId")] = base | own

    def is_ordered(self, list_id: str, level: int) -> bool:
        """Return whether the items of a level are numbered; a level that is not said is."""
        return self._kinds.get(list_id, {}).get(str(level), "decimal") not in _UNNUMBERED


def _kinds(element: Element) -> dict[str, str]:
    return {
        value(level, "ilvl"): value(child(level, "numFmt")) or "decimal"
        for level in element
        if local(level) == "lvl"
    }
