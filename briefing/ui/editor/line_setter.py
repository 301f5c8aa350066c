"""Sets one line of the document: formats, line breaks, hanging indent, places of its chips."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPixmap, QTextCharFormat, QTextLayout, QTextOption

from briefing.services.citing import CitationLabel
from briefing.ui.editor.citation_chips import Chip, ChipLook, chip_look, find_chips
from briefing.ui.editor.cursor_x import x_of
from briefing.ui.editor.inline_spans import Ink, InlineSpan, inline_spans
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.line_table import LineEntry
from briefing.ui.editor.text_looks import TextLooks
from briefing.ui.utf16 import utf16_offset

_PLAIN_KINDS = frozenset({LineKind.CODE, LineKind.FENCE, LineKind.RULE, LineKind.BLANK})
PICTURE_GAP = 6  # px above a picture
_MOST_INDENT = 0.4  # of the measure


@dataclass(frozen=True, slots=True)
class ChipBox:
    """A chip as it stands in a set line; `unit` is its first code unit, `width` is in px.

    `is_cut` tells that the measure is too narrow for its words.
    """

    chip: Chip | None  # None: the one of a fold
    look: ChipLook
    unit: int
    width: float
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture that is drawn under its line, in px."""

    pixmap: QPixmap
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class LaidLine:
    """A line as it was set: its citations, what stands as chips, what is shown as written.

    `scopes` are the stretches that are shown otherwise when the cursor is in them, `revealed`
    those in which it was.
    """

    height: float
    chips: tuple[Chip, ...] = ()
    boxes: tuple[ChipBox, ...] = ()
    scopes: frozenset[tuple[int, int]] = frozenset()
    revealed: frozenset[tuple[int, int]] = frozenset()
    is_folded: bool = False
    picture: DrawnPicture | None = None

    def revealed_at(self, column: int) -> frozenset[tuple[int, int]]:
        """Return what a cursor at a column (-1: none) reveals."""
        if column < 0:
            return frozenset()
        marks = {scope for scope in self.scopes if scope[0] <= column <= scope[1]}
        marks |= {(chip.start, chip.end) for chip in self.chips if chip.is_open_at(column)}
        return frozenset(marks)


