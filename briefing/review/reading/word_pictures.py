"""The part that a drawing shows: a picture, a chart, the picture of an embedded thing."""

from briefing.ooxml.word_content import chosen
from briefing.ooxml.word_package import Element, local, value


def picture_part(element: Element) -> str:
    """Return the relation's id of the first thing shown outside of text boxes, or nothing."""
    for inner in element:
        name = local(inner)
        if name == "txbxContent":
            continue
        if name == "blip":
            found = value(inner, "embed") or value(inner, "link")
        elif name in {"imagedata", "chart"}:
            found = value(inner, "id")
        elif name == "AlternateContent":
            picked = chosen(inner)
            found = picture_part(picked) if picked is not inner else ""
        else:
            found = picture_part(inner)
        if found:
            return found
    return ""
