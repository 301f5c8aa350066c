"""Two Word files of one memo as one: what changed since the older as tracked changes."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from briefing.export.docx.packed_parts import PackedParts
from briefing.export.docx.redline_atoms import (
    AtomReader,
    MarkupAtom,
    W,
    is_written_alike,
    markup_form,
)
from briefing.export.docx.redline_carry import Carrier
from briefing.export.docx.redline_contents import mark_contents, mark_whole
from briefing.export.docx.redline_paragraphs import Marker, ParagraphWriter, take_out
from briefing.export.docx.xml_text import RELATIONSHIPS, Element
from briefing.text.token_changes import token_changes
from briefing.text.unit_pairs import UnitKey, unit_stretches

_RELATION = f"{{{RELATIONSHIPS}}}"
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_NOTE_NUMBERS = (W + "footnoteRef", W + "endnoteRef")
_BLOCKS = frozenset((W + "p", W + "tbl", W + "sdt"))
_RANGES = frozenset((W + "bookmarkStart", W + "bookmarkEnd"))


def redlined(new: bytes, old: bytes, author: str, date: str) -> bytes:
    """Return the newer file with what differs from the older one tracked, by word.

    Both are files that this program wrote in one house style. The same files, author and date
    (ISO 8601) give the same bytes. Heads and feet of pages are those of the newer one.
    """
    redline = _Redline(PackedParts(old), PackedParts(new), Marker(author, date))
    return redline.packed()


class _Redline:
    def __init__(self, old: PackedParts, new: PackedParts, marker: Marker) -> None:
        self._old, self._new, self._marker = old, new, marker
        self._carrier = Carrier(old, new)
        self._told_old, self._told_new = _leading(old), _leading(new)
        self._read_old, self._read_new = AtomReader(self._told_old), AtomReader(self._told_new)

    def packed(self) -> bytes:
        """Mark the newer file's body, and pack it."""
        bodies = [parts.root(parts.document).find(W + "body") for parts in (self._old, self._new)]
        if bodies[0] is not None and bodies[1] is not None:
            self._container(bodies[0], bodies[1])
            for mark, kind in _NOTES.items():
                self._order_notes(bodies[1], mark, kind)
        return self._new.packed()

    def _order_notes(self, body: Element, mark: str, kind: str) -> None:
        """Bring notes into the order of their marks, by which LibreOffice counts them."""
        name = self._new.beside(kind)
        if not name:
            return
        root = self._new.root(name)
        notes = {one.get(W + "id"): one for one in root if one.get(W + "type") is None}
        first = max(
            (int(one.get(W + "id") or "0") for one in root if one.get(W + "type")), default=0
        )
        for number, reference in enumerate(body.iter(mark), max(first, 0) + 1):
            note = notes.pop(reference.get(W + "id"), None)
            reference.set(W + "id", str(number))
            if note is not None:
                note.set(W + "id", str(number))
                root.append(note)
                self._mark_note(note, reference)
        for note in notes.values():
            root.remove(note)  # nothing refers to it any more

    def _mark_note(self, note: Element, reference: Element) -> None:
        """Mark the words of a note that came or went with its mark."""
        change = next(reference.iterancestors(W + "ins", W + "del"), None)
        if change is None:
            return
        for run in list(note.iter(W + "r")):
            if any(run.find(name) is not None for name in _NOTE_NUMBERS):
                continue
            mark = self._marker.element(str(change.tag).removeprefix(W))
            run.addprevious(mark)
            mark.append(run)
            if change.tag == W + "del":
                take_out(run)

    def _container(self, old: Element, new: Element) -> None:
        """Mark what a body, a cell or a control holds; all but blocks stays where it stands."""
        was = [one for one in old if one.tag in _BLOCKS]
        now = [one for one in new if one.tag in _BLOCKS]
        place = new.index(now[0]) if now else 0
        made: list[Element] = []
        old_keys = [_key(one, self._told_old) for one in was]
        new_keys = [_key(one, self._told_new) for one in now]
        for gone, come in unit_stretches(old_keys, new_keys):
            blocks = now[come.start : come.stop]
            silent = [mark for one in blocks for mark in _marks_behind(one)]
            made += [*self._stretch(was[gone.start : gone.stop], blocks), *silent]
        for one in [one for one in new if one.tag in _BLOCKS]:
            new.remove(one)
        for at, one in enumerate(made):
            new.insert(place + at, one)

    def _stretch(self, old: Sequence[Element], new: Sequence[Element]) -> list[Element]:
        first = (*old, *new)[0]
        if first.tag == W + "tbl":
            return self._table(old, new)
        if first.tag == W + "sdt":
            return self._control(old, new)
        return self._stream(old, new)

    def _control(self, old: Sequence[Element], new: Sequence[Element]) -> list[Element]:
        if not (old and new):
            side, name = (old, "del") if old else (new, "ins")
            if not _is_gallery(side[0]):
                return list(new)
            return [mark_whole(side[0], name, self._marker, self._carrier)]
        was, now = (one.find(W + "sdtContent") for one in (old[0], new[0]))
        if was is not None and now is not None:
            if _is_gallery(new[0]):
                mark_contents(was, now, self._marker, self._carrier)
            else:
                self._container(was, now)
        return list(new)

    def _stream(self, old: Sequence[Element], new: Sequence[Element]) -> list[Element]:
        """Mark paragraphs word by word, their ends among the words."""
        if len(old) == len(new) == 1 and self._is_as_it_was(old[0], new[0]):
            return list(new)
        writer = ParagraphWriter(self._marker, self._carrier)
        was = [one for one in self._read_old.atoms(old) if one.key]
        all_now = list(self._read_new.atoms(new))
        now = [one for one in all_now if one.key]
        rest = iter(all_now)
        for change in token_changes([one.key for one in was], [one.key for one in now]):
            if not change.is_equal:
                for atom in was[change.i : change.j]:
                    writer.delete(atom)
            for place, atom in enumerate(now[change.k : change.m]):
                for silent in rest:
                    if silent is atom:
                        break
                    writer.keep(None, silent)
                if change.is_equal:
                    writer.keep(was[change.i + place], atom)
                else:
                    writer.insert(atom)
        for silent in rest:
            writer.keep(None, silent)
        return writer.done

    def _is_as_it_was(self, old: Element, new: Element) -> bool:
        if _words(old) != _words(new):
            return False
        if is_written_alike(old, new):
            return True
        return markup_form(old, self._told_old) == markup_form(new, self._told_new)

    def _table(self, old: Sequence[Element], new: Sequence[Element]) -> list[Element]:
        if not new:
            table = deepcopy(old[0])
            for row in table.findall(W + "tr"):
                self._whole_row(row, "del")
            return [table]
        table = new[0]
        if not old:
            for row in table.findall(W + "tr"):
                self._whole_row(row, "ins")
            return [table]
        was, now = old[0].findall(W + "tr"), table.findall(W + "tr")
        keys = [[UnitKey("row", _words(row)) for row in side] for side in (was, now)]
        place = table.index(now[0]) if now else len(table)
        for gone, come in unit_stretches(*keys):
            for row in self._rows(was[gone.start : gone.stop], now[come.start : come.stop]):
                table.insert(place, row)
                place += 1
        return [table]

    def _rows(self, old: Sequence[Element], new: Sequence[Element]) -> list[Element]:
        """Return one row, or two where the cells of one do not fit those of the other."""
        pairs = [row.findall(W + "tc") for row in (*old, *new)]
        if old and new and len(pairs[0]) == len(pairs[1]):
            for was, now in zip(*pairs, strict=True):
                self._container(was, now)
            return [new[0]]
        gone = [deepcopy(row) for row in old]
        for row in gone:
            self._whole_row(row, "del")
        for row in new:
            self._whole_row(row, "ins")
        return [*gone, *new]

    def _whole_row(self, row: Element, name: str) -> None:
        """Mark a row with all its words as put in or taken out."""
        properties = row.find(W + "trPr")
        if properties is None:
            properties = etree.Element(W + "trPr")
            head = row.find(W + "tblPrEx")
            row.insert(0 if head is None else row.index(head) + 1, properties)
        properties.append(self._marker.element(name))
        reader = self._read_old if name == "del" else self._read_new
        for cell in row.findall(W + "tc"):
            for paragraph in cell.findall(W + "p"):
                self._whole_paragraph(cell, paragraph, reader.atoms((paragraph,)), name)
            for table in cell.findall(W + "tbl"):
                for inner in table.findall(W + "tr"):
                    self._whole_row(inner, name)

    def _whole_paragraph(
        self, cell: Element, paragraph: Element, atoms: Iterator[MarkupAtom], name: str
    ) -> None:
        writer = ParagraphWriter(self._marker, self._carrier)
        for atom in atoms:
            if atom.key and name == "del":
                writer.delete(atom)
            elif atom.key:
                writer.insert(atom)
            elif name == "ins":
                writer.keep(None, atom)
        for one in writer.done:
            cell.replace(paragraph, one)


