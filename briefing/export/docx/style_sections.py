"""The sections of a house's Word file: their pages, and which of them a memo is written in."""

from copy import deepcopy

from briefing.export.docx.own_paragraphs import own_line
from briefing.export.docx.sound_parts import in_order
from briefing.export.docx.xml_text import RELATIONSHIPS, WORD, Element

_W = f"{{{WORD}}}"
_KNOWN = (_W, f"{{{RELATIONSHIPS}}}")
_REFERENCES = {_W + "headerReference", _W + "footerReference"}
_UNITS = (("pt", 20.0), ("in", 1440.0), ("cm", 566.93), ("mm", 56.693), ("pc", 240.0))
_OF_THE_FILE = ("footnotePr", "endnotePr", "sectPrChange", "printerSettings", "formProt")


def sections_of(body: Element) -> list[Element]:
    """Return the section properties of a body in their order, the last section's too.

    What is told of notes, printers and forms is gone from them. A body without any gets one.
    """
    if body.find(_W + "sectPr") is None:
        body.append(body.makeelement(_W + "sectPr", {}, {}))
    sections = [s for s in body.iter(_W + "sectPr") if _ends_a_section(s, body)]
    for section in sections:
        in_order(section)
        for element in section.iter():
            for name in [n for n in map(str, element.attrib) if not n.startswith(_KNOWN)]:
                del element.attrib[name]
        for name in _OF_THE_FILE:
            for child in section.findall(_W + name):
                section.remove(child)
    return sections


def main_section(body: Element, sections: list[Element]) -> Element:
    """Return the section that has most of a file's own text, made to stand alone.

    A cover or an appendix has less. Headers and footers that it takes from the sections before
    it (ECMA-376 part 1, 17.10.5) are given to it; that it is centred on the page belongs to covers.
    """
    weights = dict.fromkeys(sections, 0)
    ends = iter(sections)
    current = next(ends)
    for block in body:
        weights[current] += sum(len(own_line(p)) for p in block.iter(_W + "p"))
        if any(section is current for section in block.iter(_W + "sectPr")):
            current = next(ends, current)
    best = max(reversed(sections), key=weights.__getitem__)  # the last of those alike
    chosen = deepcopy(best)
    for name in ("type", "vAlign"):
        for child in chosen.findall(_W + name):
            chosen.remove(child)
    for numbers in chosen.iterfind(_W + "pgNumType"):
        if numbers.get(_W + "start") not in {None, "0", "1"}:
            del numbers.attrib[_W + "start"]  # pages before it are not there
    for place, reference in enumerate(_missing_heads(chosen, sections[: sections.index(best)])):
        chosen.insert(place, reference)
    return chosen


def section_after(marker: Element, sections: list[Element]) -> Element:
    """Return the section that a place in the body belongs to: the next that ends behind it."""
    order = {element: place for place, element in enumerate(marker.getroottree().iter())}
    here = order[marker]
    return next((s for s in sections if order[s] > here), sections[-1])


def head_kinds(section: Element, name: str) -> set[str]:
    """Return for which pages (default, first, even) a section names a header or footer."""
    return {str(e.get(_W + "type")) for e in section.iterfind(_W + f"{name}Reference")}


def _missing_heads(section: Element, before: list[Element]) -> list[Element]:
    there = {_kind(e) for e in section if e.tag in _REFERENCES}
    found: dict[tuple[str, str], Element] = {}
    for earlier in before:
        found |= {_kind(e): e for e in earlier if e.tag in _REFERENCES and _kind(e) not in there}
    return [deepcopy(reference) for _, reference in sorted(found.items(), key=lambda one: one[0])]


def _kind(reference: Element) -> tuple[str, str]:
    return str(reference.tag), str(reference.get(_W + "type"))


def _ends_a_section(section: Element, body: Element) -> bool:
    """Say whether section properties count: of the body, or of a paragraph (not of a change)."""
    parent = section.getparent()
    return parent is body or (parent is not None and parent.tag == _W + "pPr")


def width_of(measure: str) -> int:
    """Return a measure in twentieths of a point; 0 where it is none (ST_TwipsMeasure)."""
    text = measure.strip().lower()
    for unit, twips in _UNITS:
        if text.endswith(unit):
            return _whole(text.removesuffix(unit), twips)
    return _whole(text, 1.0)


def _whole(text: str, times: float) -> int:
    try:
        return int(float(text) * times)
    except ValueError:
        return 0
