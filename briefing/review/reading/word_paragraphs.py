"""The paragraphs of one part of a Word file in reading order, with the changes of their marks."""

from dataclasses import replace

from briefing.model.word_review import RevisionKind, WordParagraph
from briefing.ooxml.word_content import chosen, content_of
from briefing.ooxml.word_package import Element, child, local, value
from briefing.ooxml.word_styles import list_of
from briefing.review.reading.format_words import changed_properties
from briefing.review.reading.paragraph_builder import ParagraphBuilder, said
from briefing.review.reading.range_marks import Place
from briefing.review.reading.revision_log import COMING, mark_of
from briefing.review.reading.word_inlines import NUMBERS_CHANGED, TRACKS, InlineReader
from briefing.review.reading.word_lists import WordLists
from briefing.review.reading.word_story import Box, Container, Story
from briefing.review.reading.word_tables import TableReader

_COMING_MARKS = {
    "ins": RevisionKind.PARAGRAPH_INSERTION,
    "moveTo": RevisionKind.PARAGRAPH_INSERTION,
}
_GOING_MARKS = {"del": RevisionKind.PARAGRAPH_DELETION, "moveFrom": RevisionKind.PARAGRAPH_DELETION}
_MARK_FORMAT = "paragraph mark"
_WAITING = WordParagraph(0, "", ())