def _leading(parts: PackedParts) -> Callable[[Element], str]:
    """Return what tells what a note's mark or a picture leads to in a file."""
    notes: dict[tuple[str, str], str] = {}
    for kind in _NOTES.values():
        name = parts.beside(kind)
        for note in parts.root(name) if name else ():
            notes[kind, note.get(W + "id") or ""] = _words(note)
    relations = parts.relations(parts.document)

    def told(element: Element) -> str:
        kind = _NOTES.get(str(element.tag))
        if kind is not None:
            return notes.get((kind, element.get(W + "id") or ""), "")
        for key, identity in element.items():
            if str(key).startswith(_RELATION) and identity in relations:
                _, target, is_outside = relations[str(identity)]
                return target if is_outside else _digest(parts.blob(target))
        return ""

    return told


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _key(block: Element, told: Callable[[Element], str]) -> UnitKey:
    if block.tag == W + "p":
        things = "".join(told(one) for one in block.iter(*_NOTES))
        return UnitKey("", _words(block) + things)
    if block.tag == W + "sdt" and _is_gallery(block):
        return UnitKey("contents", "")  # a memo's table of contents is the same, whatever it lists
    return UnitKey("table" if block.tag == W + "tbl" else "control", _words(block))


def _words(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t"))


def _marks_behind(block: Element) -> Iterator[Element]:
    """Yield the ends and starts of ranges that stand between a block and the next one."""
    following = block.getnext()
    while following is not None and following.tag in _RANGES:
        yield following
        following = following.getnext()


def _is_gallery(control: Element) -> bool:
    """Tell whether a control is made by Word: a table of contents."""
    return control.find(f"{W}sdtPr/{W}docPartObj") is not None
