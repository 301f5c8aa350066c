"""What a Word style says: headings, titles, lists and letters, its ancestors heard too."""

import re
from dataclasses import dataclass

from briefing.ooxml.word_package import Element, child, is_on, local, value

_HEADING = re.compile(r"heading (\d)")
_DEEPEST = 30  # ancestors; a circle among them ends there
_BODY_LEVEL = 9  # an outline level that means no heading (ECMA-376-1, 17.3.1.20)


@dataclass(frozen=True, slots=True)
class WordStyle:
    """One style; `None` where it leaves a thing to its ancestors."""

    name: str
    based_on: str
    outline: int | None
    numbering: tuple[str, int] | None
    is_bold: bool | None
    is_italic: bool | None
    is_hidden: bool | None


class WordStyles:
    """The styles of a file by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, WordStyle] = {}
        self._chains: dict[str, tuple[WordStyle, ...]] = {}
        self.language = ""
        for element in root if root is not None else ():
            if local(element) == "style":
                self._styles[value(element, "styleId")] = _style(element)
            elif local(element) == "docDefaults":
                marks = child(child(child(element, "rPrDefault"), "rPr"), "lang")
                self.language = value(marks)

    def chain(self, style_id: str) -> tuple[WordStyle, ...]:
        """Return a style and its ancestors, the nearest first."""
        if style_id not in self._chains:
            self._chains[style_id] = self._chain(style_id)
        return self._chains[style_id]

    def _chain(self, style_id: str) -> tuple[WordStyle, ...]:
        found: list[WordStyle] = []
        while style_id in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[style_id])
            style_id = found[-1].based_on
        return tuple(found)

    def is_title(self, style_id: str) -> bool:
        """Return whether a paragraph of that style is the document's title."""
        return any(style.name == "title" for style in self.chain(style_id)[:2])

    def heading(self, style_id: str) -> int:
        """Return the level of a heading's style, 1 to 9; 0 where it is none."""
        for style in self.chain(style_id):
            named = _HEADING.fullmatch(style.name)
            if named:
                return max(1, int(named[1]))
            if style.outline is not None:
                return style.outline + 1 if style.outline < _BODY_LEVEL else 0
        return 0

    def numbering(self, style_id: str) -> tuple[str, int] | None:
        """Return the list and level that a style numbers its paragraphs by."""
        return next((one.numbering for one in self.chain(style_id) if one.numbering), None)

    def look(self, style_id: str) -> tuple[bool, bool, bool]:
        """Return whether a style of letters makes them bold, italic, hidden."""
        chain = self.chain(style_id)
        return (
            next((one.is_bold for one in chain if one.is_bold is not None), False),
            next((one.is_italic for one in chain if one.is_italic is not None), False),
            next((one.is_hidden for one in chain if one.is_hidden is not None), False),
        )


def numbering_of(properties: Element | None) -> tuple[str, int] | None:
    """Return the list and level that paragraph properties name (ECMA-376-1, 17.3.1.19)."""
    numbering = child(properties, "numPr")
    if numbering is None:
        return None
    level = value(child(numbering, "ilvl"))
    return value(child(numbering, "numId")), int(level) if level.isdecimal() else 0


def list_of(
    properties: Element | None, style_id: str, styles: WordStyles
) -> tuple[str, int] | None:
    """Return the list and level of a paragraph, its own or its style's; None where it has none."""
    found = numbering_of(properties)
    inherited = styles.numbering(style_id)
    if found and not found[0] and inherited:
        found = (inherited[0], found[1])
    found = found or inherited
    return None if found is None or found[0] in {"", "0"} else found


def _style(element: Element) -> WordStyle:
    paragraph, letters = child(element, "pPr"), child(element, "rPr")
    outline = value(child(paragraph, "outlineLvl"))
    return WordStyle(
        value(child(element, "name")).casefold(),
        value(child(element, "basedOn")),
        int(outline) if outline.isdecimal() else None,
        numbering_of(paragraph),
        _switch(letters, "b"),
        _switch(letters, "i"),
        _switch(letters, "vanish"),
    )


def _switch(letters: Element | None, name: str) -> bool | None:
    found = child(letters, name)
    return None if found is None else is_on(found)
