"""Tracked changes made in the XML of our own exports, as a reviewer's Word would leave them."""
# pyright: reportOptionalMemberAccess=false, reportReturnType=false, reportArgumentType=false

import copy

from lxml import etree

from tests.review.open_word_file import OpenWordFile, W


class TrackedFile(OpenWordFile):
    """A Word file in which each change is tracked."""

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

    def _row(self, number: int) -> etree._Element:
        row = self.paragraphs[number].getparent().getparent()
        assert row.tag == W + "tr"
        return row
