import pytest
from lxml import etree

from briefing.export.docx.running_heads import fill_fields, with_marking
from tests.export.ooxml_rules import WORD, W


def head(*runs: str) -> etree._Element:
    inside = "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return etree.fromstring(f'<w:hdr xmlns:w="{WORD}"><w:p>{inside}</w:p></w:hdr>')


def text(root: etree._Element) -> str:
    return "".join(t.text or "" for t in root.iter(W + "t"))


VALUES = {"marking": "TLP:RED", "subject": "A & <B>", "through": "", "decide-by": "now"}


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
        (("{{unknown}} · x",), "x"),
        (("no fields {here}",), "no fields {here}"),
    ],
)
def test_fields_are_filled_and_empty_ones_go(runs: tuple[str, ...], expected: str) -> None:
    root = head(*runs)
    fill_fields(root, VALUES)
    assert text(root) == expected


def test_names_that_were_found_are_told() -> None:
    assert fill_fields(head("{{Marking}} {{to}}"), VALUES) == {"marking", "to"}
    assert fill_fields(head("nothing"), VALUES) == set()


def test_marking_goes_on_top() -> None:
    root = head("Agency")
    with_marking(root, "TLP:RED <x>", "Header", "Marking")
    assert text(root) == "TLP:RED <x>Agency"
