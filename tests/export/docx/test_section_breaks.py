"""Sections: pages on their side and columns, each a copy of the house's own."""

from lxml import etree

from briefing.export.docx.section_breaks import section_size, section_text, with_sections
from tests.export.ooxml_rules import WORD, W

SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="906" w:bottom="838"'
    ' w:left="1000" w:header="700" w:footer="700" w:gutter="0"/><w:pgNumType w:start="5"/>'
    "<w:titlePg/></w:sectPr>"
)
PARAGRAPH = "<w:p><w:pPr><w:pStyle/></w:pPr></w:p>"
TABLE = "<w:tbl></w:tbl>"


def house() -> etree._Element:
    return etree.fromstring(SECTION.replace("<w:sectPr>", f'<w:sectPr xmlns:w="{WORD}">'))


def sections(body: str) -> list[etree._Element]:
    root = etree.fromstring(f'<w:body xmlns:w="{WORD}">{with_sections(body, house())}</w:body>')
    assert root[-1].tag == W + "sectPr"
    return list(root.iter(W + "sectPr"))


def kinds(body: str) -> list[str]:
    found: list[str] = []
    for section in sections(body):
        size, type_ = section.find(W + "pgSz"), section.find(W + "type")
        assert size is not None
        turned = size.get(W + "orient") or "portrait"
        found.append(f"{turned} {type_.get(W + 'val') if type_ is not None else 'first'}")
    return found


def test_body_without_marks_has_one_section() -> None:
    assert kinds(PARAGRAPH) == ["portrait first"]
    assert with_sections(TABLE, house()).startswith(f"{TABLE}<w:p/>")


def test_wide_pages_stand_between_upright_ones() -> None:
    wide = section_text("landscape", PARAGRAPH)
    upright, turned = "portrait first", "landscape nextPage"
    assert kinds(PARAGRAPH + wide + PARAGRAPH) == [upright, turned, "portrait nextPage"]
    assert kinds(PARAGRAPH + wide) == [upright, turned]
    assert kinds(wide + PARAGRAPH) == ["landscape first", "portrait nextPage"]
    assert kinds(PARAGRAPH + wide + wide) == [upright, turned]
    assert kinds(PARAGRAPH + section_text("landscape", TABLE) + TABLE) == [
        *(upright, turned, "portrait nextPage"),
    ]


def test_columns_go_on_the_same_page() -> None:
    body = PARAGRAPH + section_text("columns 3", PARAGRAPH) + PARAGRAPH
    assert kinds(body) == ["portrait first", "portrait continuous", "portrait continuous"]
    columns = sections(body)[1].find(W + "cols")
    assert columns is not None
    assert columns.get(W + "num") == "3"


def test_only_the_first_section_has_a_title_page_and_a_first_number() -> None:
    found = sections(PARAGRAPH + section_text("landscape", PARAGRAPH))
    assert [section.find(W + "titlePg") is not None for section in found] == [True, False]
    starts = [section.find(W + "pgNumType") for section in found]
    assert [one.get(W + "start") for one in starts if one is not None] == ["5", None]


def test_text_is_as_wide_as_its_section() -> None:
    assert section_size(house(), "") == (10000, 15000)
    assert section_size(house(), "landscape") == (14932, 10068)
    assert section_size(house(), "columns 2") == ((10000 - 425) // 2, 15000)
