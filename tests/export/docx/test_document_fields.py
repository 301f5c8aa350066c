"""Word's fields for title, author and properties show the memo's, not those of the house's file."""

import pytest
from lxml import etree

from briefing.export.docx.document_fields import fill_document_fields
from briefing.export.docx.field_words import FieldWords
from briefing.export.docx.memo_fields import MemoFields
from tests.export.ooxml_rules import WORD, W
from tests.export.publications import RESOURCES, make_publication

FIELDS = MemoFields(make_publication(""), FieldWords.read(RESOURCES))


def field(code: str, *shown: str) -> str:
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    runs = "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in shown)
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{runs}{end}"


def head(inside: str) -> etree._Element:
    return etree.fromstring(f'<w:hdr xmlns:w="{WORD}"><w:p>{inside}</w:p></w:hdr>')


def text(root: etree._Element) -> str:
    return "".join(t.text or "" for t in root.iter(W + "t"))


@pytest.mark.parametrize(
    ("code", "expected", "stays"),
    [
        (" TITLE ", "US–Mexico security cooperation", True),
        ("AUTHOR \\* MERGEFORMAT", "Western Hemisphere desk", True),
        (' DOCPROPERTY "Classification" \\* MERGEFORMAT ', "TLP:AMBER", False),
        ("DOCPROPERTY Unknown", "", False),
        ("MERGEFIELD to", "Assistant Secretary", False),
        ("MERGEFIELD Street", "old words", True),
        ("PAGE", "old words", True),
    ],
)
def test_field_shows_the_memos_value(code: str, expected: str, *, stays: bool) -> None:
    simple = f"<w:fldSimple w:instr='{code}'><w:r><w:t>old words</w:t></w:r></w:fldSimple>"
    for root in (head(field(code, "old ", "words")), head(simple)):
        fill_document_fields(root, FIELDS)
        assert text(root) == expected
        assert any(True for _ in root.iter(W + "fldChar", W + "fldSimple")) is stays


def test_field_within_a_field_is_left_to_itself() -> None:
    root = head(field("IF ", "shown") + field("TITLE", "x"))
    assert fill_document_fields(root, FIELDS) == {("subject",): "US–Mexico security cooperation"}
    assert text(root) == "shownUS–Mexico security cooperation"
