"""The pages that a table of contents tells before Word counts them."""

import re
from io import BytesIO
from zipfile import ZipFile

from briefing.export.docx.document_writer import write_docx
from briefing.model.template import NoteStyle
from tests.export.publications import RESOURCES, STYLE, make_publication

_PAGE = re.compile(r'PAGEREF (\S+) .*?"separate"/></w:r><w:r>.*?<w:t[^>]*>(\d+)</w:t>', re.DOTALL)
_NOTED = "A paragraph that says something and cites the source it has. [@nyt2025vow]\n\n"


def _pages(body: str, notes: NoteStyle) -> list[int]:
    data = write_docx(make_publication(body, note_style=notes), STYLE, RESOURCES).data
    xml = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    return [int(page) for _, page in _PAGE.findall(xml)]


def test_endnotes_take_no_room_on_the_pages_of_the_text() -> None:
    body = "::: {.toc}\n:::\n\n## One\n\n" + _NOTED * 14 + "## Two\n\nWords.\n"
    assert _pages(body, NoteStyle.ENDNOTES) == [1, 1]
    assert _pages(body, NoteStyle.FOOTNOTES) == [1, 2]


def test_the_list_itself_takes_room() -> None:
    headings = "".join(f"### Part {number}\n\n" for number in range(10))
    below = "Words.\n\n" * 12 + "## Last\n\nWords.\n\n"
    short = '::: {.toc depth="1"}\n:::\n\n## One\n\n' + below + headings
    assert _pages(short, NoteStyle.ENDNOTES)[-1] == 1
    assert _pages(short.replace('"1"', '"2"'), NoteStyle.ENDNOTES)[1] == 2
