"""How often a Word file's own text uses its styles: what a house uses is what it wants."""

from collections import Counter

from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_USES = {_W + "pStyle", _W + "rStyle", _W + "tblStyle"}


def style_usage(document: Element) -> Counter[str]:
    """Count the style ids that a document's text names."""
    return Counter(str(use.get(_W + "val")) for use in document.iter(*_USES) if use.get(_W + "val"))
