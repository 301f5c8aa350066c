"""What an OpenDocument style says: letters, titles, and how lists are numbered (ODF 1.3-3, 16)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.intake.list_numbers import lettered, roman
from briefing.ooxml.word_package import Element, child, local, value

OUTLINE = "\0outline"  # the list style of numbered headings
_DEEPEST = 30  # ancestors; a circle among them ends there
_BOLD = re.compile("bold|[6-9]00")
_MAX_LEVELS = 10


@dataclass(frozen=True, slots=True)
class Letters:
    """How words look; `None` where the style leaves it to its ancestors."""

    is_bold: bool | None = None
    is_italic: bool | None = None
    is_struck: bool | None = None
    is_hidden: bool | None = None
    position: str | None = None  # superscript, subscript or nothing


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How a level of a list is marked: by a bullet where `format` is None."""

    format: str | None
    prefix: str
    suffix: str
    start: int
    shown_levels: int


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    letters: Letters


class OdtStyles:
    """The styles of a document, automatic and named, by family and name."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self.language = ""
        for element in _declared(roots):
            name = local(element)
            if name == "style":
                key = (value(element, "family"), value(element, "name"))
                self._styles[key] = _style(element)
            elif name == "list-style":
                self._lists[value(element, "name")] = dict(_levels(element))
            elif name == "outline-style":
                self._lists[OUTLINE] = dict(_levels(element))
            elif name == "default-style" and value(element, "family") == "paragraph":
                self.language = _language(child(element, "text-properties"))

    def look(self, family: str, name: str) -> Letters:
        """Return how a style makes letters look, its ancestors heard."""
        chain = [style.letters for style in self._chain(family, name)]
        return Letters(
            next((one.is_bold for one in chain if one.is_bold is not None), None),
            next((one.is_italic for one in chain if one.is_italic is not None), None),
            next((one.is_struck for one in chain if one.is_struck is not None), None),
            next((one.is_hidden for one in chain if one.is_hidden is not None), None),
            next((one.position for one in chain if one.position is not None), None),
        )

    def is_title(self, name: str) -> bool:
        """Return whether a paragraph of that style is the document's title."""
        parent = next((style.parent for style in self._chain("paragraph", name)), "")
        return "Title" in (name, parent)

    def level(self, list_style: str, level: int) -> ListLevel | None:
        """Return how a level of a list, counted from 1, is marked."""
        return self._lists.get(list_style, {}).get(level)

    def number(self, list_style: str, level: int, counts: dict[int, int]) -> str:
        """Return the number of an item with those of the levels above that it shows."""
        shape = self.level(list_style, level)
        if shape is None or shape.format is None or not shape.format:
            return ""
        first = max(1, level - shape.shown_levels + 1)
        parts = [
            _written(counts.get(one, 1), (self.level(list_style, one) or shape).format or "1")
            for one in range(first, level + 1)
        ]
        return f"{shape.prefix}{'.'.join(parts)}{shape.suffix}".strip()

    def _chain(self, family: str, name: str) -> Iterator[_Style]:
        for _ in range(_DEEPEST):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.parent


def _declared(roots: tuple[Element | None, ...]) -> Iterator[Element]:
    for root in roots:
        for part in root if root is not None else ():
            if local(part) in {"styles", "automatic-styles"}:
                yield from part


def _style(element: Element) -> _Style:
    said = child(element, "text-properties")
    weight, slant = value(said, "font-weight"), value(said, "font-style")
    line = value(said, "text-line-through-style")
    position = value(said, "text-position")
    letters = Letters(
        bool(_BOLD.fullmatch(weight)) if weight else None,
        slant in {"italic", "oblique"} if slant else None,
        line != "none" if line else None,
        value(said, "display") == "none" or None,
        _position(position) if position else None,
    )
    parent = value(element, "parent-style-name")
    return _Style(parent, letters)


def _position(stated: str) -> str:
    """Return where letters stand: `super 58%`, `-33% 58%`, `0% 100%`."""
    first = stated.split(maxsplit=1)[0]
    if first == "super" or (first[0].isdecimal() and first.strip("0%.")):
        return "superscript"
    return "subscript" if first == "sub" or first.startswith("-") else ""


def _levels(element: Element) -> Iterator[tuple[int, ListLevel]]:
    for one in element:
        level = _figure(value(one, "level"), 0)
        if 0 < level <= _MAX_LEVELS:
            is_bullet = local(one) not in {"list-level-style-number", "outline-level-style"}
            yield (
                level,
                ListLevel(
                    None if is_bullet else value(one, "num-format"),
                    value(one, "num-prefix"),
                    value(one, "num-suffix"),
                    _figure(value(one, "start-value"), 1),
                    _figure(value(one, "display-levels"), 1),
                ),
            )


def _language(said: Element | None) -> str:
    language, country = value(said, "language"), value(said, "country")
    if language in {"", "none", "zxx"}:
        return ""
    return language if country in {"", "none"} else f"{language}-{country}"


def _figure(text: str, otherwise: int) -> int:
    return int(text[:5]) if text.isascii() and text.isdecimal() else otherwise


def _written(number: int, shape: str) -> str:
    if shape in {"a", "A"}:
        return lettered(number).upper() if shape == "A" else lettered(number)
    if shape in {"i", "I"}:
        return roman(number).upper() if shape == "I" else roman(number)
    return str(number)
