"""A house style: any Word file or template, opened for its styles, pages, heads and own text."""

from collections import Counter
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from briefing.errors import ExportError, IntakeError
from briefing.export.docx.content_place import ContentPlace, open_place
from briefing.export.docx.field_words import FieldWords
from briefing.export.docx.house_package import HousePackage
from briefing.export.docx.own_contents import open_contents
from briefing.export.docx.own_fields import asks_for_fields
from briefing.export.docx.own_text import OwnText, clean_own_text
from briefing.export.docx.personal_traces import without_traces
from briefing.export.docx.section_breaks import section_size
from briefing.export.docx.style_list import identity_of, shown_name
from briefing.export.docx.style_sections import (
    main_section,
    section_after,
    sections_of,
    width_of,
)
from briefing.export.docx.style_usage import style_usage
from briefing.export.docx.xml_edits import remove
from briefing.export.docx.xml_text import RELATIONSHIPS, WORD, Element, parse_part

_W = f"{{{WORD}}}"
_HEADS = {RT.HEADER, RT.FOOTER}
_KEPT = {RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.THEME, RT.FONT_TABLE, *_HEADS}
_CELL_MARGINS = 216  # twentieths of a point, left and right
_BEHIND = "behind the file's own text, which asks for fields of the memo"
DOCUMENT_TYPE = CT.WML_DOCUMENT_MAIN


@dataclass(frozen=True, slots=True)
class StyleFile:
    """The opened file. `section` is that of the memo's text, one of `sections`.

    `own` is the house's own text where the memo's goes into a place of it; otherwise it and
    whatever it needed are gone. `notes` tell what was left behind, `place` where the text goes.
    """

    package: Package
    document: Part
    sections: tuple[Element, ...]
    section: Element
    usage: Counter[str]
    notes: tuple[str, ...] = ()
    own: OwnText | None = None
    place: str = ""

    @property
    def has_contents(self) -> bool:
        """Say whether the house's own text has a table of contents."""
        return self.own is not None and self.own.contents is not None

    @property
    def layout(self) -> Element:
        """Return the section as wide as the text is: in a table's cell its margins are wider."""
        cell = self._cell_width()
        wide = section_size(self.section, "")[0]
        margins = self.section.find(_W + "pgMar")
        if not cell or cell >= wide or margins is None:
            return self.section
        made = deepcopy(self.section)
        for margin in made.iterfind(_W + "pgMar"):
            right = width_of(str(margin.get(_W + "right") or ""))
            margin.set(_W + "right", str(right + wide - cell))
        return made

    def _cell_width(self) -> int:
        """Return the width of the cell that the text goes into, less Word's own margins of it."""
        marker = self.own.marker if self.own else None
        cell = next(marker.iterancestors(_W + "tc"), None) if marker is not None else None
        width = cell.find(f"{_W}tcPr/{_W}tcW") if cell is not None else None
        if width is None or width.get(_W + "type") != "dxa":
            return 0
        return width_of(str(width.get(_W + "w"))) - _CELL_MARGINS

    def part(self, kind: str) -> Part | None:
        """Return the document's part of a relationship type, if it has one."""
        return next((p for p in self.parts(kind)), None)

    def parts(self, kind: str) -> list[Part]:
        """Return every part of a relationship type, in the order of their names."""
        found = {r.target_part: None for r in self.document.rels.values() if r.reltype == kind}
        return sorted(found, key=lambda part: str(part.partname))

    def new_part(self, name: str, kind: str, content_type: str) -> Part:
        """Add an empty part, `/word/name`, and relate the document to it."""
        part = Part(PackURI(name), content_type, b"", self.package)
        self.document.relate_to(part, kind)
        return part


def open_style_file(path: Path, resources: Path) -> StyleFile:
    """Open a .docx, .dotx, .docm or .dotm; `resources` holds the names of places in one.

    Raises ExportError where it cannot be read or is no Word file.
    """
    opened = _opened(path)
    root = parse_part(opened.document.blob)
    body = root.find(_W + "body")
    if body is None:
        raise ExportError(f"{path.name} cannot give the house style: it is no Word document.")
    usage = style_usage(body)
    words = FieldWords.read(resources)
    place = open_place(body, words, _headings(opened.document)) or _behind(body, words)
    sections = sections_of(body)
    if place is None:
        section = main_section(body, sections)
        sections, own = [without_traces(section)], None
        _keep_only_style(opened.document, section)
    else:
        clean_own_text(root)
        contents = open_contents(body)
        section = section_after(place.marker, sections)
        own = OwnText(root, place.marker, section, contents)
        _drop_unused(opened.document, sections)
    told = place.told if place else ""
    notes = _told(path.name, opened.left_behind)
    return StyleFile(
        opened.package, opened.document, tuple(sections), section, usage, notes, own, told
    )


def _opened(path: Path) -> HousePackage:
    try:
        return HousePackage(path.read_bytes())
    except OSError as error:
        raise ExportError(
            f"The style file {path.name} cannot be read: {error.strerror}."
        ) from error
    except IntakeError as error:
        raise ExportError(f"{path.name} cannot give the house style. {error}") from error


def _behind(body: Element, words: FieldWords) -> ContentPlace | None:
    """Return the end of a text that asks for the memo's fields; nothing where it asks for none."""
    if not asks_for_fields(body, words):
        return None
    marker = body.makeelement(_W + "p", {}, {})
    last = body.find(_W + "sectPr")
    if last is not None:
        last.addprevious(marker)
    else:
        body.append(marker)
    return ContentPlace(marker, _BEHIND)


def _headings(document: Part) -> frozenset[str]:
    """Return the ids of the styles of headings, by Word's own names of them."""
    part = next((r.target_part for r in document.rels.values() if r.reltype == RT.STYLES), None)
    if part is None:
        return frozenset()
    styles = parse_part(part.blob).iterfind(_W + "style")
    return frozenset(
        identity_of(style) for style in styles if shown_name(style).lower().startswith("heading ")
    )


def _keep_only_style(document: Part, section: Element) -> None:
    for identity, relation in list(document.rels.items()):
        if relation.reltype not in _KEPT or relation.is_external:
            del document.rels[identity]
    _drop_unused(document, [section])


def _drop_unused(document: Part, sections: Iterable[Element]) -> None:
    """Take out the headers and footers that no section names, and names of none."""
    used: set[str] = set()
    for section in sections:
        for child in list(section):
            identity = child.get(f"{{{RELATIONSHIPS}}}id")
            if identity is not None and str(identity) not in document.rels:
                remove(child)
            used.add(str(identity))
    for identity, relation in list(document.rels.items()):
        if relation.reltype in _HEADS and identity not in used:
            del document.rels[identity]


def _told(name: str, left_behind: Iterable[str]) -> tuple[str, ...]:
    what = list(left_behind)
    if not what:
        return ()
    listed = what[0] if len(what) == 1 else f"{', '.join(what[:-1])} and {what[-1]}"
    return (f"{name} holds {listed}; the memo was written without.",)
