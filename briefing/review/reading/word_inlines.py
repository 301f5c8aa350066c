"""What a paragraph holds, piece by piece: runs, links, fields, and the changes round them."""

import re

from briefing.model.word_review import Look, PieceKind, RevisionKind
from briefing.ooxml.word_content import boxes, chosen, content_of
from briefing.ooxml.word_package import Element, child, local, value
from briefing.ooxml.word_symbols import symbol
from briefing.review.reading.changed_formula import formula_states
from briefing.review.reading.format_words import changed_properties, look_of
from briefing.review.reading.paragraph_builder import ParagraphBuilder
from briefing.review.reading.revision_log import COMING, mark_of
from briefing.review.reading.word_pictures import picture_part
from briefing.review.reading.word_story import Box, Field, Story, place_in

TRACKS = {
    "ins": RevisionKind.INSERTION,
    "del": RevisionKind.DELETION,
    "moveFrom": RevisionKind.MOVE_FROM,
    "moveTo": RevisionKind.MOVE_TO,
}
_WRAPPERS = frozenset(("smartTag", "customXml", "sdtContent", "bdo", "dir", "fldSimple"))
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_CODES = frozenset(("instrText", "delInstrText"))
NUMBERS_CHANGED = "numbers changed"
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_SHAPE = "shape"  # what a drawing shows that holds no part: an arrow, a diagram
_DRAWN = frozenset(("drawing", "pict", "object"))
# A field that shows the end of its own code (17.16.5.25, 17.16.5.34).
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.+)", re.IGNORECASE | re.DOTALL)
_LINK_FIELD = re.compile(r'\s*HYPERLINK\s+(?:\\[mnot]\s+)*(\\l\s+)?"([^"]+)"', re.IGNORECASE)


