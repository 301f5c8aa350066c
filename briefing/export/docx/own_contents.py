"""A house's own table of contents: its entries are those of its old text, so the memo's replace it.

A table of contents is a field (ECMA-376 part 1, 17.16.5.68), in a content control of Word's gallery
or in plain paragraphs.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefing.export.cross_references import CONTENTS
from briefing.export.docx.style_list import value_of
from briefing.export.docx.xml_edits import remove
from briefing.export.docx.xml_text import WORD, Element
from briefing.model.block import Div, Span
from briefing.model.publication import Publication

_W = f"{{{WORD}}}"
_GALLERY = "Table of Contents"


def is_contents(control: Element) -> bool:
    """Say whether a content control is a table of contents."""
    return value_of(control, "sdtPr", "docPartObj", "docPartGallery") == _GALLERY


def open_contents(body: Element) -> Element | None:
    """Put an empty paragraph in place of the first table of contents; the others go too."""
    markers = [_replaced(blocks) for blocks in list(_tables(body))]
    for marker in markers[1:]:
        remove(marker)
    return markers[0] if markers else None


def with_contents(publication: Publication) -> Publication:
    """Return a memo that has a table of contents for the house's place of it."""
    if any(isinstance(block, Div) and CONTENTS in block.classes for block in publication.blocks):
        return publication
    table = Div(Span(0, 0), (CONTENTS,), (), ())
    return replace(publication, blocks=(table, *publication.blocks))


def _tables(body: Element) -> Iterator[list[Element]]:
    for control in list(body.iter(_W + "sdt")):
        if is_contents(control):
            yield [control]
    for begin in list(body.iter(_W + "fldChar")):
        if begin.get(_W + "fldCharType") == "begin" and _code(begin).startswith("TOC"):
            blocks = list(_blocks_to_end(begin))
            if blocks:
                yield blocks


def _code(begin: Element) -> str:
    """Return the code of the field that begins here."""
    code = ""
    for element in _after(begin):
        if element.tag == _W + "fldChar":
            break
        code += element.text or ""
    return code.strip().upper()


def _blocks_to_end(begin: Element) -> Iterator[Element]:
    """Yield the paragraphs of a field, where it begins and ends in paragraphs side by side."""
    depth, end = 1, None
    for element in _after(begin):
        kind = element.get(_W + "fldCharType")
        depth += {"begin": 1, "end": -1}.get(str(kind), 0)
        if depth == 0:
            end = element
            break
    first = next(begin.iterancestors(_W + "p"), None)
    last = next(end.iterancestors(_W + "p"), None) if end is not None else None
    if first is None or last is None or first.getparent() is not last.getparent():
        return
    yield first
    if first is not last:
        for block in first.itersiblings():
            yield block
            if block is last:
                break


def _after(begin: Element) -> Iterator[Element]:
    """Yield the field characters and codes behind one, in their order."""
    inside = begin.getroottree().iter(_W + "fldChar", _W + "instrText")
    for element in inside:
        if element is begin:
            break
    yield from inside


def _replaced(blocks: list[Element]) -> Element:
    marker = blocks[0].makeelement(_W + "p", {}, {})
    blocks[0].addprevious(marker)
    for block in blocks:
        section = next(block.iter(_W + "sectPr"), None)
        if section is not None:  # a section that ends there still does
            ending = marker.makeelement(_W + "p", {}, {})
            look = marker.makeelement(_W + "pPr", {}, {})
            ending.append(look)
            look.append(section)
            marker.addnext(ending)
        remove(block)
    return marker
