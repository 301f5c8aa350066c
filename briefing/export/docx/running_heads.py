"""`{{field}}`s of headers, footers and a house's own text filled in, and the marking on a page."""

import re

from lxml import etree

from briefing.export.docx.memo_fields import MemoFields
from briefing.export.docx.own_paragraphs import own_texts, set_text
from briefing.export.docx.style_words import Tokens
from briefing.export.docx.xml_text import NAMESPACES, WORD, Element, escape

_W = f"{{{WORD}}}"
_FIELD = re.compile(r"\{\{\s*([^{}]{1,80}?)\s*\}\}")
_EMPTY_FIELD = "\ufdd0"  # no character: stands for an empty field until its separator is gone
_DASH = r"\s*[·•|–—-]\s*"
_SEPARATOR = re.compile(f"{_EMPTY_FIELD}{_DASH}|{_DASH}{_EMPTY_FIELD}|{_EMPTY_FIELD}")


def fill_fields(root: Element, fields: MemoFields) -> dict[Tokens, str]:
    """Put values in place of the `{{name}}`s of a part; return those found, by their keys.

    A field with no value goes, and one separator (· | –) beside it. Word may have cut a
    placeholder into several runs; its first run gets the value.
    """
    found: dict[Tokens, str] = {}
    for paragraph in root.iter(_W + "p"):
        texts = own_texts(paragraph)
        line = "".join(t.text or "" for t in texts)
        names = _FIELD.findall(line)
        if names:
            found |= {fields.key(name): fields.value(name) or "" for name in names}
            _refill(texts, fields)
    return found


def _refill(texts: list[Element], fields: MemoFields) -> None:
    line = "".join(t.text or "" for t in texts)
    owners = [index for index, t in enumerate(texts) for _ in t.text or ""]
    pieces = [""] * len(texts)
    place = 0
    for match in _FIELD.finditer(line):
        for position in range(place, match.start()):
            pieces[owners[position]] += line[position]
        value = (fields.value(match.group(1)) or "").replace(_EMPTY_FIELD, "")
        pieces[owners[match.start()]] += value or _EMPTY_FIELD
        place = match.end()
    for position in range(place, len(line)):
        pieces[owners[position]] += line[position]
    _drop_empty(pieces)
    for element, piece in zip(texts, pieces, strict=True):
        set_text(element, piece)


def _drop_empty(pieces: list[str]) -> None:
    while match := _SEPARATOR.search("".join(pieces)):
        gone = set(range(match.start(), match.end()))
        place = 0
        for index, piece in enumerate(pieces):
            kept = [c for offset, c in enumerate(piece) if place + offset not in gone]
            place += len(piece)
            pieces[index] = "".join(kept)


def with_marking(root: Element, marking: str, style: str, look: str) -> None:
    """Put a line with the marking at the top of a header or footer that has no place for it."""
    xml = (
        f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{look}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(marking)}</w:t></w:r></w:p>'
    )
    root.insert(0, etree.fromstring(xml.encode()))


def new_head(kind: str, style: str) -> Element:
    """Return an empty header (`hdr`) or footer (`ftr`) for a style file that has none."""
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
    return etree.fromstring(f"<w:{kind} {NAMESPACES}>{paragraph}</w:{kind}>".encode())
