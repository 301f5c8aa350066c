"""Fields that a file begins and never ends: their marks are no marks, and hide nothing."""

from briefing.ooxml.word_package import Element, value


def without_open_fields(root: Element) -> Element:
    """Return a part without the begins of fields that have no end (ECMA-376-1, 17.16.18).

    Else all that follows would be the code of a field, and nobody would see it.
    """
    begun: list[Element] = []
    for mark in root.iter("{*}fldChar"):
        kind = value(mark, "fldCharType")
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    for mark in begun:
        run = mark.getparent()
        if run is not None:
            run.remove(mark)
    return root
