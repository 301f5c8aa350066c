"""XML in and out: parts read safely, text written as it may stand in them."""

from typing import TypeAlias

from lxml import etree

from briefing.export.legal_text import legal

Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage] # noqa: SLF001 # lxml names no other

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}"'

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def escape(text: str) -> str:
    """Return the text as it stands between two tags."""
    text = legal(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def attribute(text: str) -> str:
    """Return the text as it stands between double quotes; a line end becomes a space."""
    return " ".join(escape(text).split()).replace('"', "&quot;")


def parse_part(data: bytes) -> Element:
    """Parse a part of a Word file: no entity is resolved, no network used."""
    return etree.fromstring(data, _PARSER)


def part_bytes(root: Element) -> bytes:
    """Return a part as it is stored."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
