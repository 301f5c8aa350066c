"""The numbers that a house style's headings count for themselves (ECMA-376 part 1, 17.9.11)."""

import re
from typing import Protocol

from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LEVELS = 9


class Numbered(Protocol):
    """Styles that may carry a numbering."""

    def numbering(self, part: str) -> tuple[str, int] | None:
        """Return (numId, level) of the style that plays a part."""
        ...


class HeadingNumbers:
    """Counts headings as Word will; `root` is the file's numbering element."""

    def __init__(self, root: Element, styles: Numbered) -> None:
        self._styles = styles
        self._nums = {
            str(num.get(_W + "numId")): _child(num, "abstractNumId")
            for num in root.iterfind(_W + "num")
        }
        self._abstracts = {
            str(one.get(_W + "abstractNumId")): one for one in root.iterfind(_W + "abstractNum")
        }
        self._counts: dict[str, list[int]] = {}

    def next(self, part: str) -> str:
        """Return the number of the next heading that has the style of a part, or nothing."""
        carried = self._styles.numbering(part)
        if carried is None:
            return ""
        abstract = self._nums.get(carried[0], "")
        levels = self._levels(abstract)
        level = carried[1]
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        counts[level] = counts[level] + 1 if counts[level] else _start(levels[level])
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return self._worded(levels, level, counts)

    def _levels(self, abstract: str) -> dict[int, Element]:
        element = self._abstracts.get(abstract)
        found = element.iterfind(_W + "lvl") if element is not None else ()
        return {int(str(one.get(_W + "ilvl") or 0)): one for one in found}

    def _worded(self, levels: dict[int, Element], level: int, counts: list[int]) -> str:
        is_legal = levels[level].find(_W + "isLgl") is not None

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            shape = _child(levels[place], "numFmt") if place in levels else "decimal"
            return numeral(counts[place] or 1, "decimal" if is_legal else shape)

        if _child(levels[level], "numFmt") in {"bullet", "none"}:
            return ""
        return _PLACE.sub(number, _child(levels[level], "lvlText")).strip()


def numeral(number: int, shape: str) -> str:
    """Return a number as a numbering format (ST_NumberFormat) writes it."""
    match shape:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if shape == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            return _roman(number) if shape == "lowerRoman" else _roman(number).upper()
        case "decimalZero":
            return f"{number:02d}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    parts: list[str] = []
    for value, letters in _ROMAN:
        parts.append(letters * (number // value))
        number %= value
    return "".join(parts)


def _start(level: Element) -> int:
    start = _child(level, "start")
    return int(start) if start.isdecimal() else 1


def _child(element: Element, name: str) -> str:
    found = element.find(_W + name)
    return str(found.get(_W + "val") or "") if found is not None else ""
