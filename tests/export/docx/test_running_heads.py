import pytest
from lxml import etree

from briefing.export.docx.field_words import FieldWords
from briefing.export.docx.memo_fields import MemoFields
from briefing.export.docx.running_heads import fill_fields, with_marking
from tests.export.ooxml_rules import WORD, W
from tests.export.publications import RESOURCES, make_publication


def head(*runs: str) -> etree._Element:
    inside = "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return etree.fromstring(f'<w:hdr xmlns:w="{WORD}"><w:p>{inside}</w:p></w:hdr>')


def text(root: etree._Element) -> str:
    return "".join(t.text or "" for t in root.iter(W + "t"))


VALUES = (("through", ""), ("decide-by", "now"))
FIELDS = MemoFields(
    make_publication("", marking="TLP:RED", subject="A & <B>", front_matter=VALUES, fields=()),
    FieldWords.read(RESOURCES),
)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (("{{marking}}",), "TLP:RED"),
        (("{", "{mark", "ing}", "} x"), "TLP:RED x"),
        (("{{ Marking }} · {{subject}}",), "TLP:RED · A & <B>"),
        (("{{through}} · page",), "page"),
        (("page – ", "{{through}}"), "page"),
        (("a | {{through}} | b",), "a | b"),
        (("{{through}}",), ""),
        (("{{decide-by}}",), "now"),
        (("{{Decide by}} {{DECIDE_BY}}",), "now now"),
        (("{{Classification}}",), "TLP:RED"),
        (("{{unknown}} · x",), "x"),
        (("no fields {here}",), "no fields {here}"),
    ],
)
def test_fields_are_filled_and_empty_ones_go(runs: tuple[str, ...], expected: str) -> None:
    root = head(*runs)
    fill_fields(root, FIELDS)
    assert text(root) == expected


def test_names_that_were_found_are_told() -> None:
    found = fill_fields(head("{{Marking}} {{to}} {{Title}}"), FIELDS)
    assert found == {("marking",): "TLP:RED", ("to",): "", ("subject",): "A & <B>"}
    assert fill_fields(head("nothing"), FIELDS) == {}


def test_marking_goes_on_top() -> None:
    root = head("Agency")
    with_marking(root, "TLP:RED <x>", "Header", "Marking")
    assert text(root) == "TLP:RED <x>Agency"
