"""Word's own fields for what a memo says of itself: title, author, properties, merge fields.

What they show is that of the house's file until somebody updates them (ECMA-376 part 1, 17.16.5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefing.export.docx.memo_fields import MemoFields
from briefing.export.docx.own_paragraphs import set_text
from briefing.export.docx.style_words import Tokens
from briefing.export.docx.xml_edits import remove, unwrap
from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_CODE = re.compile(r"\s*(\w+)\s*(?:\"([^\"]*)\"|([^\s\\]\S*))?")
_PROPERTIES = {"TITLE": "subject", "SUBJECT": "heading", "AUTHOR": "from", "KEYWORDS": "keywords"}
_NAMED = {"DOCPROPERTY", "DOCVARIABLE", "MERGEFIELD"}  # what they name is not in a memo's file


@dataclass(slots=True)
class _Field:
    """A field that is open: its characters and codes, its code, and what it shows."""

    marks: list[Element] = field(default_factory=list["Element"])
    code: str = ""
    shows: list[Element] | None = None


def fill_document_fields(root: Element, fields: MemoFields) -> dict[Tokens, str]:
    """Have such fields show the memo's values; return those, by their keys.

    A field that names a property or a column which the memo's file has not becomes plain text.
    """
    found: dict[Tokens, str] = {}
    for one in list(_complex(root)):
        _fill(one.code, one.shows or [], one.marks, fields, found)
    for simple in list(root.iter(_W + "fldSimple")):
        code = str(simple.get(_W + "instr") or "")
        _fill(code, list(simple.iter(_W + "t")), [simple], fields, found)
    return found


def _complex(root: Element) -> Iterator[_Field]:
    opened: list[_Field] = []
    for element in root.iter(_W + "fldChar", _W + "instrText", _W + "t"):
        kind = element.get(_W + "fldCharType") if element.tag == _W + "fldChar" else None
        if kind == "begin":
            opened.append(_Field([element]))
        elif not opened:
            continue
        elif element.tag == _W + "t":
            if opened[-1].shows is not None:
                opened[-1].shows.append(element)
        else:
            opened[-1].marks.append(element)
            opened[-1].code += (element.text or "") if element.tag == _W + "instrText" else ""
            if kind == "separate":
                opened[-1].shows = []
            elif kind == "end":
                yield opened.pop()


def _fill(
    code: str,
    shows: list[Element],
    marks: list[Element],
    fields: MemoFields,
    found: dict[Tokens, str],
) -> None:
    match = _CODE.match(code)
    kind = match[1].upper() if match else ""
    if match is None or kind not in _NAMED | set(_PROPERTIES):
        return
    name = _PROPERTIES.get(kind) or match[2] or match[3] or ""
    value = fields.value(name)
    if value is None and kind == "MERGEFIELD":
        return  # somebody will merge it
    for text in shows[1:]:
        set_text(text, "")
    if shows:
        set_text(shows[0], value or "")
        found |= {fields.key(name): value} if value else {}
    if kind in _NAMED:
        _unlink(marks)


def _unlink(marks: list[Element]) -> None:
    for mark in marks:
        if etree.QName(mark).localname == "fldSimple":
            unwrap(mark)
        else:
            remove(mark)
