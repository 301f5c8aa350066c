"""Every header and footer of the house style, with the memo's fields and its marking."""

from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.export.docx.memo_fields import MARKING, MemoFields
from briefing.export.docx.own_fields import fill_part
from briefing.export.docx.own_text import drop_bookmarks
from briefing.export.docx.personal_traces import without_traces
from briefing.export.docx.running_heads import new_head, with_marking
from briefing.export.docx.sound_parts import without_lost_styles
from briefing.export.docx.style_file import StyleFile
from briefing.export.docx.style_list import is_on
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.style_sections import head_kinds
from briefing.export.docx.xml_text import RELATIONSHIPS, WORD, Element, parse_part, part_bytes

_W = f"{{{WORD}}}"
_KINDS = (
    ("header", "hdr", RT.HEADER, CT.WML_HEADER),
    ("footer", "ftr", RT.FOOTER, CT.WML_FOOTER),
)


def write_heads(
    fields: MemoFields, house: StyleFile, styles: StyleMap, rewritten: dict[str, str | bytes]
) -> None:
    """Fill the headers and footers; a marked memo never leaves without its marking on a page."""
    marking = fields.value(MARKING)
    for name, element, kind, content_type in _KINDS:
        if marking:
            for section, page in _pages_without(house, name):
                _add(house, section, _Head(name, element, kind, content_type, page), styles)
        for part in house.parts(kind):
            root = without_traces(parse_part(part.blob))
            drop_bookmarks(root)
            without_lost_styles(root, styles.root)
            found = fill_part(root, fields)
            if marking and fields.key(MARKING) not in found:
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


def _pages_without(house: StyleFile, name: str) -> list[tuple[Element, str]]:
    """Return the sections and kinds of page that have no header or footer, not even inherited."""
    settings = house.part(RT.SETTINGS)
    has_even = settings is not None and is_on(
        parse_part(settings.blob).find(_W + "evenAndOddHeaders")
    )
    there: set[str] = set()
    found: list[tuple[Element, str]] = []
    for section in house.sections:
        there |= head_kinds(section, name)
        wanted = ["default"]
        wanted += ["first"] if is_on(section.find(_W + "titlePg")) else []
        wanted += ["even"] if has_even else []
        found += [(section, page) for page in wanted if page not in there]
        there |= set(wanted)
    return found


def _add(house: StyleFile, section: Element, head: _Head, styles: StyleMap) -> None:
    root = new_head(head.element, styles.id_of(head.name))
    names = {str(part.partname) for part in house.package.iter_parts()}
    file = PackURI(f"/word/{head.name}-{head.page}.xml")
    while str(file) in names:  # of a section that this one does not take after
        file = PackURI(f"{str(file).removesuffix('.xml')}-more.xml")
    part = Part.load(file, head.content_type, part_bytes(root), house.package)
    reference = etree.Element(_W + f"{head.name}Reference")
    reference.set(_W + "type", head.page)
    reference.set(f"{{{RELATIONSHIPS}}}id", house.document.relate_to(part, head.kind))
    references = sum(1 for child in section if str(child.tag).endswith("Reference"))
    section.insert(references, reference)
