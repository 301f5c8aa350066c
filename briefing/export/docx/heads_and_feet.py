"""Every header and footer of the house style, with the memo's fields and its marking."""

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.export.docx.personal_traces import without_traces
from briefing.export.docx.running_heads import MARKING, fill_fields, new_head, with_marking
from briefing.export.docx.style_file import StyleFile
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
        parts = house.parts(kind)
        if not parts and marking:
            parts = [_added(house, name, element, kind, content_type, styles)]
        for part in parts:
            root = without_traces(parse_part(part.blob))
            found = fill_fields(root, values)
            if marking and MARKING not in found:
                with_marking(root, marking, styles.id_of(name), styles.id_of("marking"))
            rewritten[str(part.partname)] = part_bytes(root)


def _added(
    house: StyleFile, name: str, element: str, kind: str, content_type: str, styles: StyleMap
) -> Part:
    part = Part.load(
        PackURI(f"/word/{name}Memo.xml"),
        content_type,
        part_bytes(new_head(element, styles.id_of(name))),
        house.package,
    )
    identity = house.document.relate_to(part, kind)
    reference = etree.Element(_W + f"{name}Reference")
    reference.set(_W + "type", "default")
    reference.set(f"{{{RELATIONSHIPS}}}id", identity)
    references = sum(1 for child in house.section if str(child.tag).endswith("Reference"))
    house.section.insert(references, reference)
    return part
