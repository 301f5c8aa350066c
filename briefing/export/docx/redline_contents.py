"""The table of contents of a redline: its lines tracked, its field in both versions.

A line is out or in as a whole, whatever of it changed. The field begins before the first line and
ends in a paragraph of its own, as Word writes it, so that neither goes with a line (ECMA-376 part
1, 17.13.5 and 17.16.18). A number of a page alone is no change: Word reckons it anew.
"""

from collections.abc import Container
from copy import deepcopy
from difflib import SequenceMatcher

from lxml import etree

from briefing.export.docx.redline_atoms import W
from briefing.export.docx.redline_carry import Carrier
from briefing.export.docx.redline_paragraphs import Marker, end_look, take_out
from briefing.export.docx.xml_text import Element

_FIELD = (W + "fldChar", W + "instrText")
_OPENING = 3  # runs with which a field begins: its begin, what it asks for, and its separator


def mark_contents(old: Element, new: Element, marker: Marker, carrier: Carrier) -> None:
    """Mark in the newer file's contents what differs from the older one's."""
    was, now = _lines(old), _lines(new)
    if not was or not now:
        return
    keys = [[_words(line) for line in side] for side in (was, now)]
    if keys[0] == keys[1]:
        return
    opening, end = _runs(now[0])[:_OPENING], _runs(now[-1])[-1]
    for run in (*opening, end):
        _parent(run).remove(run)
    place = new.index(now[0])
    for line in now:
        new.remove(line)
    marked: list[Element] = []
    for _, i, j, k, m in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        is_kept = keys[0][i:j] == keys[1][k:m]
        if not is_kept:
            marked += [_out(line, marker, carrier) for line in was[i:j]]
        marked += [line if is_kept else _in(line, marker) for line in now[k:m]]
    for run in reversed(opening):
        marked[0].insert(_behind_properties(marked[0]), run)
    last = etree.Element(W + "p", nsmap=now[-1].nsmap)
    last.append(end)
    for at, line in enumerate((*marked, last)):
        new.insert(place + at, line)


def mark_whole(control: Element, name: str, marker: Marker, carrier: Carrier) -> Element:
    """Return contents that only one version has, out (`del`) or in (`ins`) with their field."""
    content = control.find(W + "sdtContent")
    lines = _lines(content) if content is not None else []
    if content is None or not lines:
        return control
    if name == "ins":
        return _each_marked(control, name, marker)
    control = deepcopy(control)
    content = control.find(W + "sdtContent")
    lines = _lines(content) if content is not None else []
    opening, end = _runs(lines[0])[:_OPENING], _runs(lines[-1])[-1]
    kept = {id(run) for run in (*opening, end)}
    for line in lines:
        _unlink(line, kept)
    carrier.carry(control)
    return _each_marked(control, name, marker)


def _each_marked(control: Element, name: str, marker: Marker) -> Element:
    for paragraph in control.iter(W + "p"):
        for run in _track(paragraph, marker, name):
            if name == "del":
                take_out(run)
    return control


def _lines(content: Element) -> list[Element]:
    """Return the lines of a table of contents that this program wrote, else none."""
    paragraphs = content.findall(W + "p")
    first = next((at for at, one in enumerate(paragraphs) if _begins(one)), None)
    if first is None or len(paragraphs) != len(content):
        return []
    lines = paragraphs[first:]
    runs = _runs(lines[-1])
    mark = runs[-1].find(W + "fldChar") if runs else None
    ends = mark is not None and mark.get(W + "fldCharType") == "end"
    return lines if ends and runs[-1].getparent() is lines[-1] else []


def _begins(paragraph: Element) -> bool:
    runs = _runs(paragraph)
    asked = runs[1].find(W + "instrText") if len(runs) > _OPENING else None
    return asked is not None and (asked.text or "").split()[:1] == ["TOC"]


def _runs(paragraph: Element) -> list[Element]:
    return list(paragraph.iter(W + "r"))


def _words(line: Element) -> tuple[str, str]:
    """Return a line's style and its words, but for the number of its page."""
    style = line.find(f"{W}pPr/{W}pStyle")
    words = [text.text or "" for text in line.iter(W + "t")]
    return (style.get(W + "val") or "") if style is not None else "", "\t".join(words[:-1])


def _out(line: Element, marker: Marker, carrier: Carrier) -> Element:
    """Return a line of the older file taken out, without links to what may be gone."""
    line = deepcopy(line)
    _unlink(line)
    carrier.carry(line)
    for run in _track(line, marker, "del"):
        take_out(run)
    return line


def _unlink(line: Element, kept: Container[int] = ()) -> None:
    """Leave of a line its words: no links, and no fields but the runs of those ids."""
    for link in line.findall(W + "hyperlink"):
        for run in link:
            link.addprevious(run)
        line.remove(link)
    for run in _runs(line):
        if id(run) not in kept and any(run.find(name) is not None for name in _FIELD):
            line.remove(run)


def _in(line: Element, marker: Marker) -> Element:
    """Return a line of the newer file put in."""
    _track(line, marker, "ins")
    return line


def _track(line: Element, marker: Marker, name: str) -> list[Element]:
    """Mark the end and the runs of a line; return these."""
    properties = line.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        line.insert(0, properties)
    end_look(properties).insert(0, marker.element(name))
    runs = _runs(line)
    for run in runs:
        mark = run.getprevious()
        if mark is None or mark.tag != W + name:
            mark = marker.element(name)
            run.addprevious(mark)
        mark.append(run)
    return runs


def _behind_properties(paragraph: Element) -> int:
    return 0 if paragraph.find(W + "pPr") is None else 1


def _parent(run: Element) -> Element:
    parent = run.getparent()
    if parent is None:
        raise ValueError("a run of a table of contents stands in a paragraph")
    return parent
