"""What the reading of one part of a Word file shares: its relations, fields, changes and marks."""

from dataclasses import dataclass, field

from briefing.model.word_review import Cell, RevisionKind
from briefing.ooxml.word_package import Element, Relation, value
from briefing.ooxml.word_styles import WordStyles
from briefing.review.reading.paragraph_builder import Numbers, ParagraphBuilder
from briefing.review.reading.range_marks import Place, RangeMarks
from briefing.review.reading.revision_log import RevisionLog, mark_of

_CONTROLS = {
    "customXmlInsRangeStart": RevisionKind.INSERTION,
    "customXmlDelRangeStart": RevisionKind.DELETION,
    "customXmlMoveFromRangeStart": RevisionKind.MOVE_FROM,
    "customXmlMoveToRangeStart": RevisionKind.MOVE_TO,
}


@dataclass(slots=True)
class Field:
    """A complex field (ECMA-376-1, 17.16.18): its code is gathered, its result is text.

    `link` is its own address, or that of the field round it.
    """

    code: str = ""
    is_result: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A text box that waits until its paragraph was read, and the changes it stands in."""

    content: Element
    inserted: Numbers
    deleted: Numbers


@dataclass(frozen=True, slots=True)
class Container:
    """What a paragraph stands in: a note, a text box, a cell, changes round whole blocks."""

    part: str
    note: str = ""
    cell: Cell | None = None
    inserted: Numbers = ()
    deleted: Numbers = ()


@dataclass(slots=True)
class Story:
    """One part: `kind` is body, footnote, endnote, header, footer; `name` is that of the part."""

    kind: str
    name: str
    relations: dict[str, Relation]
    styles: WordStyles
    log: RevisionLog
    ranges: RangeMarks
    warnings: list[str]
    fields: list[Field] = field(default_factory=list[Field])
    boxes: list[Box] = field(default_factory=list[Box])
    _control: str = ""

    def target(self, identity: str) -> str:
        """Return where a relation of this part leads, inside or outside; nothing if nowhere."""
        relation = self.relations.get(identity)
        return relation.target if relation is not None else ""

    def is_code(self) -> bool:
        """Return whether the code of a field is being read, not its result."""
        return bool(self.fields) and any(not one.is_result for one in self.fields)

    def field_link(self) -> str:
        """Return the address of the innermost field that is a link."""
        return self.fields[-1].link if self.fields else ""

    def mark(self, element: Element, name: str, place: Place) -> None:
        """Take the start or end of a range, wherever it stands."""
        identity = value(element, "id")
        if name == "bookmarkStart":
            self.ranges.start_bookmark(self.name, identity, value(element, "name"), place)
        elif name == "bookmarkEnd":
            self.ranges.end_bookmark(self.name, identity, place)
        elif name == "commentRangeStart":
            self.ranges.comment(identity).start = place
        elif name == "commentRangeEnd":
            self.ranges.comment(identity).end = place
        elif name in {"moveFromRangeStart", "moveToRangeStart"}:
            self.ranges.start_move(identity, value(element, "name"))
        elif name in {"moveFromRangeEnd", "moveToRangeEnd"}:
            self.ranges.end_move(identity)
        elif name in _CONTROLS:
            self._change_control(element, name, place)

    def _change_control(self, element: Element, name: str, place: Place) -> None:
        """Note a control that was put in or taken out; its two ends are two ranges (17.13.5.6)."""
        mark = mark_of(_CONTROLS[name], element, self.ranges.move())
        if self._control == name:
            self._control = ""  # its second range, round its end
            return
        self._control = name
        self.log.open(mark, self.kind, place.paragraph, "content control")


def place_in(builder: ParagraphBuilder) -> Place:
    """Return the place that the reading has come to."""
    return Place(builder.number, builder.length)
