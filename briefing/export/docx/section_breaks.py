"""Pages that lie on their side, and columns: sections of the document (ECMA-376 part 1, 17.6).

Each section is a copy of the house style's own, so that its headers, footers and marking stand on
every page. Where one begins is marked in the body while that is written, and settled at the end,
when the headers are known.
"""

import re
from copy import deepcopy

from lxml import etree

from briefing.export.docx.xml_text import WORD, Element
from briefing.export.section_kinds import COLUMNS, LANDSCAPE, column_count

_W = f"{{{WORD}}}"
_MARK = "\x01"  # no character of XML: no text can hold it
_SPLIT = re.compile(f"{_MARK}([^{_MARK}]*){_MARK}")
_BASE = "pages"
_GAP = 425  # twentieths of a point between columns: 7.5 mm
_PAGE = {"w": "12240", "h": "15840"}
# What stands after an element in a section (CT_SectPr, in the order of the schema).
_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
    "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
)  # fmt: skip


def section_text(kind: str, text: str) -> str:
    """Return the text of a section with marks where it begins and ends."""
    return f"{_MARK}{kind}{_MARK}{text}{_MARK}{_BASE}{_MARK}" if text else ""


def section_size(section: Element, kind: str) -> tuple[int, int]:
    """Return width and height of the text in a kind of section, in twentieths of a point."""
    made = _section(section, kind)
    size, margins = made.find(_W + "pgSz"), made.find(_W + "pgMar")
    wide, high = _number(size, "w", 12240), _number(size, "h", 15840)
    wide -= _number(margins, "left", 1440) + _number(margins, "right", 1440)
    wide -= _number(margins, "gutter", 0)
    high -= abs(_number(margins, "top", 1440)) + abs(_number(margins, "bottom", 1440))
    columns = made.find(_W + "cols")
    count = max(_number(columns, "num", 1), 1)
    if count > 1:
        wide = (wide - (count - 1) * _number(columns, "space", 720)) // count
    return max(wide, 1440), max(high, 1440)


def with_sections(body: str, section: Element) -> str:
    """Return the body with its sections, the last one at its end."""
    if _MARK not in body:
        return _ended(body) + _text(section)
    pieces = _pieces(body)
    parts: list[str] = []
    for index, (kind, text) in enumerate(pieces):
        made = _section(section, kind)
        if index:
            _follow(made, is_continuous=_is_continuous(kind, pieces[index - 1][0]))
        is_last = index == len(pieces) - 1
        parts.append(_ended(text) + _text(made) if is_last else _closed(text, _text(made)))
    return "".join(parts)


def _pieces(body: str) -> list[tuple[str, str]]:
    """Return (kind, text) of each section; those of a kind that follow one another are one."""
    first, *rest = _SPLIT.split(body)
    pieces = [(_BASE, first)] if first else []
    for kind, text in zip(rest[::2], rest[1::2], strict=True):
        if text and pieces and pieces[-1][0] == kind:
            pieces[-1] = (kind, pieces[-1][1] + text)
        elif text:
            pieces.append((kind, text))
    return pieces


def _is_continuous(kind: str, before: str) -> bool:
    return LANDSCAPE not in {kind, before}


def _section(section: Element, kind: str) -> Element:
    made = deepcopy(section)
    if kind == LANDSCAPE:
        _turn(made)
    elif kind.startswith(COLUMNS):
        columns = _put(made, "cols")
        columns.attrib.clear()
        del columns[:]
        columns.set(_W + "num", str(column_count(kind)))
        columns.set(_W + "space", str(_GAP))
    return made


def _turn(section: Element) -> None:
    size = section.find(_W + "pgSz")
    if size is None:
        size = _put(section, "pgSz")
        for name, value in _PAGE.items():
            size.set(_W + name, value)
    wide, high = _number(size, "w", 12240), _number(size, "h", 15840)
    size.set(_W + "w", str(max(wide, high)))
    size.set(_W + "h", str(min(wide, high)))
    size.set(_W + "orient", "landscape")


def _follow(section: Element, *, is_continuous: bool) -> None:
    """Make a section one that follows another: its pages are counted on, none is a title page."""
    for name in ("titlePg", "type"):
        found = section.find(_W + name)
        if found is not None:
            section.remove(found)
    numbers = section.find(_W + "pgNumType")
    if numbers is not None:
        numbers.attrib.pop(_W + "start", None)
    _put(section, "type").set(_W + "val", "continuous" if is_continuous else "nextPage")


def _put(section: Element, name: str) -> Element:
    """Return a child of a section, made in its place where it is not there."""
    found = section.find(_W + name)
    if found is None:
        found = etree.Element(_W + name)
        before = {_W + one for one in _ORDER[: _ORDER.index(name)]}
        section.insert(sum(1 for child in section if child.tag in before), found)
    return found


def _closed(text: str, section: str) -> str:
    """Return a section's text, its properties in its last paragraph."""
    if text.endswith("</w:p>"):
        start = max(text.rfind("<w:p>"), text.rfind("<w:p "))
        end = text.find("</w:pPr>", start)
        if end >= 0 and "<w:sectPr" not in text[start:]:
            return text[:end] + section + text[end:]
    small = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f"{text}<w:p><w:pPr>{small}{section}</w:pPr></w:p>"


def _ended(text: str) -> str:
    """Return a text that ends in a paragraph, as a body must."""
    return text if text.endswith(("</w:p>", "<w:p/>")) else f"{text}<w:p/>"


def _text(section: Element) -> str:
    return etree.tostring(section, encoding="unicode", with_tail=False)


def _number(element: Element | None, name: str, otherwise: int) -> int:
    try:
        return int(float(str(element.get(_W + name)))) if element is not None else otherwise
    except ValueError:
        return otherwise
