"""A page's bytes are read in the encoding that it is in, whatever it says of itself."""

import pytest

from briefing.errors import IntakeError
from briefing.intake.web_encoding import decode_page

RUSSIAN = "Совет утвердил план. " * 20


def page(charset: str, text: str) -> bytes:
    return f"<html><meta charset={charset}><p>{text}".encode(charset, "replace")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (page("windows-1251", RUSSIAN), RUSSIAN),
        (page("koi8-r", RUSSIAN), RUSSIAN),
        (page("shift_jis", "人権宣言の前文"), "人権宣言の前文"),
        (page("gb2312", "世界人权宣言"), "世界人权宣言"),
        (b"<meta charset=iso-8859-1><p>\x93quoted\x94", "“quoted”"),
        ("<meta charset=iso-8859-1><p>naïve".encode(), "naïve"),
        ("\ufeff<p>mark ü".encode("utf-16"), "mark ü"),
        (b"<?xml version='1.0' encoding='windows-1250'?><p>\x9a", "š"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1253"><p>\xe1', "α"),
    ],
)
def test_page_is_read_as_it_is_encoded(data: bytes, text: str) -> None:
    assert text in decode_page(data).text


def test_charset_of_the_transport_comes_first() -> None:
    assert "š" in decode_page(b"<meta charset=utf-8><p>\x9a", "windows-1250").text


@pytest.mark.parametrize("label", ["no-such", "zip", "rot13", "utf-7", "punycode", "undefined", ""])
def test_label_that_cannot_be_meant_is_passed_over(label: str) -> None:
    assert (
        "<p>plain" in decode_page(f"<meta charset={label}><p>plain \xe9t\xe9".encode("cp1252")).text
    )


def test_page_beyond_the_cap_has_a_reason() -> None:
    with pytest.raises(IntakeError, match="larger than"):
        decode_page(b" " * (64 * 1024 * 1024 + 1))
