"""A house's own text round a memo's: what of it may leave, and its document with ours within."""

from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from briefing.export.docx.own_contents import is_contents
from briefing.export.docx.personal_traces import without_traces
from briefing.export.docx.xml_edits import remove, replace
from briefing.export.docx.xml_text import NAMESPACES, WORD, Element, parse_part, part_bytes

_W = f"{{{WORD}}}"
_MARKS = {_W + "bookmarkStart", _W + "bookmarkEnd"}
_FIRST_ID = 1_000_000  # of the house's own bookmarks; the memo's count from 1
_NOT_OURS = {
    _W + name
    for name in (
        "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef", "permStart",
        "permEnd", "lastRenderedPageBreak", "background",
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OwnText:
    """A house's document, the empty paragraph that stands for the memo's text, and its section.

    `contents` is another one that stands for the memo's table of contents, where the house has one.
    """

    root: Element
    marker: Element
    section: Element
    contents: Element | None = None

    def around(self, body: str) -> bytes:
        """Return the document's part with a memo's blocks in their place.

        `body` ends with the properties of its last section: they take the place of the house's.
        """
        blocks = parse_part(f"<w:body {NAMESPACES}>{body}</w:body>".encode())
        is_in_cell = next(self.marker.iterancestors(_W + "tc"), None) is not None
        for section in list(blocks.iter(_W + "sectPr")) if is_in_cell else ():
            remove(section)  # no section ends within a table (ECMA-376 part 1, 17.6.17)
        self._move_contents(blocks)
        _into_first_paragraph(blocks)
        for block in list(blocks):
            if block.tag == _W + "sectPr":
                replace(self.section, block)
            else:
                self.marker.addprevious(block)
        remove(self.marker)
        etree.cleanup_namespaces(self.root, keep_ns_prefixes=_ignorable(self.root))
        return part_bytes(self.root)

    def _move_contents(self, blocks: Element) -> None:
        """Put the memo's first table of contents where the house has its own."""
        if self.contents is None:
            return
        table = next((one for one in blocks.iterfind(_W + "sdt") if is_contents(one)), None)
        if table is not None:
            replace(self.contents, table)
        else:
            remove(self.contents)


def _into_first_paragraph(blocks: Element) -> None:
    """Put the marks of the document, which stand before it, into its first paragraph.

    Word keeps marks between two blocks, but what reads tables may not look there.
    """
    marks = list(takewhile(lambda one: one.tag in _MARKS, blocks))
    first = next(blocks.iter(_W + "p"), None)
    if first is None:
        return
    place = int(first.find(_W + "pPr") is not None)
    for offset, mark in enumerate(marks):
        first.insert(place + offset, mark)


def clean_own_text(root: Element) -> None:
    """Take out of a house's document what belongs to its editing, its notes and its readers."""
    without_traces(root)
    for element in list(root.iter(_NOT_OURS)):
        remove(element)
    _settle_bookmarks(root)


def drop_bookmarks(root: Element) -> None:
    """Take the bookmarks out of a part: their numbers are the document's alone."""
    for mark in list(root.iter(_W + "bookmarkStart", _W + "bookmarkEnd")):
        remove(mark)


def _settle_bookmarks(root: Element) -> None:
    """Give the marks that are whole numbers of their own, and drop the others."""
    ends = {str(e.get(_W + "id")): e for e in root.iter(_W + "bookmarkEnd")}
    names: set[str] = set()
    for number, start in enumerate(list(root.iter(_W + "bookmarkStart")), _FIRST_ID):
        name, end = str(start.get(_W + "name") or ""), ends.pop(str(start.get(_W + "id")), None)
        if end is None or name in names or name.startswith(("_bfg_", "_GoBack")):
            remove(start)
            if end is not None:
                remove(end)
            continue
        names.add(name)
        for mark in (start, end):
            mark.set(_W + "id", str(number))
    for end in ends.values():
        remove(end)


def _ignorable(root: Element) -> list[str]:
    """Return the prefixes that a root names as such: they have to stay declared."""
    name = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
    listed = str(root.get(name + "Ignorable") or "").split()
    required = {
        prefix
        for element in root.iter(etree.Element)
        for prefix in str(element.get("Requires") or "").split()
    }
    return sorted({*listed, *required, "w", "r"} & {prefix for prefix in root.nsmap if prefix})
