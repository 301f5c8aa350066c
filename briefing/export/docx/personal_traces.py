"""What a house style file must not pass on: editing sessions, tracked changes, their authors."""

import re

from lxml import etree

from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SESSION = re.compile(rf"{re.escape(_W)}rsid\w*|{re.escape(_W14)}(?:paraId|textId)")
_GONE = {
    _W + name
    for name in (
        "rsid", "rsids", "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "numberingChange", "commentRangeStart", "commentRangeEnd",
        "commentReference", "proofErr", "moveFromRangeStart", "moveFromRangeEnd",
        "moveToRangeStart", "moveToRangeEnd",
    )
}  # fmt: skip
_UNWRAPPED = {_W + "ins", _W + "moveTo"}


def without_traces(root: Element) -> Element:
    """Return the element with its tracked changes accepted and its session marks taken out."""
    for element in list(root.iter(etree.Element)):
        for name in [n for n in element.attrib if _SESSION.fullmatch(str(n))]:
            del element.attrib[name]
        parent = element.getparent()
        if parent is None:
            continue
        if element.tag in _GONE:
            parent.remove(element)
        elif element.tag in _UNWRAPPED:
            place = parent.index(element)
            for offset, child in enumerate(list(element)):
                parent.insert(place + offset, child)
            parent.remove(element)
    return root
