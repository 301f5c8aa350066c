"""A memo as a Word file: the house style's package with our body, notes and properties in it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.export.cross_references import CrossReferences
from briefing.export.docx.block_writer import BlockWriter
from briefing.export.docx.contents_entries import contents_entries
from briefing.export.docx.contents_table import ContentsTable, Entry
from briefing.export.docx.field_words import FieldWords
from briefing.export.docx.heading_numbers import HeadingNumbers
from briefing.export.docx.heads_and_feet import write_heads
from briefing.export.docx.layout import Layout
from briefing.export.docx.links import LinkTable
from briefing.export.docx.list_numbering import ListNumbering
from briefing.export.docx.memo_fields import MemoFields
from briefing.export.docx.note_marks import NoteMarks
from briefing.export.docx.own_contents import with_contents
from briefing.export.docx.own_fields import fill_part
from briefing.export.docx.packing import pack
from briefing.export.docx.personal_traces import without_traces
from briefing.export.docx.picture_drawing import PictureDrawing
from briefing.export.docx.place_marks import PlaceMarks
from briefing.export.docx.properties import core_properties, extended_properties
from briefing.export.docx.reference_marks import ReferenceMarks
from briefing.export.docx.run_writer import RunWriter
from briefing.export.docx.section_breaks import section_size, with_sections
from briefing.export.docx.sound_parts import (
    sound_numbering,
    sound_styles,
    without_lost_numbers,
    without_lost_styles,
)
from briefing.export.docx.style_casting import StyleSource, cast
from briefing.export.docx.style_file import DOCUMENT_TYPE, StyleFile, open_style_file
from briefing.export.docx.style_list import StyleList
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.title_block import title_block, unplaced
from briefing.export.docx.word_settings import set_note_numbers, settings_part
from briefing.export.docx.xml_text import (
    DECLARATION,
    NAMESPACES,
    WORD,
    Element,
    parse_part,
    part_bytes,
)
from briefing.export.element_words import element_words
from briefing.export.heading_levels import heading_shift
from briefing.model.block import Div
from briefing.model.publication import Publication
from briefing.model.style_mark import csl_mark
from briefing.model.template import NoteStyle

_W = f"{{{WORD}}}"
_EMPTY = "<w:{0} {1}/>"


@dataclass(frozen=True, slots=True)
class WordFile:
    """The bytes of a .docx, and what could not be written as the memo has it."""

    data: bytes
    warnings: tuple[str, ...]


def write_docx(publication: Publication, style: Path, resources: Path) -> WordFile:
    """Write a memo in the house style of a Word file; `resources` holds the fallback styles.

    The same publication and style give the same bytes. Raises ExportError where the style file
    cannot be used.
    """
    house = open_style_file(style, resources)
    return _Document(publication, house, resources).write()


class _Document:
    """One export: what its parts share while they are written."""

    def __init__(self, publication: Publication, house: StyleFile, resources: Path) -> None:
        self.publication = with_contents(publication) if house.has_contents else publication
        self.house = house
        self.warnings: list[str] = []
        self.rewritten: dict[str, str | bytes] = {}
        self.links: dict[str, LinkTable] = {}
        self.references: ReferenceMarks | None = None
        styles = sound_styles(self._root(RT.STYLES, "styles"))
        self.numbering = sound_numbering(self._root(RT.NUMBERING, "numbering"), styles)
        without_lost_numbers(styles, self.numbering)
        if house.own:
            without_lost_styles(house.own.root, styles)
        self.styles = self._style_map(StyleList(styles), resources)
        self.fields = MemoFields(publication, FieldWords.read(resources))

    def write(self) -> WordFile:
        """Write every part and pack them."""
        publication, house = self.publication, self.house
        lists = ListNumbering(self.numbering, self.styles)
        body = self._body(lists)
        self._notes(lists)
        write_heads(self.fields, house, self.styles, self.rewritten)
        self._set(RT.NUMBERING, "numbering", CT.WML_NUMBERING, part_bytes(lists.xml_root()))
        own = house.part(RT.SETTINGS)
        settings = settings_part(parse_part(own.blob) if own else None, publication.note_style)
        self._set(RT.SETTINGS, "settings", CT.WML_SETTINGS, settings)
        self._set_language()
        self._set(RT.STYLES, "styles", CT.WML_STYLES, part_bytes(self.styles.root))
        self._properties()
        # the headers are related by now, so the section can name them
        for section in house.sections:
            set_note_numbers(section, publication.note_style)
        whole = with_sections(body, house.section)
        name = str(house.document.partname)
        self.rewritten[name] = (
            house.own.around(whole)
            if house.own
            else f"{DECLARATION}<w:document {NAMESPACES}><w:body>{whole}</w:body></w:document>"
        )
        data = pack(house.package, self.rewritten, self.links, {name: DOCUMENT_TYPE})
        return WordFile(data, tuple(dict.fromkeys(self.warnings)))

    def _style_map(self, styles: StyleList, resources: Path) -> StyleMap:
        fallback = parse_part((resources / "docx" / "fallback_styles.xml").read_bytes())
        source = StyleSource(styles, self.numbering, self.house.usage)
        casting = cast(source, dict(self.publication.styles), resources)
        self.warnings.extend((*self.house.notes, *casting.warnings))
        return StyleMap(styles, fallback, casting.guesses)

    def _body(self, lists: ListNumbering) -> str:
        publication, house = self.publication, self.house
        width = section_size(house.layout, "")[0]
        links, places = LinkTable(), PlaceMarks()
        self.links[str(self.house.document.partname)] = links
        marks = NoteMarks(publication.note_style, publication.notes, self.styles)
        runs = RunWriter(self.styles, links, marks, self.warnings)
        runs.pictures = PictureDrawing(publication.pictures, width)
        words = element_words(publication.language)
        references = CrossReferences(
            publication.blocks, words, publication.markdown, publication.notes
        )
        runs.references = self.references = ReferenceMarks(references, places)
        placed = fill_part(house.own.root, self.fields) if house.own else {}
        head = title_block(unplaced(publication, placed, self.fields), self.styles, runs, width)
        shift = heading_shift(publication.blocks)
        contents = self._contents(references, runs, shift)
        layout = Layout(house.layout, runs.references, runs.pictures, contents)
        writer = BlockWriter(self.styles, runs, lists, places, layout)
        has_fields = head.endswith("</w:tbl>")
        text = writer.blocks(publication.blocks, shift, after_table=has_fields)
        self.warnings.extend(writer.left_out)
        if not text or text.endswith("</w:tbl>"):
            text += "<w:p/>"  # a body may not end in a table
        style = csl_mark(publication.csl) if publication.csl else ""
        known = places.of_document(publication.mark) + places.of_document(style)
        known += places.of_document(publication.house_mark)
        return known + marks.finish(head + text, places)

    def _contents(
        self, references: CrossReferences, runs: RunWriter, shift: int
    ) -> Callable[[Div, int], str]:
        """Return what writes tables of contents; nothing is reckoned where the memo has none."""
        entries: tuple[Entry, ...] = ()
        if references.has_contents:
            numbers = HeadingNumbers(self.numbering, self.styles)
            section = self.house.section
            entries = contents_entries(self.publication, references, numbers, section, shift)
        table = ContentsTable(self.styles, runs, entries)
        title = element_words(self.publication.language).contents
        return lambda div, width: table.xml(div, title, width)

    def _notes(self, lists: ListNumbering) -> None:
        publication = self.publication
        if not publication.notes:
            return
        marks = NoteMarks(publication.note_style, publication.notes, self.styles)
        unmarked = NoteMarks(publication.note_style, (), self.styles)  # no note within a note
        links = LinkTable()
        runs = RunWriter(self.styles, links, unmarked, self.warnings)
        runs.references = self.references
        feet = publication.note_style is NoteStyle.FOOTNOTES
        kind, content_type = (
            (RT.FOOTNOTES, CT.WML_FOOTNOTES) if feet else (RT.ENDNOTES, CT.WML_ENDNOTES)
        )
        name = marks.element + "s"
        self._set(kind, name, content_type, marks.part(publication.notes, runs.runs, lists))
        self.links[f"/word/{name}.xml"] = links

    def _set_language(self) -> None:
        """Name the memo's language as that of all its text."""
        language = self.publication.language
        if not language:
            return
        parent = self.styles.root
        for step in ("docDefaults", "rPrDefault", "rPr"):
            child = parent.find(_W + step)
            if child is None:
                child = etree.Element(_W + step)
                parent.insert(0, child)
            parent = child
        lang = parent.find(_W + "lang")
        if lang is None:
            lang = etree.SubElement(parent, _W + "lang")
        lang.set(_W + "val", language)

    def _properties(self) -> None:
        package = self.house.package
        for name, kind, content_type, text in (
            ("core", RT.CORE_PROPERTIES, CT.OPC_CORE_PROPERTIES, core_properties(self.publication)),
            ("app", RT.EXTENDED_PROPERTIES, CT.OFC_EXTENDED_PROPERTIES, extended_properties()),
        ):
            part = Part(PackURI(f"/docProps/{name}.xml"), content_type, text.encode(), package)
            package.relate_to(part, kind)

    def _root(self, kind: str, element: str) -> Element:
        part = self.house.part(kind)
        if part is None:
            return parse_part(_EMPTY.format(element, NAMESPACES).encode())
        return without_traces(parse_part(part.blob))

    def _set(self, kind: str, name: str, content_type: str, content: str | bytes) -> None:
        part = self.house.part(kind) or self.house.new_part(f"/word/{name}.xml", kind, content_type)
        self.rewritten[str(part.partname)] = content
