"""Paragraphs with their changes marked (ECMA-376 part 1, 17.13.5), written atom by atom."""

from copy import deepcopy
from dataclasses import dataclass, field
from enum import Enum

from lxml import etree

from briefing.export.docx.redline_atoms import MarkupAtom, W, run_of, written
from briefing.export.docx.redline_carry import Carrier
from briefing.export.docx.xml_text import WORD, Element

_FIRST_NUMBER = 500_000  # beyond those of bookmarks
_TAKEN_OUT = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}
_LOOK, _WORDS = W + "rPr", frozenset((W + "t", W + "delText"))
_NOT_BASE = frozenset((W + "rPr", W + "sectPr", W + "pPrChange"))


def take_out(run: Element) -> None:
    """Turn the words of a run into deleted ones."""
    for one in list(run.iter(*_TAKEN_OUT)):
        one.tag = _TAKEN_OUT[str(one.tag)]


def end_look(properties: Element) -> Element:
    """Return what is said of the paragraph's end, in its place (CT_PPr)."""
    found = properties.find(W + "rPr")
    if found is not None:
        return found
    letters = etree.Element(W + "rPr")
    section = properties.find(W + "sectPr")
    properties.insert(len(properties) if section is None else properties.index(section), letters)
    return letters


class Side(Enum):
    """Whether markup is in both files, or in one."""

    BOTH = ""
    NEW = "ins"
    OLD = "del"


@dataclass(frozen=True, slots=True)
class _Item:
    """Markup of one side: an element, or words that look like `first`, and looked like `was`."""

    side: Side
    link: Element | None
    element: Element | None
    first: MarkupAtom
    was: MarkupAtom | None = None
    words: list[str] = field(default_factory=list[str])

    def goes_on(self, side: Side, atom: MarkupAtom, was: MarkupAtom | None) -> bool:
        """Tell whether a word stands in one run with the words of the item."""
        if self.side is not side or self.element is not None or self.link is not atom.link:
            return False
        if self.first.form != atom.form:
            return False
        if self.was is None or was is None:
            return self.was is was
        return self.was.form == was.form


class Marker:
    """Marks changes as one author's of one date; each has a number of its own."""

    def __init__(self, author: str, date: str) -> None:
        self._author, self._date = author, date
        self._number = _FIRST_NUMBER

    def element(self, name: str) -> Element:
        """Return a mark of that name."""
        self._number += 1
        mark = etree.Element(W + name, nsmap={"w": WORD})
        mark.set(W + "id", str(self._number))
        mark.set(W + "author", self._author)
        if self._date:
            mark.set(W + "date", self._date)
        return mark


