"""Every header and footer of the house style, with the memo's fields and its marking."""

from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.export.docx.personal_traces import without_traces
from briefing.export.docx.running_heads import MARKING, fill_fields, new_head, with_marking
from briefing.export.docx.style_file import StyleFile
from briefing.export.docx.style_list import is_on
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.xml_text import RELATIONSHIPS, WORD, parse_part, part_bytes
from briefing.model.publication import Publication

_W = f"{{{WORD}}}"
_KINDS = (
    ("header", "hdr", RT.HEADER, CT.WML_HEADER),
    ("footer", "ftr", RT.FOOTER, CT.WML_FOOTER),
)


def field_values(publication: Publication) -> dict[str, str]:
    """Return what `{{name}}` may stand for, by name in small letters."""
    values = {name.lower(): value for name, value in publication.front_matter}
    values |= {label.lower(): value for label, value in publication.fields}
    return values | {
        "heading": publication.heading,
        "subject": publication.subject,
        MARKING: publication.marking,
    }


def write_heads(
    publication: Publication, house: StyleFile, styles: StyleMap, rewritten: dict[str, str | bytes]
) -> None:
    """Fill the headers and footers; a marked memo never leaves without its marking on a page."""
    values = field_values(publication)
    marking = publication.marking.strip()
    for name, element, kind, content_type in _KINDS:
        if marking:
            for page in _pages_without(house, name):
                _add(house, _Head(name, element, kind, content_type, page), styles)
        for part in house.parts(kind):
            root = without_traces(parse_part(part.blob))
            found = fill_fields(root, values)
            if marking and MARKING not in found:
                with_marking(root, marking, styles.id_of(name), styles.id_of("marking"))
            rewritten[str(part.partname)] = part_bytes(root)


@dataclass(frozen=True, slots=True)
class _Head:
    """A header or footer that is to be added: `page` is default, first or even (ST_HdrFtr)."""

    name: str
    element: str
    kind: str
    content_type: str
    page: str


def _pages_without(house: StyleFile, name: str) -> list[str]:
    """Return the kinds of page that the section sets apart and gives no header or footer."""
    there = {str(e.get(_W + "type")) for e in house.section.iterfind(_W + f"{name}Reference")}
    wanted = ["default"]
    if is_on(house.section.find(_W + "titlePg")):
        wanted.append("first")
    settings = house.part(RT.SETTINGS)
    if settings and is_on(parse_part(settings.blob).find(_W + "evenAndOddHeaders")):
        wanted.append("even")
    return [page for page in wanted if page not in there]


def _add(house: StyleFile, head: _Head, styles: StyleMap) -> None:
    root = new_head(head.element, styles.id_of(head.name))
    file = PackURI(f"/word/{head.name}-{head.page}.xml")
    part = Part.load(file, head.content_type, part_bytes(root), house.package)
    reference = etree.Element(_W + f"{head.name}Reference")
    reference.set(_W + "type", head.page)
    reference.set(f"{{{RELATIONSHIPS}}}id", house.document.relate_to(part, head.kind))
    references = sum(1 for child in house.section if str(child.tag).endswith("Reference"))
    house.section.insert(references, reference)
