"""XML of references: parsed without entities or network, damaged files as far as they go."""

from typing import TypeAlias

from lxml import etree

from briefing.errors import IntakeError
from briefing.intake.safe_xml import xml_text

Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage] # noqa: SLF001 # lxml names no other
DAMAGED = "The file is damaged; it was read as far as it goes."


def parsed_references(data: bytes) -> tuple[Element, str]:
    """Return the root and a remark; IntakeError where not even a beginning can be read."""
    text = xml_text(data).encode()
    try:
        return etree.fromstring(text, _parser()), ""
    except etree.XMLSyntaxError:
        pass
    try:
        root = etree.fromstring(text, _parser(recover=True))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise IntakeError("It is no sound XML.")
    return root, DAMAGED


def words_in(element: Element | None) -> str:
    """Return all text inside an element, or nothing."""
    if element is None:
        return ""
    return "".join(str(piece) for piece in element.itertext()).strip()


def local_name(element: Element) -> str:
    """Return an element's name without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True, recover=recover,
    )  # fmt: skip
