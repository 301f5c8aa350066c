"""A Word file's parts: the main text, its relations, and what stands beside it."""

from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from briefing.errors import IntakeError
from briefing.ooxml.document_package import DocumentPackage, resolved

Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage] # noqa: SLF001 # lxml names no other
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to under an id: another part, or an address outside."""

    kind: str  # the last word of its type: styles, footnotes, hyperlink
    target: str
    is_external: bool


class WordPackage:
    """The parts of one Word file by their relations (ECMA-376-2), strict and transitional."""

    def __init__(self, data: bytes) -> None:
        _refuse_ole(data)
        self._package = DocumentPackage(data)
        self._tops = self._relations("")
        main = next((top.target for top in self._tops.values() if top.kind == "officeDocument"), "")
        self.main = main if self._package.has(main) else "word/document.xml"
        self.relations = self._relations(self.main)

    def document(self) -> Element:
        """Return the main text's root."""
        root = self._package.xml(self.main)
        if root is None or local(root) != "document":
            raise IntakeError("It is no Word file, whatever its name says.")
        return root

    def beside(self, kind: str) -> Element | None:
        """Return the root of the part of that kind that the main text refers to."""
        return self._first(self.relations, kind)

    def all_beside(self, kind: str) -> list[tuple[str, Element]]:
        """Return the names and roots of the parts of that kind, in the order of their names."""
        found = [(name, self._package.xml(name)) for name in self.names_beside(kind)]
        return [(name, root) for name, root in found if root is not None]

    def names_beside(self, kind: str) -> list[str]:
        """Return the names of the parts of that kind, in the order of their names."""
        return sorted({one.target for one in self.relations.values() if _is_part(one, kind)})

    def data(self, part: str) -> bytes:
        """Return the bytes of the part of that name, nothing where there is none."""
        return self._package.read(part)

    def relations_at(self, part: str) -> dict[str, Relation]:
        """Return the relations of the part of that name."""
        return self._relations(part)

    def properties(self) -> Element | None:
        """Return the core properties."""
        return self._first(self._tops, "core-properties")

    def application(self) -> Element | None:
        """Return what the program that wrote the file says of itself."""
        return self._first(self._tops, "extended-properties")

    def relations_of(self, kind: str) -> dict[str, Relation]:
        """Return the relations of a part of that kind."""
        for relation in self.relations.values():
            if _is_part(relation, kind):
                return self._relations(relation.target)
        return {}

    def _first(self, relations: dict[str, Relation], kind: str) -> Element | None:
        for relation in relations.values():
            if _is_part(relation, kind):
                return self._package.xml(relation.target)
        return None

    def _relations(self, part: str) -> dict[str, Relation]:
        folder, _, name = part.rpartition("/")
        root = self._package.xml(f"{folder}/_rels/{name}.rels" if part else "_rels/.rels")
        found: dict[str, Relation] = {}
        for child in root if root is not None else ():
            kind = (child.get("Type") or "").rpartition("/")[2]
            target = child.get("Target") or ""
            is_external = child.get("TargetMode") == "External"
            if not is_external:
                target = resolved(part, target)
            found[child.get("Id") or ""] = Relation(kind, target, is_external)
        return found


def _is_part(relation: Relation, kind: str) -> bool:
    return relation.kind == kind and not relation.is_external


def local(element: Element) -> str:
    """Return an element's name without its namespace; strict and transitional files differ."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""  # pyright: ignore[reportUnnecessaryIsInstance]  # an entity's tag is a function


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    if element is None:
        return None
    ending = f"}}{name}"
    for found in element:
        tag = found.tag
        if isinstance(tag, str) and (tag.endswith(ending) or tag == name):  # pyright: ignore[reportUnnecessaryIsInstance]  # as above
            return found
    return None


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute, whatever its namespace; nothing where there is none."""
    if element is None:
        return ""
    for key, text in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return ""


def is_on(element: Element | None) -> bool:
    """Return whether a switch is on: there, and not said to be off (ECMA-376-1, 17.17.4)."""
    return element is not None and value(element).lower() not in {"0", "false", "off", "none"}


def _refuse_ole(data: bytes) -> None:
    if not data.startswith(_OLE):
        return
    if _ENCRYPTED in data:
        raise IntakeError("It is protected by a password; save it without one.")
    raise IntakeError("It is an old Word file; save it as .docx first.")
