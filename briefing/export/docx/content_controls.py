"""Content controls of a house filled with the memo's fields (ECMA-376 part 1, 17.5.2)."""

import re

from lxml import etree

from briefing.export.docx.memo_fields import MemoFields
from briefing.export.docx.own_paragraphs import set_text
from briefing.export.docx.style_list import is_on, value_of
from briefing.export.docx.style_words import Tokens
from briefing.export.docx.xml_edits import remove
from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_BINDINGS = {
    _W + "dataBinding",
    "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding",
}
_OTHER_KINDS = {
    "docPartObj", "docPartList", "picture", "group", "bibliography", "citation", "equation",
    "checkbox", "repeatingSection", "repeatingSectionItem", "webExtensionCreated",
}  # fmt: skip
# which field a control that is bound to a document property shows (ECMA-376 part 2, 11)
_PROPERTIES = {
    "title": "subject",
    "subject": "heading",
    "creator": "from",
    "keywords": "keywords",
    "category": "marking",
}
_STEP = re.compile(r"(?:\w+:)?(\w+)(?:\[\d+\])?$")


def fill_controls(root: Element, fields: MemoFields) -> dict[Tokens, str]:
    """Fill the controls whose tag, title or property names a field; return those, by their keys.

    No control stays bound to data or to a text that asks for input: neither goes with a memo.
    """
    found: dict[Tokens, str] = {}
    for control in list(root.iter(_W + "sdt")):
        properties = control.find(_W + "sdtPr")
        content = control.find(_W + "sdtContent")
        if properties is None or content is None:
            continue
        name = _field_name(properties, fields)
        _unbind(properties)
        if name:
            value = fields.value(name) or ""
            found[fields.key(name)] = value
            asks = is_on(properties.find(_W + "showingPlcHdr"))
            _drop(properties, "showingPlcHdr")
            for date in properties.iterfind(_W + "date"):
                date.attrib.pop(_W + "fullDate", None)
            _fill(content, value, asks=asks)
    return found


def control_names(control: Element) -> tuple[str, ...]:
    """Return the tag and the title of a control."""
    names = (value_of(control, "sdtPr", "tag"), value_of(control, "sdtPr", "alias"))
    return tuple(name for name in names if name.strip())


def _field_name(properties: Element, fields: MemoFields) -> str:
    kinds = {etree.QName(child).localname for child in properties.iter(etree.Element)}
    if kinds & _OTHER_KINDS:
        return ""
    names = [value_of(properties, "tag"), value_of(properties, "alias")]
    for binding in properties.iter(*_BINDINGS):
        path = str(binding.get(_W + "xpath") or "")
        step = _STEP.search(path)
        if "coreProperties" in path and step:
            names.append(_PROPERTIES.get(step[1], ""))
    return next((name for name in names if name and fields.value(name) is not None), "")


def _unbind(properties: Element) -> None:
    for binding in list(properties.iter(*_BINDINGS)):
        remove(binding)
    _drop(properties, "placeholder")


def _drop(properties: Element, name: str) -> None:
    for child in properties.findall(_W + name):
        properties.remove(child)


def _fill(content: Element, value: str, *, asks: bool) -> None:
    """Write a value in the look of the first run there is; the rest of the text goes."""
    holder = next(content.iter(_W + "p"), content)
    for other in list(content.iter(_W + "p")):
        if other is not holder and other.getparent() is holder.getparent():
            remove(other)
    runs = [run for run in holder.iter(_W + "r") if run.find(_W + "rPr") is not None]
    runs = runs or list(holder.iter(_W + "r"))
    look = runs[0].find(_W + "rPr") if runs else None
    for child in list(holder):
        if child.tag != _W + "pPr":
            holder.remove(child)
    run = etree.SubElement(holder, _W + "r")
    if look is not None:
        for style in look.findall(_W + "rStyle") if asks else ():
            look.remove(style)  # that of the text which asked for input
        run.append(look)
    set_text(etree.SubElement(run, _W + "t"), value)
