"""A Word file open for changes: its paragraphs and runs, and what says that one was tracked."""
# pyright: reportOptionalMemberAccess=false, reportReturnType=false, reportArgumentType=false

import copy
import zipfile
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass
class OpenWordFile:
    """A Word file while it is changed; `paragraphs` are those of its body, cells too."""

    data: bytes
    author: str = "Ada"

    def __post_init__(self) -> None:
        with zipfile.ZipFile(BytesIO(self.data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self._last = 1000

    @property
    def paragraphs(self) -> list[etree._Element]:
        """Return the paragraphs that print a part of the memo, cells of its tables too."""
        found: list[etree._Element] = []
        has_begun = False
        for element in self.root.iter(W + "p", W + "bookmarkStart"):
            if element.tag == W + "bookmarkStart":
                has_begun = has_begun or element.get(W + "name", "").count("_") == 4
            else:
                found.append(element)
        first = next(
            (
                number
                for number, one in enumerate(found)
                if any(
                    mark.get(W + "name", "").startswith("_bfg_")
                    and not mark.get(W + "name", "").startswith("_bfg_m")
                    for mark in one.iter(W + "bookmarkStart")
                )
            ),
            len(found),
        )
        return found[first:]

    def text(self, number: int) -> str:
        """Return the words of a paragraph."""
        return "".join(one.text or "" for one in self.paragraphs[number].iter(W + "t"))

    def number_of(self, words: str) -> int:
        """Return the paragraph that holds some words."""
        return next(n for n in range(len(self.paragraphs)) if words in self.text(n))

    def change_silently(self, words: str, new: str) -> None:
        """Change words without tracking."""
        for one in self.root.iter(W + "t"):
            if words in (one.text or ""):
                one.text = one.text.replace(words, new)
                return

    def drop_bookmarks(self) -> None:
        """Lose every bookmark, as some programs do."""
        for mark in [*self.root.iter(W + "bookmarkStart"), *self.root.iter(W + "bookmarkEnd")]:
            mark.getparent().remove(mark)

    def saved(self) -> bytes:
        """Return the file."""
        self.parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True)
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                package.writestr(name, data)
        return file.getvalue()

    def _said(self, tag: str) -> etree._Element:
        self._last += 1
        said = etree.Element(W + tag)
        said.set(W + "id", str(self._last))
        said.set(W + "author", self.author)
        said.set(W + "date", "2026-05-04T09:30:00Z")
        return said

    def _run(self, words: str, look: str = "") -> etree._Element:
        made = etree.Element(W + "r")
        if look:
            properties = etree.SubElement(made, W + "rPr")
            etree.SubElement(properties, W + look)
        text = etree.SubElement(made, W + "t")
        text.text = words
        text.set(SPACE, "preserve")
        return made

    def _wrap(self, run: etree._Element, tag: str) -> None:
        said = self._said(tag)
        run.addprevious(said)
        said.append(run)

    def _mark(self, paragraph: etree._Element, tag: str) -> None:
        properties = paragraph.find(W + "pPr")
        if properties is None:
            properties = etree.Element(W + "pPr")
            paragraph.insert(0, properties)
        letters = properties.find(W + "rPr")
        if letters is None:
            letters = etree.SubElement(properties, W + "rPr")
        letters.insert(0, self._said(tag))

    def _split(self, paragraph: etree._Element, place: int) -> etree._Element | None:
        """Return the run that begins at a place, cut off where need be."""
        at = 0
        for one in list(paragraph.iter(W + "r")):
            words = "".join(t.text or "" for t in one.iter(W + "t"))
            if at == place and (words or one.find(W + "footnoteReference") is None):
                return one
            if at < place < at + len(words):
                tail = copy.deepcopy(one)
                cut = place - at
                text, other = one.find(W + "t"), tail.find(W + "t")
                text.text, other.text = words[:cut], words[cut:]
                for each in (text, other):
                    each.set(SPACE, "preserve")
                one.addnext(tail)
                return tail
            at += len(words)
        return None

    def _runs_between(
        self, paragraph: etree._Element, start: int, end: int
    ) -> list[etree._Element]:
        self._split(paragraph, start)
        self._split(paragraph, end)
        found: list[etree._Element] = []
        at = 0
        for one in list(paragraph.iter(W + "r")):
            words = "".join(t.text or "" for t in one.iter(W + "t"))
            is_inside = start <= at and at + len(words) <= end
            is_mark = not words and start < at < end
            is_settled = one.getparent().tag in {W + "del", W + "ins"}
            if is_inside and (words or is_mark) and not is_settled:
                found.append(one)
            at += len(words)
        return found
