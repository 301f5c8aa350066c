"""Lines to paragraphs: across lines, columns and pages; headings, list items and notes told."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise
from statistics import median

from briefing.intake.pdf_columns import Line
from briefing.intake.pdf_margins import PageLines

_TERMINAL = re.compile(r"[.!?:;。！？…][\"'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_BULLET = re.compile(r"[•▪◦‣●■○□➢➔✓·–—-]\s+\S")
_MARKER = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+\S")
_NOTE = re.compile(r"(?:\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡])\s*[^\W\d_]")
_WORDY = re.compile(r"[^\W\d_].*[^\W\d_].*[^\W\d_]")
_HEADING_CHARS, _HEADING_LINES = 250, 4
_BOLD_CHARS, _BOLD_LINES = 120, 2


class Kind(Enum):
    """What a paragraph is."""

    TEXT = auto()
    HEADING = auto()
    BOLD_HEADING = auto()
    ITEM = auto()
    ROW = auto()
    NOTE = auto()


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, each with the number of its page."""

    kind: Kind
    lines: list[tuple[int, Line]] = field(default_factory=list[tuple[int, Line]])

    @property
    def first(self) -> Line:
        """Return its first line."""
        return self.lines[0][1]

    @property
    def last(self) -> Line:
        """Return its last line."""
        return self.lines[-1][1]


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document: the size of its text, and how far apart its lines stand."""

    size: float
    pitch: float  # as a multiple of the size
    is_bold: bool


def measure(pages: Sequence[PageLines]) -> Measure:
    """Return what most of the text looks like."""
    sizes: Counter[float] = Counter()
    bold = total = 0
    for page in pages:
        for line in page.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
            bold += len(line.text) * line.is_bold
            total += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    pitches = [
        (below.base - above.base) / size
        for page in pages
        for above, below in pairwise(page.lines)
        if abs(above.size - size) < 0.6 and 0.8 * size < below.base - above.base < 3 * size
    ]
    return Measure(size, median(pitches) if pitches else 1.2, bold * 2 > total)


def paragraphs(pages: Sequence[PageLines], usual: Measure) -> list[Paragraph]:
    """Return the paragraphs of a document in reading order, notes after what they interrupt."""
    found: list[Paragraph] = []
    held: list[Paragraph] = []  # notes at the foot of a page that may stand inside a paragraph
    for page in pages:
        for paragraph in _of_page(page, usual):
            if paragraph.kind is Kind.NOTE:
                held.append(paragraph)
                continue
            if found and _goes_on(found[-1], paragraph):
                found[-1].lines += paragraph.lines
                continue
            found += held
            held.clear()
            found.append(paragraph)
    return found + held


def _of_page(page: PageLines, usual: Measure) -> Iterator[Paragraph]:
    for group in _groups(page.lines, usual):
        kind = _kind(group, usual)
        numbered = [(page.number, line) for line in group]
        if kind is Kind.ROW:
            yield from (Paragraph(kind, [one]) for one in numbered)
        else:
            yield Paragraph(kind, numbered)


def _groups(lines: Iterable[Line], usual: Measure) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and _parts(group, line, usual):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parts(group: list[Line], line: Line, usual: Measure) -> bool:
    """Return whether a new paragraph begins with this line."""
    before = group[-1]
    if line.column != before.column or line.top < before.top:
        return True
    if (line.cells > 1) != (before.cells > 1):
        return True
    differs = abs(line.size - before.size) > 0.12 * before.size
    if differs or (line.is_bold != before.is_bold and not usual.is_bold):
        return not _is_fragment(line, before)
    if line.base - before.base > 1.3 * _pitch(group, usual):
        return True
    if _BULLET.match(line.text):
        return True
    return _ends(before, line) or _is_indented(before, line)


def _pitch(group: list[Line], usual: Measure) -> float:
    """Return how far apart the lines of a paragraph stand, by its last two where it has them."""
    common = usual.pitch * max(group[-1].size, 1)
    own = group[-1].base - group[-2].base if len(group) > 1 else common
    return min(own, common) if own > 0.5 * group[-1].size else common


def _is_fragment(line: Line, before: Line) -> bool:
    """Return whether a line of another look goes on in the middle of a sentence."""
    same_size = abs(line.size - before.size) <= 0.12 * before.size
    return same_size and line.text[:1].islower() and not _TERMINAL.search(before.text)


def _ends(before: Line, line: Line) -> bool:
    """Return whether a line is the last of its paragraph: it stops short of its column."""
    left, right = before.column
    short = right - before.right
    is_terminal = bool(_TERMINAL.search(before.text))
    if _MARKER.match(line.text) and (is_terminal or short > 2 * before.size):
        return True
    if before.size > 0 and short > 0.4 * (right - left) and right - left > 12 * before.size:
        return not (line.text[:1].islower() and not is_terminal)
    return is_terminal and short > max(0.15 * (right - left), 3 * before.size)


def _is_indented(before: Line, line: Line) -> bool:
    """Return whether a line is set in further than the one above and its column."""
    step = 0.8 * line.size
    is_centred = abs((line.left + line.right) - (before.left + before.right)) < line.size
    return line.left - before.left > step and not is_centred and not _hangs(before)


def _hangs(line: Line) -> bool:
    return bool(_BULLET.match(line.text) or _MARKER.match(line.text))


def _kind(group: list[Line], usual: Measure) -> Kind:
    text = " ".join(line.text for line in group)
    if any(line.cells > 1 for line in group) and len(group) > 1:
        return Kind.ROW
    if _WORDY.search(text) and group[0].cells <= 2:
        is_large = all(line.size >= 1.15 * usual.size for line in group)
        if is_large and len(text) <= _HEADING_CHARS and len(group) <= _HEADING_LINES:
            return Kind.HEADING
        is_bold = all(line.is_bold for line in group) and not usual.is_bold
        is_brief = len(text) <= _BOLD_CHARS and len(group) <= _BOLD_LINES
        is_small = any(line.size < 0.95 * usual.size for line in group)
        if is_bold and is_brief and not is_small and text[-1] not in ".,;:":
            return Kind.BOLD_HEADING
    if _BULLET.match(text):
        return Kind.ITEM
    is_small = all(line.size <= 0.92 * usual.size for line in group)
    return Kind.NOTE if is_small and _NOTE.match(text) else Kind.TEXT


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Return whether a paragraph goes on in another column or on another page."""
    if before.kind not in {Kind.TEXT, Kind.ITEM} or after.kind is not Kind.TEXT:
        return False
    above, below = before.last, after.first
    if below.column == above.column and before.lines[-1][0] == after.lines[0][0]:
        return False
    if abs(above.size - below.size) > 0.05 * above.size or _hangs(below):
        return False
    if _TERMINAL.search(above.text):
        return False
    first = below.text[:1]
    is_full = above.column[1] - above.right < 2.5 * above.size
    return is_full or first.islower() or above.text[-1] in ",-\u00ad\u2010"
