"""How the blocks of one document stand: how wide, in which section, under what names."""

from collections.abc import Callable, Generator
from contextlib import contextmanager

from briefing.export.docx.picture_drawing import PictureDrawing
from briefing.export.docx.reference_marks import ReferenceMarks
from briefing.export.docx.section_breaks import section_size
from briefing.export.docx.xml_text import Element
from briefing.model.block import Div

_END = "</w:pPr>"


class Layout:
    """What block writers ask for; `contents` writes a table of contents of a width."""

    def __init__(
        self,
        section: Element,
        marks: ReferenceMarks,
        pictures: PictureDrawing,
        contents: Callable[[Div, int], str],
    ) -> None:
        self.marks = marks
        self._section = section
        self._pictures = pictures
        self._contents = contents
        self._columns = 0
        self.width = section_size(section, "")[0]

    @contextmanager
    def section(self, kind: str) -> Generator[None]:
        """Have blocks and pictures fit a kind of section for a while."""
        outer = self.width, self._columns
        self.width, self._columns = section_size(self._section, kind)[0], 0
        self._pictures.text_width = self.width
        yield
        self.width, self._columns = outer
        self._pictures.text_width = self.width

    def starts_column(self) -> bool:
        """Count a column in; tell whether another one stands before it."""
        self._columns += 1
        return self._columns > 1

    def named(self, div: Div, text: str) -> str:
        """Return the blocks of a div with its bookmark at their beginning, if links need it."""
        mark = self.marks.around(div, "")
        if not mark:
            return text
        place = text.find(_END)
        if place < 0:  # a place without words
            return f"{text}<w:p>{mark}</w:p>"
        place += len(_END)
        return text[:place] + mark + text[place:]

    def contents(self, div: Div) -> str:
        """Return a table of contents as wide as the text."""
        return self._contents(div, self.width)