class InlineReader:
    """Reads into one paragraph's builder what its element holds."""

    def __init__(self, story: Story, builder: ParagraphBuilder) -> None:
        self._story = story
        self._builder = builder

    def read(self, parent: Element, link: str = "") -> None:
        """Read what stands in a paragraph, a link, a control or a change."""
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, link)
            elif name in TRACKS:
                self._track(element, TRACKS[name], link)
            elif name == "hyperlink":
                self.read(element, self._link(element) or link)
            elif name == "sdt":
                self.read(content_of(element), link)
            elif name in _WRAPPERS:
                self.read(element, _field_target(value(element, "instr")) or link)
            elif name == "AlternateContent":
                self.read(chosen(element), link)
            elif name in {"oMath", "oMathPara"}:
                self._formula(element)
            else:
                self._story.mark(element, name, place_in(self._builder))

    def _track(self, element: Element, kind: RevisionKind, link: str) -> None:
        builder, story = self._builder, self._story
        mark = mark_of(kind, element, story.ranges.move() if kind.startswith("move") else "")
        number = builder.same_change(mark) or story.log.open(mark, builder.part, builder.number)
        inserted, deleted = builder.inserted, builder.deleted
        if kind in COMING:
            builder.inserted = (*inserted, number)
        else:
            builder.deleted = (*deleted, number)
        self.read(element, link)
        builder.inserted, builder.deleted = inserted, deleted
        builder.end_change(mark, number)

    def _run(self, run: Element, link: str) -> None:
        letters = child(run, "rPr")
        look = look_of(letters, self._story.styles, link or self._story.field_link())
        formatted, was = self._format(letters, look)
        self._held(run, look, formatted, was)

    def _held(self, run: Element, look: Look, formatted: int, was: Look | None) -> None:
        """Read what a run holds, or one of several ways to say a part of it."""
        for element in run:
            name = local(element)
            if name in {"t", "delText"}:
                self._say(element.text or "", look, formatted, was)
            elif name == "br":
                is_page = value(element, "type") in {"page", "column"}
                self._say("\f" if is_page else "\n", look, formatted, was)
            elif name in _SIGNS:
                self._say(_SIGNS[name], look, formatted, was)
            elif name == "sym":
                self._say(symbol(element), look, formatted, was)
            elif name == "AlternateContent":
                picked = chosen(element)
                if picked is not element:
                    self._held(picked, look, formatted, was)
            else:
                self._inside(element, name, look)

    def _inside(self, element: Element, name: str, look: Look) -> None:
        """Read what is no plain text of a run."""
        if name == "fldChar":
            self._field(element, look)
        elif name in _CODES:
            self._code(element, name)
        elif name in _NOTES:
            self._thing(PieceKind.NOTE, f"{_NOTES[name]}-{value(element, 'id')}", look)
        elif name in _DRAWN:
            self._drawn(element, look)
        elif name == "commentReference":
            comment = self._story.ranges.comment(value(element, "id"))
            comment.reference = place_in(self._builder)
        elif name == "ruby":
            self.read(content_of(element) if (base := child(element, "rubyBase")) is None else base)

    def _format(self, letters: Element | None, look: Look) -> tuple[int, Look | None]:
        """Return the change of format that a run has, and how it looked before."""
        change = child(letters, "rPrChange")
        if letters is None or change is None:
            return 0, None
        builder, story = self._builder, self._story
        mark = mark_of(RevisionKind.RUN_FORMAT, change)
        detail = changed_properties(letters, change)
        number = builder.same_format(mark, detail)
        number = number or story.log.open(mark, builder.part, builder.number, detail)
        builder.begin_format(mark, detail, number)
        return number, look_of(child(change, "rPr"), story.styles, look.link)

    def _say(self, text: str, look: Look, formatted: int, was: Look | None) -> None:
        if not self._story.is_code():
            self._builder.words(text, look, formatted, was)
            self._gather(text, formatted)

    def _thing(self, kind: PieceKind, reference: str, look: Look) -> None:
        self._gather(self._builder.thing(kind, reference, look))

    def _gather(self, text: str, formatted: int = 0) -> None:
        log, builder = self._story.log, self._builder
        for number in builder.inserted:
            log.gather(number, text)
        for number in builder.deleted:
            log.gather(number, text)
        if formatted:
            log.gather(formatted, text)

    def _drawn(self, element: Element, look: Look) -> None:
        held = list(boxes(element))
        part = self._story.target(picture_part(element))
        if part or not held:
            self._thing(PieceKind.PICTURE, part or _SHAPE, look)
        for box in held:
            waiting = Box(box, self._builder.inserted, self._builder.deleted)
            self._story.boxes.append(waiting)

    def _formula(self, element: Element) -> None:
        """Read a formula; one that was changed inside is two, as it was and as it is."""
        builder, story = self._builder, self._story
        before, after, tracks = formula_states(element)
        if not tracks:
            self._thing(PieceKind.FORMULA, after, Look())
            return
        numbers = [
            story.log.open(mark_of(TRACKS[local(one)], one), builder.part, builder.number)
            for one in tracks
        ]
        for number in numbers:
            story.log.settle(number, before, after)
        inserted, deleted = builder.inserted, builder.deleted
        builder.deleted = (*deleted, *numbers)
        builder.thing(PieceKind.FORMULA, before)
        builder.inserted, builder.deleted = (*inserted, *numbers), deleted
        builder.thing(PieceKind.FORMULA, after)
        builder.inserted = inserted

    def _code(self, element: Element, name: str) -> None:
        """Take the code of a field; a change of it alone is told by it (17.13.5.13)."""
        text, builder = element.text or "", self._builder
        for number in (*builder.inserted, *builder.deleted):
            self._story.log.gather_code(number, text)
        fields = self._story.fields
        if name == "instrText" and fields and not fields[-1].is_result:
            fields[-1].code += text

    def _field(self, element: Element, look: Look) -> None:
        fields, builder = self._story.fields, self._builder
        change = child(element, "numberingChange")
        if change is not None:
            mark = mark_of(RevisionKind.NUMBERING, change)
            self._story.log.open(mark, builder.part, builder.number, NUMBERS_CHANGED)
        kind = value(element, "fldCharType")
        if kind == "begin":
            fields.append(Field(link=self._story.field_link()))
        elif kind == "separate" and fields:
            fields[-1].link = _field_target(fields[-1].code) or fields[-1].link
            fields[-1].is_result = True
        elif kind == "end" and fields:
            ended = fields.pop()
            button = None if ended.is_result else _BUTTON.match(ended.code)
            if button is not None:
                self._say(button[1].rstrip(), look, 0, None)

    def _link(self, element: Element) -> str:
        """Return the address of a link, or the bookmark that it leads to (17.16.22)."""
        anchor = value(element, "anchor")
        relation = self._story.relations.get(value(element, "id"))
        if relation is None or not relation.is_external:
            return f"#{anchor}" if anchor else ""
        return relation.target + (f"#{anchor}" if anchor else "")


def _field_target(code: str) -> str:
    found = _LINK_FIELD.match(code)
    return "" if found is None else ("#" if found[1] else "") + found[2]
