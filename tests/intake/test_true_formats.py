from pathlib import Path, PurePath

import pytest

from briefing.intake.article_file import is_heavy_inside, read_article_file
from briefing.intake.register import reader_for
from briefing.intake.true_formats import true_suffix

RIS = "TY  - JOUR\nTI  - Flows\nER  - \n"
PUBMED = "PMID- 31234567\nOWN - NLM\nTI  - Trends\nAB  - Long.\n"
SCIENCE = "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Smith, J\nTI Title\nER\n\nEF"
SCIENCE_TABLE = (
    "PT\tAU\tAF\tTI\tSO\tAB\tPY\tDI\n"
    "J\tRuiz, A; Li, B\tRuiz, Ana; Li, Bo\tFlows\tWater\tRivers rose.\t2025\t10.1/x\n"
)
PAGE = "<!DOCTYPE html>\n<html><title>A page</title><body><p>Its words.</p></body></html>"
MAIL = "Received: by 10.1.1.1\r\n\tfor <a@example.org>\r\nFrom: Ana <b@example.org>\r\n\r\nText"
ARCHIVE = (
    "From: <Saved by Blink>\r\nSubject: A page\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x\r\n'
)


@pytest.mark.parametrize(
    ("name", "beginning", "reader"),
    [
        ("citations.txt", RIS, "RIS"),
        ("citations.txt", "\n\n" + RIS.replace("\n", "\r\n"), "RIS"),
        ("pubmed-mexico.txt", PUBMED, "MEDLINE"),
        ("savedrecs.txt", "\ufeff" + SCIENCE, "Web of Science"),
        ("savedrecs", SCIENCE, "Web of Science"),
        ("page.txt", PAGE, "web page"),
        ("export.doc", "<html xmlns:o='urn:x'><body>", "web page"),
        ("export.doc", ARCHIVE, "web archive"),
        ("page.html", ARCHIVE, "web archive"),
        ("page.htm", PAGE, "web page"),
        ("page.html", "{\\rtf1 text}", "rich text"),
        ("scan.docx", "%PDF-1.7\n", "PDF"),
        ("paper.txt", "%PDF-1.7\n", "PDF"),
        ("memo.doc", "{\\rtf1 text}", "old Word"),
        ("memo.doc", "\xd0\xcf\x11\xe0", "old Word"),
        ("memo.md", PAGE, "Markdown"),
        ("memo.txt", "TY is an abbreviation.\nIt stands for thank you.\n", "plain text"),
        ("memo.txt", "PMID- is how a record begins\n", "plain text"),
        ("memo.txt", "A text on <html> and what it is\n", "plain text"),
        ("memo.txt", "To: all\nSubject: news\n\nContent-Type: multipart/related\n", "plain text"),
        ("savedrecs.txt", SCIENCE_TABLE, "table"),
        ("export.txt", "Title\tDate\tText\r\nFlows\t2025\tRivers rose.\r\n", "table"),
        ("memo.txt", "Title\tDate\tText\n\nThe columns are named above.\n", "plain text"),
        ("memo.txt", "1.\tTo:\tAll\n2.\tFrom:\tMe\n", "plain text"),
        ("memo.txt", "", "plain text"),
        ("saved.msg", MAIL, "mail"),
        ("saved.msg", "no header, no mail", "Outlook message"),
        ("saved.eml", MAIL, "mail"),
        ("saved.eml", "%PDF-1.7\n", "PDF"),
    ],
)
def test_a_file_is_read_as_what_it_is(name: str, beginning: str, reader: str) -> None:
    found = reader_for(PurePath(name), beginning.encode())
    assert found is not None
    assert found.name == reader


def test_packed_files_are_told_by_their_first_member() -> None:
    def packed(first: bytes, rest: bytes) -> bytes:
        return b"PK\x03\x04" + bytes(26) + first + rest

    word = packed(b"[Content_Types].xml", b"\0\0 word/document.xml")
    assert true_suffix(".zip", word) == ".docx"
    assert true_suffix(".docm", word) == ".docm"
    assert true_suffix(".docx", packed(b"mimetype", b"")) == ".docx"
    text = packed(b"mimetypeapplication/vnd.oasis.opendocument.text", b"PK")
    assert true_suffix(".zip", text) == ".odt"
    assert true_suffix(".zip", packed(b"memo.docx", b"word/document.xml")) == ".zip"
    assert true_suffix(".zip", packed(b"[Content_Types].xml", b" xl/workbook.xml")) == ".zip"


def test_outlook_message_by_the_name_of_a_mail_is_told() -> None:
    found = reader_for(PurePath("saved.eml"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert found is not None
    assert found.name == "Outlook message"


def test_utf_16_is_looked_into() -> None:
    assert true_suffix(".txt", RIS.encode("utf-16")) == ".ris"


def test_records_in_a_text_file_become_articles(tmp_path: Path) -> None:
    file = tmp_path / "pubmed-mexico.txt"
    file.write_text(PUBMED)
    assert is_heavy_inside(file)
    [one] = read_article_file(file)
    assert one.draft is not None
    assert one.draft.title == "Trends"


def test_tabbed_tables_in_text_files_become_articles(tmp_path: Path) -> None:
    (tmp_path / "savedrecs.txt").write_text(SCIENCE_TABLE, "utf-8")
    (tmp_path / "Unicode text.txt").write_text(
        "Title\tText\tDate\nOn Ríos\tWords.\t2025\n", "utf-16"
    )
    [science] = read_article_file(tmp_path / "savedrecs.txt")
    [excel] = read_article_file(tmp_path / "Unicode text.txt")
    assert science.draft is not None
    assert science.draft.title == "Flows"
    assert science.draft.publisher == "Water"
    assert science.draft.authors == ("Ruiz, Ana", "Li, Bo")
    assert str(science.draft.published) == "2025"
    assert excel.draft is not None
    assert (excel.draft.title, excel.draft.body) == ("On Ríos", "Words.")


def test_what_cannot_be_opened_is_not_heavy(tmp_path: Path) -> None:
    assert not is_heavy_inside(tmp_path / "missing.txt")
    assert not is_heavy_inside(tmp_path)
    assert not is_heavy_inside(tmp_path / "a\0b.txt")


def test_a_page_may_begin_with_comments_and_many_cost_no_time() -> None:
    assert true_suffix(".txt", b"<!-- saved --><!-- twice --><html>") == ".html"
    assert true_suffix(".txt", b"<!---->" * 500) == ".txt"
