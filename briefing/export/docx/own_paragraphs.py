"""The text of one paragraph of a house, without that of text boxes anchored in it."""

from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def own_texts(paragraph: Element) -> list[Element]:
    """Return the `w:t`s of a paragraph in their order."""
    found: list[Element] = []
    for child in paragraph:
        if child.tag == _W + "t":
            found.append(child)
        elif child.tag != _W + "p":
            found += own_texts(child) if child.tag != _W + "txbxContent" else []
    return found


def own_line(paragraph: Element) -> str:
    """Return a paragraph's text."""
    return "".join(text.text or "" for text in own_texts(paragraph))


def set_text(element: Element, text: str) -> None:
    """Set the text of a `w:t`, with its spaces at both ends."""
    element.text = text
    element.set(_SPACE, "preserve")
