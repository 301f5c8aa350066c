"""A memo goes where a house's Word file names a place for it; the house's own text stays."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefing.export.docx.document_writer import write_docx
from tests.export.docx.house_files import control, element, house_file, paragraph, run
from tests.export.ooxml_rules import W, faults
from tests.export.publications import RESOURCES, make_publication

BODY = "## One\n\nText of the memo.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
ASKS = "<w:showingPlcHdr/>"


def written(style: Path, markdown: str = BODY, **parts: object) -> bytes:
    data = write_docx(make_publication(markdown, **parts), style, RESOURCES).data
    assert faults(data) == []
    return data


def body_of(data: bytes) -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))[-1]


def lines(data: bytes) -> list[str]:
    """Return the paragraphs of the body in their order, those in tables and controls too."""
    root = body_of(data)
    texts = ("".join(t.text or "" for t in p.iter(W + "t")) for p in root.iter(W + "p"))
    return [text for text in texts if text]


def marked(name: str, inside: str) -> str:
    start = f'<w:bookmarkStart w:id="5" w:name="{name}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="5"/>'


PLACES = {
    "control by its tag": (control("content", paragraph("Write here")),),
    "control by its title": (control("Memo text", paragraph("Write here"), by="alias"),),
    "control in a line": (
        f'<w:p>{control("MemoBody", run("Write here"))}</w:p>',
    ),
    "control of a cell": (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>"
        + control("body", f"<w:tc>{paragraph('Write here')}</w:tc>")
        + "</w:tr></w:tbl>",
    ),
    "placeholder": (paragraph("{{ Content }}"),),
    "placeholder in several runs": (paragraph("{", "{con", "tent}", "}"),),
    "placeholder of pandoc": (paragraph("$body$"),),
    "bookmark": (
        f'<w:p>{marked("Content", run("Write here"))}</w:p>',
    ),
    "bookmark of nothing": (
        f'<w:p>{marked("Inhalt", "")}</w:p>',
    ),
    "bookmark between blocks": (
        '<w:bookmarkStart w:id="5" w:name="memo"/>',
        paragraph("Write here"),
        paragraph("and here"),
        '<w:bookmarkEnd w:id="5"/>',
    ),
    "bookmark that ends with its paragraph": (
        f'<w:p><w:bookmarkStart w:id="5" w:name="memo"/>{run("Write here")}</w:p>',
        f'<w:p><w:bookmarkEnd w:id="5"/>{run("stays")}</w:p>',
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_text_goes_into_the_place_that_is_named(tmp_path: Path, place: str) -> None:
    blocks = (paragraph("Before"), *PLACES[place], paragraph("After"))
    found = lines(written(house_file(tmp_path / "house.dotx", *blocks), fields=(), heading="Memo"))
    rest = ["stays"] if "its paragraph" in place else []
    body = ["One", "Text of the memo.", "a", "b", "1", "2"]
    assert found == ["Before", "Memo", *body, *rest, "After"]


def test_text_beside_a_place_in_its_line_stays_before_it(tmp_path: Path) -> None:
    house = house_file(tmp_path / "house.docx", paragraph("Text: {{content}}"), paragraph("After"))
    assert lines(written(house, fields=(), heading=""))[:3] == [
        "Text: ", "US–Mexico security cooperation", "One",
    ]  # fmt: skip


def test_file_that_names_no_place_leaves_none_of_its_text(tmp_path: Path) -> None:
    secret = (
        paragraph("SECRET of last year"),
        control("Subject", paragraph("SECRET control")),  # filled in: part of a document
        f"<w:p>{marked('other', run('SECRET'))}</w:p>",
    )
    data = written(house_file(tmp_path / "memo.docx", *secret))
    assert not any("SECRET" in line for line in lines(data))


def test_bookmark_at_a_heading_is_a_link_to_it(tmp_path: Path) -> None:
    heading = (
        '<w:bookmarkStart w:id="5" w:name="content"/>',
        paragraph("Content", style="Heading1"),
        paragraph("SECRET"),
        '<w:bookmarkEnd w:id="5"/>',
    )
    assert "SECRET" not in lines(written(house_file(tmp_path / "book.docx", *heading)))


def test_fields_are_filled_and_not_printed_twice(tmp_path: Path) -> None:
    blocks = (
        paragraph("To: {", "{t", "o}}", " · {{through}}"),
        control("Titre", paragraph("Click here"), more=ASKS, by="alias"),
        f'<w:p>{control("from", run("Who?"), more=ASKS)}</w:p>',
        control("unknown", paragraph("Stays as it is")),
        paragraph("{{content}}"),
        paragraph("Signed {{FROM}}, {{Date}}"),
    )  # fmt: skip
    found = lines(written(house_file(tmp_path / "house.dotx", *blocks)))
    assert found[:4] == [
        "To: Assistant Secretary",
        "US–Mexico security cooperation",
        "Western Hemisphere desk",
        "Stays as it is",
    ]
    assert found[-1] == "Signed Western Hemisphere desk, 5 September 2025"
    assert found[4] == "One"  # neither title nor lines of the head: the house says them all


def test_what_the_house_does_not_say_is_said_by_the_head(tmp_path: Path) -> None:
    house = house_file(tmp_path / "house.dotx", paragraph("To: {{to}}"), paragraph("{{content}}"))
    found = lines(written(house))
    assert found[:3] == ["To: Assistant Secretary", "Decision memo", "From"]
    assert found.count("Assistant Secretary") == 0


def test_text_follows_a_form_that_names_no_place_for_it(tmp_path: Path) -> None:
    house = house_file(tmp_path / "form.dotx", paragraph("MEMO to {{to}}"))
    found = lines(written(house))
    assert found[0] == "MEMO to Assistant Secretary"
    assert "Text of the memo." in found


def test_controls_lose_their_bindings_and_prompts(tmp_path: Path) -> None:
    bound = (
        '<w:placeholder><w:docPart w:val="x"/></w:placeholder><w:showingPlcHdr/>'
        '<w:dataBinding w:prefixMappings="" w:xpath="/ns1:coreProperties[1]/ns0:title[1]"'
        ' w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/><w:text/>'
    )
    house = house_file(
        tmp_path / "cover.dotx",
        f"<w:p>{control('anything', run('[Document title]'), more=bound)}</w:p>",
        paragraph("{{content}}"),
    )
    data = written(house)
    assert lines(data)[0] == "US–Mexico security cooperation"
    text = etree.tostring(body_of(data))
    assert b"dataBinding" not in text
    assert b"placeholder" not in text
    assert b"showingPlcHdr" not in text


def test_fields_in_headers_and_text_boxes_are_filled(tmp_path: Path) -> None:
    box = (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{paragraph('Box: {', '{subject}}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        f"{run('Line {{to}}')}</w:p>"
    )
    document = docx.Document()
    header = document.sections[0].header.paragraphs[0]
    header.text = "{{to}}"
    header._p.append(element(control("date", run("when?"), more=ASKS)))  # pyright: ignore[reportArgumentType]
    house = house_file(tmp_path / "house.dotx", box, paragraph("{{content}}"), document=document)
    data = written(house, marking="")
    assert {"Box: US–Mexico security cooperation", "Line Assistant Secretary"} <= {
        line for text in lines(data) for line in (text, text[-24:])
    }
    made = docx.Document(BytesIO(data)).sections[0].header.paragraphs[0]
    text = "".join(t.text or "" for t in made._p.iter(W + "t"))
    assert text == "Assistant Secretary5 September 2025"


SECTION = (
    '<w:p><w:pPr><w:sectPr><w:pgSz w:w="{0}" w:h="15840"/><w:pgMar w:top="1440" w:right="1440"'
    ' w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    "</w:pPr></w:p>"
)


def sections(data: bytes) -> list[str]:
    root = body_of(data)
    return [str(size.get(W + "w")) for size in root.iter(W + "pgSz")]


def test_sections_round_the_place_stay(tmp_path: Path) -> None:
    house = house_file(
        tmp_path / "house.dotx",
        paragraph("Cover"),
        SECTION.format(10000),
        paragraph("{{content}}"),
        SECTION.format(11000),
        paragraph("Imprint"),
    )
    assert sections(written(house)) == ["10000", "11000", "12240"]
    wide = sections(written(house, "Text.\n\n::: landscape\nWide.\n:::\n\nEnd.\n"))
    assert wide == ["10000", "11000", "15840", "11000", "12240"]


def test_longest_section_is_the_memos_where_no_place_is_named(tmp_path: Path) -> None:
    house = house_file(
        tmp_path / "house.dotx",
        paragraph("Cover"),
        SECTION.format(10000),
        paragraph("This is where all instructions on the text of a paper stand."),
        SECTION.format(11000),
        paragraph("Annex"),
    )
    assert sections(written(house)) == ["11000"]


def test_headers_that_a_section_takes_after_another_stay(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "LETTERHEAD"
    document.add_paragraph("Cover")
    document.add_section()
    document.add_paragraph("Where the text goes, and all is told about it.")
    data = written(house_file(tmp_path / "house.docx", document=document), marking="")
    assert docx.Document(BytesIO(data)).sections[0].header.paragraphs[0].text == "LETTERHEAD"


def test_each_section_of_a_marked_memo_is_marked(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Cover")
    document.add_section().different_first_page_header_footer = True
    document.add_paragraph("{{content}}")
    data = written(house_file(tmp_path / "house.docx", document=document))
    for section in docx.Document(BytesIO(data)).sections:
        heads = [section.header, section.footer]
        if section.different_first_page_header_footer:
            heads += [section.first_page_header, section.first_page_footer]
        assert all(head.paragraphs[0].text == "TLP:AMBER" for head in heads)


def test_same_bytes_each_time(tmp_path: Path) -> None:
    house = house_file(tmp_path / "h.dotm", paragraph("To {{to}}"), paragraph("{{content}}"))
    assert written(house) == written(house)


_CHARACTER = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
_CODE = '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
_START = _CHARACTER.format("begin") + _CODE + _CHARACTER.format("separate")
TOC = (
    f"<w:p>{_START}{run('OLD ENTRY 1')}</w:p>",
    f"<w:p>{run('OLD ENTRY 2')}{_CHARACTER.format('end')}</w:p>",
)
GALLERY = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    f"</w:sdtPr><w:sdtContent>{paragraph('OLD HEAD')}{''.join(TOC)}</w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize("blocks", [TOC, (GALLERY,)])
def test_table_of_contents_of_the_house_lists_the_memo(
    tmp_path: Path, blocks: tuple[str, ...]
) -> None:
    house = house_file(
        tmp_path / "h.dotx", paragraph("Cover"), *blocks, paragraph("{{content}}"), paragraph("End")
    )
    found = lines(written(house, "## One\n\nA.\n\n## Two\n\nB.\n", fields=(), heading="Memo"))
    assert found == ["Cover", "Contents", "One1", "Two1", "Memo", "One", "A.", "Two", "B.", "End"]
    bare = lines(written(house, "No heading.\n", fields=(), heading="Memo"))
    assert bare == ["Cover", "Memo", "No heading.", "End"]


def test_text_in_a_cell_is_as_wide_as_the_cell(tmp_path: Path) -> None:
    cell = (
        f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{paragraph("{{content}}")}</w:tc>'
    )
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    data = written(house_file(tmp_path / "h.dotx", table, paragraph("End")))
    widths = [int(str(w.get(W + "w"))) for w in body_of(data).iter(W + "tblW")]
    assert widths
    assert all(width <= 3000 - 216 for width in widths)
