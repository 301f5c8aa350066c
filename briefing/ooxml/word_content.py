"""What of a Word element is to be read: a control's content, one of several ways, text boxes."""

from collections.abc import Iterator

from briefing.ooxml.word_package import Element, child, local


def content_of(control: Element) -> Element:
    """Return what a content control holds."""
    found = child(control, "sdtContent")
    return control if found is None else found


def chosen(alternatives: Element) -> Element:
    """Return one of several ways to say the same (ECMA-376-3, 9.3): the first there is."""
    first = child(alternatives, "Choice")
    found = first if first is not None and len(first) else child(alternatives, "Fallback")
    return alternatives if found is None else found


def boxes(element: Element) -> Iterator[Element]:
    """Yield the outermost text boxes of a drawing, each once."""
    for inner in element:
        name = local(inner)
        if name == "txbxContent":
            yield inner
        elif name == "AlternateContent":
            picked = chosen(inner)
            yield from boxes(picked) if picked is not inner else ()
        else:
            yield from boxes(inner)