class ParagraphReader:
    """Reads the blocks of parts, one after another, into one numbered row of paragraphs."""

    def __init__(self, lists: WordLists) -> None:
        self.paragraphs: list[WordParagraph] = []
        self.lengths: list[int] = []
        self._lists = lists
        self._started = 0
        self._tables = 0
        self._boxes = 0

    def blocks(self, parent: Element, story: Story, inside: Container) -> None:
        """Read what stands in a body, a cell, a box or a note, in its order."""
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element, story, inside)
            elif name == "tbl":
                self._table(element, story, inside)
            elif name == "sdt":
                self.blocks(content_of(element), story, inside)
            elif name in {"customXml", "smartTag"}:
                self.blocks(element, story, inside)
            elif name in TRACKS:
                self._tracked_blocks(element, name, story, inside)
            elif name == "AlternateContent":
                self.blocks(chosen(element), story, inside)
            elif name == "altChunk":
                story.warnings.append("A document embedded in it was not read.")
            elif name == "sectPr":
                self._section(element, story)
            else:
                story.mark(element, name, self.between(name))

    def _tracked_blocks(self, element: Element, name: str, story: Story, inside: Container) -> None:
        mark = mark_of(TRACKS[name], element, story.ranges.move())
        number = story.log.open(mark, inside.part, self._started)
        if TRACKS[name] in COMING:
            within = replace(inside, inserted=(*inside.inserted, number))
        else:
            within = replace(inside, deleted=(*inside.deleted, number))
        self.blocks(element, story, within)

    def _paragraph(self, element: Element, story: Story, inside: Container) -> None:
        number = self._started
        self._started += 1
        self.paragraphs.append(_WAITING)  # its place; filled below
        self.lengths.append(0)
        builder = ParagraphBuilder(number, inside.part, inside.inserted, inside.deleted)
        properties = child(element, "pPr")
        formats = self._formats(properties, story, builder)
        InlineReader(story, builder).read(element)
        mark = child(properties, "rPr")
        come = self._mark(mark, _COMING_MARKS, story, builder)
        gone = self._mark(mark, _GOING_MARKS, story, builder)
        self._mark_format(mark, story, builder)
        pieces = builder.pieces()
        words = "".join(map(said, pieces))
        for one in formats:
            story.log.settle(one, words, words)
        self.lengths[number] = builder.length
        style, heading, level, is_ordered = self._shape(properties, story)
        self.paragraphs[number] = WordParagraph(
            number,
            inside.part,
            pieces,
            style,
            heading,
            level,
            is_ordered,
            cell=inside.cell,
            note=inside.note,
            mark_inserted=come or next(iter(inside.inserted), 0),
            mark_deleted=gone or next(iter(inside.deleted), 0),
        )
        boxes, story.boxes[:] = story.boxes[:], []
        for box in boxes:
            self._box(box, story)

    def _shape(self, properties: Element | None, story: Story) -> tuple[str, int, int, bool]:
        """Return a paragraph's style, its level as a heading and as an item, whether in order."""
        styles = story.styles
        style = value(child(properties, "pStyle"))
        listed = list_of(properties, style, styles)
        heading = styles.heading(style)
        outline = value(child(properties, "outlineLvl"))
        if not heading and outline.isdecimal() and int(outline) < len("123456789"):
            heading = int(outline) + 1
        named = next((one.name for one in styles.chain(style)[:1]), style)
        if listed is None:
            return named, heading, -1, False
        return named, heading, listed[1], self._lists.is_ordered(*listed)

    def _mark(
        self, letters: Element | None, kinds: dict[str, RevisionKind], story: Story,
        builder: ParagraphBuilder,
    ) -> int:  # fmt: skip
        """Return the change that brought or took the paragraph's end, or 0 (17.13.5.15, .20)."""
        for name, kind in kinds.items():
            found = child(letters, name)
            if found is None:
                continue
            move = story.ranges.move() if name.startswith("move") else ""
            number = story.log.open(mark_of(kind, found, move), builder.part, builder.number)
            is_gone = kind is RevisionKind.PARAGRAPH_DELETION
            story.log.settle(number, "\n" if is_gone else "", "" if is_gone else "\n")
            return number
        return 0

    def _mark_format(
        self, letters: Element | None, story: Story, builder: ParagraphBuilder
    ) -> None:
        """Note that the letters of a paragraph's end changed, unless its last words did too."""
        change = child(letters, "rPrChange")
        if letters is None or change is None:
            return
        mark = mark_of(RevisionKind.RUN_FORMAT, change)
        detail = changed_properties(letters, change)
        if not builder.same_format(mark, detail):
            story.log.open(mark, builder.part, builder.number, f"{_MARK_FORMAT}: {detail}")

    def _formats(
        self, properties: Element | None, story: Story, builder: ParagraphBuilder
    ) -> list[int]:
        """Note changes of a paragraph's format, its list and the section that it ends."""
        if properties is None:
            return []
        marks: list[tuple[RevisionKind, Element, str]] = []
        change = child(properties, "pPrChange")
        if change is not None:
            detail = changed_properties(properties, change)
            marks.append((RevisionKind.PARAGRAPH_FORMAT, change, detail))
        numbers = child(properties, "numPr")
        for name, detail in (("ins", "list added"), ("numberingChange", NUMBERS_CHANGED)):
            found = child(numbers, name)
            if found is not None:
                marks.append((RevisionKind.NUMBERING, found, detail))
        section = child(properties, "sectPr")
        if section is not None:
            self._section(section, story)
        return [
            story.log.open(mark_of(kind, element), builder.part, builder.number, detail)
            for kind, element, detail in marks
        ]

    def _section(self, element: Element, story: Story) -> None:
        change = child(element, "sectPrChange")
        if change is not None:
            detail = changed_properties(element, change)
            mark = mark_of(RevisionKind.SECTION_FORMAT, change)
            story.log.open(mark, story.kind, max(0, self._started - 1), detail)

    def _box(self, box: Box, story: Story) -> None:
        self._boxes += 1
        inside = Container("text-box", f"text-box-{self._boxes}", None, box.inserted, box.deleted)
        self.blocks(box.content, story, inside)

    def _table(self, table: Element, story: Story, inside: Container) -> None:
        number = self._tables
        self._tables += 1
        TableReader(self, story, inside, number).read(table)

    def started(self) -> int:
        """Return the number of the next paragraph."""
        return self._started

    def words(self, first: int) -> str:
        """Return the words of the paragraphs from that number on, tabs between them."""
        return "\t".join(one.text for one in self.paragraphs[first:])

    def between(self, name: str) -> Place:
        """Return the place of a mark between paragraphs: ends belong to the one before."""
        last = self._started - 1
        if name.endswith("End") and last >= 0:
            return Place(last, self.lengths[last])
        return Place(self._started, 0)