class LineSetter:
    """Sets lines at one measure with one set of looks."""

    def __init__(self, looks: TextLooks) -> None:
        self.looks = looks
        self.labels: dict[str, CitationLabel] = {}
        self.fold_words: dict[str, str] = {}
        self.picture_of: Callable[[str], DrawnPicture | None] = _no_picture
        self.on_unknown: Callable[[], None] | None = None
        self._unknown_keys: set[str] = set()
        self._unknown_folds: set[str] = set()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._option.setTabStopDistance(looks.theme.px(24))

    def set(
        self, layout: QTextLayout, entry: LineEntry, measure: float, column: int, *, is_folded: bool
    ) -> LaidLine:
        """Set a line in which the cursor stands at code point `column` (-1: in another line)."""
        text, kind = entry.text, entry.kind
        if is_folded:
            return self._set_folded(layout, entry, measure)
        spans = () if kind in _PLAIN_KINDS else inline_spans(text, entry.line.start)
        chips = () if kind in _PLAIN_KINDS else find_chips(text, spans)
        scopes = frozenset(span.scope for span in spans if span.scope)
        laid = LaidLine(0.0, chips, scopes=scopes)
        revealed = laid.revealed_at(column)
        shut = [chip for chip in chips if (chip.start, chip.end) not in revealed]
        self._want(key for chip in shut for key in chip.keys)
        boxes = tuple(self._box(text, chip, measure) for chip in shut)
        seen = tuple(_as_seen(span, revealed) for span in spans)
        self._set_formats(layout, self._formats(entry, seen, boxes))
        height = self._break_lines(layout, entry, measure)
        picture = self.picture_of(text) if kind is LineKind.TEXT else None
        if picture:
            height += picture.height + self.looks.px(PICTURE_GAP)
        return LaidLine(height, chips, boxes, scopes, revealed, picture=picture)

    def take_unknown(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the keys and the folds that were drawn without a label since this was asked."""
        found = frozenset(self._unknown_keys), frozenset(self._unknown_folds)
        self._unknown_keys.clear()
        self._unknown_folds.clear()
        return found

    def _want(self, keys: Iterable[str], fold: str = "") -> None:
        """Note what has no label yet, and say so."""
        unknown = [key for key in keys if key not in self.labels]
        self._unknown_keys.update(unknown)
        if fold and fold not in self.fold_words:
            self._unknown_folds.add(fold)
        if (self._unknown_keys or self._unknown_folds) and self.on_unknown:
            self.on_unknown()

    def _set_folded(self, layout: QTextLayout, entry: LineEntry, measure: float) -> LaidLine:
        """Set a line of a fold: the first is one chip, the others take no room."""
        hidden = self.looks.hidden_format
        length = utf16_offset(entry.text, len(entry.text))
        if entry.fold_offset:
            self._set_formats(layout, [_range(0, length, hidden)])
            self._break_lines(layout, entry, measure)
            return LaidLine(0.0, is_folded=True)
        self._want((), entry.text)
        words = self.fold_words.get(entry.text) or _fold_words(entry)
        look = ChipLook(words, "list-filter", detail="Looked up anew each time the memo is shown.")
        wanted = self._chip_width(look)
        width = min(wanted, measure)
        head = self.looks.chip_format(entry.kind, 0, entry.text[0], round(width))
        self._set_formats(layout, [_range(0, 1, head), _range(1, length - 1, hidden)])
        self._break_lines(layout, entry, measure)
        box = ChipBox(None, look, 0, width, is_cut=wanted > measure)
        return LaidLine(self.looks.line_height, boxes=(box,), is_folded=True)

    def _box(self, text: str, chip: Chip, measure: float) -> ChipBox:
        look = chip_look(chip.citation, self.labels)
        wanted = self._chip_width(look)
        unit = utf16_offset(text, chip.start)
        return ChipBox(chip, look, unit, min(wanted, measure), is_cut=wanted > measure)

    def _chip_width(self, look: ChipLook) -> float:
        """Return the room that a chip wants in its line, the space round it included."""
        icon = self.looks.px(18) if look.icon else 0
        words = self.looks.chip_metrics.horizontalAdvance(look.text)
        return words + icon + self.looks.px(18)

    # ---- formats ----

    def _formats(
        self, entry: LineEntry, spans: tuple[InlineSpan, ...], boxes: tuple[ChipBox, ...]
    ) -> list[QTextLayout.FormatRange]:
        text, line = entry.text, entry.line
        marks = list(spans)
        if line.start and line.kind is not LineKind.RULE:
            marks.append(InlineSpan(0, line.start, Ink.SYNTAX))
        ranges: list[QTextLayout.FormatRange] = []
        if marks or line.kind not in (LineKind.TEXT, LineKind.BLANK):
            holes = [(box.chip.start, box.chip.end) for box in boxes if box.chip]
            for start, end, inks in _stretches(len(text), marks, holes):
                is_hidden = Ink.HIDDEN in inks
                made = (
                    self.looks.hidden_format
                    if is_hidden
                    else self.looks.format_of(line.kind, line.level, inks)
                )
                ranges.append(
                    _range(utf16_offset(text, start), utf16_offset(text[start:end], end), made)
                )
        indent = len(text) - len(text.lstrip(" "))
        if indent and line.kind is LineKind.ITEM:
            ranges.append(_range(0, indent, self.looks.indent_format))
        for box in boxes:
            ranges += self._chip_ranges(entry, box)
        return ranges

    def _chip_ranges(self, entry: LineEntry, box: ChipBox) -> list[QTextLayout.FormatRange]:
        if box.chip is None:
            return []
        text, chip = entry.text, box.chip
        head = self.looks.chip_format(
            entry.kind, entry.line.level, text[chip.start], round(box.width)
        )
        length = utf16_offset(text[chip.start : chip.end], len(text))
        return [
            _range(box.unit, 1, head),
            _range(box.unit + 1, length - 1, self.looks.hidden_format),
        ]

    def _set_formats(self, layout: QTextLayout, ranges: list[QTextLayout.FormatRange]) -> None:
        """Hand the formats over; what an input method is composing keeps its own."""
        at, composed = layout.preeditAreaPosition(), len(layout.preeditAreaText())
        if at >= 0 and composed:
            own = [one for one in layout.formats() if at <= one.start < at + composed]
            for one in ranges:
                _make_room(one, at, composed)
            ranges = [*ranges, *own]
        if ranges or layout.formats():
            layout.setFormats(ranges)

    # ---- lines ----

    def _break_lines(self, layout: QTextLayout, entry: LineEntry, measure: float) -> float:
        """Break the text into lines; return their height in px."""
        layout.setTextOption(self._option)
        layout.beginLayout()
        least = self.looks.line_height
        top = indent = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(measure - indent)
            natural = line.height()
            height = max(least, natural * 1.2) if natural > least else least
            line.setPosition(QPointF(indent, top + (height - natural) / 2))
            if top == 0.0 and entry.kind in (LineKind.ITEM, LineKind.QUOTE, LineKind.NOTE):
                hang = x_of(line, utf16_offset(entry.text, entry.line.start))
                indent = min(hang, measure * _MOST_INDENT)
            top += height
        layout.endLayout()
        return top


def _as_seen(span: InlineSpan, revealed: frozenset[tuple[int, int]]) -> InlineSpan:
    """Return a span as it is drawn: marks that the cursor is not at are hidden."""
    if span.scope is None or span.scope in revealed:
        return span
    return InlineSpan(span.start, span.end, Ink.HIDDEN)


def _no_picture(_line: str) -> DrawnPicture | None:
    return None


def _fold_words(entry: LineEntry) -> str:
    return entry.line.classes.removeprefix(".")


def _range(start: int, length: int, made: QTextCharFormat) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start, one.length, one.format = start, length, made
    return one


def _make_room(one: QTextLayout.FormatRange, at: int, composed: int) -> None:
    """Shift or widen a range round the text that is being composed at `at`."""
    if one.start >= at:
        one.start += composed
    elif one.start + one.length > at:
        one.length += composed


def _stretches(
    length: int, spans: list[InlineSpan], holes: list[tuple[int, int]]
) -> list[tuple[int, int, frozenset[Ink]]]:
    """Cut a line where a span or a hole begins or ends; leave the holes out."""
    cuts = {0, length}
    for span in spans:
        cuts |= {span.start, span.end}
    for hole in holes:
        cuts |= set(hole)
    places = sorted(cuts)
    found: list[tuple[int, int, frozenset[Ink]]] = []
    for start, end in pairwise(places):
        if any(first <= start < last for first, last in holes):
            continue
        inks = frozenset(span.ink for span in spans if span.start <= start < span.end)
        found.append((start, end, inks))
    return found
