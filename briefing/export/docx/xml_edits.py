"""Elements taken out of a part, with what they hold or without."""

from briefing.export.docx.xml_text import WORD, Element

_CONTENT = f"{{{WORD}}}sdtContent"


def remove(element: Element) -> None:
    """Take an element out with all that it holds."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def replace(element: Element, other: Element) -> None:
    """Put another element in place of one."""
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, other)


def unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        for offset, child in enumerate(list(element)):
            parent.insert(place + offset, child)
        parent.remove(element)


def remove_between(first: Element, last: Element) -> bool:
    """Take out two children of one element and all between them; say whether they are such."""
    parent = first.getparent()
    if parent is None or last.getparent() is not parent:
        return False
    for child in list(parent)[parent.index(first) : parent.index(last) + 1]:
        parent.remove(child)
    return True


def dissolve(control: Element) -> None:
    """Put what a content control holds in its place (CT_Sdt…)."""
    for child in list(control):
        if child.tag == _CONTENT:
            unwrap(child)
        else:
            control.remove(child)
    unwrap(control)
