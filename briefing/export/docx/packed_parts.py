"""A finished Word file of ours opened again: parts changed or added, packed the same way."""

import zipfile
from io import BytesIO
from posixpath import dirname, join, normpath

from lxml import etree

from briefing.export.docx.packing import zipped
from briefing.export.docx.xml_text import Element, parse_part, part_bytes

DOCUMENT = "word/document.xml"
_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS_SPACE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class PackedParts:
    """The parts of one file by name; XML parts that were asked for are written anew."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self._parts: dict[str, bytes] = {
                name: archive.read(name) for name in archive.namelist()
            }
        self._roots: dict[str, Element] = {}
        self._numbers: dict[str, int] = {}
        relations = self.relations("")
        self.document = next(
            (target for kind, target, _ in relations.values() if kind == "officeDocument"),
            DOCUMENT,
        )

    def has(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return name in self._parts

    def blob(self, name: str) -> bytes:
        """Return a part's bytes; nothing where there is none."""
        return self._parts.get(name, b"")

    def root(self, name: str) -> Element:
        """Return a part's root, to be changed in place."""
        if name not in self._roots:
            self._roots[name] = parse_part(self._parts[name])
        return self._roots[name]

    def beside(self, kind: str) -> str:
        """Return the name of the part of that kind that the main text refers to, or nothing."""
        relations = self.relations(self.document).values()
        return next((target for one, target, _ in relations if one == kind), "")

    def relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Return a part's relations by id: the kind's last word, the target, whether outside."""
        name = _relations_name(part)
        found: dict[str, tuple[str, str, bool]] = {}
        for one in self.root(name) if self.has(name) else ():
            target, is_outside = one.get("Target") or "", one.get("TargetMode") == "External"
            if not is_outside:
                target = normpath(join("/", dirname(part), target)).lstrip("/")
            found[one.get("Id") or ""] = (
                (one.get("Type") or "").rpartition("/")[2],
                target,
                is_outside,
            )
        return found

    def relate(self, part: str, kind: str, target: str, *, is_outside: bool = False) -> str:
        """Return the id of a new relation; `kind` is its last word, or its whole address."""
        name = _relations_name(part)
        if not self.has(name):
            self._parts[name] = f'<Relationships xmlns="{_RELATIONS_SPACE[1:-1]}"/>'.encode()
        taken = self.relations(part)
        number = self._numbers.get(part, 1)
        while f"rIdM{number}" in taken:
            number += 1
        self._numbers[part] = number + 1
        one = etree.SubElement(self.root(name), _RELATIONS_SPACE + "Relationship")
        one.set("Id", f"rIdM{number}")
        one.set("Type", kind if "://" in kind else _OFFICE + kind)
        one.set("Target", target if is_outside else f"/{target}")
        if is_outside:
            one.set("TargetMode", "External")
        return f"rIdM{number}"

    def add(self, name: str, content: bytes, media_type: str) -> None:
        """Add a part, or put another content in its place."""
        self._parts[name] = content
        self._roots.pop(name, None)
        if not self.media_type(name):
            one = etree.SubElement(self.root(_TYPES), _TYPES_SPACE + "Override")
            one.set("PartName", f"/{name}")
            one.set("ContentType", media_type)

    def media_type(self, name: str) -> str:
        """Return the content type that is said of a part by its name; nothing if none is."""
        for one in self.root(_TYPES):
            if one.get("PartName") == f"/{name}":
                return one.get("ContentType") or ""
        return ""

    def packed(self) -> bytes:
        """Return the file; parts that were not changed keep their bytes."""
        written = {name: part_bytes(root) for name, root in self._roots.items()}
        parts = {**self._parts, **written}
        types = parts.pop(_TYPES)
        return zipped({_TYPES: types, **dict(sorted(parts.items()))})


def _relations_name(part: str) -> str:
    folder, _, leaf = part.rpartition("/")
    return f"{folder}/_rels/{leaf}.rels" if part else "_rels/.rels"
