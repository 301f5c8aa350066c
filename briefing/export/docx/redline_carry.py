"""What deleted markup of an older file needs in the newer one: notes, links, pictures, lists."""

import hashlib
from copy import deepcopy

from lxml import etree

from briefing.export.docx.packed_parts import PackedParts
from briefing.export.docx.redline_atoms import W
from briefing.export.docx.xml_text import RELATIONSHIPS, Element

_R = f"{{{RELATIONSHIPS}}}"
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_LISTS = (W + "abstractNum", W + "num")
_STYLED = (W + "pStyle", W + "rStyle", W + "tblStyle")
_FURTHER = (W + "basedOn", W + "link", W + "next")


class Carrier:
    """Carries from one file into another; what it gives ids to is found there afterwards."""

    def __init__(self, old: PackedParts, new: PackedParts) -> None:
        self._old, self._new = old, new
        self._relations: dict[tuple[str, str], str] = {}
        self._notes: dict[tuple[str, str], str] = {}
        self._numbers: dict[str, str] = {}

    def carry(self, element: Element, kind: str = "") -> None:
        """Change what an element of the older file refers to into what the newer one has.

        It is of the main text, or of the notes of a kind.
        """
        for one in element.iter():
            if one.tag in _NOTES:
                one.set(W + "id", self._note(_NOTES[str(one.tag)], one.get(W + "id") or ""))
            elif one.tag == W + "numId":
                one.set(W + "val", self._number(one.get(W + "val") or ""))
            elif one.tag in _STYLED:
                self._style(one.get(W + "val") or "")
            for key, identity in one.items():
                if str(key).startswith(_R) and identity:
                    one.set(key, self._relation(str(identity), kind))

    def _relation(self, identity: str, notes: str) -> str:
        if (notes, identity) not in self._relations:
            source, target_part = (
                parts.beside(notes) if notes else parts.document for parts in (self._old, self._new)
            )
            kind, target, is_outside = self._old.relations(source).get(
                identity, ("hyperlink", "about:blank", True)
            )
            if not is_outside:
                target = self._part(target)
            self._relations[notes, identity] = self._new.relate(
                target_part, kind, target, is_outside=is_outside
            )
        return self._relations[notes, identity]

    def _part(self, name: str) -> str:
        """Return the name under which a picture of the older file stands in the newer one."""
        content = self._old.blob(name)
        if self._new.blob(name) == content:
            return name
        stem, _, ending = name.rpartition(".")
        kept = f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}.{ending}"
        self._new.add(kept, content, self._old.media_type(name))
        return kept

    def _note(self, kind: str, identity: str) -> str:
        if (kind, identity) not in self._notes:
            self._notes[kind, identity] = self._carried_note(kind, identity)
        return self._notes[kind, identity]

    def _carried_note(self, kind: str, identity: str) -> str:
        old_name, new_name = self._old.beside(kind), self._new.beside(kind)
        if not new_name:
            new_name = self._empty_notes(kind, old_name)
        notes = self._new.root(new_name)
        taken = [int(one.get(W + "id") or "0") for one in notes]
        number = str(max(taken, default=0) + 1)
        for one in self._old.root(old_name):
            if one.get(W + "id") == identity:
                note = deepcopy(one)
                self.carry(note, kind)
                note.set(W + "id", number)
                notes.append(note)
        return number

    def _empty_notes(self, kind: str, old_name: str) -> str:
        """Give the newer file the older one's part of notes, with its separators only."""
        self._new.add(old_name, self._old.blob(old_name), self._old.media_type(old_name))
        self._new.relate(self._new.document, kind, old_name)
        root = self._new.root(old_name)
        for one in list(root):
            if one.get(W + "type") is None:
                root.remove(one)
        return old_name

    def _number(self, identity: str) -> str:
        """Return a list of its own for those of the older file, looking as they did."""
        if identity in {"", "0"}:
            return identity
        if identity not in self._numbers:
            self._numbers[identity] = self._carried_list(identity)
        return self._numbers[identity]

    def _carried_list(self, identity: str) -> str:
        old_name, new_name = self._old.beside("numbering"), self._new.beside("numbering")
        if not old_name or not new_name:
            return "0"
        old, new = self._old.root(old_name), self._new.root(new_name)
        number = next((one for one in old if _says(one, "num", identity)), None)
        reference = number.find(W + "abstractNumId") if number is not None else None
        if number is None or reference is None:
            return "0"
        shape = next(
            (one for one in old if _says(one, "abstractNum", reference.get(W + "val") or "")), None
        )
        if shape is None:
            return "0"
        shape_id, number_id = _free(new, "abstractNum"), _free(new, "num")
        made = deepcopy(shape)
        made.set(W + "abstractNumId", shape_id)
        shapes = [place for place, one in enumerate(new) if one.tag == W + "abstractNum"]
        new.insert(shapes[-1] + 1 if shapes else 0, made)
        kept = etree.Element(W + "num")
        kept.set(W + "numId", number_id)
        etree.SubElement(kept, W + "abstractNumId").set(W + "val", shape_id)
        kept.extend(deepcopy(one) for one in number if one.tag == W + "lvlOverride")
        numbers = [place for place, one in enumerate(new) if one.tag in _LISTS]
        new.insert(numbers[-1] + 1, kept)
        return number_id

    def _style(self, identity: str) -> None:
        """Give the newer file a style that only the older one used."""
        old_name, new_name = self._old.beside("styles"), self._new.beside("styles")
        new = self._new.root(new_name)
        if any(one.get(W + "styleId") == identity for one in new):
            return
        for one in self._old.root(old_name):
            if one.get(W + "styleId") == identity:
                style = deepcopy(one)
                new.append(style)
                for further in style.iter(*_FURTHER):
                    self._style(further.get(W + "val") or "")
                for listed in style.iter(W + "numId"):
                    listed.set(W + "val", self._number(listed.get(W + "val") or ""))


def _says(element: Element, name: str, identity: str) -> bool:
    return element.tag == W + name and element.get(f"{W}{name}Id") == identity


def _free(root: Element, name: str) -> str:
    taken = [int(one.get(f"{W}{name}Id") or "0") for one in root if one.tag == W + name]
    return str(max(taken, default=0) + 1)
