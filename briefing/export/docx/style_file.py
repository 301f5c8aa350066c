"""A house style: any Word file or template, opened for its styles, page and running heads."""

import zipfile
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from briefing.errors import ExportError
from briefing.export.docx.personal_traces import without_traces
from briefing.export.docx.style_usage import style_usage
from briefing.export.docx.xml_text import RELATIONSHIPS, WORD, Element, parse_part

_W = f"{{{WORD}}}"
_KEPT = {RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.THEME, RT.FONT_TABLE, RT.HEADER, RT.FOOTER}
_LARGEST = 200 * 1024 * 1024  # bytes unpacked; a style file of honest size has a hundredth of it


@dataclass(frozen=True, slots=True)
class StyleFile:
    """The opened file; its own text and whatever that text needed are gone already."""

    package: Package
    document: Part
    section: Element
    usage: Counter[str]
    notes: tuple[str, ...] = ()

    @property
    def text_width(self) -> int:
        """Return the width between the margins in twentieths of a point."""
        size, margins = self.section.find(_W + "pgSz"), self.section.find(_W + "pgMar")
        if size is None or margins is None:
            return 9360  # 6.5 inches
        taken = _number(margins, "left", 1440) + _number(margins, "right", 1440)
        width = _number(size, "w", 12240) - taken - _number(margins, "gutter", 0)
        return max(width, 1440)

    def part(self, kind: str) -> Part | None:
        """Return the document's part of a relationship type, if it has one."""
        return next((p for p in self.parts(kind)), None)

    def parts(self, kind: str) -> list[Part]:
        """Return every part of a relationship type, in the order of their names."""
        found = [r.target_part for r in self.document.rels.values() if r.reltype == kind]
        return sorted(found, key=lambda part: str(part.partname))

    def new_part(self, name: str, kind: str, content_type: str) -> Part:
        """Add an empty part, `/word/name`, and relate the document to it."""
        part = Part(PackURI(name), content_type, b"", self.package)
        self.document.relate_to(part, kind)
        return part


def open_style_file(path: Path) -> StyleFile:
    """Open a .docx, .dotx, .docm or .dotm for its styles.

    Raises ExportError where it cannot be read, or is no Word file of the transitional kind.
    """
    package = _open(path)
    document = package.part_related_by(RT.OFFICE_DOCUMENT)
    root = parse_part(document.blob)
    body = root.find(_W + "body")
    if body is None:
        raise ExportError(
            f"{path.name} cannot give the house style: it is no Word document, or one saved as"
            " Strict Open XML. Save it in Word as “Word Document (.docx)”."
        )
    section = _section(body)
    _keep_only_style(package, document, section)
    return StyleFile(package, document, section, style_usage(body))


def _open(path: Path) -> Package:
    try:
        data = path.read_bytes()
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise ExportError(f"{path.name} is too large to give the house style.")
        return Package.open(BytesIO(data))
    except OSError as error:
        raise ExportError(
            f"The style file {path.name} cannot be read: {error.strerror}."
        ) from error
    except (
        zipfile.BadZipFile,
        PackageNotFoundError,
        KeyError,
        ValueError,
        etree.XMLSyntaxError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise ExportError(
            f"{path.name} cannot give the house style: it is not a sound Word file. Open it in"
            " Word, save it again as .docx, and choose that file."
        ) from error


def _section(body: Element) -> Element:
    section = body.find(_W + "sectPr")
    if section is None:
        section = etree.SubElement(body, _W + "sectPr")
    section = without_traces(section)
    for name in ("footnotePr", "endnotePr", "sectPrChange"):
        for child in section.findall(_W + name):
            section.remove(child)
    return section


def _keep_only_style(package: Package, document: Part, section: Element) -> None:
    used = {str(e.get(f"{{{RELATIONSHIPS}}}id")) for e in section}
    for identity, relation in list(document.rels.items()):
        is_head = relation.reltype in {RT.HEADER, RT.FOOTER}
        if (
            relation.reltype not in _KEPT
            or relation.is_external
            or (is_head and identity not in used)
        ):
            del document.rels[identity]
    for child in list(section):
        identity = child.get(f"{{{RELATIONSHIPS}}}id")
        if identity is not None and str(identity) not in document.rels:
            section.remove(child)
    for identity, relation in list(package.rels.items()):
        if relation.reltype != RT.OFFICE_DOCUMENT:
            del package.rels[identity]


def _number(element: Element, name: str, otherwise: int) -> int:
    try:
        return int(float(str(element.get(_W + name) or otherwise)))
    except ValueError:
        return otherwise


DOCUMENT_TYPE = CT.WML_DOCUMENT_MAIN
