"""House styles of other people: what they have is used, what they lack is added."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from briefing.errors import ExportError
from briefing.export.docx.document_writer import write_docx
from briefing.model.template import NoteStyle
from tests.export.ooxml_rules import WORD, W, faults
from tests.export.publications import RESOURCES, make_publication
from tests.ooxml.rezipped_files import rezipped


def untouched(_: Document) -> None:
    """Leave a file as its program makes it."""


def saved(tmp_path: Path, change: Callable[[Document], None]) -> Path:
    document = docx.Document()
    change(document)
    path = tmp_path / "house.docx"
    document.save(str(path))
    return path


def written(style: Path, **parts: object) -> bytes:
    return write_docx(make_publication(**parts), style, RESOURCES).data  # pyright: ignore[reportArgumentType]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("notes", NoteStyle)
def test_plain_file_of_another_program_serves(tmp_path: Path, notes: NoteStyle) -> None:
    data = written(saved(tmp_path, untouched), note_style=notes)
    assert faults(data) == []
    styles = {p.style.name for p in docx.Document(BytesIO(data)).paragraphs if p.style}
    assert {"Title", "Heading 1", "List Bullet", "List Number", "Quote"} <= styles


def test_own_text_of_the_style_file_is_gone(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        document.add_paragraph("SECRET DRAFT")
        document.core_properties.author = "A. Clerk"
        document.core_properties.comments = "SECRET"

    data = written(saved(tmp_path, change))
    assert not any(b"SECRET" in part or b"Clerk" in part for part in parts_of(data).values())


def test_header_of_the_house_stays_and_gets_the_marking(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Ministry of Weights · {{subject}}"

    document = docx.Document(BytesIO(written(saved(tmp_path, change))))
    section = document.sections[0]
    assert [p.text for p in section.header.paragraphs] == [
        "TLP:AMBER",
        "Ministry of Weights · US–Mexico security cooperation",
    ]
    assert section.footer.paragraphs[0].text == "TLP:AMBER"


def test_first_and_even_pages_are_marked_too(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        document.sections[0].different_first_page_header_footer = True
        document.settings.odd_and_even_pages_header_footer = True

    data = written(saved(tmp_path, change))
    assert faults(data) == []
    section = docx.Document(BytesIO(data)).sections[0]
    for head in (section.header, section.first_page_header, section.even_page_header,
                 section.footer, section.first_page_footer, section.even_page_footer):  # fmt: skip
        assert [p.text for p in head.paragraphs if p.text] == ["TLP:AMBER"]


def test_unmarked_memo_adds_nothing_to_the_pages(tmp_path: Path) -> None:
    data = written(saved(tmp_path, untouched), marking="")
    assert not any("header" in name or "footer" in name for name in parts_of(data))


def test_styles_are_found_in_another_language(tmp_path: Path) -> None:
    def french(_: str, data: bytes) -> bytes:
        return data.replace(b'"Heading1"', b'"Titre1"').replace(
            b'styleId="Title"', b'styleId="Titre"'
        )

    house = rezipped(saved(tmp_path, untouched), tmp_path / "fr.docx", french)
    data = written(house)
    assert faults(data) == []
    document = etree.fromstring(parts_of(data)["word/document.xml"])
    used = {str(e.get(W + "val")) for e in document.iter(W + "pStyle")}
    assert {"Titre", "Titre1"} <= used
    assert "Heading1" not in used


def test_style_file_without_styles_gets_those_it_lacks(tmp_path: Path) -> None:
    def emptied(name: str, data: bytes) -> bytes:
        if name == "word/styles.xml":
            return f'<w:styles xmlns:w="{WORD}"/>'.encode()
        if name == "word/numbering.xml":
            return f'<w:numbering xmlns:w="{WORD}"/>'.encode()
        return data

    house = rezipped(saved(tmp_path, untouched), tmp_path / "bare.docx", emptied)
    parts = parts_of(written(house))
    names = [
        str(e.get(W + "val")) for e in etree.fromstring(parts["word/styles.xml"]).iter(W + "name")
    ]
    assert {"Title", "heading 1", "footnote text", "Hyperlink", "Memo Table"} <= set(names)
    assert parts["word/numbering.xml"].count(b"<w:abstractNum ") == 2


def test_template_with_macros_leaves_them_behind(tmp_path: Path) -> None:
    def with_macros(name: str, data: bytes) -> bytes:
        if name == "[Content_Types].xml":
            return data.replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
            )
        if name == "word/_rels/document.xml.rels":
            macro = b'<Relationship Id="rIdM" Type="%s" Target="vba.bin"/></Relationships>'
            kind = b"http://schemas.microsoft.com/office/2006/relationships/vbaProject"
            return data.replace(b"</Relationships>", macro % kind)
        return data

    house = rezipped(saved(tmp_path, untouched), tmp_path / "house.dotm", with_macros)
    with zipfile.ZipFile(house, "a") as archive:
        archive.writestr("word/vba.bin", b"macro")
        types = archive.read("[Content_Types].xml")
    assert b"macroEnabled" in types
    broken = tmp_path / "typed.dotm"
    override = (
        b'<Override PartName="/word/vba.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    )
    rezipped(house, broken, lambda n, d: d.replace(b"</Types>", override + b"</Types>")
             if n == "[Content_Types].xml" else d)  # fmt: skip
    data = written(broken)
    assert faults(data) == []
    assert not any("vba" in name for name in parts_of(data))
    docx.Document(BytesIO(data))  # it is a document now, which this reader asks for


def test_tracked_changes_in_a_header_do_not_leave(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        header = document.sections[0].header.paragraphs[0]._p
        for tag, text in (("ins", "<w:t>kept</w:t>"), ("del", "<w:delText>gone</w:delText>")):
            run = f'<w:{tag} xmlns:w="{WORD}" w:author="Clerk"><w:r>{text}</w:r></w:{tag}>'
            header.append(etree.fromstring(run))  # pyright: ignore[reportArgumentType]

    data = written(saved(tmp_path, change))
    header = docx.Document(BytesIO(data)).sections[0].header
    assert header.paragraphs[1].text == "kept"
    assert not any(b"Clerk" in part or b"gone" in part for part in parts_of(data).values())


def test_path_of_somebodys_machine_does_not_leave(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        part = document.sections[0].header.part
        part.relate_to("file:///C:/Users/clerk/logo.png", RT.HYPERLINK, is_external=True)

    data = written(saved(tmp_path, change))
    assert not any(b"clerk" in part for part in parts_of(data).values())


def test_strict_file_serves_as_a_transitional_one(tmp_path: Path) -> None:
    def strict(_: str, data: bytes) -> bytes:
        return re.sub(
            rb"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument)/2006/(main|rel)",
            rb"http://purl.oclc.org/ooxml/\1/\2",
            data,
        )

    plain = saved(tmp_path, untouched)
    house = rezipped(plain, tmp_path / "strict.docx", strict)
    assert b"purl" in parts_of(house.read_bytes())["word/document.xml"]
    assert written(house) == written(plain)


def test_file_of_another_kind_is_one_sentence(tmp_path: Path) -> None:
    def sheet(name: str, data: bytes) -> bytes:
        return data.replace(WORD.encode(), b"urn:sheet") if name == "word/document.xml" else data

    house = rezipped(saved(tmp_path, untouched), tmp_path / "sheet.docx", sheet)
    with pytest.raises(ExportError, match="no Word document"):
        written(house)
