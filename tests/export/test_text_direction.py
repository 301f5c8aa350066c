import re
import zipfile
from io import BytesIO

import pytest

from briefing.export.docx.document_writer import write_docx
from briefing.export.html_file import write_html
from briefing.export.text_direction import is_turned
from briefing.export.typst_pages import write_pdf
from briefing.export.typst_source import typst_source
from briefing.text.blocks import parse
from tests.export.ooxml_rules import faults
from tests.export.publications import RESOURCES, STYLE, make_publication

ARABIC = "## مذكرة\n\n- بند\n- b\n\n| عمود | b |\n|---|---|\n| 1 | 2 |\n\n> اقتباس\n"
ENGLISH = "## Memo مذكرة\n\n- item بند\n\n| 1 | b |\n|---|---|\n| ب | 2 |\n\n> words ا\n"


def test_blocks_run_the_way_of_their_first_words() -> None:
    assert [is_turned(block) for block in parse(ARABIC).blocks] == [True] * 4
    assert [is_turned(block) for block in parse(ENGLISH).blocks] == [False] * 4


@pytest.mark.parametrize(("markdown", "count"), [(ARABIC, 4), (ENGLISH, 0)])
def test_web_page_turns_headings_lists_tables_and_quotations(markdown: str, count: int) -> None:
    page = write_html(make_publication(markdown))
    assert len(re.findall(r'<(?:h2|ul|table|blockquote) dir="rtl">', page)) == count


def test_pdf_turns_headings_lists_tables_and_quotations() -> None:
    source = typst_source(make_publication(ARABIC), "")
    for call in ("heading(", "list(", "quote("):
        assert f"#[#set text(dir: rtl);#{call}" in source
    assert re.search(r"#\[#set text\(dir: rtl\);#place-of\(\d+, \d+\);\n#table\(", source)
    assert "rtl" not in typst_source(make_publication(ENGLISH), "")
    assert write_pdf(make_publication(ARABIC), RESOURCES).data.startswith(b"%PDF")


def test_table_of_a_word_file_begins_at_the_right() -> None:
    data = write_docx(make_publication(ARABIC), STYLE, RESOURCES).data
    assert faults(data) == []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert b"<w:bidiVisual/>" in archive.read("word/document.xml")
