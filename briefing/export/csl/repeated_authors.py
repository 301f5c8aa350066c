"""Authors whom the entry before names too: the sign that a style puts in their place.

The engine (hayagriva 0.10) leaves the joins between names standing, “—— and ,”, and doubles the
sign where only the first name gives way. So it is not told of the rule: marks in the list show
where names stand, and the names give way here (CSL 1.0.2, "Subsequent Author Substitution").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from briefing.export.csl.csl_style import CSL, REPEAT_RULE, REPEAT_SIGN, Element, RepeatRule
from briefing.export.csl.macro_copies import with_own_macros
from briefing.model.block import Holder, Inline, Inlines, Text

_C = f"{{{CSL}}}"
_COPY = "-in-entries"
_ALL = "complete-all"
_SEPARATOR = "sort-separator"
# Marks: about a list of names, about its label (“ed.”), about halves of a name, and where one that
# begins with the family name goes on with the given one.
_LIST, _LABEL = "\ue0d0\ue0d1", "\ue0d2\ue0d3"
_FAMILY, _GIVEN, _GOES_ON = "\ue0d4\ue0d5", "\ue0d6\ue0d7", "\ue0d8"
_IN_LIST = re.compile(f"{_LIST[0]}([^{_LIST[1]}]*){_LIST[1]}")
_LABELLED = re.compile(f"{_LABEL[0]}[^{_LABEL[1]}]*{_LABEL[1]}")
_HALF = f"{_FAMILY[0]}[^{_FAMILY[1]}]*{_FAMILY[1]}"
_OTHER_HALF = f"{_GIVEN[0]}[^{_GIVEN[1]}]*{_GIVEN[1]}"
_NAME = re.compile(
    f"{_HALF}{_GOES_ON}[^{_FAMILY}{_GIVEN}]*{_OTHER_HALF}"
    f"|{_OTHER_HALF}[^{_FAMILY}{_GIVEN}]*{_HALF}|{_HALF}"
)
_WORDS_BEFORE = re.compile(r"[^\W\d_]")
_JOIN = re.compile(r"[\s,.;:]*")


@dataclass(frozen=True, slots=True)
class _Names:
    """The names that an entry begins with: where they stand in its text, and each of them."""

    start: int
    end: int
    text: str
    each: tuple[tuple[int, int, str], ...]


def mark_lists(root: Element, rule: RepeatRule | None) -> None:
    """Take the rule out of a style, and put marks about the names of its entries instead."""
    bibliography = root.find(_C + "bibliography")
    layout = root.find(f"{_C}bibliography/{_C}layout")
    if rule is None or bibliography is None or layout is None:
        return
    for name in (REPEAT_SIGN, REPEAT_RULE):
        bibliography.attrib.pop(name, None)
    separator = bibliography.get(_SEPARATOR) or root.get(_SEPARATOR) or ", "
    for part in with_own_macros(root, layout, _COPY):
        for names in part.iter(_C + "names"):
            _mark_names(names, separator, has_each=rule.kind != _ALL)


def substituted(entries: Sequence[Inlines], rule: RepeatRule | None) -> tuple[Inlines, ...]:
    """Return the entries of a list in their order, with the sign where a style wants it."""
    if rule is None:
        return tuple(entries)
    done: list[Inlines] = []
    last: _Names | None = None
    for entry in entries:
        names = _names_of("".join(_texts(entry)))
        gone = _giving_way(last, names, rule) if last and names else ()
        done.append(_with_signs(entry, gone, rule.sign))
        last = names
    return tuple(done)


def _mark_names(names: Element, separator: str, *, has_each: bool) -> None:
    """Mark a list within its affixes, which stay when the names give way."""
    names.set("prefix", names.get("prefix", "") + _LIST[0])
    names.set("suffix", _LIST[1] + names.get("suffix", ""))
    for label in names.findall(_C + "label"):
        _enclose(label, _LABEL)
    if not has_each:
        return
    name = names.find(_C + "name")
    if name is None:
        parent = names.getparent()
        if parent is not None and parent.tag == _C + "substitute":
            return  # it takes after the names that it stands for
        name = etree.Element(_C + "name")
        names.insert(0, name)
    name.set(_SEPARATOR, _GOES_ON + name.get(_SEPARATOR, separator))
    for half, marks in (("family", _FAMILY), ("given", _GIVEN)):
        found = [one for one in name.findall(_C + "name-part") if one.get("name") == half]
        part = found[0] if found else etree.SubElement(name, _C + "name-part", {"name": half})
        _enclose(part, marks)


def _enclose(element: Element, marks: str) -> None:
    element.set("prefix", marks[0] + element.get("prefix", ""))
    element.set("suffix", element.get("suffix", "") + marks[1])


def _names_of(text: str) -> _Names | None:
    """Return the names with which an entry begins; a label before or behind is none of them."""
    found = _IN_LIST.search(text)
    if found is None or _WORDS_BEFORE.search(text[: found.start()]):
        return None
    start, end = found.span(1)
    label = _LABELLED.search(text, start, end)
    if label and label.end() == end:
        end = label.start()
    elif label and label.start() == start:
        start = label.end()
    each = tuple((*one.span(), one[0]) for one in _NAME.finditer(text, start, end))
    return _Names(start, end, text[start:end], each)


def _giving_way(last: _Names, names: _Names, rule: RepeatRule) -> Sequence[tuple[int, int]]:
    """Return the stretches of an entry's text for each of which a sign is put."""
    spans = [(start, end) for start, end, _ in names.each]
    same = 0
    for (_, _, before), (_, _, now) in zip(last.each, names.each, strict=False):
        if before != now:
            break
        same += 1
    match rule.kind:
        case "partial-first":
            return spans[: min(same, 1)]
        case "partial-each":
            return spans[:same]
        case "complete-each":
            return spans if last.text == names.text else ()
        case _:
            return ((names.start, names.end),) if last.text == names.text else ()


def _texts(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline.text
        elif isinstance(inline, Holder):
            yield from _texts(inline.children)


def _with_signs(entry: Inlines, gone: Sequence[tuple[int, int]], sign: str) -> Inlines:
    """Return an entry with the sign for each stretch; without a sign the join goes as well."""
    for start, end in reversed(gone):
        text = "".join(_texts(entry))
        joined = _JOIN.match(text, text.index(_LIST[1], end) + 1) if not sign else None
        cut = _Cut(start, joined.end() if joined else end, sign)
        entry = cut.done(entry)
    return entry


class _Cut:
    """Walks over words and puts others in place of a stretch of their text."""

    def __init__(self, start: int, end: int, words: str) -> None:
        self._start = start
        self._end = end
        self._words = words
        self._at = 0

    def done(self, inlines: Inlines) -> Inlines:
        return tuple(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Inline:
        if isinstance(inline, Holder):
            return replace(inline, children=self.done(inline.children))
        return Text(self._text(inline.text)) if isinstance(inline, Text) else inline

    def _text(self, text: str) -> str:
        at, self._at = self._at, self._at + len(text)
        start, end = max(self._start - at, 0), min(self._end - at, len(text))
        if start >= end:
            return text
        words, self._words = self._words, ""
        return text[:start] + words + text[end:]
