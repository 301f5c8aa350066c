"""Tracked changes made in the XML of our own exports, as a reviewer's Word would leave them."""
# pyright: reportOptionalMemberAccess=false, reportReturnType=false, reportArgumentType=false

import copy
import zipfile
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass
class TrackedFile:
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

    def delete(self, number: int, start: int, end: int) -> None:
        """Take out words of a paragraph, marks of notes between them too."""
        for one in self._runs_between(self.paragraphs[number], start, end):
            self._wrap(one, "del")
            for words in one.iter(W + "t"):
                words.tag = W + "delText"

    def insert(self, number: int, place: int, words: str, look: str = "") -> None:
        """Put words into a paragraph."""
        paragraph = self.paragraphs[number]
        after = self._split(paragraph, place)
        made = self._run(words, look)
        if after is None:
            paragraph.append(made)
        elif after.getparent().tag in {W + "del", W + "ins"}:
            after.getparent().addprevious(made)
        else:
            after.addprevious(made)
        self._wrap(made, "ins")

    def replace(self, words: str, new: str) -> None:
        """Put words that look alike in the place of others, wherever these stand first."""
        number = self.number_of(words)
        start = self.text(number).index(words)
        at = self._split(self.paragraphs[number], start)
        look = at.find(W + "rPr") if at is not None else None
        self.delete(number, start, start + len(words))
        if not new or at is None:
            return
        made = self._run(new)
        if look is not None:
            made.insert(0, copy.deepcopy(look))
        at.getparent().addnext(made)
        self._wrap(made, "ins")

    def end_paragraph(self, number: int, place: int) -> None:
        """Begin a new paragraph at a place."""
        paragraph = self.paragraphs[number]
        at = self._split(paragraph, place)
        first = etree.Element(W + "p")
        properties = paragraph.find(W + "pPr")
        if properties is not None:
            first.append(copy.deepcopy(properties))
        top = at
        while top is not None and top.getparent() is not paragraph:
            top = top.getparent()
        for child in list(paragraph):
            if child is top:
                break
            if child.tag != W + "pPr":
                first.append(child)
        paragraph.addprevious(first)
        self._mark(first, "ins")

    def add_paragraph(self, number: int, words: str) -> None:
        """Put a new paragraph before one."""
        paragraph = self.paragraphs[number]
        new = etree.Element(W + "p")
        properties = paragraph.find(W + "pPr")
        if properties is not None:
            new.append(copy.deepcopy(properties))
        made = self._run(words)
        new.append(made)
        self._wrap(made, "ins")
        paragraph.addprevious(new)
        self._mark(new, "ins")

    def join(self, number: int) -> None:
        """Take out the end of a paragraph."""
        self._mark(self.paragraphs[number], "del")

    def delete_paragraph(self, number: int) -> None:
        """Take out all of a paragraph."""
        self.delete(number, 0, len(self.text(number)) + 1)
        self.join(number)

    def move_paragraph(self, number: int, before: int) -> None:
        """Move all of a paragraph before another one."""
        paragraph, target = self.paragraphs[number], self.paragraphs[before]
        new = copy.deepcopy(paragraph)
        for mark in [*new.iter(W + "bookmarkStart"), *new.iter(W + "bookmarkEnd")]:
            mark.getparent().remove(mark)
        for one, tag in ((paragraph, "moveFrom"), (new, "moveTo")):
            for run in list(one.iter(W + "r")):
                self._wrap(run, tag)
            self._mark(one, tag)
        target.addprevious(new)
        for one, tag in ((paragraph, "moveFrom"), (new, "moveTo")):
            start, end = self._said(tag + "RangeStart"), etree.Element(W + tag + "RangeEnd")
            start.set(W + "name", f"move{number}")
            end.set(W + "id", start.get(W + "id"))
            one.addprevious(start)
            one.addnext(end)

    def add_note(self, number: int, place: int, words: str) -> None:
        """Put a footnote into a paragraph."""
        notes = etree.fromstring(self.parts["word/footnotes.xml"])
        note = etree.SubElement(notes, W + "footnote")
        note.set(W + "id", "77")
        paragraph = etree.SubElement(note, W + "p")
        made = self._run(words)
        paragraph.append(made)
        self._wrap(made, "ins")
        self.parts["word/footnotes.xml"] = etree.tostring(notes, xml_declaration=True)
        self.insert(number, place, "x")
        run = next(
            one for one in self.paragraphs[number].iter(W + "ins") if "".join(one.itertext()) == "x"
        )[0]
        run.remove(run.find(W + "t"))
        etree.SubElement(run, W + "footnoteReference").set(W + "id", "77")

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

    def delete_row(self, number: int) -> None:
        """Take out the row that a paragraph stands in."""
        row = self._row(number)
        properties = row.find(W + "trPr")
        properties.append(self._said("del"))

    def copy_row(self, number: int, *cells: str) -> None:
        """Put in a row behind the one that a paragraph stands in."""
        row = self._row(number)
        new = copy.deepcopy(row)
        for paragraph, words in zip(new.iter(W + "p"), cells, strict=False):
            for child in list(paragraph):
                if child.tag != W + "pPr":
                    paragraph.remove(child)
            made = self._run(words)
            paragraph.append(made)
            self._wrap(made, "ins")
        header = new.find(W + "trPr").find(W + "tblHeader")
        if header is not None:
            header.getparent().remove(header)
        new.find(W + "trPr").append(self._said("ins"))
        row.addnext(new)

    def insert_row(self, row: etree._Element) -> None:
        """Have a row that was put in say so, and its words."""
        properties = row.find(W + "trPr")
        if properties is None:
            properties = etree.Element(W + "trPr")
            row.insert(0, properties)
        properties.append(self._said("ins"))
        for one in list(row.iter(W + "r")):
            self._wrap(one, "ins")

    def mark_inserted(self, number: int) -> None:
        """Have the end of a paragraph say that it was put in."""
        self._mark(self.paragraphs[number], "ins")

    def embolden(self, number: int, start: int, end: int) -> None:
        """Set words in bold."""
        for one in self._runs_between(self.paragraphs[number], start, end):
            properties = one.find(W + "rPr")
            if properties is None:
                properties = etree.Element(W + "rPr")
                one.insert(0, properties)
            was = copy.deepcopy(properties)
            bold = etree.SubElement(properties, W + "b")
            style = properties.find(W + "rStyle")
            properties.remove(bold)
            properties.insert(0 if style is None else 1, bold)
            change = self._said("rPrChange")
            change.append(was)
            properties.append(change)

    def shape_as(self, number: int, like: int, *, is_tracked: bool = True) -> None:
        """Give a paragraph the style and the list of another one."""
        paragraph, other = self.paragraphs[number], self.paragraphs[like]
        was = paragraph.find(W + "pPr")
        new = copy.deepcopy(other.find(W + "pPr"))
        if was is not None:
            paragraph.remove(was)
        paragraph.insert(0, new)
        if is_tracked:
            change = self._said("pPrChange")
            change.append(was if was is not None else etree.Element(W + "pPr"))
            new.append(change)

    def saved(self) -> bytes:
        """Return the file."""
        self.parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True)
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                package.writestr(name, data)
        return file.getvalue()

    def _row(self, number: int) -> etree._Element:
        row = self.paragraphs[number].getparent().getparent()
        assert row.tag == W + "tr"
        return row

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
