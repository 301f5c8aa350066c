import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefing.errors import ExportError
from briefing.export.docx.document_writer import write_docx
from briefing.model.block import NoteMark, Text
from briefing.model.publication import PublishedNote
from briefing.model.template import NoteStyle
from tests.export.golden import assert_golden, pretty
from tests.export.ooxml_rules import W, faults
from tests.export.publications import RESOURCES, STYLE, make_publication


def written(**parts: object) -> bytes:
    return write_docx(make_publication(**parts), STYLE, RESOURCES).data  # pyright: ignore[reportArgumentType]


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def text_of(data: bytes, name: str = "word/document.xml") -> str:
    return "".join(str(t) for t in etree.fromstring(part(data, name)).itertext(W + "t"))


@pytest.mark.parametrize(
    "name",
    [
        "[Content_Types].xml",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/footnotes.xml",
        "word/_rels/footnotes.xml.rels",
        "word/footer1.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
    ],
)
def test_every_element_is_written_as_it_was_found_right(name: str) -> None:
    assert_golden(f"docx/{name.strip('[]').replace('].', '.')}", pretty(part(written(), name)))


@pytest.mark.parametrize("notes", NoteStyle)
def test_file_keeps_the_rules_of_word(notes: NoteStyle) -> None:
    assert faults(written(note_style=notes)) == []


def test_memo_without_anything_keeps_the_rules_of_word() -> None:
    data = written(markdown="", fields=(), heading="", subject="", marking="", front_matter=())
    assert faults(data) == []
    assert len(docx.Document(BytesIO(data)).paragraphs) == 1


def test_same_memo_gives_same_bytes() -> None:
    assert written() == written()


def test_what_is_left_out_is_told() -> None:
    warnings = write_docx(make_publication(), STYLE, RESOURCES).warnings
    assert warnings == (
        "The link to “ftp://example.org/x” was left as plain text.",
        "The picture “a picture” was left out; its description stands there.",
        "HTML in the text was left out.",
    )


def test_reader_finds_headings_lists_and_tables_by_style() -> None:
    document = docx.Document(BytesIO(written()))
    styles = [p.style.name for p in document.paragraphs if p.style]
    assert styles[:3] == ["Title", "Heading 1", "Body Text"]
    assert {"Heading 2", "List Bullet", "List Bullet 2", "List Number", "Quote"} <= set(styles)
    fields, options = document.tables
    assert [cell.text for cell in fields.columns[0].cells] == ["To", "From", "Date", "Subject"]
    assert options.rows[1].cells[0].text == "Cost"
    assert options.style is not None
    assert options.style.name == "Memo Table"


@pytest.mark.parametrize(
    "markdown",
    [
        "{0}\n\n{0}",
        "::: {{.options}}\n{0}\n:::\n\n{0}",
        "{0}\n\n::: {{.timeline}}\n{0}\n:::",
        "::: {{.a}}\n{0}\n:::\n\n::: {{.b}}\n{0}\n:::",
        "{0}\n\n<!-- nothing that is seen -->\n\n{0}",
    ],
)
def test_no_two_tables_touch(markdown: str) -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    data = written(markdown=markdown.format(table), fields=())
    body = part(data, "word/document.xml").decode()
    assert body.count("<w:tbl>") == 2
    assert "</w:tbl><w:tbl>" not in body


def test_properties_come_from_the_memo_alone() -> None:
    properties = docx.Document(BytesIO(written())).core_properties
    assert properties.title == "US–Mexico security cooperation"
    assert properties.author == "Western Hemisphere desk"
    assert str(properties.created) == "2025-09-05 00:00:00+00:00"
    assert properties.last_modified_by == ""


def test_nothing_of_the_machine_is_in_the_package() -> None:
    with zipfile.ZipFile(BytesIO(written())) as archive:
        text = b"".join(archive.read(name) for name in archive.namelist())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not re.search(rb"rsid|/home/|/root|/work|C:\\\\|python-docx|lastModifiedBy", text)


def test_each_numbered_list_counts_for_itself() -> None:
    numbering = etree.fromstring(part(written(), "word/numbering.xml"))
    starts = [str(e.get(W + "val")) for e in numbering.iter(W + "startOverride")]
    assert starts == ["1", "4"]


def test_note_named_twice_is_pointed_at() -> None:
    document = part(written(), "word/document.xml")
    assert document.count(b'<w:footnoteReference w:id="2"/>') == 1
    assert b"NOTEREF _bfg_note_2 " in document
    assert b'w:name="_bfg_note_2"' in document


def test_note_says_publisher_title_and_date() -> None:
    notes = text_of(written(), "word/footnotes.xml")
    assert "U.S. and Mexico Vow to Fight Crime" in notes
    assert "The New York Times, 3 September 2025, p. 3" in notes


def test_note_that_holds_a_mark_stays_readable() -> None:
    note = PublishedNote(1, ((Text("See "), NoteMark("1")),))
    data = written(markdown="Text.[^1]\n\n[^1]: x", notes=(note,))
    assert faults(data) == []
    assert text_of(data, "word/footnotes.xml") == " See [1]"


def test_language_is_that_of_the_memo() -> None:
    styles = etree.fromstring(part(written(language="es-MX"), "word/styles.xml"))
    lang = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang is not None
    assert lang.get(W + "val") == "es-MX"


def test_right_to_left_words_are_marked() -> None:
    document = etree.fromstring(part(written(), "word/document.xml"))
    turned = [p for p in document.iter(W + "p") if p.find(f"{W}pPr/{W}bidi") is not None]
    assert len(turned) == 1
    words = ["".join(map(str, r.itertext(W + "t"))) for r in document.iter(W + "r")
             if r.find(f"{W}rPr/{W}rtl") is not None]  # fmt: skip
    assert words == ["שלום עולם", "العربية"]


def test_empty_marking_leaves_no_separator() -> None:
    assert text_of(written(marking=""), "word/footer1.xml") == "1 of 1"
    assert text_of(written(), "word/footer1.xml") == "TLP:AMBER · 1 of 1"


def test_blocks_carry_their_place_in_the_memo() -> None:
    markdown = "## One\n\nTwo.\n\n- Three\n"
    document = etree.fromstring(part(written(markdown=markdown), "word/document.xml"))
    names = [str(e.get(W + "name")) for e in document.iter(W + "bookmarkStart")]
    assert names == ["_bfg_1_0_6", "_bfg_2_8_12", "_bfg_3_16_21"]


def test_missing_style_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be read"):
        write_docx(make_publication(), tmp_path / "none.docx", RESOURCES)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all"])
def test_unsound_style_file_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    style = tmp_path / "style.docx"
    style.write_bytes(content)
    with pytest.raises(ExportError, match="cannot give the house style"):
        write_docx(make_publication(), style, RESOURCES)
