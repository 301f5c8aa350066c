import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.safe_xml import xml_text


def test_document_type_goes_and_its_short_entities_are_written_out() -> None:
    text = (
        '<?xml version="1.0"?><!-- <a> --><!DOCTYPE r [<!ENTITY c "(C)"><!ENTITY n "&#179;">'
        '<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % p "x"><!ENTITY b "&c;&c;">]>'
        "<r>&c; &n; &e; &b; &amp;</r>"
    )
    assert xml_text(text.encode()) == "<r>(C) &#179; &e; &b; &amp;</r>"


def test_many_or_long_entities_are_not_written_out() -> None:
    many = "".join(f'<!ENTITY a{n} "x">' for n in range(1000))
    assert xml_text(f"<!DOCTYPE r [{many}]><r>&a1;</r>".encode()) == "<r>&a1;</r>"
    long = f'<!ENTITY a "{"x" * 65}">'
    assert xml_text(f"<!DOCTYPE r [{long}]><r>&a;</r>".encode()) == "<r>&a;</r>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "iso-8859-1", "koi8-r"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    word = "Привет" if encoding in {"koi8-r", "utf-8", "utf-16", "utf-16-be"} else "Grüße"
    data = f'<?xml version="1.0" encoding="{encoding}"?><r>{word}</r>'.encode(encoding)
    assert xml_text(data) == f"<r>{word}</r>"


def test_characters_that_xml_forbids_are_replaced() -> None:
    assert xml_text(b"<r>a\x00b\x1bc\n</r>") == "<r>a\ufffdb\ufffdc\n</r>"


@given(st.binary(max_size=200) | st.text("<!?-[]>ENTIY abDOCP\"'&;r", max_size=200).map(str.encode))
def test_any_bytes_are_text_or_a_reason(data: bytes) -> None:
    try:
        assert xml_text(data).startswith("<")
    except IntakeError as fault:
        assert str(fault) == "It is no XML: no element begins in it."  # noqa: PT017