class ParagraphWriter:
    """Gathers atoms; the end of a paragraph makes it an element of `done`."""

    def __init__(self, marker: Marker, carrier: Carrier) -> None:
        self.done: list[Element] = []
        self._marker, self._carrier = marker, carrier
        self._items: list[_Item] = []

    def keep(self, was: MarkupAtom | None, atom: MarkupAtom) -> None:
        """Take an atom of the newer file, with how it looked where it looked otherwise."""
        if atom.is_mark:
            properties = _properties(atom)
            if was is not None:
                self._reshape(properties, was)
            self._end(properties)
            return
        if atom.text:
            is_other = was is not None and bool(was.text) and was.form != atom.form
            self._say(Side.BOTH, atom, was if is_other else None)
            return
        for place, element in enumerate(atom.elements):
            kept = deepcopy(element)
            if was is not None and len(was.elements) == len(atom.elements):
                other = was.elements[place]
                if kept.tag == other.tag == W + "r":
                    self._relook(kept, other.find(W + "rPr"))
            self._items.append(_Item(Side.BOTH, atom.link, kept, atom))

    def insert(self, atom: MarkupAtom) -> None:
        """Take an atom that only the newer file has."""
        if atom.is_mark:
            properties = _properties(atom)
            end_look(properties).insert(0, self._marker.element("ins"))
            self._end(properties)
            return
        if atom.text:
            self._say(Side.NEW, atom)
        for element in _runs(atom):
            self._items.append(_Item(Side.NEW, atom.link, deepcopy(element), atom))

    def delete(self, atom: MarkupAtom) -> None:
        """Take an atom that only the older file has."""
        if atom.is_mark:
            properties = _properties(atom)
            for section in properties.findall(W + "sectPr"):
                properties.remove(section)
            self._carrier.carry(properties)
            end_look(properties).insert(0, self._marker.element("del"))
            self._end(properties)
            return
        if atom.text:
            self._say(Side.OLD, atom)
        for element in _runs(atom):
            self._items.append(_Item(Side.OLD, atom.link, self._taken(deepcopy(element)), atom))

    def _say(self, side: Side, atom: MarkupAtom, was: MarkupAtom | None = None) -> None:
        """Add a word to those before it, if it can stand in one run with them."""
        if not self._items or not self._items[-1].goes_on(side, atom, was):
            self._items.append(_Item(side, atom.link, None, atom, was))
        self._items[-1].words.append(atom.text)

    def _taken(self, element: Element) -> Element:
        self._carrier.carry(element)
        take_out(element)
        return element

    def _made(self, item: _Item) -> Element:
        """Return the element of an item; of words, a run."""
        if item.element is not None:
            return item.element
        run = run_of(item.first.look, "".join(item.words))
        if item.was is not None:
            self._relook(run, item.was.look)
        return self._taken(run) if item.side is Side.OLD else run

    def _end(self, properties: Element) -> None:
        paragraph = etree.Element(W + "p", nsmap=properties.nsmap)
        if len(properties):
            paragraph.append(properties)
        self._fill(paragraph)
        self._items.clear()
        self.done.append(paragraph)

    def _fill(self, paragraph: Element) -> None:
        """Put the items into the paragraph, those of one change into one mark."""
        place: Element = paragraph
        link: Element | None = None
        mark: Element = paragraph
        side = Side.BOTH
        for item in self._items:
            if item.link is not link:
                link = item.link
                place = mark = paragraph if link is None else self._link(paragraph, item)
                side = Side.BOTH
            if item.side != side:
                side = item.side
                mark = self._marker.element(side.value) if side.value else place
                if mark is not place:
                    place.append(mark)
            element = self._made(item)
            if not _joined(mark, element):
                mark.append(element)

    def _link(self, paragraph: Element, item: _Item) -> Element:
        link = etree.SubElement(paragraph, W + "hyperlink")
        for key, text in item.link.items() if item.link is not None else ():
            link.set(key, text)
        if item.side is Side.OLD:
            self._carrier.carry(link)
        return link

    def _relook(self, run: Element, before: Element | None) -> None:
        """Have a run tell how it looked before, where that was otherwise."""
        now = run.find(W + "rPr")
        if written(before) == written(now):
            return
        if now is None:
            now = etree.Element(W + "rPr")
            run.insert(0, now)
        change = self._marker.element("rPrChange")
        kept = deepcopy(before) if before is not None else etree.Element(W + "rPr")
        self._carrier.carry(kept)
        change.append(kept)
        now.append(change)

    def _reshape(self, properties: Element, was: MarkupAtom) -> None:
        before = _base(_properties(was))
        if _shape(before) == _shape(_base(properties)):
            return
        self._carrier.carry(before)
        change = self._marker.element("pPrChange")
        change.append(before)
        properties.append(change)


def _properties(mark: MarkupAtom) -> Element:
    found = mark.paragraph.find(W + "pPr")
    return deepcopy(found) if found is not None else etree.Element(W + "pPr", nsmap={"w": WORD})


def _base(properties: Element) -> Element:
    base = deepcopy(properties)
    for one in list(base):
        if one.tag in _NOT_BASE:
            base.remove(one)
    return base


def _shape(properties: Element) -> tuple[object, ...]:
    """Return what makes a paragraph look as it does; which list it is in counts for nothing."""
    told = deepcopy(properties)
    for one in told.iter(W + "numId"):
        one.set(W + "val", "" if one.get(W + "val") != "0" else "0")
    return written(told)


def _runs(atom: MarkupAtom) -> list[Element]:
    """Return what of an atom may stand in a mark: runs, formulas; of fields and controls theirs."""
    found: list[Element] = []
    for element in atom.elements:
        if element.tag in {W + "fldSimple", W + "sdt", W + "smartTag"}:
            found += list(element.iter(W + "r"))
        else:
            found.append(element)
    return found


def _joined(mark: Element, run: Element) -> bool:
    """Add a run's words to those of the run before it that looks alike; tell whether it could."""
    last = mark[-1] if len(mark) else None
    if last is None or last.tag != W + "r" or run.tag != W + "r":
        return False
    words, further = _only_words(last), _only_words(run)
    if words is None or further is None or words.tag != further.tag:
        return False
    if written(last.find(W + "rPr")) != written(run.find(W + "rPr")):
        return False
    words.text = (words.text or "") + (further.text or "")
    return True


def _only_words(run: Element) -> Element | None:
    inside = [one for one in run if one.tag != _LOOK]
    is_words = len(inside) == 1 and inside[0].tag in _WORDS
    return inside[0] if is_words else None
