"""Where a comment stands in a finished Word file: its words found, its range marked."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from briefing.export.docx.place_marks import PREFIX
from briefing.export.docx.redline_atoms import W, run_of
from briefing.export.docx.xml_text import Element
from briefing.model.block import Span
from briefing.model.outgoing_comment import OutgoingComment

_PLACE = re.compile(re.escape(PREFIX) + r"\d+_(\d+)_(\d+)")
_NOTES = (W + "footnoteReference", W + "endnoteReference")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class _Line:
    """A paragraph with its words, and what of the memo's body it prints."""

    element: Element
    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class _Range:
    """Words from `start` of one paragraph up to `end` of another, the same or a later one."""

    first: _Line
    start: int
    last: _Line
    end: int


class CommentAnchors:
    """Finds the words of comments in one body, and puts the marks round them."""

    def __init__(self, body: Element) -> None:
        self._body = body
        self._lines = list(_lines(body))

    def place(self, comment: OutgoingComment, numbers: Sequence[int]) -> None:
        """Mark a comment and its answers by their numbers, all on the same words."""
        found = self._range(comment)
        if found is None:
            return
        last = _ended(found.last.element, found.end)
        first = _begun(found.first.element, found.start)
        for number in numbers:
            first.addprevious(_mark("commentRangeStart", number))
        _behind(found.last.element, last, numbers, self._second_note(found.last.element, last))

    def _second_note(self, paragraph: Element, run: Element) -> Element | None:
        """Return the second note's run where a comment's mark would stand before it.

        Between the first note and the second, it makes LibreOffice 7 mix up all notes.
        """
        first, second = (*islice(self._body.iter(*_NOTES), 2), None, None)[:2]
        if first is None or second is None:
            return None
        order = {one: place for place, one in enumerate(self._body.iter())}
        is_between = order[first] < order[run] < order[second]
        holder = _run(second)
        return holder if is_between and paragraph in holder.iterancestors() else None

    def _range(self, comment: OutgoingComment) -> _Range | None:
        words = _SPACE.sub(" ", comment.anchor).strip()
        found = self._words(words, comment.span) if words else None
        return found or self._paragraphs(comment.span)

    def _words(self, words: str, span: Span | None) -> _Range | None:
        """Return where words stand: of several places the one nearest to a span."""
        pattern = re.compile(r"\s+".join(map(re.escape, words.split(" "))))
        places = [
            (_distance(line, span), number, match)
            for number, line in enumerate(self._lines)
            for match in pattern.finditer(line.text)
        ]
        if not places:
            return None
        _, number, match = min(places, key=lambda place: place[:2])
        line = self._lines[number]
        return _Range(line, match.start(), line, match.end())

    def _paragraphs(self, span: Span | None) -> _Range | None:
        """Return the paragraphs that print a span, or the nearest one; else the very first."""
        lines = [line for line in self._lines if line.text.strip()]
        if not lines:
            return None
        inside = [line for line in lines if span and line.span and _touch(line.span, span)]
        if not inside:
            inside = [min(lines, key=lambda line: _distance(line, span)) if span else lines[0]]
        return _Range(inside[0], 0, inside[-1], len(inside[-1].text))


def _lines(body: Element) -> Iterator[_Line]:
    """Yield the paragraphs; a bookmark of ours says what of the body each prints."""
    for paragraph in body.iter(W + "p"):
        text = "".join(one.text or "" for one in paragraph.iter(W + "t"))
        names = (one.get(W + "name") or "" for one in paragraph.iter(W + "bookmarkStart"))
        found = next((match for name in names if (match := _PLACE.fullmatch(name))), None)
        yield _Line(paragraph, text, Span(int(found[1]), int(found[2])) if found else None)


def _distance(line: _Line, span: Span | None) -> int:
    """Return how far a paragraph's part of the body is from a span, in code points."""
    if span is None:
        return 0
    if line.span is None:
        return 1 << 30
    if _touch(line.span, span):
        return 0
    return max(line.span.start - span.end, span.start - line.span.end) + 1


def _touch(one: Span, other: Span) -> bool:
    return one.start < max(other.end, other.start + 1) and other.start < one.end


def _begun(paragraph: Element, offset: int) -> Element:
    """Return the run that begins at an offset of the paragraph's words, split if need be."""
    place = 0
    for words in list(paragraph.iter(W + "t")):
        length = len(words.text or "")
        if place + length > offset:
            return _split(words, offset - place)
        place += length
    return next(paragraph.iter(W + "r"))


def _ended(paragraph: Element, offset: int) -> Element:
    """Return the run that ends at an offset of the paragraph's words, split if need be."""
    place = 0
    for words in list(paragraph.iter(W + "t")):
        length = len(words.text or "")
        if place < offset <= place + length:
            run = _run(words)
            if offset < place + length:
                front = _split(words, offset - place).getprevious()
                run = run if front is None else front
            return run
        place += length
    return next(paragraph.iter(W + "r"))


def _split(words: Element, offset: int) -> Element:
    """Return the run whose words begin at an offset of these; those before get one of their own."""
    run = _run(words)
    inside = [one for one in run if one.tag != W + "rPr"]
    before = inside[: inside.index(words)]
    text = words.text or ""
    if offset <= 0 and not before:
        return run
    look = run.find(W + "rPr")
    front = etree.Element(W + "r", nsmap=run.nsmap)
    if look is not None:
        front.append(deepcopy(look))
    for one in before:
        front.append(one)
    if offset > 0:
        front.append(run_of(None, text[:offset])[0])
        words.text = text[offset:]
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.addprevious(front)
    return run


def _run(words: Element) -> Element:
    return next(words.iterancestors(W + "r"))


def _behind(
    paragraph: Element, run: Element, numbers: Sequence[int], later: Element | None
) -> None:
    """Put the ends behind a run, and the marks behind what of the paragraph holds it.

    They stand behind a run that comes later where there is one.
    """
    place = run
    for number in numbers:
        end = _mark("commentRangeEnd", number)
        place.addnext(end)
        place = end
    outer = place if later is None else later
    while (parent := outer.getparent()) is not None and parent is not paragraph:
        outer = parent
    for number in numbers:
        holder = etree.Element(W + "r")
        holder.append(_mark("commentReference", number))
        outer.addnext(holder)
        outer = holder


def _mark(name: str, number: int) -> Element:
    mark = etree.Element(W + name)
    mark.set(W + "id", str(number))
    return mark
