"""The numbers and bullets of Word's lists, counted as Word counts them (ECMA-376-1, 17.9)."""

import re
from dataclasses import dataclass, field

from briefing.intake.list_numbers import LARGEST, lettered, roman
from briefing.ooxml.word_package import Element, child, local, value
from briefing.ooxml.word_styles import WordStyles

BULLET = "-"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str = "decimal"
    text: str = ""
    start: int = 1
    is_legal: bool = False  # all its numbers in figures


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict[int, _Level])
    style_link: str = ""
    counts: dict[int, int] = field(default_factory=dict[int, int])


class WordNumbering:
    """Counts the paragraphs of each list as they come."""

    def __init__(self, root: Element | None, styles: WordStyles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._own: dict[str, dict[int, _Level]] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                self._lists[value(element, "abstractNumId")] = _list(element)
            elif local(element) == "num":
                self._add(element)

    def label(self, list_id: str, level: int) -> str:
        """Return the number or bullet of the next paragraph; nothing where it has none."""
        level = max(0, min(level, _LEVELS - 1))
        found = self._list(list_id)
        if found is None:
            return ""
        levels = found.levels | self._own.get(list_id, {})
        shape = levels.get(level, _Level())
        self._count(found, list_id, level, levels)
        if shape.kind == "bullet":
            return BULLET
        if shape.kind == "none":
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            kind = "decimal" if shape.is_legal else levels.get(at, _Level()).kind
            return _written(found.counts.get(at, levels.get(at, _Level()).start), kind)

        return _PLACE.sub(number, shape.text).strip()

    def _count(self, found: _List, list_id: str, level: int, levels: dict[int, _Level]) -> None:
        start = levels.get(level, _Level()).start
        restart = self._starts.get((list_id, level))
        if restart is not None and (list_id, level) not in self._begun:
            found.counts[level] = restart
            self._begun.add((list_id, level))
        elif level in found.counts:
            found.counts[level] = min(found.counts[level] + 1, LARGEST)
        else:
            found.counts[level] = start
        for above in range(level):
            found.counts.setdefault(above, levels.get(above, _Level()).start)
        for deeper in [one for one in found.counts if one > level]:
            del found.counts[deeper]

    def _list(self, list_id: str) -> _List | None:
        found = self._lists.get(self._abstract.get(list_id, ""))
        if found and not found.levels and found.style_link:
            linked = self._styles.numbering(found.style_link)
            if linked and linked[0] != list_id:
                return self._lists.get(self._abstract.get(linked[0], ""))
        return found

    def _add(self, element: Element) -> None:
        list_id = value(element, "numId")
        self._abstract[list_id] = value(child(element, "abstractNumId"))
        for override in element:
            if local(override) != "lvlOverride":
                continue
            level = _figure(value(override, "ilvl"), 0)
            start = child(override, "startOverride")
            if start is not None:
                self._starts[list_id, level] = _figure(value(start), 1)
            own = child(override, "lvl")
            if own is not None:
                self._own.setdefault(list_id, {})[level] = _level(own)


def _list(element: Element) -> _List:
    levels = {_figure(value(one, "ilvl"), 0): _level(one) for one in element if local(one) == "lvl"}
    return _List(levels, value(child(element, "numStyleLink")))


def _level(element: Element) -> _Level:
    return _Level(
        value(child(element, "numFmt")) or "decimal",
        value(child(element, "lvlText")),
        _figure(value(child(element, "start")), 0 if child(element, "start") is None else 1),
        child(element, "isLgl") is not None,
    )


def _figure(text: str, otherwise: int) -> int:
    return min(int(text), LARGEST) if text.isascii() and text.isdecimal() else otherwise


def _written(number: int, kind: str) -> str:
    """Return a number as a list writes it; figures for the scripts that are not known here."""
    if kind.endswith(("Letter", "Roman")):
        words = lettered(number) if kind.endswith("Letter") else roman(number)
        return words.upper() if kind.startswith("upper") else words
    return f"{number:02d}" if kind == "decimalZero" else str(number)
