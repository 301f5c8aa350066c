"""A Word paragraph's runs to spans: look, links, fields, notes, tracked changes as accepted."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from briefing.intake.markdown_spans import Span, scripted, target
from briefing.ooxml.word_content import boxes, chosen, content_of
from briefing.ooxml.word_formula import formula
from briefing.ooxml.word_package import Element, Relation, child, is_on, local, value
from briefing.ooxml.word_styles import WordStyles
from briefing.ooxml.word_symbols import symbol

_LINK_FIELD = re.compile(r'\s*HYPERLINK\s+(?:\\[lmnot]\s+)*"([^"]+)"', re.IGNORECASE)
_GONE = frozenset(("del", "moveFrom"))
_COME = frozenset(("ins", "moveTo"))
_WRAPPERS = frozenset(
    (*("ins", "moveTo", "smartTag", "customXml", "sdtContent", "bdo", "dir", "fldSimple"),)
)
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}


@dataclass(slots=True)
class Tally:
    """What is said of a file beside its text."""

    changes: int = 0
    embedded: int = 0
    notes: dict[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])

    def note(self, kind: str, note_id: str) -> str:
        """Return the mark of a note, counted where it is first referred to."""
        return f"[^{self.notes.setdefault((kind, note_id), len(self.notes) + 1)}]"


@dataclass(slots=True)
class _Field:
    """A complex field (ECMA-376-1, 17.16.18): its code is gathered, its result is text."""

    code: str = ""
    is_result: bool = False
    link: str = ""


class RunReader:
    """Reads runs; `on_box` is handed each text box, to be read as blocks of its own."""

    def __init__(
        self, styles: WordStyles, relations: dict[str, Relation], tally: Tally,
        on_box: Callable[[Element], None],
    ) -> None:  # fmt: skip
        self._styles, self._relations, self._tally = styles, relations, tally
        self._on_box = on_box
        self._fields: list[_Field] = []

    def spans(self, parent: Element, link: str = "") -> Iterator[Span]:
        """Yield what a paragraph, a link or a wrapper holds."""
        for element in parent:
            name = local(element)
            if name in _COME or name in _GONE:
                self._tally.changes += 1
            if name in _GONE:
                continue
            if name == "r":
                yield from self._run(element, link)
            elif name == "hyperlink":
                yield from self.spans(element, self._link(element) or link)
            elif name == "sdt":
                yield from self.spans(content_of(element), link)
            elif name in _WRAPPERS:
                yield from self.spans(element, _simple_link(element, name) or link)
            elif name in {"oMath", "oMathPara"}:
                yield Span(formula(element), link=link)
            elif name == "AlternateContent":
                yield from self.spans(chosen(element), link)

    def _run(self, run: Element, link: str) -> Iterator[Span]:
        letters = child(run, "rPr")
        bold, italic, hidden = self._styles.look(value(child(letters, "rStyle")))
        if _switched(letters, "vanish", otherwise=hidden):
            return
        bold = _switched(letters, "b", otherwise=bold)
        italic = _switched(letters, "i", otherwise=italic)
        struck = _switched(letters, "strike") or _switched(letters, "dstrike")
        position = value(child(letters, "vertAlign"))
        for words, is_markup in self._pieces(run):
            shown = words if is_markup else scripted(words, position)
            if is_markup:
                yield Span(shown, link="", is_markup=True)
            elif not self._is_code():
                yield Span(shown, bold, italic, struck, link or self._field_link())

    def _pieces(self, run: Element) -> Iterator[tuple[str, bool]]:
        """Yield the words of a run, and the marks of notes as Markdown."""
        for element in run:
            name = local(element)
            if name == "t":
                yield element.text or "", False
            elif name in _SIGNS:
                yield _SIGNS[name], False
            elif name in {"footnoteReference", "endnoteReference"}:
                kind = name.removesuffix("Reference")
                yield self._tally.note(kind, value(element, "id")), True
            elif name == "sym":
                yield symbol(element), False
            elif name in {"fldChar", "instrText"}:
                self._field(element, name)
            elif name == "ruby":
                yield "".join(_texts(child(element, "rubyBase"))), False
            elif name in {"drawing", "pict", "object", "AlternateContent"}:
                yield from self._drawn(element, name)

    def _drawn(self, element: Element, name: str) -> Iterator[tuple[str, bool]]:
        if name == "AlternateContent":
            picked = chosen(element)
            if picked is not element:
                yield from self._pieces(picked)
            return
        for inner in boxes(element):
            self._on_box(inner)

    def _field(self, element: Element, name: str) -> None:
        if name == "instrText":
            if self._fields and not self._fields[-1].is_result:
                self._fields[-1].code += element.text or ""
            return
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            found = _LINK_FIELD.match(self._fields[-1].code)
            self._fields[-1].link = target(found[1]) if found else ""
            self._fields[-1].is_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _is_code(self) -> bool:
        return any(not one.is_result for one in self._fields)

    def _field_link(self) -> str:
        return next((one.link for one in reversed(self._fields) if one.link), "")

    def _link(self, element: Element) -> str:
        relation = self._relations.get(value(element, "id"))
        return target(relation.target) if relation and relation.is_external else ""


def _switched(letters: Element | None, name: str, *, otherwise: bool = False) -> bool:
    found = child(letters, name)
    return otherwise if found is None else is_on(found)


def _simple_link(element: Element, name: str) -> str:
    found = _LINK_FIELD.match(value(element, "instr")) if name == "fldSimple" else None
    return target(found[1]) if found else ""


def _texts(element: Element | None) -> Iterator[str]:
    for inner in element.iter() if element is not None else ():
        if local(inner) == "t":
            yield inner.text or ""
