"""A paragraph of a finished Word file as atoms to compare: words, signs, fields, notes."""

import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from briefing.export.docx.xml_text import RELATIONSHIPS, WORD, Element
from briefing.text.token_changes import tokens

MARK = "\n"  # the end of a paragraph
Form = tuple[object, ...]
W = f"{{{WORD}}}"
_RELATION = f"{{{RELATIONSHIPS}}}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SILENT = frozenset(
    W + name
    for name in (
        *("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd"),
        *("permStart", "permEnd", "lastRenderedPageBreak"),
    )
)
_MARKS = re.compile(rb"<w:bookmark(?:Start|End)\b[^<>]*/>")
_IDS = re.compile(rb":(?:id|embed|link)=")
_NOTES = frozenset((W + "footnoteReference", W + "endnoteReference"))


class MarkupAtom(NamedTuple):
    """A word, or markup that is taken whole: its `elements`; in `link` where there is one.

    A `key` of nothing says that it is no words at all: it is kept, and never compared. A word has
    its `text` and the `look` of its run, whose `form` tells it from others. An atom without text
    or elements is the end of its `paragraph`.
    """

    key: str
    elements: tuple[Element, ...]
    link: Element | None
    paragraph: Element
    text: str = ""
    look: Element | None = None
    form: Form = ()

    @property
    def is_mark(self) -> bool:
        """Tell whether it is the end of its paragraph."""
        return self.key == MARK


class AtomReader:
    """Reads the paragraphs of one file; `told` says what a reference leads to."""

    def __init__(self, told: Callable[[Element], str]) -> None:
        self._told = told
        self._open: list[Element] = []  # runs of a field that has begun
        self._depth = 0

    def atoms(self, paragraphs: Iterable[Element]) -> Iterator[MarkupAtom]:
        """Yield the atoms of paragraphs, each with its end."""
        for paragraph in paragraphs:
            yield from self._inside(paragraph, None, paragraph)
            if self._open:  # a field that goes on is taken apart
                yield self._field(None, paragraph)
            yield MarkupAtom(MARK, (), None, paragraph)

    def _inside(
        self, parent: Element, link: Element | None, paragraph: Element
    ) -> Iterator[MarkupAtom]:
        for element in parent:
            if element.tag == W + "pPr":
                continue
            if element.tag in _SILENT:
                yield MarkupAtom("", (element,), link, paragraph)
            elif element.tag == W + "hyperlink":
                yield from self._inside(element, element, paragraph)
            elif element.tag == W + "r":
                yield from self._run(element, link, paragraph)
            else:
                yield MarkupAtom(self._words(element), (element,), link, paragraph)

    def _run(self, run: Element, link: Element | None, paragraph: Element) -> Iterator[MarkupAtom]:
        kinds = [one.get(W + "fldCharType") for one in run.iter(W + "fldChar")]
        if kinds or self._depth:
            self._open.append(run)
            self._depth += kinds.count("begin") - kinds.count("end")
            if self._depth <= 0:
                yield self._field(link, paragraph)
            return
        look = run.find(W + "rPr")
        form = written(look)
        for child in run:
            if child is look:
                continue
            if child.tag == W + "t":
                for word in tokens(child.text or ""):
                    key = " " if word == MARK else word
                    yield MarkupAtom(key, (), link, paragraph, word, look, form)
            else:
                made = etree.Element(W + "r", nsmap=run.nsmap)
                made.extend(deepcopy(one) for one in (look, child) if one is not None)
                key = "" if child.tag in _SILENT else self._words(child)
                yield MarkupAtom(key, (made,), link, paragraph)

    def _field(self, link: Element | None, paragraph: Element) -> MarkupAtom:
        runs, self._open, self._depth = tuple(self._open), [], 0
        return MarkupAtom("".join(map(self._words, runs)) or "field", runs, link, paragraph)

    def _words(self, element: Element) -> str:
        """Return what tells an element from others: its name, its words, what it leads to."""
        name = etree.QName(element).localname
        if element.tag in _NOTES:
            return f"{name} {self._told(element)}"
        said = [one.text or "" for one in element.iter(W + "t", W + "instrText")]
        said += [self._told(one) for one in element.iter() if _leads(one)]
        return f"{name} {''.join(said)}"


def markup_form(element: Element, told: Callable[[Element], str]) -> tuple[object, ...]:
    """Return an element so that it can be compared: ids and marks of ranges count for nothing."""
    inside = tuple(markup_form(one, told) for one in element if one.tag not in _SILENT)
    said = [(key, text) for key, text in element.items() if not _is_id(element, str(key))]
    return element.tag, sorted(said), told(element), (element.text or "").strip("\n"), inside


def is_written_alike(element: Element, other: Element) -> bool:
    """Tell whether the bytes of two elements without ids are the same, ranges left out."""
    one, two = (_MARKS.sub(b"", etree.tostring(each, with_tail=False)) for each in (element, other))
    return one == two and not _IDS.search(one)


def written(element: Element | None) -> Form:
    """Return the children with their attributes, to be compared: prefixes count for nothing."""
    return tuple(
        (one.tag, sorted(one.items()), one.text, written(one))
        for one in (element if element is not None else ())
    )


def _is_id(element: Element, key: str) -> bool:
    if element.tag == W + "numId":
        return element.get(key) != "0"
    return key in {W + "id", "id"} or key.startswith(_RELATION)


def run_of(look: Element | None, text: str) -> Element:
    """Return a run of words."""
    run = etree.Element(W + "r", nsmap={"w": WORD})
    if look is not None:
        run.append(deepcopy(look))
    words = etree.SubElement(run, W + "t")
    words.text = text
    words.set(_XML_SPACE, "preserve")
    return run


def _leads(element: Element) -> bool:
    return any(str(key).endswith("}embed") for key in element.keys())  # noqa: SIM118 # attributes
