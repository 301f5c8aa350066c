"""A house's Word file unpacked under caps: the parts that a memo may take with it, made safe."""

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from briefing.errors import IntakeError
from briefing.export.docx.kept_relations import is_kept, told
from briefing.export.docx.safe_part import make_safe
from briefing.export.picture_cleaning import without_metadata
from briefing.model.picture import Picture
from briefing.ooxml.document_package import DocumentPackage, parsed, resolved

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SOUND_NAME = re.compile(r"/(?:[\w-]+/)*[\w-]+\.\w+", re.ASCII)
_MOST_PARTS = 2000
_MS_CHART = "application/vnd.ms-office.chart{}+xml"
_CONTENT_TYPES = {
    "officeDocument": CT.WML_DOCUMENT_MAIN,
    "styles": CT.WML_STYLES,
    "numbering": CT.WML_NUMBERING,
    "settings": CT.WML_SETTINGS,
    "theme": CT.OFC_THEME,
    "fontTable": CT.WML_FONT_TABLE,
    "header": CT.WML_HEADER,
    "footer": CT.WML_FOOTER,
    "chart": CT.DML_CHART,
    "chartUserShapes": CT.DML_CHARTSHAPES,
    "chartStyle": _MS_CHART.format("style"),
    "chartColorStyle": _MS_CHART.format("colorstyle"),
    "diagramData": CT.DML_DIAGRAM_DATA,
    "diagramLayout": CT.DML_DIAGRAM_LAYOUT,
    "diagramQuickStyle": CT.DML_DIAGRAM_STYLE,
    "diagramColors": CT.DML_DIAGRAM_COLORS,
    "diagramDrawing": "application/vnd.ms-office.drawingml.diagramDrawing+xml",
    "font": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}
_PICTURES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".emf": "image/x-emf",
    ".wmf": "image/x-wmf",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".wdp": "image/vnd.ms-photo",
}


@dataclass(frozen=True, slots=True)
class _Relation:
    """A relation with its transitional type; its target is a part once that is read."""

    identity: str
    type: str
    target: str | Part
    is_external: bool


class HousePackage:
    """Reads the parts that are kept into a package; `left_behind` names what was not.

    Raises IntakeError where the file is unsound, protected or too large once unpacked.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise IntakeError(
                "It is an old Word file or one with a password; save it as .docx without one."
            )
        self._source = DocumentPackage(data)
        self.package = Package()
        self.left_behind: dict[str, None] = {}
        self._parts: dict[str, Part] = {}
        self._names: set[str] = set()
        top = next((one for one in self._kept("", "") if isinstance(one.target, Part)), None)
        if top is None or not isinstance(top.target, Part):
            raise IntakeError("It is no Word file, whatever its name says.")
        self.document = top.target
        self.package.relate_to(self.document, top.type)

    def _part(self, name: str, kind: str) -> Part | None:
        """Return a part with all that it refers to; nothing for one that may not be kept."""
        if name in self._parts:
            return self._parts[name]
        suffix = PurePosixPath(name).suffix.lower()
        content_type = _PICTURES.get(suffix) if kind == "image" else _CONTENT_TYPES.get(kind)
        if content_type is None or len(self._parts) >= _MOST_PARTS:
            return None
        kept = self._kept(name, kind)
        data = self._source.read(name)
        if kind == "image":
            data = without_metadata(Picture(name, name, content_type, 0, 0, data)).data
        elif kind != "font":
            root = parsed(_transitional(data))
            for what in make_safe(root, {one.identity for one in kept}):
                self.left_behind[what] = None
            data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        part = Part(PackURI(self._sound(name, suffix)), content_type, data, self.package)
        for one in kept:
            is_external = isinstance(one.target, str)
            part.rels.add_relationship(one.type, one.target, one.identity, is_external)
        self._parts[name] = part
        return part

    def _kept(self, source: str, kind: str) -> list[_Relation]:
        """Return the relations of a part that are kept, with the parts that they lead to."""
        kept: list[_Relation] = []
        for relation in self._relations(source):
            wanted, target = relation.type.rpartition("/")[2], relation.target
            if not is_kept(kind, wanted, is_external=relation.is_external):
                what = told(wanted, is_external=relation.is_external)
                self.left_behind |= {what: None} if what else {}
            elif relation.is_external:
                kept.append(relation)
            else:
                name = resolved(source, str(target))
                part = self._part(name, wanted) if self._source.has(name) else None
                if part is not None:
                    kept.append(replace(relation, target=part))
        return kept

    def _relations(self, source: str) -> list[_Relation]:
        folder, _, leaf = source.rpartition("/")
        data = self._source.read(f"{folder}/_rels/{leaf}.rels")
        root = parsed(_transitional(data)) if data.strip() else ()
        return [
            _Relation(
                str(one.get("Id") or ""),
                str(one.get("Type") or ""),
                str(one.get("Target") or ""),
                one.get("TargetMode") == "External",
            )
            for one in root
        ]

    def _sound(self, name: str, suffix: str) -> str:
        """Return the name of a part if another program can be trusted with it, or one of ours."""
        wanted = f"/{name}"
        if not _SOUND_NAME.fullmatch(wanted) or wanted.lower() in self._names:
            wanted = f"/word/house/part{len(self._names) + 1}{suffix or '.xml'}"
        self._names.add(wanted.lower())
        return wanted


def _transitional(data: bytes) -> bytes:
    """Return a strict part with the transitional names of its elements (ECMA-376 part 4)."""
    return _STRICT.sub(_TRANSITIONAL, data) if b"purl.oclc.org" in data else data
